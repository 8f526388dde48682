/** An entry: its words by position, as tokens and as a typed view. */
import type { Mutable } from '../../model/mutable.js';
import { baseName } from '../../text/base-name.js';
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

const WRAPPERS: readonly string[] = ['tcpd', 'tcp-env', 'busybox'];

/** True for a server that starts the program which its arguments name. */
export function isWrapper(server: string): boolean {
  for (const name of WRAPPERS) if (server.endsWith(name) && baseName(server) === name) return true;
  return false;
}

/** The program that does the work. A wrapper's own name may stand first among its arguments. */
function programOf(server: InetdToken, args: readonly InetdToken[]): InetdToken {
  if (!isWrapper(server.text)) return server;
  return (baseName(args[0]?.text ?? '') === baseName(server.text) ? args[1] : args[0]) ?? server;
}

/** The first of `tokens` in `role`. */
function first(tokens: readonly InetdToken[], role: InetdToken['role']): InetdToken | undefined {
  for (const token of tokens) if (token.role === role) return token;
  return undefined;
}

/** The tokens of the fields from the service on, as far as they go; of the socket type and the server one at most. */
interface Fields {
  readonly service: readonly InetdToken[];
  readonly socket: readonly InetdToken[];
  readonly protocol: readonly InetdToken[];
  readonly wait: readonly InetdToken[];
  readonly user: readonly InetdToken[];
  readonly server: readonly InetdToken[];
  readonly args: readonly InetdToken[];
}

const NONE: readonly InetdToken[] = [];
const EVERYWHERE: readonly string[] = [];

/** Of the words from the service on. Files hold many entries: here nothing is made that is thrown away at once. */
function fieldsOf(words: readonly Word[]): Fields {
  const [service, socket, protocol, wait, user, server] = words;
  const sunRpc = isSunRpc(socket?.text ?? '') || isSunRpc(protocol?.text ?? '');
  return {
    service: service ? serviceTokens(service, isRpc(protocol?.text ?? '')) : NONE,
    socket: socket ? [token('socket', socket)] : NONE,
    protocol: protocol ? protocolTokens(protocol) : NONE,
    wait: wait ? waitTokens(wait) : NONE,
    user: user ? userTokens(user) : NONE,
    server: server ? [token('server', server)] : NONE,
    args: words.length < 7 ? NONE : argumentTokens(words.slice(6), { service: service?.text ?? '', sunRpc }),
  };
}

/** Where the entry listens, by the addresses before its service, or else by the default ones; none for everywhere. */
function addressesOf(hosts: readonly InetdToken[], fallback: string): readonly string[] {
  if (hosts.length === 0 && fallback === '') return EVERYWHERE;
  const own = hosts.length > 0 ? hosts.map(({ text }) => text) : fallback.split(',');
  return own.filter((address) => address !== '' && address !== '*');
}

/** The typed view on `fields`, if service, socket type, protocol, wait, user and server are all there. */
function entryOf(fields: Fields, hosts: readonly InetdToken[], fallback: string): InetdEntry | undefined {
  const { args } = fields;
  const service = first(fields.service, 'service');
  const socket = first(fields.socket, 'socket');
  const protocol = first(fields.protocol, 'protocol');
  const wait = first(fields.wait, 'wait');
  const user = first(fields.user, 'user');
  const server = first(fields.server, 'server');
  if (!service || !socket || !protocol || !wait || !user || !server) return undefined;
  const number = first(args, 'number');
  const versions = first(fields.service, 'version') ?? first(args, 'version');
  const group = first(fields.user, 'group');
  const others = number ? args.filter(({ role }) => role === 'argument') : args;
  const entry: Mutable<InetdEntry> = {
    hosts,
    addresses: addressesOf(hosts, fallback),
    service,
    socket,
    protocol: protocolOf(protocol),
    wait,
    limits: fields.wait.length > 1 ? fields.wait.filter(({ role }) => role === 'limit') : NONE,
    user,
    server,
    args: others,
    program: programOf(server, others),
  };
  if (number) entry.number = number;
  if (versions) entry.versions = versions;
  if (group) entry.group = group;
  return entry;
}

/** Words by position; their tokens are put together when somebody asks: of most entries nobody does. */
class WordsShape implements Shape {
  readonly fields: number;
  readonly hosts?: readonly InetdToken[];
  readonly apart?: true;
  readonly prefixed?: true;
  readonly protocol?: string;
  readonly wait?: string;
  readonly entry?: InetdEntry;
  private readonly prefix: readonly InetdToken[];
  private readonly found: Fields;
  private flat: readonly InetdToken[] | undefined;

  constructor(head: Word, words: readonly Word[], fallback: string) {
    const start = serviceStart(head.text);
    const prefix = prefixTokens(head, start);
    const hosts = start === 0 || first(prefix, 'owner') ? undefined : prefix.filter(({ role }) => role === 'address');
    const stands = start === head.text.length;
    const fields = start === 0 ? words : stands ? words.slice(1) : [slice(head, start), ...words.slice(1)];
    const found = fieldsOf(fields);
    const entry = entryOf(found, hosts ?? NONE, hosts ? '' : fallback);
    this.fields = fields.length;
    if (hosts) this.hosts = hosts;
    if (hosts && stands && fields.length > 0) this.apart = true;
    if (start > 0) this.prefixed = true;
    if (fields[2]) this.protocol = fields[2].text;
    if (fields[3]) this.wait = fields[3].text;
    if (entry) this.entry = entry;
    this.prefix = prefix;
    this.found = found;
  }

  get tokens(): readonly InetdToken[] {
    if (this.flat === undefined) {
      const { service, socket, protocol, wait, user, server, args } = this.found;
      this.flat = [this.prefix, service, socket, protocol, wait, user, server, args].flat();
    }
    return this.flat;
  }
}

/** Reads `words`, at least one, as an entry or a line of default addresses; `fallback` are the addresses in force, with commas. */
export function shapeOf(words: readonly Word[], fallback: string): Shape {
  const [head] = words;
  return head === undefined ? { tokens: [], fields: 0 } : new WordsShape(head, words, fallback);
}
