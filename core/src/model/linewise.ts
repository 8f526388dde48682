/** What was found out of each line of a file, kept from one keystroke to the next. */
import type { Line } from './line.js';

/** What is found out of the lines from `start` to `end` of `lines`, in their order. */
type FindOut<L extends Line, T> = (lines: readonly L[], start: number, end: number) => T[];

/** Asks line by line. */
export const each =
  <L extends Line, T>(of: (line: L) => T): FindOut<L, T> =>
  (lines, start, end) =>
    lines.slice(start, end).map((line) => of(line));

/** How many lines are the same in two lists, at the beginning and, of the others, at the end. */
interface CommonLines {
  readonly start: number;
  readonly end: number;
}

let last: (CommonLines & { readonly before: readonly Line[]; readonly lines: readonly Line[] }) | undefined;

/** What two lists of lines have in common at their ends; several ask it of the same two, one after the other. */
export function commonLines(before: readonly Line[], lines: readonly Line[]): CommonLines {
  if (last?.before === before && last.lines === lines) return last;
  const shorter = Math.min(lines.length, before.length);
  let start = 0;
  while (start < shorter && lines[start] === before[start]) start++;
  let end = 0;
  while (end < shorter - start && lines[lines.length - 1 - end] === before[before.length - 1 - end]) end++;
  // Of what is read for the first time nobody asks again.
  if (shorter > 0) last = { before, lines, start, end };
  return { start, end };
}

/** Finds out something of each line; what was found of lines that stand before and behind a change is kept. */
export class Linewise<L extends Line, T> {
  private lines: readonly L[] = [];
  private values: T[] = [];

  /** `came` and `gone` are told of the values that are new, and of those that are no more. */
  constructor(
    private readonly of: FindOut<L, T>,
    private readonly came?: (value: T) => void,
    private readonly gone?: (value: T) => void,
  ) {}

  /** By line; the array is another one only where lines came or went, and holds until the next call. */
  update(lines: readonly L[]): readonly T[] {
    const { lines: before, values } = this;
    if (lines === before) return values;
    this.lines = lines;
    const { start, end: same } = commonLines(before, lines);
    if (start === lines.length && start === before.length) return values;
    if (this.gone) values.slice(start, values.length - same).forEach(this.gone);
    const fresh = this.of(lines, start, lines.length - same);
    if (this.came) fresh.forEach(this.came);
    // Of most files this is all that is ever asked.
    if (before.length === 0) {
      this.values = fresh;
      return fresh;
    }
    if (lines.length === before.length)
      fresh.forEach((value, index) => {
        values[start + index] = value;
      });
    else this.values = values.slice(0, start).concat(fresh, values.slice(values.length - same));
    return this.values;
  }
}
