/** An entry as dcron reads it: times or a word, then options of the job, then the command. */
import { isBlank } from '../../../text/words.js';
import { type Bits, NONE, withValue } from '../fields/bits.js';
import { readDcronTimes } from '../fields/dcron.js';
import { bothSundays, monthsFromOne } from '../fields/field.js';
import { fieldSpecs } from '../fields/spec.js';
import { type JobOptions, readJobOptions } from './job-options.js';
import { type EntryReading, refused } from './reading.js';
import type { EntryShape } from './shape.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How often its words are, in seconds; what is not here runs by no clock. */
const EVERY: Readonly<Record<string, number>> = { hourly: HOUR, daily: DAY, weekly: 7 * DAY, monthly: 30 * DAY, yearly: 365 * DAY };

/** Seconds between two runs of a job of the word, without its `@`; undefined for one that says no time. */
export const everyOf = (word: string): number | undefined => (Object.hasOwn(EVERY, word) ? EVERY[word] : undefined);

/** Seconds until another attempt at a job of one of its words: a twentieth, in whole minutes. */
export const retryOf = (every: number): number => Math.floor(every / 20 / MINUTE) * MINUTE;

const span = (first: number, last: number): Bits =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index).reduce(withValue, NONE);

/** Of an entry that may run at any time. */
export const ALWAYS: readonly Bits[] = fieldSpecs.map(({ low, high }) => span(low, high));

/** All days, with the day 0 that a `*` sets. */
const ALL_DAYS: Bits = { low: 0xffff_ffff, high: 0 };
const WEEK = 0b111_1111;

const NEVER: readonly Bits[] = fieldSpecs.map(() => NONE);

/** What it makes of the two fields of days, which it joins before it looks at any date. */
function joinedDays([minutes = NONE, hours = NONE, days = NONE, months = NONE, weekdays = NONE]: readonly Bits[]): EntryReading {
  const sets = (kept: Bits) => [minutes, hours, kept, monthsFromOne(months), bothSundays(weekdays)];
  if (days.low === ALL_DAYS.low || weekdays.low === WEEK) return { sets: sets(days) };
  // A day 0 is all that saves the weekdays; the days of the month count no more.
  return (days.low & 1) === 1 ? { sets: sets(ALL_DAYS) } : { sets: sets(days), neverMeets: true };
}

/** The entry without what does not count: its words with one blank between them, but for those of the command. */
function textOf({ macro, fields, user, command, blankEnd }: EntryShape): string {
  const parts = [...(macro ? [macro] : fields), ...(user ? [user] : []), ...(command ? [command] : [])];
  return parts.map(({ text }) => text).join(' ') + (command === undefined && blankEnd ? ' ' : '');
}

/** An entry up to its options. */
interface Begun {
  readonly reading: EntryReading;
  /** Offset of what stands behind the times or the word; absent where they are refused. */
  readonly end?: number;
}

function begunBy(word: string): Begun {
  const name = word.slice(1);
  const end = word.length + 1;
  if (name === 'reboot') return { reading: {}, end };
  if (name === 'noauto') return { reading: { sets: NEVER, asked: true }, end };
  const every = everyOf(name);
  return every === undefined ? { reading: refused('time specifier') } : { reading: { sets: ALWAYS, every }, end };
}

function begin(text: string, { macro, fields }: EntryShape): Begun {
  if (macro) {
    const begun = begunBy(macro.text);
    return begun.end !== undefined && text.length < begun.end ? { reading: refused('command') } : begun;
  }
  const times = readDcronTimes(text, 0);
  if ('refused' in times) {
    // Where the last field ends the line, nothing is wrong with it but that the command is missing.
    const isShort = !isBlank(text[text.length - 1]) && !('refused' in readDcronTimes(`${text} `, 0));
    return { reading: refused(isShort ? 'command' : (fieldSpecs[times.refused]?.title ?? 'minute')) };
  }
  const starred = (index: number) => fields[index]?.text.startsWith('*') ?? false;
  return { reading: { ...joinedDays(times.sets), domStar: starred(2), dowStar: starred(4) }, end: times.end };
}

function withOptions(reading: EntryReading, { refusal, every, name }: JobOptions): EntryReading {
  if (refusal !== undefined) return refused(refusal);
  const isTimed = reading.every !== undefined || every !== undefined;
  if (isTimed && name === undefined) return refused('job name');
  return every === undefined ? reading : { ...reading, every };
}

export interface DcronEntry {
  readonly reading: EntryReading;
  readonly options: JobOptions;
  /** What is left for the shell. */
  readonly command: string;
}

/** What it makes of an entry. */
export function readDcronEntry(shape: EntryShape): DcronEntry {
  const text = textOf(shape);
  const { reading, end } = begin(text, shape);
  if (end === undefined) return { reading, options: {}, command: '' };
  const { options, next } = readJobOptions(text, end, shape.macro !== undefined);
  return { reading: withOptions(reading, options), options, command: text.slice(next) };
}
