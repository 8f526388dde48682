/** What the value of an attribute means, in plain words. */
import { userAbout } from '../../knowledge/users.js';
import type { Line, Token } from '../../model/line.js';
import { attributes } from './attributes.js';

type Describe = (token: Token, line: Line) => string | undefined;

const KEYWORDS: Readonly<Record<string, string>> = {
  service: 'Begins the entry of a service. Its name is one of /etc/services or /etc/rpc, or any where type has UNLISTED.',
  defaults: 'What holds for all services that do not say otherwise. There may be one such block.',
  include: 'Reads this file too, as a configuration of its own.',
  includedir: 'Reads all files of this directory whose names have no dot and no ~ at the end, in the order of their names.',
};

export const describeKeyword: Describe = ({ text }) => KEYWORDS[text.toLowerCase()];

export const describeAttribute: Describe = ({ text }) =>
  attributes.get(text.toLowerCase())?.about ?? 'xinetd knows no such attribute, and ignores the line.';

const OPERATORS: Readonly<Record<string, string>> = {
  '=': 'Sets the value. Sets of values, such as only_from, begin anew with it in a service.',
  '+=': 'Adds to the set that the defaults have.',
  '-=': 'Takes away from the set that the defaults have.',
};

export const describeOperator: Describe = ({ text }) => OPERATORS[text];

/** The attribute that a value belongs to. */
function attributeOf(token: Token, line: Line): string {
  let found = '';
  for (const { role, text, span } of line.tokens) {
    if (span.start >= token.span.start) break;
    if (role === 'attribute') found = text.toLowerCase();
  }
  return found;
}

const SWITCHES: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  disable: ['The service is off.', 'The service is on, unless the defaults turn it off.'],
  wait: ['The server gets the socket itself, and xinetd waits for it to end.', 'A server of its own for each connection.'],
  groups: ['The server has all groups of its user.', 'The server has no group but its own.'],
  v6only: ['IPv6 alone.', 'IPv4 too.'],
};

export const describeSwitch: Describe = (token, line) => {
  const isYes = token.text.toLowerCase() === 'yes';
  return SWITCHES[attributeOf(token, line)]?.[isYes ? 0 : 1];
};

const SOCKETS: Readonly<Record<string, string>> = {
  stream: 'A connection: bytes in order, as TCP gives them.',
  dgram: 'Single packets, as UDP gives them.',
  raw: 'Packets without a transport protocol.',
  seqpacket: 'A connection that keeps packets apart.',
};

export const describeSocket: Describe = ({ text }) => SOCKETS[text.toLowerCase()];

export const FLAGS: Readonly<Record<string, string>> = {
  internal: 'xinetd answers itself; no program is started.',
  unlisted: 'The service is not in /etc/services (or /etc/rpc): port, or rpc_number, says where it is.',
  rpc: 'An RPC service, announced to the port mapper.',
  tcpmux: 'Clients ask for it by name on port 1; the server answers them.',
  tcpmuxplus: 'Clients ask for it by name on port 1; xinetd answers them.',
  nameinargs: 'The first word of server_args is the name that the server is started under: so tcpd can be the server.',
  ipv4: 'Over IPv4.',
  ipv6: 'Over IPv6, where the host has it.',
  nodelay: 'Small packets are sent at once.',
  keepalive: 'Dead connections are noticed.',
  nolibwrap: 'hosts.allow and hosts.deny are not asked.',
  noretry: 'A server that could not be started is not tried again.',
  idonly: 'Only callers whose host says who they are.',
  intercept: 'xinetd looks at every packet for where it comes from.',
  sensor: 'No service at all: who connects is shut out of the others for deny_time.',
  labeled: 'The server runs with the SELinux context of the caller.',
  reuse: 'Without effect today: all services have it.',
  pid: 'The number of the process.',
  host: 'The address of the caller.',
  userid: 'The user at the other end, asked of its ident server: each connection waits for that.',
  exit: 'That a server has ended, and how.',
  duration: 'How long a session lasted.',
  traffic: 'How many bytes were handed on.',
  attempt: 'That somebody tried.',
};

export const describeFlag: Describe = ({ text }) => FLAGS[text.toLowerCase()];

export const describeAddress: Describe = ({ text }) =>
  /^(?:127\.|::1|localhost$)/.test(text) ? 'This host itself.' : /^0\.0\.0\.0$/.test(text) ? 'All addresses.' : undefined;

export const describeUser: Describe = ({ text }) =>
  text === 'root' ? 'All rights: whoever finds a hole in this program owns the host.' : userAbout(text);

export const describeServer: Describe = ({ text }) =>
  text.startsWith('/') ? undefined : 'No full path: xinetd finds no such program, and disables the service.';
