/**
 * What is read as blanks and kept as text: colour codes of a terminal, which `ls --color` leaves in a copy, and the quote marks of a mail
 * before the second half of a row.
 */
import type { Span } from '../../text/span.js';
import { token } from './links.js';
import type { ListingLine } from './model.js';

const ESCAPE = '\u001b';
const HIDDEN = new RegExp(`${ESCAPE}\\[[0-9;?]*[A-Za-z]|(?<=\\n[ >]*)>`, 'g');

/** Most lines hold no code, and a line feed only between two halves. */
const mayHide = (text: string): boolean => text.includes(ESCAPE) || text.includes('\n');

/** `text` with each code as so many blanks, so that offsets stay. */
export const withoutCodes = (text: string): string => (mayHide(text) ? text.replace(HIDDEN, (code) => ' '.repeat(code.length)) : text);

/** `line`, read from `withoutCodes(text)`, as a line of `text`: its tokens hold what stands there, and codes between them are text too. */
export function withCodes(line: ListingLine, text: string): ListingLine {
  if (!mayHide(text)) return line;
  const covered = ({ start }: Span): boolean => line.tokens.some(({ span }) => span.start <= start && start < span.end);
  const codes = [...text.matchAll(HIDDEN)]
    .map(({ 0: code, index }) => ({ text: code, span: { start: index, end: index + code.length } }))
    .filter(({ span }) => !covered(span));
  const tokens = line.tokens.map((each) => {
    const written = text.slice(each.span.start, each.span.end);
    return written === each.text ? each : { ...each, text: written };
  });
  return { ...line, tokens: [...tokens, ...codes.map((code) => token('text', code))].sort((a, b) => a.span.start - b.span.start) };
}
