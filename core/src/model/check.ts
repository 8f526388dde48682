/** Runs a kind's rules and the shared ones, and remembers what they said of a line. */

import { brief } from '../text/brief.js';
import { shiftEdit } from '../text/edit.js';
import { maskedQuotes, withoutWhole } from '../text/mask.js';
import { Choice, Looks } from './choice.js';
import type { Context } from './context.js';
import type { Document } from './document.js';
import type { KindSpec, RuleReport } from './kind.js';
import type { Line } from './line.js';
import { lineIndexAt } from './line-at.js';
import { Linewise } from './linewise.js';
import { memo } from './memo.js';
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
  const fixes = [...off, ...on];
  const lifted = by === 0 ? fixes : fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => shiftEdit(edit, by)) }));
  return { ...report, fixes: [...(report.fixes ?? []), ...lifted] };
}

/** A report whose message, and those of its fixes, quote nothing of `line` that is secret. `start`: where that begins, as the report counts. */
function withoutSecrets<L extends Line>(spec: KindSpec<L>, line: L, report: Report, start = 0): Report {
  const { at, message, fixes = [] } = report;
  if (spec.secrets === undefined) return report;
  const secrets = spec.secrets(line);
  if (secrets.length === 0) return report;
  // A title says without quotes what it would write, and so may a message.
  // Where a secret holds such a mark itself, nobody could tell which of them end what is quoted.
  const isMarked = secrets.some((span) => /[“”]/.test(line.text.slice(span.start, span.end)));
  const whole = (said: string) => withoutWhole(said, line.text, secrets);
  const told = (said: string) => whole(maskedQuotes(isMarked ? whole(said) : said, line.text, secrets, at.span.start - start));
  return { ...report, message: told(message), fixes: fixes.map((fix) => ({ ...fix, title: told(fix.title) })) };
}

/** The same of a report about a document. */
function withoutSecretsOf<L extends Line>(spec: KindSpec<L>, { lines, starts }: Document<L>, report: Report): Report {
  const index = lineIndexAt({ starts }, report.at.span.start);
  const line = lines[index];
  return line ? withoutSecrets(spec, line, report, starts[index]) : report;
}

/** The same without words that are too long to be read. */
function inBrief(report: Report): Report {
  const { fixes = [] } = report;
  const message = brief(report.message);
  // Nearly all reports are brief already, and stay the values that they are.
  if (message === report.message && fixes.every(({ title }) => brief(title) === title)) return report;
  return { ...report, message, fixes: fixes.map((fix) => ({ ...fix, title: brief(fix.title) })) };
}

/** What a rule says of a line, as doors may tell it. */
const told = <L extends Line>(spec: KindSpec<L>, line: L, report: Report, context: Context): Report =>
  inBrief(withSwitches(spec, line, withoutSecrets(spec, line, report), context, 0));

/** What a rule says of a document, as doors may tell it. */
function toldOf<L extends Line>(spec: KindSpec<L>, document: Document<L>, said: Report, context: Context): Report {
  const report = withoutSecretsOf(spec, document, said);
  const at = report.disable?.line ?? report.enable?.line ?? -1;
  const line = document.lines[at];
  return inBrief(line ? withSwitches(spec, line, report, context, document.starts[at] ?? 0) : report);
}

/** By line. */
type Sayings<L extends Line> = (document: Document<L>) => readonly (readonly Said[])[];

export type Check<L extends Line> = (document: Document<L>, shared: readonly Rule[], context: Context) => readonly RuleReport[];

/** The check of a kind; what was said of a Line is remembered while `context` is the same object. */
export function checkerOf<L extends Line>(spec: KindSpec<L>): Check<L> {
  const looks = new Map<Choice<L>, Looks<L>>();
  const none = new Choice<L>();
  const overAll = new Map<readonly Rule[], readonly Rule<L>[]>();
  const sayings = memo<Context, Sayings<L>>();

  function ofLine(line: L, rules: readonly Rule<L>[], context: Context): readonly Said[] {
    let found: Said[] | undefined;
    // By index: each line comes here, and most rules have nothing to say.
    for (let at = 0; at < rules.length; at++) {
      const rule = rules[at];
      const reports = rule?.checkLine?.(line, context);
      if (rule === undefined || reports === undefined) continue;
      for (const report of reports) (found ??= []).push({ rule, report: told(spec, line, report, context) });
    }
    return found ?? NOTHING;
  }

  function ofDocument(document: Document<L>, rule: Rule<L>, context: Context, found: RuleReport[]): void {
    for (const report of rule.checkDocument?.(document, context) ?? [])
      found.push({ rule, line: -1, report: toldOf(spec, document, report, context) });
  }

  /** The rules that look at whole documents, the kind's own first. */
  function rulesOverAll(shared: readonly Rule[]): readonly Rule<L>[] {
    let known = overAll.get(shared);
    if (known === undefined) overAll.set(shared, (known = [...spec.rules, ...shared].filter(({ checkDocument }) => checkDocument)));
    return known;
  }

  /** The looks of the rules that look at single lines, the kind's own first, and have a say in `context` at all. */
  function looksIn(shared: readonly Rule[], context: Context): Looks<L> {
    let heeded = none;
    for (const rule of [...spec.rules, ...shared])
      if (rule.checkLine !== undefined && (rule.heeds?.(context) ?? true)) heeded = heeded.with(rule);
    let known = looks.get(heeded);
    if (known === undefined) looks.set(heeded, (known = new Looks<L>(heeded.rules)));
    return known;
  }

  /** Asks the rules that lines concern; of those that were there before it knows what they said then. */
  function asking(shared: readonly Rule[], context: Context): Sayings<L> {
    const looks = looksIn(shared, context);
    let document: Document<L>;
    const byLine = new Linewise<L, readonly Said[]>((lines, start, end) => {
      const choices = looks.among(document, start, end);
      return lines.slice(start, end).map((line, index) => {
        const rules = choices[index]?.rules ?? [];
        return rules.length === 0 ? NOTHING : ofLine(line, rules, context);
      });
    });
    return (asked) => byLine.update((document = asked).lines);
  }

  /** What the rules say of each line. */
  function ofLines(document: Document<L>, shared: readonly Rule[], context: Context): readonly (readonly Said[])[] {
    const known = sayings.get(context) ?? sayings.set(context, asking(shared, context));
    return known(document);
  }

  return (document, shared, context) => {
    const found: RuleReport[] = [];
    const byLine = ofLines(document, shared, context);
    for (let line = 0; line < byLine.length; line++) {
      const said = byLine[line] ?? NOTHING;
      if (said !== NOTHING) for (const { rule, report } of said) found.push({ rule, report, line });
    }
    for (const rule of rulesOverAll(shared)) if (rule.heeds?.(context) ?? true) ofDocument(document, rule, context, found);
    return found;
  };
}
