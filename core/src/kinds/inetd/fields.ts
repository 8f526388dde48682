/** The first seven fields of an entry, each taken apart into tokens. */
import { slice, type Word } from '../../text/words.js';
import type { InetdRole, InetdToken, Protocol } from './model.js';

export const token = (role: InetdRole, { text, span }: Word): InetdToken => ({ text, span, role });

const isMark = (marks: string, code: number): boolean => {
  for (let at = 0; at < marks.length; at++) if (marks.charCodeAt(at) === code) return true;
  return false;
};

/**
 * The pieces of `word` between the characters of `marks`, and those characters, in the order of the text. Empty pieces are left out;
 * a word of marks alone is one piece.
 */
function cut(word: Word, marks: string, roleOf: (piece: number) => InetdRole): InetdToken[] {
  const { text } = word;
  const found: InetdToken[] = [];
  let piece = 0;
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const isEnd = at === text.length;
    if (!isEnd && !isMark(marks, text.charCodeAt(at))) continue;
    if (from === 0 && isEnd) break;
    if (at > from) found.push(token(roleOf(piece++), slice(word, from, at)));
    if (!isEnd) found.push(token('punctuation', slice(word, at, at + 1)));
    from = at + 1;
  }
  return piece === 0 ? [token(roleOf(0), word)] : found;
}

/** FreeBSD's prefix of a unix socket: `:user:group:mode:` before the path. */
const OWNER = /^:[^:]*:[^:]*:[0-7]*:(?=\/)/;

/** Where the service begins in the first word: behind the last colon that is not part of a path. */
export function serviceStart(first: string): number {
  const owner = first.startsWith(':') ? OWNER.exec(first) : null;
  if (owner) return owner[0].length;
  if (first.startsWith('/')) return 0;
  const path = first.indexOf(':/');
  return first.lastIndexOf(':', path === -1 ? first.length : path) + 1;
}

/** The tokens of what stands before the service: `a,b:`, `[::1]:`, `::1:`, `*:`, or FreeBSD's owner of a unix socket. */
export function prefixTokens(first: Word, end: number): InetdToken[] {
  if (end === 0) return [];
  const before = slice(first, 0, end - 1);
  const found = before.text === '' ? [] : OWNER.test(first.text) ? [token('owner', before)] : cut(before, '[],', () => 'address');
  return [...found, token('punctuation', slice(first, end - 1, end))];
}

/** `rstatd/1-3` of an RPC entry: the name, the slash and the versions. Elsewhere, and without a name, one token. */
export function serviceTokens(service: Word, rpc: boolean): InetdToken[] {
  const slash = rpc ? service.text.indexOf('/') : -1;
  if (slash < 1) return [token('service', service)];
  const name = token('service', slice(service, 0, slash));
  const versions = slash + 1 < service.text.length ? [token('version', slice(service, slash + 1))] : [];
  return [name, token('punctuation', slice(service, slash, slash + 1)), ...versions];
}

/** True for `rpc/udp`, which asks for versions behind the service. */
export const isRpc = (protocol: string): boolean => protocol.startsWith('rpc/');

/** True for `sunrpc_udp` of AIX, as a protocol or a socket type. */
export const isSunRpc = (word: string): boolean => word.startsWith('sunrpc_');

/** `rpc/datagram_v,circuit_v`: the transports of an RPC service on Solaris, by their names in netconfig(4) or by what they are like. */
const TRANSPORTS = /^rpc\/[a-z]\w*(?:,[a-z]\w*)+$/;

export const listsTransports = (protocol: string): boolean => TRANSPORTS.test(protocol);

/** `tcp,rcvbuf=64k`: the protocol and its buffer sizes. */
export const protocolTokens = (word: Word): InetdToken[] =>
  listsTransports(word.text) ? [token('protocol', word)] : cut(word, ',', (piece) => (piece === 0 ? 'protocol' : 'option'));

const NAMED = /^(?:rpc\/|sunrpc_)?(?:faith\/)?(tcp|udp)(46|64|4|6)?(?:only)?(?:\/(?:faith|ttcp))?$/;

export function protocolOf(found: InetdToken): Protocol {
  const { text } = found;
  // Nearly all are one of these.
  if (text === 'tcp' || text === 'udp') return { token: found, base: text, family: '', rpc: false };
  const named = NAMED.exec(text);
  const digits = named?.[2] ?? '';
  const family = digits === '64' ? '46' : digits === '4' || digits === '6' || digits === '46' ? digits : '';
  const base = named?.[1] === 'tcp' || named?.[1] === 'udp' ? named[1] : text === 'unix' ? 'unix' : 'other';
  return { token: found, base, family, rpc: isRpc(text) };
}

/** `nowait.40`, `nowait:40`, `nowait/3/10`: the word and its limits. */
export const waitTokens = (word: Word): InetdToken[] => cut(word, '.:/', (piece) => (piece === 0 ? 'wait' : 'limit'));

/**
 * The words behind the server. An RPC program number and its versions stand among them: first on HP-UX, where the service is the word `rpc`,
 * and behind the program's name on AIX, where the protocol or the socket type is one of Sun RPC.
 */
export function argumentTokens(
  words: readonly Word[],
  fields: { readonly service: string; readonly sunRpc: boolean },
): readonly InetdToken[] {
  const at = fields.service === 'rpc' ? 0 : fields.sunRpc ? 1 : words.length;
  if (at >= words.length || !/^\d+$/.test(words[at]?.text ?? '')) return words.map((word) => token('argument', word));
  return words.map((word, index) => token(index === at ? 'number' : index === at + 1 ? 'version' : 'argument', word));
}

/** `user.group`, `user:group`, `user:group/class`. A dot is a separator only where no colon stands before it. */
export function userTokens(word: Word): InetdToken[] {
  const slash = word.text.lastIndexOf('/');
  const owner = slash < 1 ? word : slice(word, 0, slash);
  const separator = owner.text.search(/[.:]/);
  if (slash < 1 && separator < 1) return [token('user', word)];
  const found: InetdToken[] = [token('user', separator < 1 ? owner : slice(owner, 0, separator))];
  if (separator >= 1) {
    found.push(token('punctuation', slice(owner, separator, separator + 1)));
    if (separator + 1 < owner.text.length) found.push(token('group', slice(owner, separator + 1)));
  }
  if (slash < 1) return found;
  found.push(token('punctuation', slice(word, slash, slash + 1)));
  return slash + 1 < word.text.length ? [...found, token('class', slice(word, slash + 1))] : found;
}
