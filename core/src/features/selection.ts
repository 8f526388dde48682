/** What a selection grows to, step by step: a part of a field, the field, the time fields, the line, its block, the text. */
import type { Reading } from '../lint/lint.js';
import type { Document } from '../model/document.js';
import type { Line } from '../model/line.js';
import { type Span, shift } from '../text/span.js';
import { lineAt } from './places.js';

const isBlank = (line: Line | undefined): boolean => line === undefined || line.text.trim() === '';

/** From the first word of `text` to its last. */
const wordsOf = (text: string): Span => ({ start: text.length - text.trimStart().length, end: text.trimEnd().length });

/** The Lines around `index` up to the next blank ones, without the last line end. */
function blockAt({ lines, starts }: Document, index: number): Span {
  let [first, last] = [index, index];
  while (!isBlank(lines[first - 1])) first--;
  while (!isBlank(lines[last + 1])) last++;
  return { start: starts[first] ?? 0, end: (starts[last] ?? 0) + (lines[last]?.text.replace(/\r?\n$/, '').length ?? 0) };
}

/** Offsets into the text, from the narrowest on; each holds the one before it and more, all hold `offset`, the last is the whole text. */
export function selectionsAt({ document, read }: Reading, offset: number): Span[] {
  const { index, start } = lineAt(document, offset);
  const line = document.lines[index];
  const whole = { start: 0, end: document.text.length };
  if (line === undefined || isBlank(line)) return [whole];
  const words = [...read.parts(index), ...line.tokens].map(({ span }) => shift(span, start));
  // Between two words the one that begins at the offset is meant.
  const begins = words.some((span) => span.start === offset);
  const pieces = [...read.groups(index), wordsOf(line.text)].map((span) => shift(span, start));
  const candidates = [...words.filter(({ end }) => !(begins && end === offset)), ...pieces, blockAt(document, index), whole];
  const size = ({ start: from, end }: Span) => end - from;
  const found: Span[] = [];
  for (const span of candidates.sort((one, other) => size(one) - size(other))) {
    if (span.start > offset || span.end < offset) continue;
    const inner = found.at(-1);
    if (inner === undefined || (span.start <= inner.start && inner.end <= span.end && size(span) > size(inner))) found.push(span);
  }
  return found;
}
