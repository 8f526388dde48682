/** Lines, their tokens, and what they launch. */
import type { Span } from '../text/span.js';
import type { Word } from '../text/words.js';
import type { Remedy } from './remedy.js';

/** A word of the file with a role. Its span is relative to its Line. */
export interface Token<Role extends string = string> extends Word {
  readonly role: Role;
}

/**
 * What starts a launch, or keeps it from starting.
 * `socket`: inetd, when a packet comes; `clock`: cron; `runlevels`: an rc link or a chkconfig row; `boot`: `@reboot`,
 * and what init runs once; `respawn`: init, which starts it again whenever it ends.
 */
export type When =
  /** `rpc` where the port mapper must tell callers the port; `byDefault` where the entry leaves it to others who may call. */
  | { readonly type: 'socket'; readonly protocol: string; readonly loopback: boolean; readonly rpc?: true; readonly byDefault?: true }
  | { readonly type: 'clock' }
  /** `levels`: the runlevels in which it does; absent where it does in all of them. */
  | { readonly type: 'boot'; readonly levels?: readonly string[] }
  /** The same. */
  | { readonly type: 'respawn'; readonly levels: readonly string[] }
  /** Digits and `S`, or names: `default` is the one in which a host without numbers does its work. `through` xinetd, or the inetd of Solaris, where that starts it; `protocol` where such a row names its transport. */
  | {
      readonly type: 'runlevels';
      readonly levels: readonly string[];
      readonly protocol?: 'tcp' | 'udp';
      readonly through?: 'xinetd' | 'inetd';
    };

/** One thing that the file makes the system start, or keeps from starting. */
export interface Launch {
  /** The token to point at: the service, the program or the script. */
  readonly subject: Token;
  /** What its daemon tells it apart by, where that is another word than the subject. */
  readonly id?: string;
  readonly program?: Token;
  readonly user?: Token;
  /** What it is given, where that stands elsewhere than among the arguments of its Line. */
  readonly args?: readonly string[];
  /** Id of the Fact about it, where one is known. */
  readonly fact?: string;
  /** `commented`: off because the line is commented out. */
  readonly state: 'on' | 'off' | 'commented';
  /** Set where more than its own switch keeps it off: nothing can start it. */
  readonly masked?: true;
  readonly when: When;
  /** The number of an rc link, by which those of a runlevel are called in order; absent elsewhere. */
  readonly order?: number;
  /** How the crontab entry starts it: runs it, or asks the init system to; absent elsewhere. */
  readonly by?: 'command' | 'init';
}

/** Text of the file that the daemon would not take as meant. Its span is relative to its Line. */
export interface Problem {
  readonly rule: string;
  readonly span: Span;
  readonly message: string;
  /** Where something is probably meant. */
  readonly remedy?: Remedy;
}

/**
 * The smallest piece that the daemon reads as one: an entry with its continuation lines, an assignment, a comment.
 * Lines tile the text. All spans in a Line are relative to its start, so an unchanged Line is the same value wherever it moves.
 */
export interface Line {
  readonly type: 'entry' | 'setting' | 'comment' | 'commented' | 'blank' | 'broken';
  /** The whole text, line ends included. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly launches: readonly Launch[];
  /** Those of `launches` that {@link notableLaunches} gives, where the kind knows them without reading all the others. */
  readonly notable?: readonly Launch[];
  readonly problems: readonly Problem[];
  /** True where the daemon goes on to read other files: what this one does not have may be there. */
  readonly refers?: true;
  /** For `commented`: the marks that keep each physical line from being read; deleting them enables the entry. */
  readonly marks?: readonly Span[];
  /** What the next Line must know of this one and those before it. */
  readonly carry: string;
}

/** True for a launch that tells something of its host: all but a program that nobody knows, run by the clock. */
export const isNotable = ({ fact, when }: Launch): boolean => fact !== undefined || when.type !== 'clock';

/** The launches of `line` that tell something of its host. */
export function notableLaunches(line: Line): readonly Launch[] {
  if (line.notable !== undefined) return line.notable;
  const { launches } = line;
  // Mostly all or none: then there is nothing to copy.
  return launches.every(isNotable) ? launches : launches.filter(isNotable);
}
