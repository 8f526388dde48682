/** What an entry means to each of the crons in question, those that mean the same side by side. */
import type { Context } from '../../../model/context.js';
import { type Dialect, dialectById } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import { listed } from '../schedule/lists.js';
import { scheduleWords } from '../schedule/words.js';
import { type Timing, timingBy } from './timing.js';

export interface Meaning {
  /** The schedule in words, without a full stop; begins with a capital letter. */
  readonly words: string;
  /** IANA name. */
  readonly zoneName: string;
  /** Of each cron that means this, in the order of the dialects in question; at least one. Their clocks may differ. */
  readonly timings: readonly [Timing, ...Timing[]];
}

const isEntry = ({ type }: CrontabLine): boolean => type === 'entry' || type === 'commented';

const dialectsOf = ({ dialects }: Pick<Context, 'dialects'>): Dialect[] => dialects.flatMap((id) => dialectById(id) ?? []);

/** One for each thing that the entry means to some of the dialects in question; empty for what is no entry or what all of them refuse. */
export function meaningsOf(line: CrontabLine, context: Pick<Context, 'dialects' | 'zone'>): readonly Meaning[] {
  if (!isEntry(line)) return [];
  // The words are exact: what reads alike is alike.
  const found = new Map<string, Meaning>();
  for (const dialect of dialectsOf(context)) {
    const timing = timingBy(dialect, line, context.zone);
    if (timing === undefined) continue;
    const { zoneName } = timing;
    const words = scheduleWords(timing.schedule);
    const key = timing.schedule.type === 'times' ? `${words}\0${zoneName}` : words;
    const known = found.get(key);
    found.set(key, known ? { ...known, timings: [...known.timings, timing] } : { words, zoneName, timings: [timing] });
  }
  return [...found.values()];
}

/** `Debian's cron and cronie`. */
export const titlesOf = (timings: readonly Timing[]): string => listed(timings.map(({ dialect }) => dialect.title));
