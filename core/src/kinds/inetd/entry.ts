/** An entry: its words by position, as tokens and as a typed view. */
import { slice, type Word } from '../../text/words.js';
import {
  argumentTokens,
  isRpc,
  isSunRpc,
  prefixTokens,
  protocolOf,
  protocolTokens,
  serviceStart,
  serviceTokens,
  token,
  userTokens,
  waitTokens,
} from './fields.js';
import type { InetdEntry, InetdToken } from './model.js';

/** What the words of a line are, whether or not all fields are there. */
export interface Shape {
  readonly tokens: readonly InetdToken[];
  /** How many of service, socket type, protocol, wait, user, server and arguments there are; 0 for a line with addresses alone. */
  readonly fields: number;
  /** The addresses before the service; undefined where no colon stands there. */
  readonly hosts?: readonly InetdToken[];
  /** True where blanks stand between the addresses and the service. */
  readonly apart?: true;
  /** The protocol and the wait field as they are written. */
  readonly protocol?: string;
  readonly wait?: string;
  /** With all six fields. */
  readonly entry?: InetdEntry;
}

const WRAPPERS: ReadonlySet<string> = new Set(['tcpd', 'tcp-env', 'busybox']);

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** True for a server that starts the program which its arguments name. */
export const isWrapper = (server: string): boolean => WRAPPERS.has(baseName(server));

/** The program that does the work. A wrapper's own name may stand first among its arguments. */
function programOf(server: InetdToken, args: readonly InetdToken[]): InetdToken {
  if (!isWrapper(server.text)) return server;
  return (baseName(args[0]?.text ?? '') === baseName(server.text) ? args[1] : args[0]) ?? server;
}

const first = (tokens: readonly InetdToken[], role: InetdToken['role']): InetdToken | undefined =>
  tokens.find((found) => found.role === role);

/** The typed view on `tokens`, if service, socket type, protocol, wait, user and server are all there. */
function entryOf(tokens: readonly InetdToken[], hosts: readonly InetdToken[], fallback: string): InetdEntry | undefined {
  const [service, socket, protocol, wait, user, server] = (['service', 'socket', 'protocol', 'wait', 'user', 'server'] as const).map(
    (role) => first(tokens, role),
  );
  if (!service || !socket || !protocol || !wait || !user || !server) return undefined;
  const args = tokens.filter(({ role }) => role === 'argument');
  const number = first(tokens, 'number');
  const versions = first(tokens, 'version');
  const group = first(tokens, 'group');
  const own = hosts.map(({ text }) => text);
  const addresses = (own.length > 0 ? own : fallback.split(',')).filter((address) => address !== '' && address !== '*');
  return {
    hosts,
    addresses,
    service,
    ...(number && { number }),
    ...(versions && { versions }),
    socket,
    protocol: protocolOf(protocol),
    wait,
    limits: tokens.filter(({ role }) => role === 'limit'),
    user,
    ...(group && { group }),
    server,
    args,
    program: programOf(server, args),
  };
}

/** The tokens of the fields from the service on, as far as they go. */
function fieldTokens([service, socket, protocol, wait, user, server, ...args]: readonly Word[]): InetdToken[] {
  const sunRpc = isSunRpc(socket?.text ?? '') || isSunRpc(protocol?.text ?? '');
  return [
    ...(service ? serviceTokens(service, isRpc(protocol?.text ?? '')) : []),
    ...(socket ? [token('socket', socket)] : []),
    ...(protocol ? protocolTokens(protocol) : []),
    ...(wait ? waitTokens(wait) : []),
    ...(user ? userTokens(user) : []),
    ...(server ? [token('server', server)] : []),
    ...argumentTokens(args, { service: service?.text ?? '', sunRpc }),
  ];
}

/** Reads `words`, at least one, as an entry or a line of default addresses; `fallback` are the addresses in force, with commas. */
export function shapeOf(words: readonly Word[], fallback: string): Shape {
  const [head, ...rest] = words;
  if (head === undefined) return { tokens: [], fields: 0 };
  const start = serviceStart(head.text);
  const prefix = prefixTokens(head, start);
  const hosts = start === 0 || first(prefix, 'owner') ? undefined : prefix.filter(({ role }) => role === 'address');
  const fields = start === head.text.length ? rest : [slice(head, start), ...rest];
  const tokens = [...prefix, ...fieldTokens(fields)];
  const entry = entryOf(tokens, hosts ?? [], hosts ? '' : fallback);
  const protocol = fields[2]?.text;
  const wait = fields[3]?.text;
  return {
    tokens,
    fields: fields.length,
    ...(hosts && { hosts }),
    ...(hosts && fields === rest && rest.length > 0 && { apart: true as const }),
    ...(protocol !== undefined && { protocol }),
    ...(wait !== undefined && { wait }),
    ...(entry && { entry }),
  };
}
