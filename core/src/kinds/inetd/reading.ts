/** A logical line as one dialect reads it. */
import { backslashEnd, physicalEnd } from '../../text/lines.js';
import { backslashWords, quotedWords, wordsOf } from './cut.js';
import type { Dialect } from './dialects.js';
import { shapeOf } from './entry.js';
import type { Shape } from './model.js';

/** True where every dialect cuts the words alike. */
export const isPlain = (text: string): boolean => physicalEnd(text, 0) === text.length && !/["'#\r]/.test(text);

/** The line as `dialect` reads it; `shape` is what it is to the others, `carry` the addresses in force. */
export function readBy({ continuation, quotes }: Dialect, text: string, carry: string, shape: Shape): Shape {
  if (isPlain(text)) return shape;
  if (quotes !== 'literal') return shapeOf(quotedWords(text, quotes), carry);
  return continuation === 'backslash'
    ? shapeOf(backslashWords(text.slice(0, backslashEnd(text, 0))).found, carry)
    : shapeOf(wordsOf(text), carry);
}
