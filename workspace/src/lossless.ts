/**
 * Bytes as a text from which the same bytes come back: names of files, and lines of a diff, may be no UTF-8.
 * A byte that is no part of a character becomes a lone surrogate, U+DC80 to U+DCFF.
 */
import { encode, latin1Of } from './decode.js';

/** Characters of UTF-8 in a text of one character per byte, or else a byte that is none. */
const PIECES =
  /(?:[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2})+|[\x80-\xff]/g;

/** With `u` a pair of surrogates is one character, which this is not. */
const LONE = /[\udc80-\udcff]/gu;

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true });

const bytesIn = (latin1: string): Uint8Array => encode(latin1, 'latin1');

export const textOfBytes = (bytes: Uint8Array): string =>
  latin1Of(bytes).replace(PIECES, (piece) =>
    piece.length === 1 ? String.fromCharCode(0xdc00 + piece.charCodeAt(0)) : UTF8.decode(bytesIn(piece)),
  );

/** The inverse of {@link textOfBytes}. */
export function bytesOfText(text: string): Uint8Array {
  const parts = text.split(LONE).map((part) => latin1Of(encode(part, 'utf-8')));
  const lone = (text.match(LONE) ?? []).map((unit) => String.fromCharCode(unit.charCodeAt(0) - 0xdc00));
  return bytesIn(parts.map((part, index) => part + (lone[index] ?? '')).join(''));
}

/** True where a text stands for bytes that are no UTF-8. */
export const holdsBytes = (text: string): boolean => text.search(LONE) !== -1;
