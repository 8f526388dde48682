/** Where an entry ends: with its line, or with those that a backslash joins to it. */
import type { ParseOptions } from '../../model/kind.js';
import { backslashEnd, physicalEnd } from '../../text/lines.js';
import { dialectsOf } from './dialects.js';
import { type Fields, token } from './fields.js';
import type { InittabToken } from './role.js';

/** True where every init in question goes on with the next line. */
export const joinsLines = ({ dialects }: Pick<ParseOptions, 'dialects'>): boolean =>
  dialectsOf(dialects).every(({ joins }) => joins !== 'nothing');

/** True where every init in question goes on behind each backslash, that of a comment and one behind another too. */
export const joinsAll = ({ dialects }: Pick<ParseOptions, 'dialects'>): boolean =>
  dialectsOf(dialects).every(({ joins }) => joins === 'all');

/** The tokens of `fields`, with the backslashes that join the lines of its process, which ends at `end`. */
export function withContinuations({ tokens, entry }: Fields, text: string, end: number): readonly InittabToken[] {
  const [, , last] = tokens.filter(({ role }) => role === 'separator');
  if (entry === undefined || last === undefined) return tokens;
  const from = last.span.end;
  const found = Array.from(text.slice(from).matchAll(/\\(?=\n.)/gs), ({ index }) => from + index)
    .filter((at) => at < end)
    .map((at) => token('continuation', { text: '\\', span: { start: at, end: at + 1 } }));
  return found.length === 0 ? tokens : [...tokens, ...found].sort((a, b) => a.span.start - b.span.start);
}

/** True where the line that ends at `end` goes on: of two backslashes the second is one by itself. */
function isJoined(text: string, end: number): boolean {
  let from = end - 1;
  while (text[from - 1] === '\\') from--;
  return (end - 1 - from) % 2 === 1;
}

/** Offset behind the entry that begins at `start`, or the comment. */
export function lineEnd(text: string, start: number, options: ParseOptions): number {
  if (joinsAll(options)) return backslashEnd(text, start);
  let end = physicalEnd(text, start);
  if (!joinsLines(options) || /^[ \t]*[#:]/.test(text.slice(start, end))) return end;
  while (end < text.length && isJoined(text, end)) end = physicalEnd(text, end);
  return end;
}
