/** A quick look before a thorough one: whether anything stands there twice. */

/** True where `keyOf` gives two of `items` the same key; those without one are passed over. */
export function isRepeated<T>(items: readonly T[], keyOf: (item: T) => string | number | undefined): boolean {
  const seen = new Set<string | number>();
  let count = 0;
  for (const item of items) {
    const key = keyOf(item);
    if (key !== undefined && seen.add(key).size !== ++count) return true;
  }
  return false;
}
