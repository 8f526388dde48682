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
import type { InetdEntry, InetdToken, Shape } from './model.js';

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

/** The tokens of the fields from the service on, as far as they go. */
interface Fields {
  readonly service: readonly InetdToken[];
  readonly socket?: InetdToken;
  readonly protocol: readonly InetdToken[];
  readonly wait: readonly InetdToken[];
  readonly user: readonly InetdToken[];
  readonly server?: InetdToken;
  readonly args: readonly InetdToken[];
}

const NONE: readonly InetdToken[] = [];

function fieldsOf([service, socket, protocol, wait, user, server, ...args]: readonly Word[]): Fields {
  const sunRpc = isSunRpc(socket?.text ?? '') || isSunRpc(protocol?.text ?? '');
  return {
    service: service ? serviceTokens(service, isRpc(protocol?.text ?? '')) : NONE,
    ...(socket && { socket: token('socket', socket) }),
    protocol: protocol ? protocolTokens(protocol) : NONE,
    wait: wait ? waitTokens(wait) : NONE,
    user: user ? userTokens(user) : NONE,
    ...(server && { server: token('server', server) }),
    args: argumentTokens(args, { service: service?.text ?? '', sunRpc }),
  };
}

const tokensOf = (prefix: readonly InetdToken[], { service, socket, protocol, wait, user, server, args }: Fields): InetdToken[] => [
  ...prefix,
  ...service,
  ...(socket ? [socket] : NONE),
  ...protocol,
  ...wait,
  ...user,
  ...(server ? [server] : NONE),
  ...args,
];

/** The typed view on `fields`, if service, socket type, protocol, wait, user and server are all there. */
function entryOf(fields: Fields, hosts: readonly InetdToken[], fallback: string): InetdEntry | undefined {
  const { socket, server, args } = fields;
  const service = first(fields.service, 'service');
  const protocol = first(fields.protocol, 'protocol');
  const wait = first(fields.wait, 'wait');
  const user = first(fields.user, 'user');
  if (!service || !socket || !protocol || !wait || !user || !server) return undefined;
  const number = first(args, 'number');
  const versions = first(fields.service, 'version') ?? first(args, 'version');
  const group = first(fields.user, 'group');
  const own = hosts.length > 0 ? hosts.map(({ text }) => text) : fallback === '' ? [] : fallback.split(',');
  const others = number ? args.filter(({ role }) => role === 'argument') : args;
  return {
    hosts,
    addresses: own.filter((address) => address !== '' && address !== '*'),
    service,
    ...(number && { number }),
    ...(versions && { versions }),
    socket,
    protocol: protocolOf(protocol),
    wait,
    limits: fields.wait.length > 1 ? fields.wait.filter(({ role }) => role === 'limit') : NONE,
    user,
    ...(group && { group }),
    server,
    args: others,
    program: programOf(server, others),
  };
}

/** Reads `words`, at least one, as an entry or a line of default addresses; `fallback` are the addresses in force, with commas. */
export function shapeOf(words: readonly Word[], fallback: string): Shape {
  const [head, ...rest] = words;
  if (head === undefined) return { tokens: [], fields: 0 };
  const start = serviceStart(head.text);
  const prefix = prefixTokens(head, start);
  const hosts = start === 0 || first(prefix, 'owner') ? undefined : prefix.filter(({ role }) => role === 'address');
  const fields = start === 0 ? words : start === head.text.length ? rest : [slice(head, start), ...rest];
  const found = fieldsOf(fields);
  const tokens = tokensOf(prefix, found);
  const entry = entryOf(found, hosts ?? NONE, hosts ? '' : fallback);
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
