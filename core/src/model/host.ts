/** The host: what the files under one root say together. It holds facts of files, never their texts. */
import type { Place } from '../text/lines.js';
import type { Span } from '../text/span.js';
import type { Launch } from './line.js';

/** A launch of a file, with its span as offsets into that file. */
export interface HostLaunch extends Pick<Launch, 'fact' | 'state' | 'when'> {
  readonly name: string;
  readonly span: Span;
  readonly place: Place;
  /** Whom it runs as, and what is run, as the file has them. */
  readonly user?: string;
  readonly program?: string;
  /** How bad it is that it is on; absent where it is off, or nothing is to be said of it. */
  readonly level?: 'warning' | 'info' | 'hint';
  /** True where the entry needs the daemon, such as `at` does atd, and does not start it. */
  readonly uses?: true;
}

/** False for what is called in runlevels 0, 1 and 6 alone: that says nothing of a service being on or off. */
export const tellsOfService = ({ when }: Pick<Launch, 'when'>): boolean =>
  when.type !== 'runlevels' || when.levels.length === 0 || when.levels.some((level) => !/^[016]$/.test(level));

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
  /** True where it has its daemon read other files. */
  readonly refers?: true;
  readonly launches: readonly HostLaunch[];
  /** True when an entry runs the mail queue. */
  readonly runsQueue: boolean;
  readonly appendix?: Appendix;
  /** Ids of the facts that comments in the file say are meant to be on. */
  readonly kept?: readonly string[];
}

export interface Host {
  /** The folder that the paths of `files` begin in; '' where it is not known. */
  readonly root: string;
  readonly files: readonly HostFile[];
  /** What other files under the root tell of the system: of Debian etc/apt and etc/debian_version. Absent where they tell nothing. */
  readonly system?: 'debian';
}
