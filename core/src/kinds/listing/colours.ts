/** Colour codes of a terminal, which `ls --color` leaves in a copy: they are read as blanks and kept as text. */
import type { Span } from '../../text/span.js';
import { token } from './links.js';
import type { ListingLine } from './model.js';

const ESCAPE = '\u001b';
const CODE = new RegExp(`${ESCAPE}\\[[0-9;?]*[A-Za-z]`, 'g');

/** `text` with each code as so many blanks, so that offsets stay. */
export const withoutCodes = (text: string): string =>
  text.includes(ESCAPE) ? text.replace(CODE, (code) => ' '.repeat(code.length)) : text;

/** `line`, read from `withoutCodes(text)`, as a line of `text`: its tokens hold what stands there, and codes between them are text too. */
export function withCodes(line: ListingLine, text: string): ListingLine {
  if (!text.includes(ESCAPE)) return line;
  const covered = ({ start }: Span): boolean => line.tokens.some(({ span }) => span.start <= start && start < span.end);
  const codes = [...text.matchAll(CODE)]
    .map(({ 0: code, index }) => ({ text: code, span: { start: index, end: index + code.length } }))
    .filter(({ span }) => !covered(span));
  const tokens = line.tokens.map((each) => {
    const written = text.slice(each.span.start, each.span.end);
    return written === each.text ? each : { ...each, text: written };
  });
  return { ...line, tokens: [...tokens, ...codes.map((code) => token('text', code))].sort((a, b) => a.span.start - b.span.start) };
}
