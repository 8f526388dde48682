/** Edits of a text, carried out on the bytes that it was decoded from. */
import { applyEdits, type Edit } from '../../core/src/index.js';
import { type Encoding, encode, latin1Of } from './decode.js';

/** Bytes that the code unit at `at` adds in UTF-8; a pair of surrogates is counted at its first half. */
function widthAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  if (unit >= 0xd800 && unit < 0xdc00) return 4;
  return unit >= 0xdc00 && unit < 0xe000 ? 0 : 3;
}

/** Byte offsets of the ascending `offsets` into `text`. */
function byteOffsets(text: string, offsets: readonly number[]): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let at = 0;
  let bytes = 0;
  for (const offset of offsets) {
    for (; at < offset; at++) bytes += widthAt(text, at);
    found.set(offset, bytes);
  }
  return found;
}

/**
 * `bytes` with `edits` carried out, whose spans are offsets into `text`, which is `bytes` decoded.
 * No other byte changes. Throws as {@link applyEdits} does.
 */
export function spliceEdits(bytes: Uint8Array, text: string, encoding: Encoding, edits: readonly Edit[]): Uint8Array {
  if (edits.length === 0) return bytes;
  const offsets = edits.flatMap(({ span }) => [span.start, span.end]).sort((a, b) => a - b);
  const places = encoding === 'utf-8' ? byteOffsets(text, offsets) : undefined;
  const byteAt = (offset: number): number => places?.get(offset) ?? offset;
  const inBytes = edits.map((edit) => ({
    span: { start: byteAt(edit.span.start), end: byteAt(edit.span.end) },
    text: latin1Of(encode(edit.text, encoding)),
  }));
  return encode(applyEdits(latin1Of(bytes), inBytes), 'latin1');
}
