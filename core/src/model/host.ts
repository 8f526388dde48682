/** The host: what the files under one root say together. It holds facts of files, never their texts. */
import type { Place } from '../text/lines.js';
import type { Span } from '../text/span.js';
import type { Launch } from './line.js';

/** A launch of a file, with its span as offsets into that file. */
export interface HostLaunch extends Pick<Launch, 'id' | 'fact' | 'state' | 'masked' | 'when' | 'order'>, Spot {
  readonly name: string;
  /** In a directory of links: the name of the one that says it. */
  readonly link?: string;
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
  !('levels' in when) || when.levels.length === 0 || when.levels.some((level) => !/^[016]$/.test(level));

/** Where a line may be added after the last entry of a crontab, and how. */
export interface Appendix {
  readonly offset: number;
  /** The same as line and column, for doors that hold no text of the file. */
  readonly place: Place;
  /** Goes before the new line: empty, or a line end when the file lacks its last one. */
  readonly before: string;
  readonly lineEnd: string;
}

/** A piece of a file: offsets, and where it begins. */
export interface Spot {
  readonly span: Span;
  readonly place: Place;
}

export interface QueueSpot extends Spot {
  /** Whose queue: that of sendmail's daemon, that of sendmail's clients since 8.12, exim's, or postfix's. */
  readonly queue: 'sendmail' | 'submission' | 'exim' | 'postfix';
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
  /** What it tells those, as a Line's carry tells the next one; absent where that is nothing. */
  readonly carry?: string;
  readonly launches: readonly HostLaunch[];
  /** Of a file that is written for one system alone: its name, which is that of its daemons' dialects as well. */
  readonly system?: string;
  /** True when an entry runs the mail queue. */
  readonly runsQueue: boolean;
  readonly appendix?: Appendix;
  /** The lines that run a mail queue. */
  readonly queueRuns?: readonly QueueSpot[];
  /** Where its first job for cron begins; absent where it has none, or another daemon reads it. */
  readonly job?: Spot;
  /** Ids of the facts that comments in the file say are meant to be on. */
  readonly kept?: readonly string[];
}

/** What the header of an init script says of its place in the order. */
export interface InitScript {
  /** Numbers of its S and K links, 0 to 99, as chkconfig would give them. */
  readonly start?: number;
  readonly kill?: number;
  /** What it gives, and what is to be started before it, as the LSB names them: scripts, or facilities such as `$network`. */
  readonly provides: readonly string[];
  readonly needs: readonly string[];
}

export interface InitScripts {
  /** All files of init.d, by name. */
  readonly byName: ReadonlyMap<string, InitScript>;
  /** True where insserv works out the numbers of the links. */
  readonly isOrdered: boolean;
}

export interface Host {
  /** The folder that the paths of `files` begin in; '' where it is not known. */
  readonly root: string;
  readonly files: readonly HostFile[];
  /** What other files under the root tell of the system: of Debian etc/apt and etc/debian_version. Absent where they tell nothing. */
  readonly system?: 'debian';
  /** The system whose rc.conf lies under the root, where that is none of `files`; absent where there is none, or nobody looked. */
  readonly bsd?: string;
  /** The names in the folders of programs under the root, by folder, such as `/usr/sbin`; absent where nobody looked, where the tree is no whole system, and of folders that are not there. */
  readonly programs?: ReadonlyMap<string, ReadonlySet<string>>;
  /** The scripts of init.d; absent where there are none, or no file of the host asks for them. */
  readonly scripts?: InitScripts;
  /** The names of the units of systemd that lie under the root, those of links to other units too; absent where there are none, or no file of the host asks for them. */
  readonly units?: ReadonlySet<string>;
  /** True where a file shows that its sendmail is 8.12 or later; absent where none does, or nobody looked. */
  readonly submission?: true;
  /** What its own etc/services names, as `NAME/tcp`. Absent where it has none. */
  readonly services?: ReadonlySet<string>;
}

/** `path` as the files of `host` are called: relative to its root. */
export function pathOnHost({ root }: Pick<Host, 'root'>, path: string): string {
  const prefix = `${root.replace(/\/$/, '')}/`;
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

/** `path` as seen from the folder that `root` would lie in; undefined where it is elsewhere, and for one that is told relative to the root. */
export function seenBeside(root: string, path: string): string | undefined {
  const folder = root.slice(0, root.lastIndexOf('/') + 1);
  return folder !== '' && path.startsWith(folder) ? path.slice(folder.length) : undefined;
}
