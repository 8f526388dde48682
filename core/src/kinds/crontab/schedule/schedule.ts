/** When an entry is to run, as one dialect has it: sets and flags, apart from any zone or clock. */

import type { Dialect } from '../dialects/dialects.js';
import { type Bits, NONE, withValue } from '../fields/bits.js';
import { readField } from '../fields/field.js';
import { fieldSpecs } from '../fields/spec.js';
import type { EntryReading } from '../reading/entry.js';
import type { EntryShape } from '../reading/shape.js';

/** What `~` does in a field: nothing, one value drawn of the set, or a draw beside other values or with a step. */
export type Draw = 'none' | 'one' | 'some';

export interface Schedule {
  /**
   * `times` for all that the sets tell; the others have no times of day. `elapsed`: once so much time has passed since its last run, at the
   * first time that the sets name; `asked`: only when another job or a person asks for it.
   */
  readonly type: 'times' | 'reboot' | 'every-second' | 'elapsed' | 'asked';
  /** Of `elapsed`: in seconds. */
  readonly every?: number;
  /** Of `elapsed`: counted from the end of the last run. */
  readonly fromEnd?: true;
  /** 0 to 59. Of a random field, here and below: what it may become. */
  readonly minutes: Bits;
  /** 0 to 23. */
  readonly hours: Bits;
  /** 1 to 31; a 0, which BusyBox keeps, never comes. */
  readonly days: Bits;
  /** 1 to 12. */
  readonly months: Bits;
  /** Sunday is 0; a 7 says the same again. */
  readonly weekdays: Bits;
  readonly dayMatch: 'and' | 'or' | 'never';
  /** The minute or the hour field begins with `*`: some clocks let such an entry follow the wall clock. */
  readonly wild: boolean;
  readonly random: boolean;
  /** In the order of the fields; of the sets in that order. */
  readonly draws: readonly Draw[];
}

function span(first: number, last: number): Bits {
  let values = NONE;
  for (let value = first; value <= last; value++) values = withValue(values, value);
  return values;
}

const NO_DRAWS: readonly Draw[] = ['none', 'none', 'none', 'none', 'none'];

const EVERY: Schedule = {
  type: 'times',
  minutes: span(0, 59),
  hours: span(0, 23),
  days: span(1, 31),
  months: span(1, 12),
  weekdays: span(0, 7),
  dayMatch: 'and',
  wild: true,
  random: false,
  draws: NO_DRAWS,
};

const ZERO = span(0, 0);
const FIRST = span(1, 1);
const HOURLY: Schedule = { ...EVERY, minutes: ZERO };
// A word for days or longer has no star, so it counts as set to a time.
const DAILY: Schedule = { ...HOURLY, hours: ZERO, wild: false };
const MONTHLY: Schedule = { ...DAILY, days: FIRST };
const YEARLY: Schedule = { ...MONTHLY, months: FIRST };

const words: Readonly<Record<string, Schedule>> = {
  reboot: { ...EVERY, type: 'reboot' },
  yearly: YEARLY,
  annually: YEARLY,
  monthly: MONTHLY,
  weekly: { ...DAILY, weekdays: { low: 0b1000_0001, high: 0 } },
  daily: DAILY,
  midnight: DAILY,
  hourly: HOURLY,
  every_minute: EVERY,
  every_second: { ...EVERY, type: 'every-second' },
};

/** BusyBox asks whether a set has a gap, not how the field is written; its days count from 0. */
const gapInBoth = (days: Bits, weekdays: Bits): boolean => days.low !== 0xffff_ffff && (weekdays.low & 127) !== 127;

/** Whether a day must be in both sets or in one of them. */
export function dayMatchOf(reading: EntryReading, days: Bits, weekdays: Bits, { dayMatch }: Dialect): Schedule['dayMatch'] {
  const { domStar, dowStar, neverMeets } = reading;
  if (dayMatch === 'never') return neverMeets ? 'never' : 'and';
  if (dayMatch === 'gaps') return gapInBoth(days, weekdays) ? 'or' : 'and';
  return dayMatch === 'both' || domStar || dowStar ? 'and' : 'or';
}

function wordSchedule({ macro }: EntryShape): Schedule | undefined {
  const word = macro?.text.replace(/^@+/, '').toLowerCase() ?? '';
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

function drawsOf(shape: EntryShape, dialect: Dialect): readonly Draw[] {
  return fieldSpecs.map((spec, index) => {
    const text = shape.fields[index]?.text ?? '';
    if (!/[~?]/.test(text) || !readField(text, spec, dialect)?.random) return 'none';
    return /,|~.*\//.test(text) ? 'some' : 'one';
  });
}

/** The schedule of an entry of `shape` that `dialect` reads as `reading`; undefined where it refuses the entry. */
export function scheduleOf(shape: EntryShape, reading: EntryReading, dialect: Dialect): Schedule | undefined {
  if (reading.refused) return undefined;
  if (reading.sets === undefined) return reading.lost ? undefined : wordSchedule(shape);
  const [minutes, hours, days, months, weekdays] = reading.sets;
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  const minute = shape.fields[0]?.text ?? '';
  const starred = minute.startsWith('*') || (dialect.quietDash && minute.startsWith('-*'));
  return {
    type: reading.asked ? 'asked' : reading.every === undefined ? 'times' : 'elapsed',
    ...(reading.every !== undefined && { every: reading.every }),
    ...(reading.fromEnd && { fromEnd: true }),
    minutes,
    hours,
    days,
    months,
    weekdays,
    dayMatch: dayMatchOf(reading, days, weekdays, dialect),
    wild: starred || (shape.fields[1]?.text.startsWith('*') ?? false),
    random: reading.random ?? false,
    draws: reading.random ? drawsOf(shape, dialect) : NO_DRAWS,
  };
}
