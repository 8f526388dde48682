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

/** So few lines are looked at faster than they are found in a memory. */
const FEW = 100;

/** Looks at lines: which of `rules` they concern. Remembered of those that were looked at last, whatever the context: a look depends on the line alone. */
export class Looks<L extends Line> {
  private readonly none = new Choice<L>();
  private readonly byLine = new Linewise<L, Choice<L>>(each((line) => this.at(line)));

  constructor(private readonly rules: readonly Rule<L>[]) {}

  /** By line, from `start` to `end` of `lines`. */
  among(lines: readonly L[], start: number, end: number): readonly Choice<L>[] {
    if (end - start <= FEW) return lines.slice(start, end).map((line) => this.at(line));
    return this.byLine.update(lines).slice(start, end);
  }

  private at(line: L): Choice<L> {
    let choice = this.none;
    for (const rule of this.rules) if (rule.concerns === undefined || rule.concerns(line)) choice = choice.with(rule);
    return choice;
  }
}
