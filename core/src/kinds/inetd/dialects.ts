/** How the inetds differ: what each takes, and what a line costs that it cannot read. */
import { markedBy } from '../../knowledge/marks.js';

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
}

export interface Dialect {
  readonly id: string;
  readonly title: string;
  /** What was read or run for it. */
  readonly source: string;
  /** What makes the next physical line part of this one: a blank at its beginning, a backslash at the end of this one, or nothing. */
  readonly continuation: 'blank' | 'backslash' | 'none';
  /** Whether a `#` behind blanks begins a comment; elsewhere only one in column 1 does. */
  readonly indentedComments: boolean;
  /** Whether quotes keep blanks within a word. */
  readonly quotes: boolean;
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
  /** The lowest and the highest port. */
  readonly ports: readonly [number, number];
  /** Buffer sizes behind the protocol: `ignored` takes any text for them, `transports` takes none, but further transports behind that of an RPC service. */
  readonly buffers: 'read' | 'ignored' | 'transports' | 'none';
  /** Whether RPC services must say their versions; `none` where there are no RPC services. */
  readonly rpc: 'required' | 'optional' | 'none';
  readonly versions: RegExp;
  /** Whether the lower version must stand first. */
  readonly orderedVersions: boolean;
  readonly wait: RegExp;
  /** The marks behind which it reads a limit; behind another it reads none, and says nothing. */
  readonly limits: string;
  /** What may stand behind the first dot of the wait field. */
  readonly limit: RegExp;
  /** What it takes instead, where it logs an error over one of these and uses the line all the same. */
  readonly guesses?: Readonly<Partial<Record<'wait' | 'limit', string>>>;
  /** Whether stream over UDP and dgram over TCP are refused. */
  readonly pairs: boolean;
  /** What becomes of a packet where a dgram service does not wait: it stays in the socket that inetd goes on to listen at, or is handed over in one of its own. */
  readonly packets: 'left' | 'handed over';
  readonly builtins: Builtins;
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

/** Later records may begin from an earlier one: the daemons are a family. */
const bsd = {
  continuation: 'blank',
  indentedComments: false,
  quotes: false,
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
  limit: ANY,
  pairs: false,
  packets: 'left',
  builtins: { both: SMALL, stream: ['tcpmux'], tcpmux: true },
  keepsReturns: true,
  refuses: LOGGED,
} as const;

const openbsd: Dialect = {
  ...bsd,
  id: 'openbsd',
  title: 'OpenBSD',
  source: 'OpenBSD usr.sbin/inetd/inetd.c, getconfigent and skip',
  sockets: /^(?:stream|dgram)$/,
  buffers: 'read',
  limit: /^[+]?(?:0x0*[1-9a-f][\da-f]*|0+[1-7][0-7]*|[1-9]\d*)$/i,
  guesses: { limit: 'an error is logged, and 256 starts a minute are the limit' },
  versions: /^(?:0x[\da-f]+|\d+)(?:-(?:0x[\da-f]+|\d+))?$/i,
  orderedVersions: true,
  builtins: { both: SMALL, stream: [] },
};

export const dialects: readonly Dialect[] = [
  {
    ...bsd,
    id: 'netkit',
    title: 'NetKit',
    source: 'netkit inetd/inetd.c, getconfigent: a missing user or server is read as an empty word',
    hosts: false,
    protocols: /^(?:tcp|udp|unix)$/,
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
    quotes: true,
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
    limit: /^(?:[+-]?\d+)?$/,
    guesses: {
      wait: 'an error is logged, and the word is taken for nowait',
      limit: 'an error is logged, and the digits before the fault are the limit, or there is none',
    },
    pairs: true,
    keepsReturns: false,
  },
  {
    ...bsd,
    id: 'freebsd',
    title: 'FreeBSD',
    source: 'FreeBSD usr.sbin/inetd/inetd.c, getconfigent and sskip',
    hosts: false,
    protocols: /^(?:tcp|udp)[46]*(?:\/ttcp)?$|^unix$/,
    rpc: 'optional',
    wait: /^(?:no)?wait[^/]*(?:\/\d.*)?$/,
    limits: '/',
    builtins: {
      both: [...SMALL, 'sink', 'null', 'ttytst', 'source', 'timserver', '7', '9', '13', '19', '37'],
      stream: ['tcpmux', 'auth', 'ident', 'tap', '113'],
      tcpmux: true,
    },
    tooFew: 'inetd exits: no service at all is offered',
    exits: true,
  },
  {
    ...bsd,
    id: 'netbsd',
    title: 'NetBSD',
    source: 'NetBSD usr.sbin/inetd/parse.c, getconfigent: the protocol gives only the address family',
    // A limit or an accept filter may follow the type.
    sockets: /^(?:stream|dgram|rdm|seqpacket|raw)(?:[:,]|$)/,
    protocols: ANY,
    buffers: 'read',
    limits: '.:',
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
    limit: /^\d{1,9}$|^[1-3]\d{9}$/,
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
