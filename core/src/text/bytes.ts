/** Lengths in bytes of UTF-8, in which the daemons count. */

const widthOf = (code: number): number => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4);

/** Bytes of `text`. */
export function bytesOf(text: string): number {
  let count = 0;
  for (const character of text) count += widthOf(character.codePointAt(0) ?? 0);
  return count;
}

/** Bytes of `text` beyond `limit`; 0 where it fits, or there is no limit. A text that fits for sure is not counted. */
export const surplusOf = (text: string, limit: number | undefined): number =>
  limit === undefined || text.length * 3 <= limit ? 0 : Math.max(0, bytesOf(text) - limit);

/** Offset of the first character of `text` that does not fit into `limit` bytes; the length where all do. */
export function fitting(text: string, limit: number): number {
  let count = 0;
  let at = 0;
  for (const character of text) {
    count += widthOf(character.codePointAt(0) ?? 0);
    if (count > limit) return at;
    at += character.length;
  }
  return at;
}
