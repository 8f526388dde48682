/** Comments that silence findings: `keep NAME`, `ignore[rule]: reason` for the line below, `ignore-file[rule]: reason`. */

import { factsNamed } from '../knowledge/index.js';
import { type Found, finder } from '../model/chunks.js';
import type { Vocabulary } from '../model/context.js';
import type { Document } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import { lineIndexAt } from '../model/line-at.js';
import { type Directive, directivesOf, isDirective } from '../text/directive.js';
import { shift } from '../text/span.js';
import type { Settings } from './settings.js';

/** A directive at its place: the span is an offset into the text, `line` the index of its Line. */
export interface PlacedDirective {
  readonly directive: Directive;
  readonly line: number;
}

const spoken = finder((lines) => {
  const found: Found<Directive>[] = [];
  lines.forEach(({ type, text }, line) => {
    if (type === 'comment' && isDirective(text)) for (const value of directivesOf(text)) found.push({ line, value });
  });
  return found;
});

export const directivesIn = ({ lines, starts }: Document): readonly PlacedDirective[] =>
  spoken(lines).map(({ line, value }) => ({ directive: { ...value, span: shift(value.span, starts[line] ?? 0) }, line }));

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

/** From a comment to the line below it, comments to daemonlint apart, that it is about: both by their indexes. Many comments may stand above one line. */
function linesBelow({ lines }: Document): (line: number) => number {
  const known = new Map<number, number>();
  return (line) => {
    let index = line + 1;
    while (!known.has(index) && isDirective(lines[index]?.text ?? '')) index++;
    const below = known.get(index) ?? index;
    for (let at = line + 1; at <= index; at++) known.set(at, below);
    return below;
  };
}

/** An ignore, and how many stand before it. */
interface Ordered {
  readonly one: Ignore;
  readonly order: number;
}

/** The ignores that mean a finding of `rule` at `offset`, in their order. */
function ignoresAt(document: Document, ignores: readonly Ignore[]): (rule: string, offset: number) => readonly Ordered[] {
  const lineBelow = linesBelow(document);
  const found = new Map<string, Ordered[]>();
  for (const [order, one] of ignores.entries()) {
    const key = one.scope === 'file' ? one.rule : `${one.rule}\0${lineBelow(one.placed.line)}`;
    const same = found.get(key);
    if (same === undefined) found.set(key, [{ one, order }]);
    else same.push({ one, order });
  }
  return (rule, offset) => {
    if (found.size === 0) return [];
    const ofFile = found.get(rule) ?? [];
    const ofLine = found.get(`${rule}\0${lineIndexAt(document, offset)}`) ?? [];
    return ofFile.length === 0 ? ofLine : [...ofFile, ...ofLine].sort((a, b) => a.order - b.order);
  };
}

/** Who silences a finding, and why. */
export interface Silence {
  /** A comment of the file itself, or the settings. */
  readonly by: 'comment' | 'settings';
  /** The daemon or service is meant to be on, or the finding is not to be told of. */
  readonly how: 'keep' | 'ignore';
  /** In the words of whoever says so; absent where they say nothing. */
  readonly reason?: string;
}

export interface Silenced {
  readonly finding: Finding;
  readonly silence: Silence;
}

export interface Silencer {
  /** How `keep`, the settings or the file's own comments silence a finding; undefined where they do not. */
  silenceOf(finding: Finding): Silence | undefined;
  /** The ignores that silenced nothing of what was asked. */
  unused(): readonly Ignore[];
  /** Those of the settings' ignores, by their indexes, that would silence something of what was asked, were it silenced by nobody else. */
  heeded(): ReadonlySet<number>;
}

const saying = (by: Silence['by'], how: Silence['how'], reason = ''): Silence => ({ by, how, ...(reason !== '' && { reason }) });

const reasonOf = ({ placed: { directive } }: Ignore): string => (directive.type === 'ignore' ? directive.reason : '');

export function silencer(
  document: Document,
  directives: readonly PlacedDirective[],
  { keep, ignore = [] }: Pick<Settings, 'keep' | 'ignore'>,
  path: string,
  renamed: Vocabulary['renamed'] = {},
): Silencer {
  const keptHere = keptFacts(directives.flatMap(({ directive }) => (directive.type === 'keep' ? directive.names : [])));
  const kept = keptFacts(keep);
  const here = ignore.flatMap((one, index) =>
    one.covers(path) ? [{ ...one, index, subjects: one.subject === undefined ? undefined : keptFacts([one.subject]) }] : [],
  );
  const ignores = ignoresIn(directives, renamed);
  const meantAt = ignoresAt(document, ignores);
  const used = new Set<Ignore>();
  const heeded = new Set<number>();
  const silences = ignores.length > 0 || here.length > 0 || keptHere.size > 0 || kept.size > 0;
  return {
    silenceOf({ rule, subject, span }) {
      if (!silences) return undefined;
      const meant = meantAt(rule, span.start);
      for (const { one } of meant) used.add(one);
      const outside = here.filter(
        (each) =>
          (each.rule === undefined || each.rule === rule) &&
          (each.subjects === undefined || (subject !== undefined && each.subjects.has(subject))),
      );
      for (const { index } of outside) heeded.add(index);
      const [first] = meant;
      if (first) return saying('comment', 'ignore', reasonOf(first.one));
      if (subject !== undefined && keptHere.has(subject)) return saying('comment', 'keep');
      if (subject !== undefined && kept.has(subject)) return saying('settings', 'keep');
      return outside[0] && saying('settings', 'ignore', outside[0].reason);
    },
    unused: () => ignores.filter((one) => !used.has(one)),
    heeded: () => heeded,
  };
}
