/** The host: what the files under one root say together. It holds facts of files, never their texts. */
import type { Place } from '../text/lines.js';
import type { Span } from '../text/span.js';
import type { Launch } from './line.js';

/** A launch of a file, with its span as offsets into that file. */
export interface HostLaunch extends Pick<Launch, 'fact' | 'state' | 'when'> {
  readonly name: string;
  readonly span: Span;
  readonly place: Place;
}

/** Where a line may be added after the last entry of a crontab, and how. */
export interface Appendix {
  readonly offset: number;
  /** The same as line and column, for doors that hold no text of the file. */
  readonly place: Place;
  /** Goes before the new line: empty, or a line end when the file lacks its last one. */
  readonly before: string;
  readonly lineEnd: string;
}

export interface HostFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly kind: string;
  readonly form: string;
  /** The super-servers that read the file, by the names of their init scripts. */
  readonly superServer?: readonly string[];
  readonly launches: readonly HostLaunch[];
  /** True when an entry runs the mail queue. */
  readonly runsQueue: boolean;
  readonly appendix?: Appendix;
}

export interface Host {
  /** The folder that the paths of `files` begin in; '' where it is not known. */
  readonly root: string;
  readonly files: readonly HostFile[];
  /** What other files under the root tell of the system: of Debian etc/apt and etc/debian_version. Absent where they tell nothing. */
  readonly system?: 'debian';
}
