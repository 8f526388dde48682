/** Words that somebody may have mistyped. */

/** True where `written` differs from `known` in its case alone, or in one character that is missing, surplus, another, or changed places with the next. */
export function isNear(written: string, known: string): boolean {
  const said = written.toLowerCase();
  const meant = known.toLowerCase();
  if (said === meant) return true;
  if (Math.abs(meant.length - said.length) > 1 || said.length < 4) return false;
  let at = 0;
  while (at < meant.length && meant[at] === said[at]) at++;
  const [a, b] = [said.slice(at), meant.slice(at)];
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1) || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
}
