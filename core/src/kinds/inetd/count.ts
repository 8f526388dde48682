/** Numbers in a line of inetd.conf. */
import { numberOf, wrapped } from '../../text/c-numbers.js';

/** What may stand where a number is read. */
export interface Count {
  /** Its first group are the digits, with `0x` or `0` before them where the base is for them to say; text that has no such group is let pass. */
  readonly form: RegExp;
  /** What stands there, in words. */
  readonly about: string;
  readonly lowest?: number;
  readonly highest?: number;
  /** Set where it is kept in 32 bits with a sign: what is larger comes round. */
  readonly wraps?: true;
}

/** True where `text` is no such number. */
export function isRefused(text: string, { form, lowest = 0, highest = Number.POSITIVE_INFINITY, wraps }: Count): boolean {
  const found = form.exec(text);
  if (found === null) return true;
  const digits = found[1];
  if (digits === undefined) return false;
  const value = wraps ? wrapped(numberOf(digits)) : numberOf(digits);
  return value < lowest || value > highest;
}
