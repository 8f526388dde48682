/** So many files are asked for at the same time: the disk works while others are taken apart. And none takes so long that a person would notice. */
const TOGETHER = 32;

/** `all`, some at a time. */
export function* pieces<T>(all: readonly T[]): Iterable<readonly T[]> {
  for (let at = 0; at < all.length; at += TOGETHER) yield all.slice(at, at + TOGETHER);
}
