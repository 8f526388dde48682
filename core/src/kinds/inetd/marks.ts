/** The marks that comment an entry out, physical line by physical line. */
import { physicalEnd } from '../../text/lines.js';
import type { Span } from '../../text/span.js';
import { isBlank } from '../../text/words.js';

/** `#`, `##`, `# `, `#<off># `, `#<disabled>#`, `#off#`, `#disabled#`: marks and the blanks behind them. */
const MARK = /(?:#(?:(?:<(?:off|disabled)>|off|disabled)#)?[ \t]*)+/y;

/** The mark at `start`, where a `#` stands. */
export function firstMark(text: string, start: number): Span {
  MARK.lastIndex = start;
  return { start, end: MARK.test(text) ? MARK.lastIndex : start + 1 };
}

/** True for a mark that no person writes before prose. */
export const isOffMark = (mark: string): boolean => /[a-z]/.test(mark);

/**
 * The mark of a physical line at `start` that continues an entry commented out by `mark`: the same mark, or a lone `#`, with a blank behind it
 * that stays when the mark goes. Undefined for any other line.
 */
export function nextMark(text: string, start: number, mark: string): Span | undefined {
  if (text.startsWith(mark, start) && isBlank(text[start + mark.length])) return { start, end: start + mark.length };
  return !isOffMark(mark) && text[start] === '#' && isBlank(text[start + 1]) ? { start, end: start + 1 } : undefined;
}

/** The marks of a commented-out line, `text`, that begins with `#`; for a later physical line without one, an empty Span. */
export function marksOf(text: string): Span[] {
  const first = firstMark(text, 0);
  const mark = text.slice(0, first.end);
  const marks = [first];
  for (let at = physicalEnd(text, 0); at < text.length; at = physicalEnd(text, at)) {
    const bare = text.startsWith(mark, at) ? mark.length : text[at] === '#' ? 1 : 0;
    marks.push(nextMark(text, at, mark) ?? { start: at, end: at + bare });
  }
  return marks;
}
