/** Comments that silence findings: `keep NAME`, `ignore[rule]: reason` for the line below, `ignore-file[rule]: reason`. */
import { factsNamed } from '../knowledge/index.js';
import type { Document } from '../model/document.js';
import type { Finding } from '../model/finding.js';
import { type Directive, directivesOf, isDirective } from '../text/directive.js';
import { shift } from '../text/span.js';

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

/** A test that is true for findings which `keep` or the file's own comments silence. */
export function silencer(
  document: Document,
  directives: readonly PlacedDirective[],
  keep: readonly string[],
): (finding: Finding) => boolean {
  const kept = keptFacts([...keep, ...directives.flatMap(({ directive }) => (directive.type === 'keep' ? directive.names : []))]);
  const ignores = directives.flatMap(({ directive, line }) => (directive.type === 'ignore' ? [{ ...directive, line }] : []));
  const covered = (ignore: (typeof ignores)[number]) => {
    let below = ignore.line + 1;
    while (document.lines[below] && isDirective(document.lines[below]?.text ?? '')) below++;
    const start = document.starts[below] ?? document.text.length;
    return { start, end: start + (document.lines[below]?.text.length ?? 0) };
  };
  return (finding) => {
    if (finding.subject !== undefined && kept.has(finding.subject)) return true;
    return ignores.some((ignore) => {
      if (!ignore.rules.includes(finding.rule)) return false;
      if (ignore.scope === 'file') return true;
      const { start, end } = covered(ignore);
      return finding.span.start >= start && finding.span.start < end;
    });
  };
}
