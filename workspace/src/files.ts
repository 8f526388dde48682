/** The file system as workspace sees it: injected, so that a disk, an editor and a test can all answer. */

export interface Entry {
  readonly name: string;
  readonly type: 'file' | 'directory' | 'link' | 'other';
}

/** What a path leads to, links followed. */
export interface Status {
  /** `pipe`: can be read to its end, once; `other`: a device or a socket, which is never read. */
  readonly type: 'file' | 'directory' | 'pipe' | 'other';
  /** Bytes. */
  readonly size: number;
  /** The same for two paths that lead to one file; absent where the system does not tell. */
  readonly identity?: string;
}

/** Paths have `/` between their parts. Each method rejects with a {@link FileError}. */
export interface Files {
  read(path: string): Promise<Uint8Array>;
  list(path: string): Promise<readonly Entry[]>;
  stat(path: string): Promise<Status>;
  /** What a link says, as it stands in the link. */
  readLink?(path: string): Promise<string>;
}

/** Its message is for people and does not repeat the path. */
export interface FileError extends Error {
  readonly reason: 'missing' | 'denied' | 'other';
}

export const fileError = (reason: FileError['reason'], message: string): FileError => Object.assign(new Error(message), { reason });

export const isFileError = (value: unknown): value is FileError => value instanceof Error && 'reason' in value;

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
