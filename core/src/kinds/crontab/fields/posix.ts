/** A time field as POSIX describes it: `*` alone, or a list of numbers and ranges of them. */
import { type Bits, NONE, withValue } from './bits.js';
import type { FieldReading, FieldSpec } from './spec.js';

const ITEM = /^(\d+)(?:-(\d+))?$/;

function withRange(values: Bits, first: number, last: number, { low }: FieldSpec, high: number): Bits {
  for (let value = first; ; value = value === high ? low : value + 1) {
    values = withValue(values, value);
    if (value === last) return values;
  }
}

/** The values of `text`; Sunday is 0 alone. Undefined where it is no such list. */
export function readPosix(text: string, spec: FieldSpec): FieldReading | undefined {
  const high = spec.id === 'weekday' ? 6 : spec.high;
  if (text === '*') return { values: withRange(NONE, spec.low, high, spec, high), random: false };
  let values = NONE;
  for (const item of text.split(',')) {
    const found = ITEM.exec(item);
    if (!found) return undefined;
    const first = Number(found[1]);
    const last = Number(found[2] ?? found[1]);
    if (first < spec.low || first > high || last < spec.low || last > high) return undefined;
    values = withRange(values, first, last, spec, high);
  }
  return { values, random: false };
}
