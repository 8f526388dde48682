/** Seals a kind: closes over its line type, so that no caller needs a cast. */
import { shiftEdit } from '../text/edit.js';
import type { Context } from './context.js';
import type { Document } from './document.js';
import type { Kind, KindSpec, RuleReport } from './kind.js';
import type { Line } from './line.js';
import { parser } from './parse.js';
import type { Report, Rule } from './rule.js';

export function defineKind<L extends Line>(spec: KindSpec<L>): Kind {
  const parse = parser(spec);
  const remembered = new WeakMap<Context, WeakMap<L, readonly Omit<RuleReport, 'line'>[]>>();

  /** Turns a rule's wish to switch a launch into this kind's own fixes; `by` lifts their edits into the frame of the report. */
  function withSwitches(line: L, report: Report, context: Context, by: number): Report {
    const { disable, enable } = report;
    if (disable === undefined && enable === undefined) return report;
    const off = disable
      ? spec.disable(line, disable.launch, context).map((fix) => ({ ...fix, turns: 'off' as const, safe: fix.safe && disable.safe }))
      : [];
    const on = enable ? spec.enable(line, enable.launch, context).map((fix) => ({ ...fix, turns: 'on' as const, safe: false })) : [];
    const lifted = [...off, ...on].map((fix) => ({ ...fix, edits: fix.edits.map((edit) => shiftEdit(edit, by)) }));
    return { ...report, fixes: [...(report.fixes ?? []), ...lifted] };
  }

  function ofLine(line: L, shared: readonly Rule[], context: Context): readonly Omit<RuleReport, 'line'>[] {
    let lines = remembered.get(context);
    if (lines === undefined) remembered.set(context, (lines = new WeakMap()));
    let reports = lines.get(line);
    if (reports === undefined) {
      const own = spec.rules.flatMap((rule) => [...(rule.checkLine?.(line, context) ?? [])].map((report) => ({ rule, report })));
      const common = shared.flatMap((rule) => [...(rule.checkLine?.(line, context) ?? [])].map((report) => ({ rule, report })));
      reports = [...own, ...common].map(({ rule, report }) => ({ rule, report: withSwitches(line, report, context, 0) }));
      lines.set(line, reports);
    }
    return reports;
  }

  const ofDocument = (document: Document<L>, shared: readonly Rule[], context: Context): Omit<RuleReport, 'line'>[] => [
    ...spec.rules.flatMap((rule) => [...(rule.checkDocument?.(document, context) ?? [])].map((report) => ({ rule, report }))),
    ...shared.flatMap((rule) => [...(rule.checkDocument?.(document, context) ?? [])].map((report) => ({ rule, report }))),
  ];

  return {
    ...spec,
    read(text, options) {
      const document = parse(text, options);
      const lineAt = (index: number): L => {
        const line = document.lines[index];
        if (line === undefined) throw new RangeError(`no line ${index}`);
        return line;
      };
      return {
        document,
        *check(shared, context) {
          for (const [index, line] of document.lines.entries())
            for (const reported of ofLine(line, shared, context)) yield { ...reported, line: index };
          for (const { rule, report } of ofDocument(document, shared, context)) {
            const at = report.disable?.line ?? report.enable?.line;
            const full = at === undefined ? report : withSwitches(lineAt(at), report, context, document.starts[at] ?? 0);
            yield { rule, line: -1, report: full };
          }
        },
        about: (index, context, now) => spec.aboutLine?.(lineAt(index), context, now),
        proposals: (index, offset, context) => spec.proposals?.(lineAt(index), offset, context, document) ?? [],
        signature: (index, offset, context) => spec.signature?.(lineAt(index), offset, context),
        hints: (index, context, now) => spec.hints?.(lineAt(index), context, now) ?? [],
        columns: (index) => spec.columns?.(lineAt(index)),
        rewrites: (index, context, now) => spec.rewrites?.(lineAt(index), context, now) ?? [],
        record: (index, dialect) => spec.record?.(lineAt(index), dialect),
        week: (context, from) => spec.week?.(document, context, from),
        disable: (index, launch, context) => spec.disable(lineAt(index), launch, context),
        enable: (index, launch, context) => spec.enable(lineAt(index), launch, context),
      };
    },
  };
}
