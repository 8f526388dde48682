/** How the inetds differ: what each takes, and what a line costs that it cannot read. */

/** What is built in: over stream and dgram alike, and over stream alone. */
interface Builtins {
  readonly both: readonly string[];
  readonly stream: readonly string[];
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
  /** Whether addresses may stand before the service. */
  readonly hosts: boolean;
  readonly sockets: RegExp;
  /** Protocols, without `rpc/` and buffer sizes. */
  readonly protocols: RegExp;
  /** Whether a service that is a port number may have any protocol: then only the socket type counts. */
  readonly portsTakeAny: boolean;
  /** Whether RPC services must say their versions; `none` where there are no RPC services. */
  readonly rpc: 'required' | 'optional' | 'none';
  readonly versions: RegExp;
  /** Whether the lower version must stand first. */
  readonly orderedVersions: boolean;
  readonly wait: RegExp;
  /** Whether stream over UDP and dgram over TCP are refused. */
  readonly pairs: boolean;
  readonly builtins: Builtins;
  /** Whether a CR before the line feed is known to become part of the last word. */
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
  hosts: true,
  sockets: /^(?:stream|dgram|rdm|seqpacket|raw)$/,
  protocols: /^(?:tcp|udp)[46]?$|^unix$/,
  portsTakeAny: true,
  rpc: 'required',
  versions: /^\d/,
  orderedVersions: false,
  wait: ANY,
  pairs: false,
  builtins: { both: SMALL, stream: ['tcpmux'] },
  keepsReturns: true,
  refuses: LOGGED,
} as const;

const openbsd: Dialect = {
  ...bsd,
  id: 'openbsd',
  title: 'OpenBSD',
  source: 'OpenBSD usr.sbin/inetd/inetd.c, getconfigent and skip',
  sockets: /^(?:stream|dgram)$/,
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
  { ...openbsd, id: 'openbsd-inetd', title: 'openbsd-inetd', source: 'openbsd-inetd 0.20221205 of Debian, run over the recorded lines' },
  {
    ...bsd,
    id: 'inetutils',
    title: 'GNU inetutils',
    source: 'inetutils 2.4, run over the recorded lines; glibc knows no addresses for rdm and seqpacket',
    continuation: 'none',
    indentedComments: true,
    sockets: /^(?:stream|dgram|raw)$/,
    protocols: /^(?:tcp|udp)/,
    portsTakeAny: false,
    rpc: 'none',
    pairs: true,
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
    builtins: {
      both: [...SMALL, 'sink', 'null', 'ttytst', 'source', 'timserver', '7', '9', '13', '19', '37'],
      stream: ['tcpmux', 'auth', 'ident', 'tap', '113'],
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
  },
  openbsd,
  {
    ...bsd,
    id: 'busybox',
    title: 'BusyBox',
    source: 'BusyBox 1.35 as it is built by default, without RPC, run over the recorded lines',
    continuation: 'backslash',
    indentedComments: true,
    protocols: /^(?:tcp|udp)6?$|^unix$/,
    portsTakeAny: false,
    rpc: 'none',
    wait: /^(?:no)?wait(?:\.\d+)?$/,
    pairs: true,
    builtins: { both: SMALL, stream: [] },
    keepsReturns: false,
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
    rpc: 'optional',
    wait: /^(?:no|s)?wait/,
    builtins: { both: SMALL, stream: [] },
  },
];

/** Those in question where nothing names one. */
export const defaultDialects: readonly string[] = ['netkit', 'openbsd-inetd', 'inetutils', 'freebsd', 'openbsd', 'sysv'];

/** The records of `ids`; of all where none is known. */
export function dialectsOf(ids: readonly string[]): readonly Dialect[] {
  const found = dialects.filter(({ id }) => ids.includes(id));
  return found.length > 0 ? found : dialects;
}
