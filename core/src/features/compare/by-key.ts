/** What of one side is which of the other, by keys from the surest to the weakest. */
import type { Pair } from './model.js';

/** What one is known again by; those that have the same are the same. */
export type Key<T> = (one: T) => readonly (string | boolean | undefined)[];

/** Those of both sides that are in no pair yet. */
export interface Left<T> {
  readonly before: readonly T[];
  readonly after: readonly T[];
}

export const beyond = <T>({ before, after }: Left<T>, pairs: readonly Pair<T>[]): Left<T> => {
  const taken = new Set(pairs.flatMap((pair) => [pair.before, pair.after]));
  return { before: before.filter((one) => !taken.has(one)), after: after.filter((one) => !taken.has(one)) };
};

/** Those that have the same key, the first with the first. */
function pairsBy<T>(key: Key<T>, { before, after }: Left<T>): Pair<T>[] {
  const known = new Map<string, T[]>();
  for (const one of before) {
    const name = key(one).join('\0');
    const others = known.get(name);
    if (others === undefined) known.set(name, [one]);
    else others.push(one);
  }
  for (const some of known.values()) some.reverse();
  return after.flatMap((one): Pair<T>[] => {
    const partner = known.get(key(one).join('\0'))?.pop();
    return partner === undefined ? [] : [{ before: partner, after: one }];
  });
}

/** The pairs that `keys` find, and what is left. */
export function pairsByKeys<T>(keys: readonly Key<T>[], all: Left<T>): { readonly pairs: Pair<T>[]; readonly left: Left<T> } {
  const pairs: Pair<T>[] = [];
  let left = all;
  for (const key of keys) {
    const found = pairsBy(key, left);
    pairs.push(...found);
    left = beyond(left, found);
  }
  return { pairs, left };
}

/** What stands alone, as pairs of which one side is missing. */
export const unpaired = <T>({ before, after }: Left<T>): readonly Pair<T>[] => [
  ...before.map((one) => ({ before: one })),
  ...after.map((one) => ({ after: one })),
];
