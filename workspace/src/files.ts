/** The file system as workspace sees it: injected, so that a disk, an editor and a test can all answer. */

export interface Entry {
  readonly name: string;
  readonly type: 'file' | 'directory' | 'link' | 'other';
}

/** What a path leads to, links followed. */
export interface Status {
  /** `pipe`: read only where the caller's shell has opened it; `other`: a device or a socket, which is never read. */
  readonly type: 'file' | 'directory' | 'pipe' | 'other';
  /** Bytes. */
  readonly size: number;
  /** The same for two paths that lead to one file; absent where the system does not tell. */
  readonly identity?: string;
  /** Permission bits, 07777 at most; absent where the system has none or does not tell. */
  readonly mode?: number;
}

/** Paths have `/` between their parts. Each method rejects with a {@link FileError}, unless it says otherwise. */
export interface Files {
  read(path: string): Promise<Uint8Array>;
  list(path: string): Promise<readonly Entry[]>;
  stat(path: string): Promise<Status>;
  /** True where nothing is at `path`, as surely as {@link stat} would say so, and cheaper; never rejects. Absent where it would be no cheaper. */
  isMissing?(path: string): Promise<boolean>;
  /**
   * What is at `path`, opened once, where that is a plain file of at most `most` bytes; undefined where it is anything else or cannot be read, of
   * which {@link stat} and {@link read} tell more. Never waits for a pipe, never rejects. Absent where it would be no cheaper than those.
   */
  readPlain?(path: string, most: number): Promise<Whole | undefined>;
  /** What a link says, as it stands in the link. */
  readLink?(path: string): Promise<string>;
  /** The path that `path` leads to, with no link in it. */
  realPath?(path: string): Promise<string>;
}

/** Its message is for people and does not repeat the path. */
export interface FileError extends Error {
  readonly reason: 'missing' | 'denied' | 'other';
}

export const fileError = (reason: FileError['reason'], message: string): FileError => Object.assign(new Error(message), { reason });

export const isFileError = (value: unknown): value is FileError => value instanceof Error && 'reason' in value;

/** True where a look at `path` can be spared. */
export const isSurelyMissing = async (files: Files, path: string): Promise<boolean> => (await files.isMissing?.(path)) === true;

/** True where something is at `path` that may be asked for. */
export async function isThere(files: Files, path: string): Promise<boolean> {
  if (await isSurelyMissing(files, path)) return false;
  try {
    await files.stat(path);
    return true;
  } catch (error) {
    if (!isFileError(error)) throw error;
    return false;
  }
}

/** The entries of `folder`; none where it is not there, or cannot be listed. */
export async function entriesIn(files: Files, folder: string): Promise<readonly Entry[]> {
  if (await isSurelyMissing(files, folder)) return [];
  try {
    return await files.list(folder);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return [];
  }
}

/** A file that is larger, in bytes, cannot be one of ours; reading it would only fill the memory. */
const LARGEST = 64 * 1024 * 1024;

/** What is wrong with a text of so many bytes; undefined where it may be read. */
export const tooLarge = (size: number): string | undefined =>
  size > LARGEST ? `is larger than ${LARGEST / 1024 / 1024} MB and was not read` : undefined;

/** Paths of what the caller has opened for us, as `<(COMMAND)` does in a shell: somebody writes to such a pipe. */
const HANDED_OVER = /^(?:\/dev\/fd|\/proc\/self\/fd)\/\d+$|^\/dev\/stdin$/;

/** What is read of a file. */
export interface Whole {
  readonly bytes: Uint8Array;
  readonly mode?: number;
}

/** All of a file. Rejects with a {@link FileError}, as well for what could be waited for without end. `isPlain`: a listing has it as a plain file. */
export async function readWhole(files: Files, path: string, isPlain = false): Promise<Whole> {
  const plain = isPlain ? await files.readPlain?.(path, LARGEST) : undefined;
  if (plain) return plain;
  const { type, size, mode } = await files.stat(path);
  if (type === 'other') throw fileError('other', 'is a device or a socket, not a file');
  if (type === 'pipe' && !HANDED_OVER.test(path)) throw fileError('other', 'is a pipe: give its content on standard input, with -');
  const message = tooLarge(size);
  if (message !== undefined) throw fileError('other', message);
  return { bytes: await files.read(path), ...(mode !== undefined && { mode }) };
}

/** What kept a file from being read or understood. */
export interface Problem {
  readonly path: string;
  readonly message: string;
  /** Where in the file, 0-based. */
  readonly place?: { readonly line: number; readonly column: number };
}

/** `error` as a problem of `path`; errors that are not of files are thrown on, since they are bugs. */
export function problemOf(path: string, error: unknown): Problem {
  if (!isFileError(error)) throw error;
  return { path, message: error.message };
}
