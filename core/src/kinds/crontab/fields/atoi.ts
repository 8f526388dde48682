/** Numbers as programs in C read them. */

/** Numbers of fewer digits are what they seem. */
const LONG_NUMBER = 10;

/** What `atoi` makes of digits, and of a sign before them, where `long` has 64 bits and `int` 32: 4294967296 is 0. `by` is added before it becomes an `int`. */
export function atoi(digits: string, by = 0): number {
  if (digits.length < LONG_NUMBER) return Number(digits) + by;
  const long = BigInt.asIntN(64, bounded(BigInt(digits.replace(/^\+/, ''))) + BigInt(by));
  return Number(BigInt.asIntN(32, long));
}

const MOST = (1n << 63n) - 1n;

/** What is beyond a `long` is its end. */
const bounded = (value: bigint): bigint => (value > MOST ? MOST : value < -MOST - 1n ? -MOST - 1n : value);
