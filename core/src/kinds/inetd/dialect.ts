/** What there is to say of an inetd: the columns of the table of dialects. */
import type { Count } from './count.js';

/** What is built in: over stream and dgram alike, and over stream alone. */
interface Builtins {
  readonly both: readonly string[];
  readonly stream: readonly string[];
  /** A longer name is no built-in service at all, and `internal` a program like any other. */
  readonly longest?: number;
  /** Whether they must have the wait word that goes with their socket type. */
  readonly checksWait?: true;
  /** Whether services behind `tcpmux/` count by their own name, and go over TCP streams alone. */
  readonly tcpmux?: true;
  /** Whether a unix socket counts by the last part of its path. */
  readonly paths?: true;
}

/**
 * What quotes are. `literal`: characters of the word. `around`: they keep a word together that begins with one, and a double quote begins a word
 * wherever it stands. `before`: they keep a word together that begins with one, and it ends with the other. `shell`: they keep blanks wherever they stand.
 */
export type Quotes = 'literal' | 'around' | 'before' | 'shell';

export interface Dialect {
  readonly id: string;
  readonly title: string;
  /** What was read or run for it. */
  readonly source: string;
  /** What makes the next physical line part of this one: a blank at its beginning, a backslash at the end of this one, or nothing. */
  readonly continuation: 'blank' | 'backslash' | 'none';
  /** Whether a `#` behind blanks begins a comment; elsewhere only one in column 1 does. */
  readonly indentedComments: boolean;
  readonly quotes: Quotes;
  /** Whether addresses may stand before the service. */
  readonly hosts: boolean;
  /** Whether blanks may stand between them and the service, or nothing before the colon. */
  readonly apart: boolean;
  /** What it does with the brackets of `[::1]`: takes them off, or takes them for part of a name that nobody has. */
  readonly brackets: 'taken off' | 'kept';
  /** Whether an address of the other family than the protocol's costs the entry. */
  readonly fitting: boolean;
  /** The address family of a protocol without a digit. */
  readonly unmarked: '4' | '46';
  /** Whether tcp6 takes addresses of IPv4 too. */
  readonly mapsIpv4: boolean;
  readonly sockets: RegExp;
  /** Protocols, without `rpc/` and buffer sizes. */
  readonly protocols: RegExp;
  /** Whether a service that is a port number may have any protocol: then only the socket type counts. */
  readonly portsTakeAny: boolean;
  /** The lowest and the highest port; undefined where a number is looked up as a name like any other. */
  readonly ports: readonly [number, number] | undefined;
  /** Buffer sizes behind the protocol: `ignored` takes any text for them, `transports` takes none, but further transports behind that of an RPC service. */
  readonly buffers: 'read' | 'ignored' | 'transports' | 'none';
  /** Whether RPC services must say their versions; `none` where there are no RPC services. */
  readonly rpc: 'required' | 'optional' | 'none';
  readonly versions: RegExp;
  /** Whether the lower version must stand first, and be at least 1: with 0 it takes the service for no RPC service. */
  readonly orderedVersions: boolean;
  readonly wait: RegExp;
  /** The marks behind which it reads a limit, the one first that it looks for first; behind another it reads none, and says nothing. */
  readonly limits: string;
  /** What may stand behind the first such mark of the wait field. */
  readonly limit: Count;
  /** What it takes instead, where it logs an error over one of these and uses the line all the same. */
  readonly guesses?: Readonly<Partial<Record<'wait' | 'limit', string>>>;
  /** Whether stream over UDP and dgram over TCP are refused. */
  readonly pairs: boolean;
  /** What becomes of a packet where a dgram service does not wait: it stays in the socket that inetd goes on to listen at, or is handed over in one of its own. */
  readonly packets: 'left' | 'handed over';
  readonly builtins: Builtins;
  /** How many words behind the server it keeps, and what it does with more; undefined where it keeps all. */
  readonly most: { readonly words: number; readonly beyond: 'dropped' | 'refused' } | undefined;
  /** How many bytes of a physical line it reads as one; undefined where it reads any. */
  readonly longest: number | undefined;
  /** Whether a CR before the line feed becomes part of the last word. */
  readonly keepsReturns: boolean;
  /** The user may have a login class behind `/`, and the path of a socket an owner before it. */
  readonly classes?: true;
  /** Users that daemons run as have a `_` before their names. */
  readonly marksUsers?: true;
  /** It has the socket types and protocols of System V, and RPC programs by their numbers. */
  readonly systemV?: true;
  /** What it does with a line that it refuses. */
  readonly refuses: string;
  /** The same for a line with too few fields, where that differs. */
  readonly tooFew?: string;
  /** That ends the daemon: no service at all is offered. */
  readonly exits?: true;
}
