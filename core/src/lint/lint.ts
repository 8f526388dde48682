/** From a text and what it is to a reading: parse, check, silence, sort. */

import { factById } from '../knowledge/index.js';
import type { Context, Vocabulary } from '../model/context.js';
import type { Document } from '../model/document.js';
import type { Finding, Fix, Related, Severity } from '../model/finding.js';
import { type Host, pathOnHost } from '../model/host.js';
import type { Kind, Read, RuleReport } from '../model/kind.js';
import { type Launch, notableLaunches, type When } from '../model/line.js';
import { memo } from '../model/memo.js';
import type { Report } from '../model/rule.js';
import { sharedRules } from '../rules/index.js';
import { isWorkingLevel } from '../rules/on-host.js';
import { idleReport, unusedIgnore } from '../rules/unused-ignore.js';
import { shiftEdit } from '../text/edit.js';
import { shift } from '../text/span.js';
import { type Choice, knowsPlaceAlone } from './identify.js';
import { onSystem } from './on-system.js';
import { mayBeIdle, type Settings, withZone } from './settings.js';
import { directivesIn, type Ignore, type PlacedDirective, type Silenced, silencer } from './suppress.js';

/** What one gets from reading a file. */
export interface Reading {
  readonly kind: Kind;
  readonly choice: Choice;
  readonly read: Read;
  readonly document: Document;
  /** What the file says by itself, whatever the other files of its host make of it. */
  readonly alone: Document;
  readonly context: Context;
  readonly directives: readonly PlacedDirective[];
  /** In the order of the text. */
  readonly findings: readonly Finding[];
  /** What would be among them if nobody had said otherwise; in the order of the text, too. */
  readonly silenced: readonly Silenced[];
  /** The ignores of the settings that mean something here, by their indexes. */
  readonly heeded: ReadonlySet<number>;
}

/** Where a text lies, and what is known of its file. */
export interface Place {
  readonly path: string;
  /** Permission bits; absent where nobody knows them. */
  readonly mode?: number | undefined;
}

/** The dialects that speak as hints. Who named one wants to hear of that alone. */
function auditedIn({ kind, dialects, because }: Choice, { audience }: Settings): readonly string[] {
  const named = !knowsPlaceAlone(because.dialects) && because.dialects !== 'content' && because.dialects !== 'host';
  return audience === 'auditor' && !named ? kind.dialects.filter((id) => !dialects.includes(id)) : [];
}

const contexts = memo<Settings, Map<string, Context>>();

/** The one context for these settings, this path and this choice: rules remember what they said of a line by it. */
function contextOf({ path: file, mode: bits }: Place, choice: Choice, settings: Settings, vocabulary: Vocabulary): Context {
  let known = contexts.get(settings);
  if (known === undefined) contexts.set(settings, (known = new Map()));
  const audited = auditedIn(choice, settings);
  const path = choice.place ?? file;
  const mode = choice.place === undefined ? bits : undefined;
  const key = [file, path, choice.kind.id, choice.form, mode ?? '', ...choice.dialects, '', ...audited].join('\0');
  let context = known.get(key);
  if (context === undefined) {
    const { zoneNamed, now, offMark, host } = settings;
    const { kind, form, dialects } = choice;
    const told = { path, kind: kind.id, form, dialects, audited, now, offMark, host, vocabulary };
    const said = { ...(path !== file && { file }), ...(mode !== undefined && { mode }), ...(zoneNamed !== undefined && { zoneNamed }) };
    context = withZone({ ...told, ...said }, () => settings.zone);
    known.set(key, context);
  }
  return context;
}

const lift = (fix: Fix, by: number): Fix => ({
  ...fix,
  edits: fix.edits.map((edit) => (edit.file === undefined ? shiftEdit(edit, by) : edit)),
});

const liftRelated = (place: Related, by: number): Related => (place.file === undefined ? { ...place, span: shift(place.span, by) } : place);

const NONE: readonly never[] = [];

/** Findings and how far down the text they are. */
const placed = memo<Report, { readonly finding: Finding; readonly by: number }>();

/** The finding of a report on a line; the same as before while the line stays in its place. */
function findingOf(said: RuleReport, document: Document, settings: Settings): Finding | undefined {
  const { rule, line, report } = said;
  const severity = settings.severity[rule.id] ?? report.severity ?? rule.severity;
  if (severity === 'off') return undefined;
  const by = line === -1 ? 0 : (document.starts[line] ?? 0);
  const known = placed.get(report);
  if (known?.by === by && known.finding.severity === severity) return known.finding;
  const finding = placedFinding(said, by, severity);
  placed.set(report, { finding, by });
  return finding;
}

