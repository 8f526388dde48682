/** What stands before the text proper of a line: quote marks, comment marks, the branches that `tree` draws. */
import { isBlank, slice, type Word } from '../../text/words.js';

export interface Prefix {
  /** In order; each `#` is one of its own. */
  readonly marks: readonly Word[];
  /** Offset of the first character of the text proper, or the length. */
  readonly end: number;
}

const isDrawn = (character: string | undefined): boolean => character !== undefined && '>│├└─\u00a0'.includes(character);

/** Length of the quote mark or branch at `at`, blanks left out; 0 where there is none. */
function decorationAt(text: string, at: number): number {
  let end = at;
  while (isDrawn(text[end])) end++;
  if (end > at) return end - at;
  const branch = text.startsWith('--', at + 1);
  if ('|`+\\'.includes(text[at] ?? ' ') && branch) return 3;
  return text[at] === '|' && (isBlank(text[at + 1]) || isDrawn(text[at + 1])) ? 1 : 0;
}

/** Reads the prefix of `text`, which has no line end. */
export function readPrefix(text: string): Prefix {
  const whole: Word = { text, span: { start: 0, end: text.length } };
  const marks: Word[] = [];
  let at = 0;
  for (;;) {
    while (isBlank(text[at])) at++;
    const length = text[at] === '#' ? 1 : decorationAt(text, at);
    if (length === 0) return { marks, end: at };
    marks.push(slice(whole, at, at + length));
    at += length;
  }
}

const hashMarks = ({ marks }: Prefix): readonly Word[] => marks.filter(({ text }) => text === '#');

export const hashesIn = (prefix: Prefix): number => hashMarks(prefix).length;

/** True when the last `#` touches the text. */
export const isGlued = (prefix: Prefix): boolean => hashMarks(prefix).at(-1)?.span.end === prefix.end;

/**
 * The last `#` of `prefix`, as many as comment the line out where live lines of this paste have `depth` of them.
 * While that is not known, a `#` that touches the text comments out, as our edits do, and one with a blank behind it quotes.
 */
export function commentMarks(prefix: Prefix, depth: number | undefined): readonly Word[] {
  const hashes = hashMarks(prefix);
  if (depth !== undefined) return hashes.slice(Math.min(depth, hashes.length));
  return isGlued(prefix) ? hashes.slice(-1) : [];
}
