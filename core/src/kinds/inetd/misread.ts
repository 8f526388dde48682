/** What a daemon makes of an entry that it takes without a word, where that is not what stands there. */
import type { Dialect } from './dialects.js';
import { type InetdEntry, isInternal } from './model.js';
import type { Misreading } from './refusal.js';

const WORD = /^(?:no|s)?wait$/;

/** How `dialect` misreads `field`, the wait field of `entry`, which it does not refuse. */
export function misreadWait(entry: InetdEntry, field: string, dialect: Dialect): Misreading | undefined {
  const {
    wait,
    limits: [limit],
  } = entry;
  // What is built in waits as it must, whatever the word.
  if (!WORD.test(wait.text)) return isInternal(entry) ? undefined : 'word';
  const mark = field[wait.text.length];
  return limit !== undefined && mark !== undefined && !dialect.limits.includes(mark) ? 'limit' : undefined;
}
