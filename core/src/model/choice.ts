/** Which rules lines concern: many lines, and few choices among the rules. */
import type { Line } from './line.js';
import { each, Linewise } from './linewise.js';
import type { Rule } from './rule.js';

/** A choice among rules. It is made rule by rule from the empty one, so that the same choice is the same object. */
export class Choice<L extends Line> {
  private readonly more = new Map<Rule<L>, Choice<L>>();

  constructor(readonly rules: readonly Rule<L>[] = []) {}

  with(rule: Rule<L>): Choice<L> {
    let choice = this.more.get(rule);
    if (choice === undefined) this.more.set(rule, (choice = new Choice([...this.rules, rule])));
    return choice;
  }
}

/** One expression for all of the same flags that matches wherever one of `marks` does. */
function joined(marks: readonly RegExp[]): readonly RegExp[] {
  const flags = [...new Set(marks.map((mark) => mark.flags))];
  return flags.map((flag) => new RegExp(marks.flatMap((mark) => (mark.flags === flag ? [`(?:${mark.source})`] : [])).join('|'), flag));
}

const finds = (marks: readonly RegExp[], text: string): boolean => marks.some((mark) => mark.test(text));

/** So few lines are looked at faster than they are found in a memory. */
const FEW = 100;

/** Looks at lines: which of `rules` they concern. Remembered of those that were looked at last, whatever the context: a look depends on the line alone. */
export class Looks<L extends Line> {
  private readonly none = new Choice<L>();
  private readonly byLine = new Linewise<L, Choice<L>>(each((line) => this.at(line)));
  /** Those that may concern a line without any mark. */
  private readonly unmarked: readonly Rule<L>[];
  private readonly marks: readonly RegExp[];

  constructor(private readonly rules: readonly Rule<L>[]) {
    this.unmarked = rules.filter(({ marks }) => marks === undefined);
    this.marks = joined(rules.flatMap(({ marks }) => marks ?? []));
  }

  /** By line, from `start` to `end` of `lines`. */
  among(lines: readonly L[], start: number, end: number): readonly Choice<L>[] {
    if (end - start <= FEW) return lines.slice(start, end).map((line) => this.at(line));
    return this.byLine.update(lines).slice(start, end);
  }

  private at(line: L): Choice<L> {
    let choice = this.none;
    for (const rule of finds(this.marks, line.text) ? this.rules : this.unmarked) {
      if (rule.concerns !== undefined && !rule.concerns(line)) continue;
      if (rule.marks === undefined || finds(rule.marks, line.text)) choice = choice.with(rule);
    }
    return choice;
  }
}
