/** Which dialects a file is written for, by what its entries ask of one. */

import type { Document } from '../../model/document.js';
import { memo } from '../../model/memo.js';
import { physicalEnd } from '../../text/lines.js';
import { type Dialect, dialectsOf, systemVTypes } from './dialects.js';
import { isSunRpc } from './fields.js';
import { builtinRefusal } from './judge.js';
import { type InetdEntry, type InetdLine, isInternal } from './model.js';
import { swallowedIn } from './swallowed.js';

const SYSTEM_V: ReadonlySet<string> = new Set(systemVTypes);

/** What one entry asks: each a test that a dialect it is written for passes. */
function* asked(line: InetdLine, entry: InetdEntry): Iterable<(dialect: Dialect) => boolean> {
  const { protocol, hosts, socket, limits } = entry;
  if (hosts.length > 0) yield (dialect) => dialect.hosts;
  if (line.tokens.some(({ role }) => role === 'owner' || role === 'class')) yield ({ id }) => id === 'freebsd';
  if (SYSTEM_V.has(socket.text) || isSunRpc(protocol.token.text) || entry.number) yield ({ id }) => id === 'sysv';
  else if (protocol.rpc) yield ({ rpc }) => rpc !== 'none';
  else if (protocol.base !== 'other' && !/^(?:tcp|udp)$/.test(protocol.token.text))
    yield ({ protocols }) => protocols.test(protocol.token.text);
  if (isInternal(entry)) yield (dialect) => builtinRefusal(entry, dialect) !== 'builtin';
  if (line.tokens.some(({ role }) => role === 'option')) yield ({ buffers }) => buffers === 'read';
  const [limit] = limits;
  const mark = limit && line.text[limit.span.start - 1];
  if (limit && mark && /^\d+$/.test(limit.text)) yield (dialect) => dialect.limits.includes(mark);
  if (physicalEnd(line.text, 0) < line.text.length && swallowedIn(line).length === 0) yield ({ continuation }) => continuation === 'blank';
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
  for (const line of document.lines) {
    if (left.length < 2 || line.type !== 'entry' || line.entry === undefined) continue;
    for (const test of asked(line, line.entry)) left = left.filter(test);
  }
  const found = setOf(left.length > 0 ? left : all);
  known.set(document, found);
  return found;
}
