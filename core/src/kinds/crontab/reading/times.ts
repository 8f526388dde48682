/** What dialects make of the times of an entry, remembered by their words: crontabs say the same few things over and over. */
import { dialectsNamed } from '../dialects/dialects.js';
import type { Readings } from '../model.js';
import { type EntryReading, readEntry } from './entry.js';
import type { EntryShape, Form } from './shape.js';

/** What the dialects named by `ids` make of an entry. */
export function readingsOf(shape: EntryShape, ids: readonly string[]): Readings {
  const readings: Record<string, EntryReading> = {};
  let like: EntryReading | undefined;
  for (const dialect of dialectsNamed(ids)) like = readings[dialect.id] = readEntry(shape, dialect, like);
  return readings;
}

/** A longer line may hold a command that is too long for some cron. */
const SHORT = 300;

/**
 * The times of an entry, before a word that no cron takes for a flag or for a field too many: two such words where users are named. As
 * expressions, since every entry is looked at and what is new to the machine runs slowly for thousands of lines.
 */
const PLAIN: Readonly<Record<Form, RegExp>> = {
  user: /(?:@[^ \t]*|[^@ \t][^ \t]*(?:[ \t]+[^ \t]+){4})[ \t]+(?=[\w./])/y,
  system: /(?:@[^ \t]*|[^@ \t][^ \t]*(?:[ \t]+[^ \t]+){4})[ \t]+(?=[\w./][^ \t]*[ \t]+[\w./])/y,
};

/**
 * Offset of the words behind the times that begin at `start`, where every cron takes those words whatever the times are; -1 where one might
 * not, or they are too few.
 */
export function plainRest(text: string, start: number, form: Form): number {
  if (text.length > SHORT || text.includes('#') || text.includes('\r')) return -1;
  const plain = PLAIN[form];
  plain.lastIndex = start;
  return plain.test(text) ? plain.lastIndex : -1;
}

/** Numbers and stars alone. */
const SIMPLE = /^(?:(?:\*|\d\d?)[ \t]+){5}$/;

/** What the first of the dialects makes of simple times, for all of them: those of one family cannot differ there. Undefined where it must be asked for each. */
function sharedReadings(times: string, shape: () => EntryShape, ids: readonly string[]): Readings | undefined {
  const among = dialectsNamed(ids);
  const [first] = among;
  if (first === undefined || !SIMPLE.test(times) || among.some(({ reader }) => reader !== 'isc')) return undefined;
  const reading = readEntry(shape(), first);
  return reading.refused === undefined ? Object.fromEntries(among.map(({ id }) => [id, reading])) : undefined;
}

/** Past this many the memory starts anew. */
const REMEMBERED = 20_000;

const byNames = new Map<string, Map<string, Readings>>();
const byList = new WeakMap<readonly string[], Map<string, Readings>>();

function memoryOf(ids: readonly string[]): Map<string, Readings> {
  let memory = byList.get(ids);
  if (memory === undefined) {
    const names = ids.join();
    memory = byNames.get(names) ?? new Map<string, Readings>();
    byNames.set(names, memory);
    byList.set(ids, memory);
  }
  return memory;
}

/** A text that shares nothing with `text`: a piece cut out of a file keeps the whole file in memory. */
const copyOf = (text: string): string => ` ${text}`.slice(1);

/** What the dialects named by `ids` make of an entry with `times` and a {@link plainRest}; `shape` gives its words where they must be read. */
export function readingsOfTimes(times: string, ids: readonly string[], shape: () => EntryShape): Readings {
  const memory = memoryOf(ids);
  let readings = memory.get(times);
  if (readings === undefined) {
    if (memory.size >= REMEMBERED) memory.clear();
    memory.set(copyOf(times), (readings = sharedReadings(times, shape, ids) ?? readingsOf(shape(), ids)));
  }
  return readings;
}
