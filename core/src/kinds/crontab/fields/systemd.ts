/** A time field as systemd-cron's generator reads it: a slice of Python's out of the list of all values. */
import { type Bits, NONE, withValue } from './bits.js';
import { type FieldReading, type FieldSpec, sizeOf } from './spec.js';

/** Its list of months has no October: November and December come out a month early. */
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'nov', 'dec'];

/** What Python's int takes, without its digits beyond ASCII. */
const INTEGER = /^[+-]?\d+(?:_\d+)*$/;

/** Python converts no longer numbers. */
const DIGITS = 4300;

/** Beyond every field: slices stop at the end of the list. */
const FAR = 1000;

/** The number that `text` is, its size at most FAR; undefined where Python has none. */
function integer(text: string): number | undefined {
  const digits = INTEGER.test(text) ? text.replace(/_/g, '') : '';
  if (digits === '' || digits.replace(/^[+-]/, '').length > DIGITS) return undefined;
  return Math.max(-FAR, Math.min(FAR, Number(digits)));
}

/** A weekday counted round by sevens, however long. */
function weekday(text: string): number | undefined {
  if (integer(text) === undefined) return undefined;
  let value = 0;
  for (const digit of text.replace(/[_+]/g, '')) value = (value * 10 + Number(digit)) % 7;
  return value;
}

/** The number that a word of a field stands for; names count by their first three letters. */
function numberOf(word: string, spec: FieldSpec): number | undefined {
  const name = word.slice(0, 3).toLowerCase();
  if (spec.id === 'month') {
    const month = MONTHS.indexOf(name);
    return integer(word) ?? (month === -1 ? undefined : month + 1);
  }
  if (spec.id !== 'weekday') return integer(word);
  const day = name.length === 3 ? spec.names.indexOf(name) : -1;
  return day === -1 ? weekday(word) : day;
}

/** `values` with those of the slice from `start` to before `stop` of `size` values that begin at `low`. */
function withSlice(values: Bits, { start, stop, step }: Slice, low: number, size: number): Bits {
  const last = step > 0 ? size : size - 1;
  const from = start === undefined ? (step > 0 ? 0 : last) : Math.min(start < 0 ? start + size : start, last);
  const to = stop === undefined ? (step > 0 ? last : -1) : Math.min(stop, last);
  for (let at = from; step > 0 ? at < to : at > to; at += step) values = withValue(values, at + low);
  return values;
}

interface Slice {
  /** Indices from 0; -1 is the last. Absent: from one end to the other. */
  readonly start?: number;
  readonly stop?: number;
  readonly step: number;
}

function sliceOf(item: string, spec: FieldSpec): Slice | undefined {
  const parts = item.split('/');
  // With two slashes there is no step: all of the item is a range, whose names count by their first letters all the same.
  const [range = '', steps = '1'] = parts.length === 2 ? parts : [item];
  const step = integer(steps);
  if (step === undefined || step === 0) return undefined;
  if (range === '*') return { step };
  const ends = range.split('-');
  const [first, last] = ends.length === 2 ? ends : [range, range];
  const start = numberOf(first ?? '', spec);
  const stop = numberOf(last ?? '', spec);
  return start === undefined || stop === undefined ? undefined : { start: start - spec.low, stop: stop + 1 - spec.low, step };
}

/** The values of `text`; Sunday is 0 alone. Undefined for what it calls garbled: not a list of slices, or nothing in them. */
export function readSystemd(text: string, spec: FieldSpec): FieldReading | undefined {
  const size = sizeOf(spec);
  let values = NONE;
  for (const item of text.split(',')) {
    const slice = sliceOf(item, spec);
    if (slice === undefined) return undefined;
    values = withSlice(values, slice, spec.low, size);
  }
  return values.low === 0 && values.high === 0 ? undefined : { values, random: false };
}
