/** Comments that silence findings: `keep NAME`, `ignore[rule]: reason` for the line below, `ignore-file[rule]: reason`. */
import { factsNamed } from '../knowledge/index.js';
import type { Vocabulary } from '../model/context.js';
import type { Document } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import { type Directive, directivesOf, isDirective } from '../text/directive.js';
import { shift } from '../text/span.js';
import type { Settings } from './settings.js';

/** A directive at its place: the span is an offset into the text, `line` the index of its Line. */
export interface PlacedDirective {
  readonly directive: Directive;
  readonly line: number;
}

export function directivesIn({ lines, starts }: Document): PlacedDirective[] {
  const found: PlacedDirective[] = [];
  lines.forEach(({ type, text }, index) => {
    if (type !== 'comment' || !isDirective(text)) return;
    for (const directive of directivesOf(text))
      found.push({ directive: { ...directive, span: shift(directive.span, starts[index] ?? 0) }, line: index });
  });
  return found;
}

/** Ids of all facts that `names` mean, aliases and the same thing elsewhere included. */
export const keptFacts = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => factsNamed(name).map(({ id }) => id)));

/** A rule that a comment ignores, by the name that it has today. */
export interface Ignore {
  readonly rule: string;
  readonly scope: 'line' | 'file';
  /** As the comment calls it. */
  readonly name: string;
  readonly placed: PlacedDirective;
}

const ignoresIn = (directives: readonly PlacedDirective[], renamed: Vocabulary['renamed']): readonly Ignore[] =>
  directives.flatMap((placed) =>
    placed.directive.type === 'ignore'
      ? placed.directive.rules.map((name) => ({
          rule: renamed[name] ?? name,
          scope: placed.directive.type === 'ignore' ? placed.directive.scope : 'line',
          name,
          placed,
        }))
      : [],
  );

/** The line below the comment at `line`, comments to daemonlint apart: the one that it is about. */
function below({ lines, starts, text }: Document, line: number): { readonly start: number; readonly end: number } {
  let index = line + 1;
  while (lines[index] && isDirective(lines[index]?.text ?? '')) index++;
  const start = starts[index] ?? text.length;
  return { start, end: start + (lines[index]?.text.length ?? 0) };
}

export interface Silencer {
  /** True for findings which `keep`, the settings or the file's own comments silence. */
  silences(finding: Finding): boolean;
  /** The ignores that silenced nothing of what was asked. */
  unused(): readonly Ignore[];
}

export function silencer(
  document: Document,
  directives: readonly PlacedDirective[],
  { keep, ignore = [] }: Pick<Settings, 'keep' | 'ignore'>,
  path: string,
  renamed: Vocabulary['renamed'] = {},
): Silencer {
  const kept = keptFacts([...keep, ...directives.flatMap(({ directive }) => (directive.type === 'keep' ? directive.names : []))]);
  const here = ignore
    .filter(({ covers }) => covers(path))
    .map(({ rule, subject }) => ({ rule, subjects: subject === undefined ? undefined : keptFacts([subject]) }));
  const ignores = ignoresIn(directives, renamed).map((one) => ({
    one,
    at: one.scope === 'file' ? undefined : below(document, one.placed.line),
  }));
  const used = new Set<Ignore>();
  return {
    silences({ rule, subject, span }) {
      const meant = ignores.filter(
        ({ one, at }) => one.rule === rule && (at === undefined || (span.start >= at.start && span.start < at.end)),
      );
      for (const { one } of meant) used.add(one);
      if (meant.length > 0 || (subject !== undefined && kept.has(subject))) return true;
      return here.some(
        (each) =>
          (each.rule === undefined || each.rule === rule) &&
          (each.subjects === undefined || (subject !== undefined && each.subjects.has(subject))),
      );
    },
    unused: () => ignores.flatMap(({ one }) => (used.has(one) ? [] : [one])),
  };
}
