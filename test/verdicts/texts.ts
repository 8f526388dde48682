/** Texts put together of others, for generators of lines. */
import fc from 'fast-check';

export const one = (...values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);

export const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((texts) => texts.join(''));
