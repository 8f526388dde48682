/** A time field as BusyBox's crond reads it: values wrap around, names are matched by their first three letters. */
import { isBlank } from '../../../text/words.js';
import { atoi } from './atoi.js';
import { type Bits, has, NONE, withValue } from './bits.js';
import type { FieldReading, FieldSpec } from './spec.js';

/** In what BusyBox and dcron, which it was made of, differ. */
export interface Family {
  /** The value of the name at an offset, from 0; -1 where none stands there. */
  readonly nameAt: (text: string, at: number, spec: FieldSpec) => number;
  /** The end of a range that is beyond the field is counted round. */
  readonly countsRound: boolean;
  /** Values before the first, which are written to the array before that of the field: those that are kept track of, as 64 and the value. */
  readonly spills: (value: number, spec: FieldSpec) => boolean;
}

/** BusyBox counts months from 0 and knows seven weekdays; a day 0 is kept and never comes. */
export const SIZE: Readonly<Record<FieldSpec['id'], number>> = { minute: 60, hour: 24, day: 32, month: 12, weekday: 7 };

/** A month 0 counts as -1 and lands in the array before the months. */
const BEFORE_MONTHS = 63;

/** Fills of more than this many steps are refused: the value can't be reached. */
const FAILSAFE = 1024;

interface Item {
  first: number;
  last: number;
  at: number;
  /** It ends at a blank behind a `-`. */
  open?: true;
}

/** The value of the name in lower case at an offset of `text`, by its first three letters; -1 where none stands there. */
export function nameAt(text: string, at: number, spec: FieldSpec): number {
  const name = text.slice(at, at + 3);
  const known = spec.id === 'weekday' ? spec.names.slice(0, 7) : spec.names;
  return name.length === 3 ? known.indexOf(name) : -1;
}

const BUSYBOX: Family = {
  nameAt: (text, at, spec) => nameAt(text.slice(at, at + 3).toLowerCase(), 0, spec),
  countsRound: false,
  // A month 0 counts as -1 and switches Saturday on.
  spills: (value, { id }) => id === 'month' && value === -1,
};

/** Reads `*`, a number, a name or a range of them from `at`; undefined where none stands there. */
export function itemAt(text: string, from: number, spec: FieldSpec, family: Family): Item | undefined {
  const found: Item = { first: -1, last: -1, at: from };
  const offset = spec.id === 'month' ? -1 : 0;
  for (;;) {
    const rest = text.slice(found.at);
    if (found.at > from && isBlank(rest[0])) return { ...found, open: true };
    const digits = /^\d+/.exec(rest)?.[0];
    const name = digits === undefined ? family.nameAt(text, found.at, spec) : -1;
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

/** `values` with those of an item; undefined where its end is not reached. */
export function filled(values: Bits, found: Item, step: number, spec: FieldSpec, family: Family): Bits | undefined {
  const size = SIZE[spec.id];
  const end = found.last < 0 ? found.first : found.last;
  const last = family.countsRound ? end % size : end;
  let wait = 1;
  let value = found.first - 1;
  for (let left = FAILSAFE; left > 0; left--) {
    value = (value + 1) % size;
    if (--wait === 0) {
      if (value >= 0) values = withValue(values, value);
      else if (family.spills(value, spec)) values = withValue(values, 64 + value);
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
    const found = itemAt(text, at, spec, BUSYBOX);
    if (found === undefined) return undefined;
    at = found.at;
    let step = 1;
    if (text[at] === '/') {
      const digits = /^[+-]?\d+/.exec(text.slice(at + 1))?.[0] ?? '';
      step = digits === '' ? 0 : atoi(digits);
      at += 1 + digits.length;
    }
    const more = filled(values, found, step, spec, BUSYBOX);
    if (more === undefined) return undefined;
    values = more;
    if (text[at] !== ',') return at === text.length ? { values, random: false } : undefined;
  }
}
