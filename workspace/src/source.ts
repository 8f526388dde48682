/** From what was found to text. */
import { type Choice, identify, type Wish } from '../../core/src/index.js';
import { decode, type Encoding } from './decode.js';
import type { Found } from './discover.js';
import { type Files, type Problem, problemOf } from './files.js';
import { listingOf } from './links.js';

export interface Source {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  /** As read; absent where the text was made from a directory of links. */
  readonly bytes?: Uint8Array;
}

/** A file that is too large to be one of ours; reading it would only fill the memory. */
const LARGEST = 64 * 1024 * 1024;

export const sourceOf = (path: string, bytes: Uint8Array): Source | (Problem & { readonly binary: boolean }) => {
  const decoded = decode(bytes);
  if ('problem' in decoded) return { path, message: decoded.message, binary: decoded.problem === 'binary' };
  return { path, bytes, ...decoded };
};

/** Reads a file or a directory of links. `binary` tells problems that a folder scan has no reason to mention. */
export async function readSource(files: Files, { path, type }: Found): Promise<Source | (Problem & { readonly binary?: boolean })> {
  try {
    if (type === 'links') return { path, text: await listingOf(files, path), encoding: 'utf-8' };
    const { size } = await files.stat(path);
    if (size > LARGEST) return { path, message: `is larger than ${LARGEST / 1024 / 1024} MB and was not read` };
    return sourceOf(path, await files.read(path));
  } catch (error) {
    return problemOf(path, error);
  }
}

/** What a source is. `sniff` is for named files and standard input: there the content has a say. */
export const choiceOf = (
  { path, text }: Source,
  project: Wish,
  { flag, sniff }: { readonly flag?: Wish; readonly sniff: boolean },
): Choice | undefined => identify({ path, text, project, ...(flag && { flag }), sniff });
