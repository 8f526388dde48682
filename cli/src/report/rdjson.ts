/** The Reviewdog Diagnostic Format: columns in bytes of UTF-8, and fixes as whole lines, which is what the hosts' suggestions are. */
import { applyEdits, type Finding, type Fix, lineStarts, placeOf, type Severity } from '../../../core/src/index.js';
import type { Spot } from '../place.js';
import type { Reviewed } from '../review.js';
import { elements } from './json-pieces.js';
import { countedIn, type Located } from './report.js';
import type { Format, Setting } from './writer.js';

/** It knows no hints. */
const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'ERROR', warning: 'WARNING', info: 'INFO', hint: 'INFO' };

/** A text with the offsets at which its lines begin. */
interface Lines {
  readonly text: string;
  readonly starts: readonly number[];
}

const linesOf = (text: string): Lines => ({ text, starts: lineStarts(text) });

/** A place with its column in bytes of UTF-8; the first is 1. */
function inBytes({ text, starts }: Lines, { line, column }: Spot): Spot {
  const start = starts[line - 1] ?? text.length;
  return { line, column: Buffer.byteLength(text.slice(start, start + column - 1)) + 1 };
}

const withoutEnd = (lines: string): string => lines.replace(/\r?\n$/, '');

/** What `lines` say. How they end no suggestion can tell: hosts put the line ends of the file behind what they take. */
const saidBy = (lines: string): string => withoutEnd(lines).replace(/\r+(?=\n|$)/g, '');

/** The change that `fix` makes, as lines `[start, end]` and what stands there then; undefined where it changes no line of this file alone. */
function suggestionOf({ text, starts }: Lines, located: Located, { edits }: Fix) {
  if (located.link !== undefined || edits.length === 0 || edits.some(({ file }) => file !== undefined)) return undefined;
  const lineAt = (offset: number): number => placeOf(starts, offset).line;
  const first = lineAt(Math.min(...edits.map(({ span }) => span.start)));
  // An edit that ends where a line begins leaves that line as it is.
  const last = Math.max(first, ...edits.map(({ span }) => lineAt(Math.max(span.start, span.end - 1))));
  const from = starts[first] ?? 0;
  const to = starts[last + 1] ?? text.length;
  const old = text.slice(from, to);
  const changed = applyEdits(
    old,
    edits.map((edit) => ({ ...edit, span: { start: edit.span.start - from, end: edit.span.end - from } })),
  );
  if (saidBy(changed) === saidBy(old)) return undefined;
  return { range: { start: { line: first + 1 }, end: { line: last + 1 } }, text: withoutEnd(changed) };
}

type Suggestion = NonNullable<ReturnType<typeof suggestionOf>>;

const sameLines = (a: Suggestion, b: Suggestion): boolean =>
  a.range.start.line === b.range.start.line && a.range.end.line === b.range.end.line;

/** Hosts show suggestions for the lines of the first one only. */
function suggestionsOf(lines: Lines, located: Located, { fixes }: Finding): Suggestion[] {
  const all = fixes.flatMap((fix) => suggestionOf(lines, located, fix) ?? []);
  const [first] = all;
  return first === undefined ? [] : all.filter((one) => sameLines(one, first));
}

function diagnosticOf({ locate, rulePageAt }: Setting, file: Reviewed, finding: Finding, lines: Lines) {
  const located = locate(file, finding);
  if (located === undefined) return [];
  const { rule, severity, message } = finding;
  const { path, link, start, end } = located;
  const page = rulePageAt(rule);
  const range = { start: inBytes(lines, start), end: inBytes(lines, end) };
  const suggestions = suggestionsOf(lines, located, finding);
  return [
    {
      message,
      location: link === undefined ? { path, range } : { path: `${path}/${link}` },
      severity: SEVERITIES[severity],
      code: { value: rule, ...(page !== undefined && { url: page }) },
      ...(suggestions.length > 0 && { suggestions }),
    },
  ];
}

export const rdjson: Format = (setting) => {
  const diagnostics = elements(2);
  return {
    begin: `{\n  "source": {\n    "name": "daemonlint"\n  },\n  "diagnostics": [`,
    file(file) {
      const findings = countedIn(file);
      if (findings.length === 0) return '';
      const lines = linesOf(file.input.source.text);
      return findings
        .flatMap((finding) => diagnosticOf(setting, file, finding, lines))
        .map(diagnostics.next)
        .join('');
    },
    end({ problems }) {
      const troubles = problems.map(({ path, message, place }) =>
        diagnostics.next({
          message,
          location: { path, ...(place && { range: { start: { line: place.line + 1, column: place.column + 1 } } }) },
          severity: 'ERROR',
          code: { value: 'problem' },
        }),
      );
      return `${troubles.join('')}${diagnostics.close()}\n}\n`;
    },
  };
};
