/** What the value of a field means, in plain words. */

import { factByRpc } from '../../knowledge/index.js';
import { portAt, portsNamed, type Transport } from '../../knowledge/ports.js';
import { userAbout } from '../../knowledge/users.js';
import type { Line, Token } from '../../model/line.js';
import { baseName } from '../../text/base-name.js';

type Describe = (token: Token, line: Line) => string | undefined;

export const SOCKETS: Readonly<Record<string, string>> = {
  stream: 'A connection: bytes in order, as TCP gives them.',
  dgram: 'Single packets, as UDP gives them.',
  raw: 'Packets without a transport protocol; hardly any service uses it.',
  rdm: 'Reliably delivered messages; hardly any system has it.',
  seqpacket: 'A connection that keeps packets apart; hardly any service uses it.',
  tli: 'Solaris: the transport interface of System V instead of a socket; RPC services use it.',
  xti: 'HP-UX: the transport interface of X/Open instead of a socket; RPC services use it.',
  sunrpc_tcp: 'AIX: an RPC service, announced to the port mapper, over TCP.',
  sunrpc_udp: 'AIX: an RPC service, announced to the port mapper, over UDP.',
};

export const describeSocket: Describe = ({ text }) => SOCKETS[text];

const FAMILIES: Readonly<Record<string, string>> = {
  '': 'openbsd-inetd on Debian listens on IPv4 and IPv6, the BSD inetds on IPv4 alone',
  '4': 'over IPv4 only',
  '6': 'over IPv6; whether IPv4 comes in too depends on the system',
  '46': 'over IPv4 and IPv6 with one socket, on FreeBSD',
};

export const describeProtocol = ({ text }: Token): string | undefined => {
  if (text === 'unix') return 'A socket in the file system: the service is its path, and only this host reaches it.';
  const known = /^(rpc\/|sunrpc_)?(tcp|udp)(46|4|6)?$/.exec(text);
  if (!known) return undefined;
  const rpc = known[1] ? 'An RPC service, announced to the port mapper, over ' : '';
  return `${rpc}${(known[2] ?? '').toUpperCase()}: ${FAMILIES[known[3] ?? '']}.`;
};

export const describeAddress: Describe = ({ text }) => {
  if (text === '*') return 'All addresses of the host.';
  return /^(?:127\.|::1$|localhost$)/.test(text)
    ? 'The loopback address: only this host itself can connect.'
    : `Only connections to ${text} are taken.`;
};

/** The transport of the entry that `line` is, as far as it is known. */
function transportIn({ tokens }: Line): Transport | undefined {
  const protocol = tokens.find(({ role }) => role === 'protocol')?.text ?? '';
  return protocol.startsWith('tcp') ? 'tcp' : protocol.startsWith('udp') ? 'udp' : undefined;
}

/** What is known to be offered at a port. */
function describePort(text: string, line: Line): string {
  const known = portAt(Number(text), transportIn(line) ?? 'tcp');
  return known ? `Port ${text}: ${[known.name, ...known.aliases].join(', ')}.` : `Port ${text}, which has no common name.`;
}

export const describeService: Describe = ({ text }, line) => {
  if (/^\d+$/.test(text)) return describePort(text, line);
  if (text.startsWith('/')) return 'The path of the socket.';
  if (text.startsWith('tcpmux/')) return 'A service that clients ask for by name on port 1 (tcpmux).';
  const protocol = line.tokens.find(({ role }) => role === 'protocol')?.text ?? '';
  if (protocol.startsWith('rpc/')) {
    const known = factByRpc(text);
    return (
      known && `RPC program ${known.aliases.rpc?.find((one) => typeof one === 'number') ?? text}: the port mapper tells clients its port.`
    );
  }
  const ports = portsNamed(text).map(
    ({ port, transports }) => `port ${port} over ${transports.map((one) => one.toUpperCase()).join(' and ')}`,
  );
  return ports.length > 0
    ? `“${text}”: ${ports.join('; ')}, by the common names. What counts is /etc/services of the host.`
    : `“${text}” is none of the common names: /etc/services of the host must have it.`;
};

export const describeVersion: Describe = ({ text }) => {
  const [low, high] = text.split('-');
  return high === undefined ? `RPC version ${low}.` : `RPC versions ${low} to ${high}.`;
};

export const describeNumber: Describe = ({ text }) => {
  const known = factByRpc(text);
  return known && `RPC program ${text}: ${known.name}.`;
};

export const WAITS: Readonly<Record<string, string>> = {
  wait: 'One program at a time: it gets the socket itself, and inetd listens again when it ends. Usual for dgram.',
  swait: 'HP-UX: the program gets the socket itself, and inetd listens again when it ends.',
  nowait: 'A program of its own for each connection, while inetd goes on listening. Usual for stream.',
};

export const describeWait: Describe = ({ text }) =>
  WAITS[text] ?? `“${text}” is neither wait nor nowait: openbsd-inetd takes it for nowait without a word.`;

/** The limits of one entry mean different things by their place and by the mark before them. */
export const describeLimit: Describe = (token, line) => {
  if (line.text[token.span.start - 1] !== '/')
    return `At most ${token.text} starts a minute; past that inetd stops the service for a while.`;
  const at = line.tokens.filter(({ role }) => role === 'limit').findIndex(({ span }) => span.start === token.span.start);
  if (at === 0)
    return token.text === '0' ? 'As many programs at once as come (FreeBSD).' : `At most ${token.text} programs at once (FreeBSD).`;
  return at === 1
    ? `At most ${token.text} connections a minute from one address (FreeBSD).`
    : `At most ${token.text} connections at once from one address (FreeBSD).`;
};

export const describeUser: Describe = ({ text }) =>
  text === 'root' ? 'All rights: whoever finds a hole in this program owns the host.' : userAbout(text);

export const describeServer: Describe = ({ text }) => {
  if (text === 'internal') return 'Answered by inetd itself; no program is started.';
  const name = baseName(text);
  if (name === 'tcpd') return 'The TCP wrapper: it asks hosts.allow and hosts.deny, then starts the program named next.';
  if (name === 'busybox') return 'BusyBox: the next word says which of its programs.';
  return text.startsWith('/') ? undefined : 'No full path: BusyBox searches PATH for it, the other inetds do not.';
};

export const describeArgument: Describe = (token, line) => {
  const first = line.tokens.find(({ role }) => role === 'argument');
  if (first?.span.start !== token.span.start) return undefined;
  const server = baseName(line.tokens.find(({ role }) => role === 'server')?.text ?? '');
  if (server === 'tcpd') return 'The program that the wrapper starts.';
  return server === 'busybox' ? 'The program within BusyBox.' : 'The name under which the program is started (its argument 0).';
};
