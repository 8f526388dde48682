/** Which rules lines concern: many lines, and few choices among the rules. */
import type { Document } from './document.js';
import type { Line } from './line.js';
import { Linewise } from './linewise.js';
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

const finds = (marks: readonly RegExp[], text: string): boolean => marks.some((mark) => mark.test(text));

/** So few lines are looked at faster than they are found in a memory. */
const FEW = 100;

/** Rules that look at lines of one type. */
interface Lookers<L extends Line> {
  readonly all: readonly Rule<L>[];
  /** Those that may concern a line without any mark. */
  readonly unmarked: readonly Rule<L>[];
}

/** A text and the lines that tile it. */
type Tiled<L extends Line> = Pick<Document<L>, 'text' | 'lines' | 'starts'>;

/** Looks at lines: which of `rules` they concern. Remembered of those that were looked at last, whatever the context: a look depends on the line alone. */
export class Looks<L extends Line> {
  private readonly none = new Choice<L>();
  private readonly byLine = new Linewise<L, Choice<L>>((_, start, end) => this.choices(start, end));
  /** The one that is looked at. */
  private document: Tiled<L> = { text: '', lines: [], starts: [] };
  private readonly marks: readonly RegExp[];
  private readonly byType = new Map<Line['type'], Lookers<L>>();

  constructor(private readonly rules: readonly Rule<L>[]) {
    const marks = new Set(rules.flatMap(({ marks: own = [] }) => own));
    // One by one: each goes by the characters that it begins with.
    this.marks = Array.from(marks, ({ source, flags }) => new RegExp(source, `${flags}g`));
  }

  /** By line, from `start` to `end` of the lines of `document`. */
  among(document: Tiled<L>, start: number, end: number): readonly Choice<L>[] {
    this.document = document;
    if (end - start <= FEW) return this.choices(start, end);
    return this.byLine.update(document.lines).slice(start, end);
  }

  private choices(start: number, end: number): Choice<L>[] {
    const { lines } = this.document;
    const marked = this.marks.length === 0 ? undefined : this.markedAmong(start, end);
    return lines.slice(start, end).map((line, index) => this.at(line, marked !== undefined && marked[index] === 1));
  }

  /** 1 for each line that may hold a mark. Asked once for all of them: to ask an expression takes longer than it takes to look at a line. */
  private markedAmong(start: number, end: number): Uint8Array {
    const { lines, starts, text: whole } = this.document;
    const marked = new Uint8Array(end - start);
    const text = whole.slice(starts[start], starts[end]);
    for (const mark of this.marks) {
      mark.lastIndex = 0;
      let at = start;
      let behind = lines[start]?.text.length ?? 0;
      for (let hit = mark.exec(text); hit !== null && at < end; hit = mark.exec(text)) {
        while (behind <= hit.index && at < end) behind += lines[++at]?.text.length ?? 0;
        marked[at - start] = 1;
        mark.lastIndex = behind;
      }
    }
    return marked;
  }

  private at(line: L, isMarked: boolean): Choice<L> {
    let choice = this.none;
    const { all, unmarked } = this.lookersAt(line.type);
    const rules = isMarked ? all : unmarked;
    let asked: Rule<L>['concerns'];
    let answer = true;
    // By index: each line comes here, and few rules concern it.
    for (let index = 0; index < rules.length; index++) {
      const rule = rules[index];
      if (rule === undefined) continue;
      // Neighbours may have the same question.
      if (rule.concerns !== asked) answer = (asked = rule.concerns)?.(line) ?? true;
      if (!answer) continue;
      if (rule.marks === undefined || finds(rule.marks, line.text)) choice = choice.with(rule);
    }
    return choice;
  }

  private lookersAt(type: Line['type']): Lookers<L> {
    let lookers = this.byType.get(type);
    if (lookers === undefined) {
      const all = this.rules.filter(({ types }) => types?.includes(type) ?? true);
      this.byType.set(type, (lookers = { all, unmarked: all.filter(({ marks }) => marks === undefined) }));
    }
    return lookers;
  }
}
