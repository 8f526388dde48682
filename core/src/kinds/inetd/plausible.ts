/** Which dialects a file is written for, by what its entries ask of one. */

import type { Document } from '../../model/document.js';
import { memo } from '../../model/memo.js';
import { apart } from '../../text/apart.js';
import { physicalEnd } from '../../text/lines.js';
import { type Dialect, dialectsOf, systemVTypes } from './dialects.js';
import type { Gist } from './dispute.js';
import { isSunRpc } from './fields.js';
import { builtinRefusal } from './judge.js';
import { type InetdEntry, type InetdLine, type InetdRole, isInternal } from './model.js';
import { swallowedIn } from './swallowed.js';

const SYSTEM_V: ReadonlySet<string> = new Set(systemVTypes);

type Test = (dialect: Dialect) => boolean;

const knowsHosts: Test = ({ hosts }) => hosts;
const knowsClasses: Test = ({ classes }) => classes === true;
const isSystemV: Test = ({ systemV }) => systemV === true;
const marksUsers: Test = ({ marksUsers: marks }) => marks === true;
const readsNumbers: Test = ({ ports }) => ports !== undefined;
const knowsRpc: Test = ({ rpc }) => rpc !== 'none';
const readsBuffers: Test = ({ buffers }) => buffers === 'read';
const joinsByBlank: Test = ({ continuation }) => continuation === 'blank';

const limitTests = new Map<string, Test>();

/** The same test for the same mark: files hold many entries with limits. */
function takesLimitBehind(mark: string): Test {
  let test = limitTests.get(mark);
  if (test === undefined) limitTests.set(mark, (test = ({ limits }) => limits.includes(mark)));
  return test;
}

/** What the protocol of an entry asks. */
function askedByProtocol({ protocol, socket, number }: InetdEntry): Test | undefined {
  const text = apart(protocol.token.text);
  if (SYSTEM_V.has(socket.text) || isSunRpc(text) || number) return isSystemV;
  if (protocol.rpc) return knowsRpc;
  return protocol.base === 'other' || text === 'tcp' || text === 'udp' ? undefined : ({ protocols }) => protocols.test(text);
}

/** What the first limit of an entry asks. */
function askedByLimit({ text }: InetdLine, { limits: [limit] }: InetdEntry): Test | undefined {
  const mark = limit && text[limit.span.start - 1];
  return limit && mark && /^\d+$/.test(limit.text) ? takesLimitBehind(mark) : undefined;
}

const hasRole = ({ tokens }: InetdLine, wanted: InetdRole): boolean => tokens.some(({ role }) => role === wanted);

/** True where the user field may hold a login class. */
function mayHaveClass({ text }: InetdLine, { user, server }: InetdEntry): boolean {
  const slash = text.indexOf('/', user.span.start);
  return slash !== -1 && slash < server.span.start;
}

/** True for a user with the mark that OpenBSD gives those of its daemons, as Debian does by now. */
const isMarked = ({ user }: InetdEntry): boolean => user.text.startsWith('_');

/** What one entry asks: each a test that a dialect it is written for passes. */
function testsOf(line: InetdLine, entry: InetdEntry): readonly Test[] {
  const { text } = line;
  const { protocol, hosts, service } = entry;
  const tests: Test[] = [];
  const ask = (test: Test | undefined) => {
    if (test !== undefined) tests.push(test);
  };
  if (hosts.length > 0) ask(knowsHosts);
  if (!protocol.rpc && /^\d+$/.test(service.text)) ask(readsNumbers);
  if (text[service.span.start - 1] === ':' && hasRole(line, 'owner')) ask(knowsClasses);
  if (mayHaveClass(line, entry) && hasRole(line, 'class')) ask(knowsClasses);
  if (isMarked(entry)) ask(marksUsers);
  ask(askedByProtocol(entry));
  if (isInternal(entry)) ask((dialect) => builtinRefusal(entry, dialect) !== 'builtin');
  if (text[protocol.token.span.end] === ',' && hasRole(line, 'option')) ask(readsBuffers);
  ask(askedByLimit(line, entry));
  if (physicalEnd(text, 0) < text.length && swallowedIn(line).length === 0) ask(joinsByBlank);
  return tests;
}

const byGist = memo<Gist, readonly Test[]>();

/** The same; entries that are judged alike ask the same, but for what stands in their user field. */
function asked(line: InetdLine, entry: InetdEntry): readonly Test[] {
  const gist = entry.number === undefined && !mayHaveClass(line, entry) && !isMarked(entry) ? line.judged?.gist : undefined;
  return gist === undefined ? testsOf(line, entry) : (byGist.get(gist) ?? byGist.set(gist, testsOf(line, entry)));
}

const known = memo<Document<InetdLine>, readonly Dialect[]>();

const sets = new Map<string, readonly Dialect[]>();

/** The same array for the same dialects, as of {@link dialectsOf}. */
function setOf(found: readonly Dialect[]): readonly Dialect[] {
  const key = found.map(({ id }) => id).join();
  let same = sets.get(key);
  if (same === undefined) sets.set(key, (same = found));
  return same;
}

/** Those of `ids` that `document` may be written for: all where nothing tells, or what tells agrees with none. */
export function plausibleFor(document: Document<InetdLine>, ids: readonly string[]): readonly Dialect[] {
  const remembered = known.get(document);
  if (remembered) return remembered;
  const all = dialectsOf(ids);
  let left = all;
  let last: Test | undefined;
  for (const line of document.lines) {
    if (left.length < 2) break;
    if (line.type !== 'entry' || line.entry === undefined) continue;
    for (const test of asked(line, line.entry)) if (test !== last) left = left.filter((last = test));
  }
  const found = setOf(left.length > 0 ? left : all);
  known.set(document, found);
  return found;
}
