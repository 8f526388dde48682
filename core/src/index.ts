/** The face of the core: all that doors and `workspace` may import. */

import { kinds, rules, vocabulary } from './catalog.js';
import { directiveHover } from './features/directive-hover.js';
import type { Hover } from './features/hover.js';
import { rulePage as pageOf } from './features/rule-page.js';
import { exampleHost } from './lint/example-host.js';
import { settledFiles as settledAmong } from './lint/host.js';
import { type Choice, type Input, identify as identifyAmong, isNamed as isNamedAmong } from './lint/identify.js';
import { type Reading, lint as readAndJudge } from './lint/lint.js';
import { defaultSettings, mayBeIdle, type Settings } from './lint/settings.js';
import type { Host, HostFile } from './model/host.js';
import type { Example, RuleMeta } from './model/rule.js';

export { colourTypes, instantIn, isoTime, isZone, kinds, rules } from './catalog.js';
export { type Action, actionsAt } from './features/actions.js';
export { type Coloured, coloursOf } from './features/colours.js';
export { compareHosts } from './features/compare/compare.js';
export { alsoText } from './features/compare/fleet.js';
export { type LineChange, lineChanges } from './features/compare/line-changes.js';
export { comparisonMarkdown } from './features/compare/markdown.js';
export type {
  ComparedFile,
  ComparedHost,
  Facet,
  FindingChange,
  HostComparison,
  Job,
  JobChange,
  SeenPlace,
  ServiceChange,
  SettingChange,
  Whereabouts,
} from './features/compare/model.js';
export { sheetOf } from './features/compare/sheet.js';
export type { Sheet, SheetItem, SheetRow, SheetSection } from './features/compare/sheet-model.js';
export { type Completion, completionsAt } from './features/completion.js';
export { dialectsPage } from './features/dialects.js';
export { factPage } from './features/explain.js';
export { fixElsewhere, fixFor, safeEdits } from './features/fix-all.js';
export { formatEdits, formatEnded } from './features/format.js';
export { type HintWish, hintAbout, hintsIn, type PlacedHint } from './features/hints.js';
export { hostMarkdown } from './features/host-page/markdown.js';
export { type HostPage, hostMain, hostPage, hostsPage } from './features/host-page/page.js';
export { addressOf, placeText } from './features/host-page/words.js';
export { type HostReport, type ReportedService, reportOn } from './features/host-report.js';
export { type Hover, hoverAt } from './features/hover.js';
export { keysOf, likeOf } from './features/identity.js';
export { silencesAt, silencesOf } from './features/ignores.js';
export { type HostPlace, type HostService, inventoryOf } from './features/inventory.js';
export { maskedAgenda, secretsAt } from './features/masks.js';
export { type Fold, foldsOf, type OutlineEntry, symbolsOf } from './features/outline.js';
export { escaped as escapedHtml } from './features/page/html.js';
export { type PlanSystem, planSystems, systemTitles } from './features/plan/model.js';
export { planOf } from './features/plan/plan.js';
export { type About, planScript, undoScript } from './features/plan/script.js';
export { type PlacedReading, systemsOf, tellingPaths } from './features/plan/system.js';
export { selectionsAt } from './features/selection.js';
export { type SignatureHelp, signatureAt } from './features/signature.js';
export { type WeekMap, type WeekMapJob, weekMapOf } from './features/week-map.js';
export { type WeekPage, weekMapMain, weekMapPage } from './features/week-page/page.js';
export type { Fact } from './knowledge/fact.js';
export { factNames, facts, factsNamed } from './knowledge/index.js';
export { SUBMISSION as submissionPath } from './knowledge/mail.js';
export { servicesIn } from './knowledge/ports.js';
export { summarise } from './lint/host.js';
export type { Authority, Choice, Input, Wish } from './lint/identify.js';
export { readInitScript } from './lint/init-script.js';
export type { Reading } from './lint/lint.js';
export { onSystem } from './lint/on-system.js';
export { type Audience, audiences, defaultSettings, type Ignored, type Settings, withZone } from './lint/settings.js';
export type { Silence, Silenced } from './lint/suppress.js';
export { type DialectName, dialectNamed, dialectNamesOf } from './model/dialect-names.js';
export type { Language } from './model/editor.js';
export { type Finding, type Fix, type Related, type Severity, severities } from './model/finding.js';
export { type Host, type HostFile, type HostLaunch, type InitScript, type InitScripts, seenBeside } from './model/host.js';
export type { Agenda, Dissent, Draw, Kind, LineRecord, Missed, Read, Run } from './model/kind.js';
export { memo } from './model/memo.js';
export type { Example, RuleMeta } from './model/rule.js';
export { applyEdits, type Edit, EditSet } from './text/edit.js';
export { lineStarts, type Place, placeIn, placeOf } from './text/lines.js';
export { codeSpan } from './text/markdown.js';
export { MASK } from './text/mask.js';
export { didYouMean, nearest } from './text/nearest.js';
export { commandsIn } from './text/shell/commands.js';
export { unquoted } from './text/shell/shell.js';
export type { Span } from './text/span.js';
export { bareName } from './text/template.js';

