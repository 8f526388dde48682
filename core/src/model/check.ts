/** Runs a kind's rules and the shared ones, and remembers what they said of a line. */
import { shiftEdit } from '../text/edit.js';
import type { Context } from './context.js';
import type { Document } from './document.js';
import type { KindSpec, RuleReport } from './kind.js';
import type { Line } from './line.js';
import type { Report, Rule } from './rule.js';

type Said = Omit<RuleReport, 'line'>;

const NOTHING: readonly Said[] = [];

/** Turns a rule's wish to switch a launch into the kind's own fixes; `by` lifts their edits into the frame of the report. */
function withSwitches<L extends Line>(spec: KindSpec<L>, line: L, report: Report, context: Context, by: number): Report {
  const { disable, enable } = report;
  if (disable === undefined && enable === undefined) return report;
  const off = disable
    ? spec.disable(line, disable.launch, context).map((fix) => ({ ...fix, turns: 'off' as const, safe: fix.safe && disable.safe }))
    : [];
  const on = enable ? spec.enable(line, enable.launch, context).map((fix) => ({ ...fix, turns: 'on' as const, safe: false })) : [];
  const lifted = [...off, ...on].map((fix) => ({ ...fix, edits: fix.edits.map((edit) => shiftEdit(edit, by)) }));
  return { ...report, fixes: [...(report.fixes ?? []), ...lifted] };
}

interface Remembered<L extends Line> {
  /** Of the document that was checked last. */
  readonly lines: readonly L[];
  readonly said: readonly (readonly Said[])[];
  /** Of any line that was ever checked: lines move, and come back. */
  readonly alone: WeakMap<L, readonly Said[]>;
}

export type Check<L extends Line> = (document: Document<L>, shared: readonly Rule[], context: Context) => Iterable<RuleReport>;

/** The check of a kind; what was said of a Line is remembered while `context` is the same object. */
export function checkerOf<L extends Line>(spec: KindSpec<L>): Check<L> {
  const rulesWith = new WeakMap<readonly Rule[], readonly Rule<L>[]>();
  const remembered = new WeakMap<Context, Remembered<L>>();

  /** The rules that look at single lines, the kind's own first. */
  function lineRules(shared: readonly Rule[]): readonly Rule<L>[] {
    let rules = rulesWith.get(shared);
    if (rules === undefined) rulesWith.set(shared, (rules = [...spec.rules, ...shared].filter(({ checkLine }) => checkLine !== undefined)));
    return rules;
  }

  function ofLine(line: L, rules: readonly Rule<L>[], context: Context): readonly Said[] {
    let found: Said[] | undefined;
    for (const rule of rules) {
      if (rule.concerns?.(line) === false) continue;
      for (const report of rule.checkLine?.(line, context) ?? [])
        (found ??= []).push({ rule, report: withSwitches(spec, line, report, context, 0) });
    }
    return found ?? NOTHING;
  }

  function* ofDocument(document: Document<L>, rule: Rule<L>, context: Context): Iterable<RuleReport> {
    for (const report of rule.checkDocument?.(document, context) ?? []) {
      const at = report.disable?.line ?? report.enable?.line ?? -1;
      const line = document.lines[at];
      yield { rule, line: -1, report: line ? withSwitches(spec, line, report, context, document.starts[at] ?? 0) : report };
    }
  }

  /** What the rules say of each line: of those that were there before, what they said then. */
  function ofLines({ lines }: Document<L>, shared: readonly Rule[], context: Context): readonly (readonly Said[])[] {
    const rules = lineRules(shared);
    const before = remembered.get(context) ?? { lines: [], said: [], alone: new WeakMap() };
    const { alone } = before;
    const said: (readonly Said[])[] = new Array(lines.length);
    const by = lines.length - before.lines.length;
    let end = lines.length;
    for (; end > 0 && end - by > 0 && lines[end - 1] === before.lines[end - 1 - by]; end--)
      said[end - 1] = before.said[end - 1 - by] ?? NOTHING;
    let isSame = true;
    for (let index = 0; index < end; index++) {
      const line = lines[index];
      isSame &&= line === before.lines[index];
      if (line === undefined) continue;
      let known = isSame ? before.said[index] : alone.get(line);
      if (known === undefined) alone.set(line, (known = ofLine(line, rules, context)));
      said[index] = known;
    }
    remembered.set(context, { lines, said, alone });
    return said;
  }

  return function* (document, shared, context) {
    for (const [index, said] of ofLines(document, shared, context).entries())
      if (said !== NOTHING) for (const { rule, report } of said) yield { rule, report, line: index };
    for (const rule of [...spec.rules, ...shared]) yield* ofDocument(document, rule, context);
  };
}
