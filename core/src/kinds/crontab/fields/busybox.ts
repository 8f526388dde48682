/** A time field as BusyBox's crond reads it: values wrap around, names are matched by their first three letters. */
import { atoi } from './atoi.js';
import { type Bits, has, NONE, withValue } from './bits.js';
import type { FieldReading, FieldSpec } from './spec.js';

/** BusyBox counts months from 0 and knows seven weekdays; a day 0 is kept and never comes. */
const SIZE: Readonly<Record<FieldSpec['id'], number>> = { minute: 60, hour: 24, day: 32, month: 12, weekday: 7 };

/** A month 0 counts as -1 and lands in the array before the months: it switches Saturday on. */
const BEFORE_MONTHS = 63;

/** Fills of more than this many steps are refused: the value can't be reached. */
const FAILSAFE = 1024;

interface Item {
  first: number;
  last: number;
  at: number;
}

function nameAt(text: string, at: number, spec: FieldSpec): number {
  const name = text.slice(at, at + 3).toLowerCase();
  const known = spec.id === 'weekday' ? spec.names.slice(0, 7) : spec.names;
  return name.length === 3 ? known.indexOf(name) : -1;
}

/** Reads `*`, a number, a name or a range of them from `at`; undefined where none stands there. */
function item(text: string, from: number, spec: FieldSpec): Item | undefined {
  const found: Item = { first: -1, last: -1, at: from };
  const offset = spec.id === 'month' ? -1 : 0;
  for (;;) {
    const rest = text.slice(found.at);
    const digits = /^\d+/.exec(rest)?.[0];
    const name = digits === undefined ? nameAt(text, found.at, spec) : -1;
    let value: number;
    if (rest[0] === '*') {
      found.first = 0;
      value = SIZE[spec.id] - 1;
      found.at++;
    } else if (digits !== undefined) {
      value = atoi(digits, offset);
      found.at += digits.length;
    } else if (name !== -1) {
      value = name;
      found.at += 3;
    } else return undefined;
    if (found.first < 0) found.first = value;
    else found.last = value;
    if (text[found.at] !== '-' || found.last >= 0) return found;
    found.at++;
  }
}

function fill(values: FieldReading['values'], found: Item, step: number, spec: FieldSpec): FieldReading['values'] | undefined {
  const size = SIZE[spec.id];
  const last = found.last < 0 ? found.first : found.last;
  let wait = 1;
  let value = found.first - 1;
  for (let left = FAILSAFE; left > 0; left--) {
    value = (value + 1) % size;
    if (--wait === 0) {
      if (value >= 0) values = withValue(values, value);
      else if (spec.id === 'month' && value === -1) values = withValue(values, BEFORE_MONTHS);
      wait = step;
    }
    if (left === 1) return undefined;
    if (value === last) return values;
  }
  return undefined;
}

/** True when the months `set` writes past its array, so that Saturday is on whatever the weekday field says. */
export const spillsToSaturday = (set: Bits): boolean => has(set, BEFORE_MONTHS);

/** The months of `set` without that. */
export const withoutSpill = (set: Bits): Bits => ({ low: set.low, high: 0 });

/** The values of `text`; months from 0, as BusyBox counts them. Undefined where it reports a parse error. */
export function readBusybox(text: string, spec: FieldSpec): FieldReading | undefined {
  let values = NONE;
  for (let at = 0; ; at++) {
    const found = item(text, at, spec);
    if (found === undefined) return undefined;
    at = found.at;
    let step = 1;
    if (text[at] === '/') {
      const digits = /^[+-]?\d+/.exec(text.slice(at + 1))?.[0] ?? '';
      step = digits === '' ? 0 : atoi(digits);
      at += 1 + digits.length;
    }
    const filled = fill(values, found, step, spec);
    if (filled === undefined) return undefined;
    values = filled;
    if (text[at] !== ',') return at === text.length ? { values, random: false } : undefined;
  }
}
