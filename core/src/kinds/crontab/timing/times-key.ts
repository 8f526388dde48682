/** A number by which entries of other times are told apart, without taking them apart. */
import { memo } from '../../../model/memo.js';
import type { Bits } from '../fields/bits.js';
import type { CrontabLine, Readings } from '../model.js';

/** Of other sets it is another number as a rule: what has the same one must still be compared. */
function numberOf([minutes, hours, days, months, weekdays]: readonly Bits[]): number | undefined {
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  let number = minutes.low;
  for (const set of [minutes.high, hours.low, days.low, months.low]) number = (Math.imul(number, 31) + set) | 0;
  return number;
}

/** As the first of `dialects` that takes the entry reads it. */
function keyIn(readings: Readings, dialects: readonly string[]): number | undefined {
  const taking = dialects.find((id) => readings[id]?.refused === undefined);
  return taking === undefined ? undefined : numberOf(readings[taking]?.sets ?? []);
}

/** Entries of the same times share their readings, in all files. */
const byReadings = memo<Readings, { readonly dialects: readonly string[]; readonly key: number | undefined }>();

/** The same for two live entries that run at the same times; undefined where that shows only once they are taken apart. */
export function timesKey({ readings }: CrontabLine, dialects: readonly string[]): number | undefined {
  if (readings === undefined) return undefined;
  let known = byReadings.get(readings);
  if (known?.dialects !== dialects) known = byReadings.set(readings, { dialects, key: keyIn(readings, dialects) });
  return known.key;
}
