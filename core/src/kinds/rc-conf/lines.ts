/** Where logical lines end: behind the quote that closes a value, and behind a line that a backslash goes on from. */
import type { ParseOptions } from '../../model/kind.js';
import { physicalEnd } from '../../text/lines.js';
import { systemOf } from './systems.js';

const ASSIGNS = /^[ \t]*[A-Za-z_][A-Za-z0-9_]*=/;

/** No value is longer; a quote that nothing closes before is taken for a forgotten one. */
const LONGEST = 65_536;

/** Offset behind the quote that closes the one at `at`; -1 where none does. */
function closed(text: string, at: number): number {
  const quote = text[at];
  const last = Math.min(text.length, at + LONGEST);
  for (let next = at + 1; next < last; next++) {
    if (text[next] === quote) return next + 1;
    if (quote === '"' && text[next] === '\\') next++;
  }
  return -1;
}

/** Offset of the line feed that ends the words that begin at `start`, or the length. */
function wordsEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== '\n') {
    const character = text[at];
    if (character === '#' && /[ \t]/.test(text[at - 1] ?? ' ')) return physicalEnd(text, at) - 1;
    if (character === '\\') at += 2;
    else if (character === '"' || character === "'") {
      const end = closed(text, at);
      if (end === -1) return -1;
      at = end;
    } else at++;
  }
  return Math.min(at, text.length);
}

/**
 * Offset of the end of the logical line that begins at `start`. Only an assignment goes on over several: where a quote is left open, and the next
 * lines are assignments of their own, it was forgotten, and the physical line stands for itself.
 */
export function lineEnd(text: string, start: number, { dialects }: Pick<ParseOptions, 'dialects'>): number {
  const physical = physicalEnd(text, start);
  if (systemOf(dialects).noShell) return physical;
  const first = text.slice(start, physical);
  if (!ASSIGNS.test(first) || !/["'\\]/.test(first)) return physical;
  const end = wordsEnd(text, start);
  if (end === -1 || end < physical) return physical;
  const rest = text.slice(physical, end);
  return rest.split('\n').some((line) => ASSIGNS.test(line)) ? physical : Math.min(text.length, end + 1);
}