/** The rule that a name means, also one that it had before; undefined where there is none. */
export const ruleNamed = (name: string): RuleMeta | undefined => rules.find(({ id }) => id === (vocabulary.renamed[name] ?? name));

/** The hover at `offset` where a comment speaks to daemonlint there; undefined elsewhere. `page`: the address of the page of a rule. */
export const directiveHoverAt = ({ directives }: Reading, offset: number, page: (rule: string) => string): Hover | undefined =>
  directiveHover(directives, offset, { named: ruleNamed, page });

/** False for a rule whose silence tells nothing: it is switched off, or says more to others than to who reads with these settings. */
export const isHeard = (rule: string, settings: Pick<Settings, 'severity' | 'audience'>): boolean => mayBeIdle(rule, settings, vocabulary);

/** What a text is among all kinds; undefined when nobody says so. */
export const identify = (input: Input): Choice | undefined => identifyAmong(kinds, input);

/** True when the path and what is said of it, not the text, make it one of the kinds. */
export const isNamed = (input: Omit<Input, 'text' | 'sniff'>): boolean => isNamedAmong(kinds, input);

/** True where a daemon reads whatever lies at `path`, be it text or not. */
export const isReadAt = (path: string): boolean => kinds.some((kind) => kind.matchPath(path)?.isRead === true);

/** Reads `text` as what `choice` says it is. Pure: the same values give the same reading. `mode`: the file's permission bits, where they are known. */
export const lint = (path: string, text: string, choice: Choice, settings: Settings, mode?: number): Reading =>
  readAndJudge({ path, mode }, text, choice, settings, vocabulary);

/** The files of `host` as they count on it: what others of them outvote, or turn off, is gone, or off. Those that stand are the same values. */
export const settledFiles = (host: Host): readonly HostFile[] => settledAmong(host, kinds);

/** What is read in an example of a rule, as a file of the host that the others make. Throws where no kind is known for it: that is a bug of its rule. */
export function readExample({ path, text, mode, host = {} }: Example, settings: Settings = defaultSettings): Reading {
  const choiceFor = (at: string, content: string): Choice => {
    const choice = identify({ path: at, text: content, sniff: true });
    if (choice === undefined) throw new RangeError(`no kind for ${at}`);
    return choice;
  };
  const read = (at: string, content: string) => {
    const choice = choiceFor(at, content);
    return choice.kind.read(content, choice).document;
  };
  return lint(path, text, choiceFor(path, text), { ...settings, host: exampleHost(Object.entries(host), read, kinds) }, mode);
}

/** When the examples of the pages are read, since some messages name days to come. */
const PAGES_AT: Settings = { ...defaultSettings, now: Date.UTC(2026, 0, 1) };

/** The page of a rule, in Markdown: what is wrong, why, what to do, examples with what is said and what the fixes make of them, where it holds, sources. */
export const rulePage = (rule: RuleMeta): string =>
  pageOf(rule, { kinds, findingsIn: (example) => readExample(example, PAGES_AT).findings.filter((finding) => finding.rule === rule.id) });