/** `items` as they are where they are relative to the text already; else lifted, one by one. Most findings have none: then there is nothing to make. */
function lifted<T>(items: readonly T[] | undefined, line: number, lift: (item: T) => T): readonly T[] {
  if (items === undefined || items.length === 0) return NONE;
  return line === -1 ? items : items.map(lift);
}

function placedFinding({ rule, line, report }: RuleReport, by: number, severity: Severity): Finding {
  const { subject, at, message } = report;
  const related = lifted(report.related, line, (place) => liftRelated(place, by));
  const fixes = lifted(report.fixes, line, (fix) => lift(fix, by));
  const span = shift(at.span, by);
  // Two literals: behind a keystroke all findings are placed anew, and a spread takes longer than the rest.
  return subject === undefined
    ? { rule: rule.id, severity, span, message, related, fixes }
    : { rule: rule.id, severity, subject, span, message, related, fixes };
}

/** True when something that lets an administrator in securely is on, in this file or elsewhere on the host, and can be reached from outside. */
export function hasSecureLogin(document: Document, host: Host): boolean {
  const reachable = (when: When) =>
    when.type === 'socket'
      ? !when.loopback
      : when.type !== 'runlevels' || when.levels.some((level) => level === '?' || isWorkingLevel(level));
  const secure = ({ fact, state, when }: Pick<Launch, 'fact' | 'state' | 'when'>) =>
    state === 'on' && fact !== undefined && reachable(when) && (factById(fact)?.traits?.includes('secure-login') ?? false);
  return document.lines.some((line) => notableLaunches(line).some(secure)) || host.files.some((file) => file.launches.some(secure));
}

const isRemoteLogin = ({ subject }: Finding): boolean =>
  subject !== undefined && (factById(subject)?.traits?.includes('remote-login') ?? false);

/** Boxes reachable only by telnet exist: no automatic fix may cut the last way in. */
function protectLastLogin(findings: readonly Finding[], document: Document, host: Host): readonly Finding[] {
  if (!findings.some(isRemoteLogin) || hasSecureLogin(document, host)) return findings;
  return findings.map((finding) =>
    isRemoteLogin(finding) ? { ...finding, fixes: finding.fixes.map((fix) => ({ ...fix, safe: false })) } : finding,
  );
}

/** Reports of comments that ignore what nobody says, one for each comment. */
function* idleReports({ lines, starts }: Document, idle: readonly Ignore[]): Iterable<RuleReport> {
  const names = new Map<PlacedDirective, string[]>();
  for (const { placed, name } of idle) names.set(placed, [...(names.get(placed) ?? []), name]);
  for (const [{ directive, line }, unused] of names) {
    const start = starts[line] ?? 0;
    const span = shift(directive.span, -start);
    if (directive.type === 'ignore')
      yield { rule: unusedIgnore, line, report: idleReport(lines[line]?.text ?? '', { ...directive, span }, unused) };
  }
}

/** The order of the text. */
const inOrder = (a: Finding, b: Finding): number => a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1);

/** Reads `text` as what `said` makes it, and what its host tells of the daemon. Pure: the same values give the same reading. */
export function lint(place: Place, text: string, said: Choice, settings: Settings, vocabulary: Vocabulary): Reading {
  const choice = onSystem(said, settings.host);
  const { kind } = choice;
  const alone = kind.read(text, choice);
  const overruler = kind.overruler?.(pathOnHost(settings.host, place.path), settings.host);
  const read = overruler ? alone.overruled(overruler) : alone;
  const { document } = read;
  const context = contextOf(place, choice, settings, vocabulary);
  const directives = directivesIn(document);
  const silent = silencer(document, directives, settings, place.path, vocabulary.renamed);
  const found: Finding[] = [];
  const silenced: Silenced[] = [];
  const hear = (reports: Iterable<RuleReport>) => {
    for (const report of reports) {
      const finding = findingOf(report, document, settings);
      if (finding === undefined) continue;
      const silence = silent.silenceOf(finding);
      if (silence === undefined) found.push(finding);
      else silenced.push({ finding, silence });
    }
  };
  hear(read.check(sharedRules, context));
  // An ignore of what is switched off, of no rule, or of what others are told, is told elsewhere or is right.
  const idle = silent.unused().filter(({ rule }) => vocabulary.rules.includes(rule) && mayBeIdle(rule, settings, vocabulary));
  hear(idleReports(document, idle));
  const findings = [...protectLastLogin(found, document, settings.host)].sort(inOrder);
  silenced.sort((a, b) => inOrder(a.finding, b.finding));
  return { kind, choice, read, document, alone: alone.document, context, directives, findings, silenced, heeded: silent.heeded() };
}
