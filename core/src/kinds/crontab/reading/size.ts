/** How much of a file each cron takes, and where one has had too much. */
import { bytesOf, fitting, surplusOf } from '../../../text/bytes.js';
import type { Span } from '../../../text/span.js';
import type { Limit } from '../dialects/dialect.js';
import type { CrontabLine } from '../model.js';
import { indentOf } from './shape.js';

/** Files of fewer lines and characters are within every limit, whatever they hold. */
const FEW_LINES = 255;
const FEW_CHARACTERS = 10_000;

export const mayBeTooMuch = ({ text, lines }: { readonly text: string; readonly lines: readonly unknown[] }): boolean =>
  lines.length > FEW_LINES || text.length > FEW_CHARACTERS;

/** Where it is too much: a line, and the part of it that is. */
export interface Excess {
  readonly index: number;
  /** Relative to the line. */
  readonly span: Span;
}

/** A line that cron reads, or tries to. */
export const isReadLine = ({ type }: CrontabLine): boolean => type === 'entry' || type === 'broken' || type === 'setting';

function physicalLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1 && at + 1 < text.length; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/** What a Line adds to the count. */
const weights: Readonly<Record<Exclude<Limit['counts'], 'gap'>, (line: CrontabLine) => number>> = {
  reach: ({ text }) => physicalLines(text),
  lines: ({ text }) => physicalLines(text),
  entries: ({ type }) => (type === 'entry' || type === 'broken' ? 1 : 0),
  assignments: ({ type }) => (type === 'setting' ? 1 : 0),
  filled: (line) => (isReadLine(line) ? 1 : 0),
};

/** The first line that is read and stands beyond the limit. */
function beyondCount(lines: readonly CrontabLine[], counts: keyof typeof weights, most: number): Excess | undefined {
  const weight = weights[counts];
  let count = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    count += weight(line);
    if (count > most && isReadLine(line)) return { index, span: { start: 0, end: line.text.length } };
  }
  return undefined;
}

/** Each place at which comments, blank lines and indents reach beyond `most` bytes: from there on it is counted anew. */
function* beyondGaps(lines: readonly CrontabLine[], most: number): Iterable<Excess> {
  let count = 0;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    const { text } = line;
    const left = most - count;
    if (isReadLine(line)) {
      count = 0;
      // Of what is read its first byte counts, as the blanks before it.
      if (indentOf(text) >= left) yield { index, span: { start: left, end: text.length } };
    } else if (surplusOf(text, left) > 0) {
      count = 0;
      yield { index, span: { start: fitting(text, left), end: text.length } };
    } else count += bytesOf(text);
  }
}

/** Where `lines` are more than `limit` allows; `matters` is asked of the places at which a byte is passed over. */
export function excessOf(
  lines: readonly CrontabLine[],
  { counts, most }: Limit,
  matters: (line: CrontabLine, from: number) => boolean,
): Excess | undefined {
  if (counts !== 'gap') return beyondCount(lines, counts, most);
  for (const excess of beyondGaps(lines, most)) {
    const line = lines[excess.index];
    if (line && matters(line, excess.span.start)) return excess;
  }
  return undefined;
}
