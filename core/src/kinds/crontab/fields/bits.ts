/** Sets of the values 0 to 63, as two halves of 32 bits. */

export interface Bits {
  /** Values 0 to 31; unsigned. */
  readonly low: number;
  /** Values 32 to 63; unsigned. */
  readonly high: number;
}

export const NONE: Bits = { low: 0, high: 0 };

export const withValue = (set: Bits, value: number): Bits =>
  value < 32 ? { low: (set.low | (1 << value)) >>> 0, high: set.high } : { low: set.low, high: (set.high | (1 << (value - 32))) >>> 0 };

export const has = (set: Bits, value: number): boolean => ((value < 32 ? set.low >>> value : set.high >>> (value - 32)) & 1) === 1;

/** The values in ascending order. */
export function valuesOf(set: Bits): number[] {
  const values: number[] = [];
  for (let value = 0; value < 64; value++) if (has(set, value)) values.push(value);
  return values;
}

/** Lower-case hexadecimal, bit v for the value v, as the recorded verdicts have it. */
export const toHex = (set: Bits): string => ((BigInt(set.high) << 32n) | BigInt(set.low)).toString(16);
