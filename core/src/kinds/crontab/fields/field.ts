/** One time field, read as each cron's own parser reads it: character by character, with that dialect's indulgences. */

import type { Dialect } from '../dialects/dialect.js';
import { atoi } from './atoi.js';
import { type Bits, NONE, valuesOf, withValue } from './bits.js';
import { readBusybox } from './busybox.js';
import { readDcron } from './dcron.js';
import { readPosix } from './posix.js';
import type { FieldReading, FieldSpec } from './spec.js';
import { readSystemd } from './systemd.js';

/** Reads characters of a field; a blank or the end is ''. */
class Cursor {
  at = 0;
  constructor(readonly text: string) {}
  peek(): string {
    return this.text[this.at] ?? '';
  }
}

/** Longest number or name that the readers keep. */
const LONGEST = 99;

function number(cursor: Cursor, spec: FieldSpec, named: boolean): number | undefined {
  const from = cursor.at;
  while (/[a-z0-9]/i.test(cursor.peek())) cursor.at++;
  const word = cursor.text.slice(from, cursor.at);
  if (word === '' || word.length > LONGEST) return undefined;
  const name = named ? spec.names.indexOf(word.toLowerCase()) : -1;
  if (name !== -1) return name + spec.low;
  return /^\d+$/.test(word) ? atoi(word) : undefined;
}

interface Range {
  readonly first: number;
  readonly last: number;
  /** Absent where none is written. */
  readonly step?: number;
  readonly random: boolean;
  /** Whatever follows up to the blank is skipped. */
  readonly isOpen?: boolean;
}

function randomRange(cursor: Cursor, spec: FieldSpec, dialect: Dialect, first: number): Range | undefined {
  cursor.at++;
  const last = /[a-z0-9]/i.test(cursor.peek()) ? number(cursor, spec, true) : spec.high;
  if (last === undefined || first > last) return undefined;
  return dialect.random === 'random-step' ? withStep(cursor, spec, dialect, { first, last, random: true }) : { first, last, random: true };
}

/** `range` with the step behind `/`, if there is one; undefined where that is no number, or 0, or so large that it comes out negative and the cron minds. */
function withStep(cursor: Cursor, spec: FieldSpec, { negativeSteps }: Dialect, range: Range): Range | undefined {
  if (cursor.peek() !== '/') return range;
  cursor.at++;
  const step = number(cursor, spec, false);
  return step === undefined || step === 0 || (step < 0 && !negativeSteps) ? undefined : { ...range, step };
}

/** The second number of a range, behind its `-`. */
function lastOf(cursor: Cursor, spec: FieldSpec, dialect: Dialect, first: number): number | undefined {
  cursor.at++;
  const last = number(cursor, spec, true);
  // cronie means this for Sunday, but does it in every field.
  return last === 0 && first > 0 && dialect.zeroEndsAtSeven && cursor.peek() !== '/' ? 7 : last;
}

/** Behind a `?`: one value of a range of numbers, or of all where no digit follows, whatever else does. */
function questioned(cursor: Cursor, spec: FieldSpec): Range | undefined {
  cursor.at++;
  if (!/\d/.test(cursor.peek())) return { first: spec.low, last: spec.high, random: true, isOpen: true };
  const first = number(cursor, spec, true);
  if (first === undefined || cursor.peek() !== '-') return undefined;
  cursor.at++;
  const last = number(cursor, spec, true);
  return last === undefined || first > last ? undefined : { first, last, random: true, isOpen: cursor.peek() === '/' };
}

/** A range, a single value, or a draw, from a number on. */
function fromNumber(cursor: Cursor, spec: FieldSpec, dialect: Dialect): Range | undefined {
  const first = number(cursor, spec, true);
  if (first === undefined) return undefined;
  const next = cursor.peek();
  if (next === '~' && dialect.random) return randomRange(cursor, spec, dialect, first);
  if (next === '/' && dialect.stepOnNumber === 'onward') return withStep(cursor, spec, dialect, { first, last: spec.high, random: false });
  if (next !== '-') return { first, last: first, random: false };
  const last = lastOf(cursor, spec, dialect, first);
  return last === undefined ? undefined : withStep(cursor, spec, dialect, { first, last, random: false });
}

function range(cursor: Cursor, spec: FieldSpec, dialect: Dialect): Range | undefined {
  if (cursor.peek() === '~' && dialect.random) return randomRange(cursor, spec, dialect, spec.low);
  if (cursor.peek() === '?' && dialect.questionDraws) return questioned(cursor, spec);
  if (cursor.peek() !== '*') return fromNumber(cursor, spec, dialect);
  cursor.at++;
  return withStep(cursor, spec, dialect, { first: spec.low, last: spec.high, random: false });
}

/** True when `dialect` lets `next` stand behind `found`, and skips to the blank. */
function skips(next: string, found: Range, starred: boolean, dialect: Dialect): boolean {
  if (found.isOpen) return true;
  if (starred && found.step === undefined) return dialect.skipsJunkAfterStar;
  return dialect.skipsJunk && (next !== '/' || found.first !== found.last);
}

