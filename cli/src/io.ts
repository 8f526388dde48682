/** What the command line needs of the machine; injected, so that tests need no disk and no terminal. */
import type { Files } from '../../workspace/src/index.js';

export interface Disk extends Files {
  /** Replaces what `path` holds, so that at each moment either the old or the new bytes are there; makes it where it is not. Rejects with a FileError. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** As `write`; what is no plain file, such as a pipe, is written to as it is. Rejects with a FileError. */
  put(path: string, bytes: Uint8Array): Promise<void>;
  /** Adds to the end of a file, which need not be there yet. Rejects with a FileError. */
  append(path: string, bytes: Uint8Array): Promise<void>;
}

/** How a run of git ended. */
export interface GitOutcome {
  readonly status: number;
  readonly stdout: Uint8Array;
  readonly stderr: string;
}

export interface Io {
  readonly files: Disk;
  /** Absolute, with `/`. */
  readonly cwd: string;
  /** All of standard input. Rejects with a FileError. */
  readonly stdin: () => Promise<Uint8Array>;
  readonly stdout: (text: string | Uint8Array) => void;
  readonly stderr: (text: string) => void;
  /** Runs git with these arguments in `folder`. Rejects with a FileError where there is none. */
  readonly git: (args: readonly string[], folder: string, input?: Uint8Array) => Promise<GitOutcome>;
  /** Of standard output; `columns` only when it is a terminal. */
  readonly isTTY: boolean;
  readonly columns?: number;
  /** Of standard error; absent means that it is none. */
  readonly isErrorTTY?: boolean;
  /** Lets the system have its say in the middle of long work. False once the person has asked for an end of it. */
  readonly goesOn?: () => Promise<boolean>;
  /** Told once where very many files follow: the machine may want to prepare for them. */
  readonly forMany?: () => Promise<void>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** IANA name of the machine's zone. */
  readonly zone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}
