/** What xinetd takes for a number. */
import { HIGHEST_64, HIGHEST_LONG, signed, wrapped } from '../../text/c-numbers.js';
import { each, oneOf, type Takes } from './values.js';

/** True for what fits into 64 bits with a sign. */
const isLong = (value: bigint | undefined): value is bigint => value !== undefined && value <= HIGHEST_LONG && value >= -HIGHEST_LONG - 1n;

/** What is kept in 32 bits with a sign; undefined for what is no number. */
export function keptOf(text: string): bigint | undefined {
  const value = signed(text);
  return isLong(value) ? wrapped(value) : undefined;
}

/** The number of bytes; undefined where there is none, or none that 64 bits hold. A sign is let pass, as C does. */
export function sizeOf(text: string): bigint | undefined {
  const [, said = '', unit = ''] = /^(.*?)([KkMm]?)$/s.exec(text) ?? [];
  const value = signed(said);
  if (value === undefined || value > HIGHEST_64 || value < -HIGHEST_64) return undefined;
  const bytes = BigInt.asUintN(64, value) * ({ k: 1024n, m: 1024n * 1024n }[unit.toLowerCase()] ?? 1n);
  return bytes > HIGHEST_64 ? undefined : bytes;
}

/** `takes`, or UNLIMITED in any case. */
const orUnlimitedOf = (what: string, takes: (value: string) => boolean): Takes =>
  each((value) => /^unlimited$/i.test(value) || takes(value), `is not ${what} or UNLIMITED`);

export const numbers = each((value) => isLong(signed(value)), 'is not a whole number');
export const rates = each((value) => {
  const rate = signed(value);
  return rate !== undefined && rate <= HIGHEST_64 && rate >= -HIGHEST_64;
}, 'is not a whole number');
export const orUnlimited = orUnlimitedOf('a whole number', (value) => (keptOf(value) ?? -1n) >= 0n);
export const seconds = orUnlimitedOf('a whole number', (value) => /\d$/.test(value) && sizeOf(value) !== undefined);
export const memory = orUnlimitedOf('a number, perhaps with K or M behind it,', (value) => sizeOf(value) !== undefined);
export const octal = each((value) => /^\+?0*[0-7]{1,3}$|^-0+$/.test(value), 'is not an octal number up to 0777');
export const ports = each((value) => {
  const port = keptOf(value);
  return port !== undefined && port >= 0n && port <= 65_535n;
}, 'is not a port number');
export const loads = each((value) => {
  const [said, hex, decimal] = /^[+-]?(?:0x([\da-f.]+)|(\.?\d[\d.]*)|inf|nan)/i.exec(value) ?? [];
  const digits = hex ?? decimal;
  return said !== undefined && (digits === undefined || /[1-9a-f]/i.test(digits));
}, 'is not a load above 0');
export const minutesOrWord = oneOf('FOREVER, NEVER or a number', ['FOREVER', 'NEVER'], (value) => isLong(signed(value)));

export const versions = each((value) => {
  const [low, high] = (/^(\+?\d+)(?:-(\+?\d+))?$/.exec(value)?.slice(1) ?? []).map((one) => (one === undefined ? undefined : signed(one)));
  return isLong(low) && (high === undefined || (isLong(high) && low <= high));
}, 'is neither a version nor a range with the lower one first');