/** `values` with those of a range; where one is drawn, its offset is drawn too, and any may come. undefined when one lies outside the field. */
function filled(values: Bits, { first, last, step, random }: Range, spec: FieldSpec): Bits | undefined {
  for (let value = first; value <= last; value += random ? 1 : (step ?? 1)) {
    if (value < spec.low || value > spec.high) return undefined;
    values = withValue(values, value);
  }
  return values;
}

const refusedRange = ({ first, last, step }: Range, spec: FieldSpec, dialect: Dialect): boolean => {
  if (first > last && dialect.reversed === 'refused') return true;
  if (dialect.checksRanges === 'all') return step !== undefined && step > last - spec.low + 1;
  return dialect.checksRanges === 'ends' && (Math.min(first, last) < spec.low || Math.max(first, last) > spec.high);
};

/** The value sets of a field as a cron of ISC's family reads it, or undefined where it refuses it. */
function readIsc(cursor: Cursor, spec: FieldSpec, dialect: Dialect): FieldReading | undefined {
  let values = NONE;
  let random = false;
  let readTo: number | undefined;
  for (;;) {
    const starred = cursor.peek() === '*';
    const found = range(cursor, spec, dialect);
    if (found === undefined) return undefined;
    const next = cursor.peek();
    if (next !== '' && next !== ',' && !skips(next, found, starred, dialect)) return undefined;
    if (refusedRange(found, spec, dialect)) return undefined;
    const more = filled(values, found, spec);
    if (more === undefined) return undefined;
    values = more;
    random ||= found.random;
    if (next !== ',' && next !== '') readTo = cursor.at;
    if (next !== ',') break;
    cursor.at++;
  }
  return { values: spec.id === 'weekday' ? bothSundays(values) : values, random, ...(readTo !== undefined && { readTo }) };
}

/** Offset behind the character at which a cron of ISC's family gives up `text`, which it refuses. */
export function stopOf(text: string, spec: FieldSpec, dialect: Dialect): number {
  const cursor = new Cursor(text);
  readIsc(cursor, spec, dialect);
  return cursor.at + 1;
}

/** Sunday as 0 and 7, where it is one of them. */
export function bothSundays(values: Bits): Bits {
  const sunday = (values.low & 0b1000_0001) !== 0;
  return sunday ? { low: (values.low | 0b1000_0001) >>> 0, high: values.high } : values;
}

/** Months that were counted from 0. */
export const monthsFromOne = (set: Bits): Bits =>
  valuesOf(set)
    .map((value) => (value < 12 ? value + 1 : value))
    .reduce(withValue, NONE);

/** A reading whose Sunday is 0 alone, with Sunday counted as the others count it. */
const withBothSundays = (reading: FieldReading | undefined, { id }: FieldSpec): FieldReading | undefined =>
  reading && id === 'weekday' ? { ...reading, values: bothSundays(reading.values) } : reading;

type Memory = Map<string, FieldReading | undefined>;

/** Fields that were read before, by dialect and place: crontabs say the same few things over and over. */
const known = new Map<Dialect, Map<FieldSpec, Memory>>();

/** Past this many in one place the memory starts anew. */
const REMEMBERED = 20_000;

function memoryOf(spec: FieldSpec, dialect: Dialect): Memory {
  let places = known.get(dialect);
  if (places === undefined) known.set(dialect, (places = new Map()));
  let memory = places.get(spec);
  if (memory === undefined) places.set(spec, (memory = new Map()));
  if (memory.size >= REMEMBERED) memory.clear();
  return memory;
}

const readers: Readonly<Record<Dialect['reader'], (text: string, spec: FieldSpec, dialect: Dialect) => FieldReading | undefined>> = {
  isc: (text, spec, dialect) => readIsc(new Cursor(text), spec, dialect),
  busybox: (text, spec) => countedAlike(readBusybox(text, spec), spec),
  dcron: (text, spec) => countedAlike(readDcron(text, spec), spec),
  systemd: (text, spec) => withBothSundays(readSystemd(text, spec), spec),
  posix: (text, spec) => withBothSundays(readPosix(text, spec), spec),
};

/** What `text`, a field without blanks, means to `dialect`; undefined where that cron refuses it. Months from 1, Sunday as 0 and 7. */
export function readField(text: string, spec: FieldSpec, dialect: Dialect): FieldReading | undefined {
  const memory = memoryOf(spec, dialect);
  let reading = memory.get(text);
  if (reading === undefined && !memory.has(text)) memory.set(text, (reading = readers[dialect.reader](text, spec, dialect)));
  return reading;
}

/** A field of BusyBox or dcron, with its values counted as the others count them. */
function countedAlike(raw: FieldReading | undefined, spec: FieldSpec): FieldReading | undefined {
  return raw && withBothSundays({ ...raw, values: spec.id === 'month' ? monthsFromOne(raw.values) : raw.values }, spec);
}
