/** The names that a person may have meant. */

/** Single characters put in, left out, changed, or swapped with the next one, that lead from `a` to `b`. */
function distance(a: string, b: string): number {
  let twoAbove: readonly number[] = [];
  let above: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const here = [row];
    for (let at = 1; at <= b.length; at++) {
      const change = (above[at - 1] ?? 0) + (a[row - 1] === b[at - 1] ? 0 : 1);
      const swapped = row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1];
      const swap = swapped ? (twoAbove[at - 2] ?? 0) + 1 : change;
      here.push(Math.min(change, swap, (above[at] ?? 0) + 1, (here[at - 1] ?? 0) + 1));
    }
    [twoAbove, above] = [above, here];
  }
  return above[b.length] ?? 0;
}

/** Those of `names` that are most like `name`, best first, at most `limit`; none when nothing is near. */
export function nearest(name: string, names: Iterable<string>, limit = 3): string[] {
  const wanted = name.slice(0, 64).toLowerCase();
  const farthest = Math.max(1, Math.floor(wanted.length / 3));
  return [...new Set(names)]
    .map((candidate) => {
      const other = candidate.toLowerCase();
      const part = wanted.length >= 3 && other.includes(wanted) ? 0.5 : Number.POSITIVE_INFINITY;
      return { candidate, far: Math.min(part, distance(wanted, other)) };
    })
    .filter(({ far }) => far <= farthest)
    .sort((a, b) => a.far - b.far || a.candidate.length - b.candidate.length || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}

/** A sentence that names the nearest, to go behind a message; empty when nothing is near. */
export function didYouMean(name: string, names: Iterable<string>): string {
  const near = nearest(name, names);
  return near.length === 0
    ? ''
    : `. Did you mean ${near
        .map((one) => `“${one}”`)
        .join(', ')
        .replace(/, ([^,]*)$/, ' or $1')}?`;
}
