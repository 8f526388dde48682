/** How the inetds differ: what each takes, and what a line costs that it cannot read. */
import { markedBy } from '../../knowledge/marks.js';
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
  /** What it does with a line that it refuses. */
  readonly refuses: string;
  /** The same for a line with too few fields, where that differs. */
  readonly tooFew?: string;
  /** That ends the daemon: no service at all is offered. */
  readonly exits?: true;
}

/** Instead of socket types, on the systems of the System V family. */
export const systemVTypes = ['tli', 'xti', 'sunrpc_tcp', 'sunrpc_udp'] as const;

export const socketTypes = ['stream', 'dgram', 'rdm', 'seqpacket', 'raw'] as const;

const SMALL = ['echo', 'discard', 'chargen', 'daytime', 'time'];
const LOGGED = 'an error is logged and the line is skipped';
const ANY = /^/;

/** What nobody checks. */
const anyLimit: Count = { form: ANY, about: 'a limit' };

const starts = 'how often a minute the program may be started';

/** Later records may begin from an earlier one: the daemons are a family. */
const bsd = {
  continuation: 'blank',
  indentedComments: false,
  quotes: 'literal',
  hosts: true,
  apart: true,
  brackets: 'taken off',
  fitting: false,
  unmarked: '4',
  mapsIpv4: false,
  sockets: /^(?:stream|dgram|rdm|seqpacket|raw)$/,
  protocols: /^(?:tcp|udp)[46]?$|^unix$/,
  portsTakeAny: true,
  ports: [1, 65_535],
  buffers: 'none',
  rpc: 'required',
  versions: /^\d/,
  orderedVersions: false,
  wait: ANY,
  limits: '.',
  limit: anyLimit,
  pairs: false,
  packets: 'left',
  builtins: { both: SMALL, stream: ['tcpmux'], tcpmux: true },
  most: { words: 20, beyond: 'dropped' },
  longest: undefined,
  keepsReturns: true,
  refuses: LOGGED,
} as const;

const openbsd: Dialect = {
  ...bsd,
  id: 'openbsd',
  title: 'OpenBSD',
  source: 'OpenBSD usr.sbin/inetd/inetd.c, getconfigent and skip',
  sockets: /^(?:stream|dgram)$/,
  // Of what ends in 4 only the letters count.
  protocols: /^(?:tcp|udp)(?:6|(?:\d.*)?4)?$|^unix$/,
  buffers: 'read',
  limit: { form: /^\+?(0x[\da-f]+|0[0-7]*|[1-9]\d*)$/i, about: `${starts}, a number from 1`, lowest: 1, wraps: true },
  guesses: { limit: 'an error is logged, and 256 starts a minute are the limit' },
  versions: /^\+?(?:0x[\da-f]+|0[0-7]*|[1-9]\d*)(?:-\+?(?:0x[\da-f]+|0[0-7]*|[1-9]\d*))?$/i,
  orderedVersions: true,
  builtins: { both: SMALL, stream: [] },
  longest: 1023,
};

