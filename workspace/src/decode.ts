/** From bytes to text and back. Imports nothing: doors that start fast take it alone. */

/** `latin1` stands for anything that is not UTF-8: one character per byte, whatever the bytes mean. */
export type Encoding = 'utf-8' | 'latin1';

export interface Decoded {
  /** A byte order mark stays in it as U+FEFF: the daemons read it too. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** Why bytes are no text that a daemon could read. */
export interface Undecoded {
  readonly problem: 'binary' | 'utf-16';
  readonly message: string;
}

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['an ELF program', [0x7f, 0x45, 0x4c, 0x46]],
  ['a gzip archive', [0x1f, 0x8b]],
  ['a zip archive', [0x50, 0x4b, 0x03, 0x04]],
  ['a bzip2 archive', [0x42, 0x5a, 0x68]],
  ['an xz archive', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['a zstd archive', [0x28, 0xb5, 0x2f, 0xfd]],
  ['a PNG image', [0x89, 0x50, 0x4e, 0x47]],
  ['a JPEG image', [0xff, 0xd8, 0xff]],
  ['a GIF image', [0x47, 0x49, 0x46, 0x38]],
  ['a PDF document', [0x25, 0x50, 0x44, 0x46]],
];

/** Bytes at the head of a file that are looked at to tell UTF-16 from anything else. */
const HEAD = 4096;

export const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, at) => bytes[at] === byte);

/** UTF-16 by its mark, or by NULs in nearly every other place and nearly nowhere else. */
function looksUtf16(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return true;
  if (!bytes.includes(0)) return false;
  const pairs = Math.min(bytes.length, HEAD) >> 1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < pairs * 2; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  return pairs >= 4 && Math.max(even, odd) > pairs * 0.8 && Math.min(even, odd) < pairs * 0.1;
}

/**
 * A stray NUL or two do not make a file binary; control characters that no text holds, in one place of fifty, do: of bytes at random they
 * are one in ten. Bytes above 0x7f say nothing, since each of them is a letter in some code page. `size` in bytes; each of these characters is one.
 */
function looksBinary(text: string, size: number): boolean {
  const strange = text.match(/[\0-\x06\x0e-\x1a\x1c-\x1f\x7f]/g);
  return strange !== null && strange.length > 2 + size / 50;
}

/** Code units given to one call of fromCharCode: engines limit the number of arguments. */
const CHUNK = 8192;

/** One character per byte. */
export function latin1Of(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) pieces.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return pieces.join('');
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function read(bytes: Uint8Array): Decoded {
  try {
    return { text: UTF8.decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: latin1Of(bytes), encoding: 'latin1' };
  }
}

export function decode(bytes: Uint8Array): Decoded | Undecoded {
  const signature = SIGNATURES.find(([, start]) => startsWith(bytes, start));
  if (signature) return { problem: 'binary', message: `is ${signature[0]}, not text` };
  if (looksUtf16(bytes))
    return { problem: 'utf-16', message: 'is UTF-16 text, which no daemon here can read; convert it first: iconv -f UTF-16 -t UTF-8' };
  const decoded = read(bytes);
  return looksBinary(decoded.text, bytes.length) ? { problem: 'binary', message: 'is a binary file, not text' } : decoded;
}

/** The inverse of {@link decode}. In latin1, text that holds characters beyond U+00FF goes out as UTF-8. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'utf-8' || /[^\0-\xff]/.test(text)) return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}
