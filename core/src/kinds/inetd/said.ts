/** Why a daemon refuses an entry, in a sentence. */
import { type Dialect, socketTypes } from './dialects.js';
import { limitMark } from './judge.js';
import type { InetdToken, Shape } from './model.js';
import { FIELDS, type Refusal } from './refusal.js';

export const list = (words: readonly string[], last = 'and'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** The token at fault; undefined where the fault is that something is missing. */
export function tokenAt({ tokens, entry }: Shape, refusal: Refusal): InetdToken | undefined {
  switch (refusal) {
    case 'fields':
    case 'continued':
      return undefined;
    case 'address':
    case 'apart':
    case 'nameless':
    case 'brackets':
    case 'family':
      return tokens.find(({ role }) => role === 'address' || role === 'punctuation');
    case 'buffer':
      return tokens.find(({ role }) => role === 'option') ?? entry?.protocol.token;
    case 'socket':
    case 'pair':
      return entry?.socket;
    case 'protocol':
    case 'rpc':
      return entry?.protocol.token;
    case 'version':
      return entry?.versions ?? entry?.service;
    case 'port':
    case 'number':
      return entry?.service;
    case 'wait':
    case 'builtin-wait':
      return entry?.wait;
    case 'limit':
      return entry?.limits[0] ?? entry?.wait;
    case 'builtin':
      return entry?.server;
    case 'arguments':
      return entry?.args.at(-1);
  }
}

const MARKS: Readonly<Record<string, string>> = { '.': 'dot', ':': 'colon', '/': 'slash' };

const socketSaid = (said: string): string =>
  socketTypes.some((type) => type === said)
    ? `Over ${said} sockets inetd offers nothing: nearly always the type is stream or dgram.`
    : `“${said}” is no socket type: they are ${list(socketTypes)}, in lower case; nearly always it is stream or dgram.`;

/** The fields that are missing: of a line that ends with a path, the one that the path stands for, or the wait field where no such word is there. */
function lackedBy({ fields, tokens, wait = '' }: Shape): string {
  const path = tokens.find(({ role }) => role === 'user')?.text.startsWith('/');
  if (fields !== FIELDS.length - 1 || !path) return list(FIELDS.slice(fields));
  return `${/^(?:no)?wait\b/.test(wait) ? 'user' : 'wait or nowait'}: the path of the server stands a field too early`;
}

/** The reason, in a sentence, by the record of one that refuses it. */
export function saidOf(shape: Shape, refusal: Refusal, dialect: Dialect): string {
  const { builtins, ports, buffers } = dialect;
  const said = short(tokenAt(shape, refusal)?.text ?? '');
  switch (refusal) {
    case 'fields':
      return `An entry has six fields before its arguments; this line lacks the ${lackedBy(shape)}.`;
    case 'continued':
      return 'The entry goes on in the next line, which this inetd reads as an entry of its own: write it on one line.';
    case 'address':
      return `“${said}” stands before the service, but this inetd knows no addresses there.`;
    case 'apart':
      return 'A blank stands between the address and the service: to this inetd the fields begin with an empty service.';
    case 'nameless':
      return 'No address stands before the colon: write * for all of them, or no colon.';
    case 'brackets':
      return 'This inetd keeps the brackets of the address and looks for a host of that name: write the address without them.';
    case 'family':
      return `“${said}” is no address of this protocol: one with colons needs tcp6 or udp6, one of IPv4 tcp or udp.`;
    case 'port':
      return `There is no port ${said}: they go from ${ports?.[0]} to 65535.`;
    case 'number':
      return `This inetd takes a port number for a name: give port ${said} a name in /etc/services, and write that.`;
    case 'socket':
      return socketSaid(said);
    case 'protocol':
      return `“${said}” is no protocol that inetd offers this service over: write tcp or udp, perhaps with 4 or 6 behind it, or unix.`;
    case 'buffer':
      return buffers !== 'read'
        ? 'This inetd knows no buffer sizes behind the protocol.'
        : 'A buffer size is sndbuf= or rcvbuf= with a number and k or m, as in tcp,rcvbuf=64k; at most one of each.';
    case 'rpc':
      return `“${said}”: this inetd offers no RPC services.`;
    case 'version':
      return 'An RPC service names its versions behind a slash, the lower first, as in rstatd/1-3.';
    case 'wait':
      return `“${said}” is neither wait nor nowait with a limit that this inetd knows.`;
    case 'limit':
      return `“${short(shape.wait ?? '')}”: behind the ${MARKS[limitMark(shape.wait ?? '', dialect) ?? ''] ?? 'word'} stands ${dialect.limit.about}.`;
    case 'pair':
      return `${said} does not go with this protocol: stream goes with TCP and dgram with UDP.`;
    case 'builtin':
      return `No such service is built in under this name and socket type: that is ${list(builtins.both)}. Name a server program instead.`;
    case 'arguments':
      return `This inetd keeps ${dialect.most?.words} words behind the server program; here are ${shape.entry?.args.length}. Put the command into a script, and name that as the server.`;
    case 'builtin-wait':
      return `“${said}” does not go with a built-in service of this type: stream goes with nowait, dgram with wait.`;
  }
}

/** What the line costs with `dialect`. */
export const costOf = ({ refuses, tooFew, guesses }: Dialect, refusal: Refusal): string =>
  (refusal === 'wait' || refusal === 'limit' ? guesses?.[refusal] : refusal === 'fields' ? tooFew : undefined) ?? refuses;
