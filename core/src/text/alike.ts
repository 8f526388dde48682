/** What two texts have in common at their ends. */

/** So many characters are compared at a time, then fewer: whole pieces compare faster than their characters one by one, and long ones faster than short ones. */
const PIECES = [65_536, 1024];

/** How many characters `a` and `b` have in common from the beginning. */
export function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  for (const piece of PIECES) while (at + piece <= most && a.slice(at, at + piece) === b.slice(at, at + piece)) at += piece;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

/** How many characters `a` and `b` have in common at the end, at most `most`. */
export function commonSuffix(a: string, b: string, most: number): number {
  const [x, y] = [a.length, b.length];
  let found = 0;
  for (const piece of PIECES)
    while (found + piece <= most && a.slice(x - found - piece, x - found) === b.slice(y - found - piece, y - found)) found += piece;
  while (found < most && a.charCodeAt(x - found - 1) === b.charCodeAt(y - found - 1)) found++;
  return found;
}
