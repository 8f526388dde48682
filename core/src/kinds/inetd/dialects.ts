/** How the inetds differ: what each takes, and what a line costs that it cannot read. */
import { markedBy } from '../../knowledge/marks.js';
import type { Count } from './count.js';
import type { Dialect } from './dialect.js';

export type { Dialect } from './dialect.js';

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
  marksUsers: true,
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
    classes: true,
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
    systemV: true,
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
