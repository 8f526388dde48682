/** What was found out of each line of a file, kept from one keystroke to the next. */
import type { CrontabLine } from '../model.js';

/** Finds out something of each line; what was found of lines that stand before and behind a change is kept. */
export class Linewise<T> {
  private lines: readonly CrontabLine[] = [];
  private values: readonly T[] = [];

  /** `came` and `gone` are told of the values that are new, and of those that are no more. */
  constructor(
    private readonly of: (line: CrontabLine) => T,
    private readonly came?: (value: T) => void,
    private readonly gone?: (value: T) => void,
  ) {}

  /** By line. The same array as before where no line is another. */
  update(lines: readonly CrontabLine[]): readonly T[] {
    const { lines: before, values } = this;
    const shorter = Math.min(lines.length, before.length);
    let start = 0;
    while (start < shorter && lines[start] === before[start]) start++;
    if (start === lines.length && start === before.length) return values;
    let same = 0;
    while (same < shorter - start && lines[lines.length - 1 - same] === before[before.length - 1 - same]) same++;
    if (this.gone) for (const value of values.slice(start, values.length - same)) this.gone(value);
    const fresh = lines.slice(start, lines.length - same).map(this.of);
    if (this.came) for (const value of fresh) this.came(value);
    this.lines = lines;
    this.values = [...values.slice(0, start), ...fresh, ...values.slice(values.length - same)];
    return this.values;
  }
}
