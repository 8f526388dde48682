/** What two texts have in common at their ends. */

/** Compared at a time: whole pieces compare faster than their characters one by one. */
const PIECE = 1024;

/** How many characters `a` and `b` have in common from the beginning. */
export function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at + PIECE <= most && a.slice(at, at + PIECE) === b.slice(at, at + PIECE)) at += PIECE;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** How many characters `a` and `b` have in common at the end, at most `most`. */
export function commonSuffix(a: string, b: string, most: number): number {
  const [x, y] = [a.length, b.length];
  let found = 0;
  while (found + PIECE <= most && a.slice(x - found - PIECE, x - found) === b.slice(y - found - PIECE, y - found)) found += PIECE;
  while (found < most && a.charCodeAt(x - found - 1) === b.charCodeAt(y - found - 1)) found++;
  return found;
}
