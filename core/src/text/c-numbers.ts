/** Numbers as C reads and keeps them. */

/** What 64 bits without a sign hold at most. */
export const HIGHEST_64 = 0xffff_ffff_ffff_ffffn;

/** What 64 bits with a sign hold at most. */
export const HIGHEST_LONG = 0x7fff_ffff_ffff_ffffn;

/** Of digits behind which nothing stands, by the base that `0x` or `0` before them says; what is too large for 64 bits is the largest that fits. */
export function numberOf(digits: string): bigint {
  const value = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits}` : digits);
  return value > HIGHEST_64 ? HIGHEST_64 : value;
}

/** `value` as 32 bits with a sign keep it: what is larger comes round. */
export const wrapped = (value: bigint): bigint => BigInt.asIntN(32, value);

/** Of decimal digits with a sign or none; undefined for any other text. */
export function signed(text: string): bigint | undefined {
  const [, sign, digits] = /^([+-]?)(\d+)$/.exec(text) ?? [];
  return digits === undefined ? undefined : sign === '-' ? -BigInt(digits) : BigInt(digits);
}
