/** Words: runs of characters between blanks, where a blank is a space or a tab, as in every parser read here. */
import type { Span } from './span.js';

/** A word and its place in the text it was cut from. */
export interface Word {
  readonly text: string;
  readonly span: Span;
}

export const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\t';

/** The part of `word` from `start` to `end` (offsets into the word). */
export const slice = (word: Word, start: number, end: number = word.text.length): Word => ({
  text: word.text.slice(start, end),
  span: { start: word.span.start + start, end: word.span.start + end },
});

function separates(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // Nearly all characters are no blank.
  return code <= 32 && (code === 32 || code === 9 || code === 10 || (code === 13 && text.charCodeAt(at + 1) === 10));
}

/**
 * The words of `text` between `start` and `end`, at most `limit` of them. Line feeds separate words too, and so does a CR before a line feed:
 * a CR anywhere else belongs to its word.
 */
export function words(text: string, start = 0, end = text.length, limit = Number.POSITIVE_INFINITY): Word[] {
  const found: Word[] = [];
  let at = start;
  while (found.length < limit) {
    while (at < end && separates(text, at)) at++;
    if (at >= end) break;
    const from = at;
    while (at < end && !separates(text, at)) at++;
    found.push({ text: text.slice(from, at), span: { start: from, end: at } });
  }
  return found;
}