export const dialects: readonly Dialect[] = [
  {
    ...bsd,
    id: 'netkit',
    title: 'NetKit',
    source: 'netkit inetd/inetd.c, getconfigent: a missing user or server is read as an empty word',
    hosts: false,
    protocols: /^(?:tcp|udp|unix)$/,
    longest: 1023,
    tooFew: 'the line is dropped without a word, or the port is opened and nothing can be started',
  },
  {
    ...openbsd,
    id: 'openbsd-inetd',
    unmarked: '46',
    title: 'openbsd-inetd',
    source: 'openbsd-inetd 0.20221205 of Debian, run over the recorded lines',
  },
  {
    ...bsd,
    id: 'inetutils',
    title: 'GNU inetutils',
    source: 'inetutils 2.4, run over the recorded lines; glibc knows no addresses for rdm and seqpacket, no ports for raw',
    continuation: 'none',
    quotes: 'around',
    apart: false,
    brackets: 'kept',
    mapsIpv4: true,
    sockets: /^(?:stream|dgram)$/,
    // Names of protocol 0, which stands for whatever goes with the socket, are in /etc/protocols too.
    protocols: /^(?:tcp|udp)|^(?:TCP|UDP|ip|IP|hopopt|HOPOPT)$/,
    portsTakeAny: false,
    ports: [0, Number.POSITIVE_INFINITY],
    buffers: 'ignored',
    rpc: 'none',
    wait: /^(?:no)?wait(?:\.|$)/,
    limit: { form: /^(?:[+-]?\d+)?$/, about: `${starts}, a number` },
    guesses: {
      wait: 'an error is logged, and the word is taken for nowait',
      limit: 'an error is logged, and the digits before the fault are the limit, or there is none',
    },
    pairs: true,
    most: undefined,
    keepsReturns: false,
  },
  {
    ...bsd,
    id: 'freebsd',
    title: 'FreeBSD',
    source: 'FreeBSD usr.sbin/inetd/inetd.c, getconfigent, config, sskip and skip, run over lines made at random',
    quotes: 'before',
    hosts: false,
    protocols: /^tcp[46]*(?:\/(?!faith$).*)?$|^udp[46]*$|^unix$/,
    portsTakeAny: false,
    ports: undefined,
    rpc: 'optional',
    versions: /^[+-]?\d/,
    wait: /^(?:no)?wait/,
    limits: '/',
    limit: { form: /^\+?(\d+)/, about: 'how many programs may run at a time, a number up to 32767', highest: 32_767 },
    builtins: {
      both: [...SMALL, 'sink', 'null', 'ttytst', 'source', 'timserver'],
      stream: ['tcpmux', 'auth', 'ident', 'tap'],
      tcpmux: true,
      paths: true,
    },
    most: { words: 20, beyond: 'refused' },
    longest: 2047,
    tooFew: 'inetd exits: no service at all is offered',
    exits: true,
  },
  {
    ...bsd,
    id: 'netbsd',
    title: 'NetBSD',
    source:
      'NetBSD usr.sbin/inetd/parse.c, getconfigent and skip, run over lines made at random: the protocol gives only the address family',
    quotes: 'shell',
    // A limit, an accept filter or anything else may follow the type.
    sockets: /^stream[^:]*(?::(?=.)[^:,]*(?:,[^:,]*)?)?$|^(?:dgram|rdm|seqpacket|raw)$/,
    protocols: ANY,
    ports: [0, 65_535],
    buffers: 'read',
    versions: /^[+-]?\d+(?:[^-\d].*|-[+-]?\d.*)?$/,
    limits: ':.',
    limit: { form: /^[+-]?(\d+)$/, about: `${starts}, a number`, highest: 2_147_483_647 },
    guesses: { limit: 'a warning is logged, and 0 is the limit, or the highest that there is' },
    longest: 2047,
  },
  openbsd,
  {
    ...bsd,
    id: 'busybox',
    title: 'BusyBox',
    source: 'BusyBox 1.35 as it is built by default, without RPC, run over the recorded lines, and with a dgram service that does not wait',
    continuation: 'backslash',
    indentedComments: true,
    apart: false,
    fitting: true,
    protocols: /^(?:tcp|udp)6?$|^unix$/,
    portsTakeAny: false,
    ports: [0, 65_535],
    rpc: 'none',
    wait: /^(?:no)?wait(?:\.|$)/,
    limit: { form: /^(\d+)$/, about: `${starts}, a number`, highest: 4_294_967_295 },
    pairs: true,
    packets: 'handed over',
    builtins: { both: SMALL, stream: [], longest: 7, checksWait: true },
  },
  {
    ...bsd,
    id: 'sysv',
    title: 'System V',
    source: 'Solaris, HP-UX and AIX as remembered, and lines of their inetd.conf; neither read nor run',
    hosts: false,
    sockets: /^(?:stream|dgram|rdm|seqpacket|raw|tli|xti|sunrpc_(?:tcp|udp))$/,
    protocols: /^(?:tcp|udp)(?:6|6only)?$|^sunrpc_(?:tcp|udp)$/,
    portsTakeAny: false,
    buffers: 'transports',
    rpc: 'optional',
    wait: /^(?:no|s)?wait/,
    builtins: { both: SMALL, stream: [] },
  },
];

/** Those in question where nothing names one. */
export const defaultDialects: readonly string[] = ['netkit', 'openbsd-inetd', 'inetutils', 'freebsd', 'openbsd', 'sysv'];

/** Whose file `text` is, where it says so: each of the BSDs has an inetd of its own. */
export function shownBy(text: string): readonly string[] | undefined {
  const system = markedBy(text);
  return system === undefined ? undefined : [system];
}

const records = new WeakMap<readonly string[], readonly Dialect[]>();

/** The records of `ids`; of all where none is known. The same array for the same ids: what was found out with it is remembered by it. */
export function dialectsOf(ids: readonly string[]): readonly Dialect[] {
  let known = records.get(ids);
  if (known === undefined) {
    const found = dialects.filter(({ id }) => ids.includes(id));
    records.set(ids, (known = found.length > 0 ? found : dialects));
  }
  return known;
}
