/** Long texts that differ in a few words, cut to these. */
import { commonPrefix, commonSuffix } from '../../text/alike.js';

/** Shorter texts are read whole. */
const LONG = 60;
/** So much of what both have is left at each end of what differs. */
const AROUND = 16;

/** From the last word of `text` that begins before `end` and leaves so much around. */
function wordBefore(text: string, end: number): number {
  const at = text.lastIndexOf(' ', Math.max(0, end - AROUND));
  return at === -1 ? 0 : at + 1;
}

/** As {@link wordBefore}, from the end of the text: so many characters are left out there. */
function wordAfter(text: string, left: number): number {
  const at = text.indexOf(' ', Math.min(text.length, text.length - left + AROUND));
  return at === -1 ? 0 : text.length - at;
}

/** What differs between two texts, whole words with a few around them; the texts themselves where they are short, or the same. */
export function contrast(before: string, after: string): readonly [before: string, after: string] {
  if (before === after || Math.max(before.length, after.length) < LONG) return [before, after];
  const prefix = commonPrefix(before, after);
  const suffix = commonSuffix(before, after, Math.min(before.length, after.length) - prefix);
  const [start, left] = [wordBefore(before, prefix), wordAfter(before, suffix)];
  const cut = (text: string) => `${start > 0 ? '… ' : ''}${text.slice(start, text.length - left)}${left > 0 ? ' …' : ''}`;
  return [cut(before), cut(after)];
}
