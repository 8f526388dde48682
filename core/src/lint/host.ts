/** A file's part in its host: what it launches, and where a line may be added. */
import { factById } from '../knowledge/index.js';
import type { Document } from '../model/document.js';
import type { Appendix, Host, HostFile, HostLaunch, Spot } from '../model/host.js';
import type { Kind } from '../model/kind.js';
import type { Launch, Line } from '../model/line.js';
import type { Mutable } from '../model/mutable.js';
import { overruledFile } from '../model/overrule.js';
import { levelsOf, lowered } from '../rules/level.js';
import { launchesIn } from '../rules/on-host.js';
import { queueRunsIn, runsQueue } from '../rules/queue-run.js';
import { usesOnly } from '../rules/words.js';
import { lineEndOf, lineStarts, placeIn, placeOf } from '../text/lines.js';
import type { Span } from '../text/span.js';
import { directivesIn, keptFacts } from './suppress.js';

/** Behind the last entry of the document, commented out or not, or behind its last line where it has none. */
export function appendixOf(document: Document): Appendix {
  let last = document.lines.length - 1;
  for (let at = last; at >= 0; at--)
    if (document.lines[at]?.type === 'entry' || document.lines[at]?.type === 'commented') {
      last = at;
      break;
    }
  const text = document.lines[last]?.text ?? '';
  const lineEnd = lineEndOf(document.text);
  const offset = (document.starts[last] ?? 0) + text.length;
  // What is written behind a backslash at the end of the file would be a part of that line.
  const goesOn = offset === document.text.length && /\\\r?\n?$/.test(text);
  return {
    offset,
    place: placeIn(document.text, lineStarts(document.text), offset),
    before: `${text === '' || text.endsWith('\n') ? '' : lineEnd}${goesOn ? lineEnd : ''}`,
    lineEnd,
  };
}

/** What the file says of `launch` at `spot`. Hosts hold many: each is written once, not put together from pieces. */
function hostLaunch(launch: Launch, line: Line, { span, place }: Spot): HostLaunch {
  const { subject, id, program, user, fact, state, masked, when, order } = launch;
  const said: Mutable<HostLaunch> = { name: subject.text, state, when, span, place };
  if (id !== undefined) said.id = id;
  if (masked) said.masked = masked;
  if (order !== undefined) said.order = order;
  if (user) said.user = user.text;
  if (program) said.program = program.text;
  if (fact === undefined) return said;
  said.fact = fact;
  const level = levelsOf(launch, line)?.level;
  if (level) said.level = level;
  const known = factById(fact);
  if (known && usesOnly(known, launch)) said.uses = true;
  return said;
}

/** The name of the link that a line of a directory's listing is of. */
const linkOn = ({ text }: Line): string => text.split(/ -> |\n/, 1)[0] ?? '';

function launchesOf(document: Document, spot: (span: Span) => Spot): readonly HostLaunch[] {
  const found: HostLaunch[] = [];
  const isDirectory = document.form === 'directory';
  for (const { launch, line, span } of launchesIn(document)) {
    const at = document.lines[line];
    if (at === undefined) continue;
    const said = hostLaunch(launch, at, spot(span));
    found.push(isDirectory ? { ...said, link: linkOn(at) } : said);
  }
  return found;
}

/** Ids of the facts that the document's own comments say are meant to be on. */
const keptIn = (document: Document): readonly string[] => [
  ...keptFacts(directivesIn(document).flatMap(({ directive }) => (directive.type === 'keep' ? directive.names : []))),
];

/** The first entry of the document, where it is cron that runs it. */
function jobOf({ kind, form, lines, starts }: Document): Span | undefined {
  if (kind !== 'crontab' || form === 'anacrontab') return undefined;
  const index = lines.findIndex(({ type }) => type === 'entry');
  const line = lines[index];
  const start = starts[index] ?? 0;
  return line && { start, end: start + line.text.trimEnd().length };
}

/** The system that an rc.conf is written for, where it switches something: its variables are those of one system alone. */
const systemOf = ({ kind, dialects }: Document, launches: readonly HostLaunch[]): string | undefined =>
  kind === 'rc-conf' && dialects.length === 1 && launches.length > 0 ? dialects[0] : undefined;

/** The facts of a document that other files of its host need. `path` is relative to the host's root. */
export function summarise(path: string, document: Document): HostFile {
  let starts: readonly number[] | undefined;
  const spot = (span: Span): Spot => ({ span, place: placeOf((starts ??= lineStarts(document.text)), span.start) });
  const kept = keptIn(document);
  const job = jobOf(document);
  const refers = document.lines.some((line) => line.refers);
  const carry = refers ? (document.lines.at(-1)?.carry ?? '') : '';
  const launches = launchesOf(document, spot);
  const system = systemOf(document, launches);
  const queueRuns = queueRunsIn(document).map(({ span, queue }) => ({ ...spot(span), queue }));
  return {
    path,
    kind: document.kind,
    form: document.form,
    ...(document.superServer && { superServer: document.superServer }),
    ...(refers && { refers: true as const }),
    ...(carry !== '' && { carry }),
    launches,
    ...(system !== undefined && { system }),
    runsQueue: runsQueue(document),
    ...(document.kind === 'crontab' && { appendix: appendixOf(document) }),
    ...(queueRuns.length > 0 && { queueRuns }),
    ...(job && { job: spot(job) }),
    ...(kept.length > 0 && { kept }),
  };
}

/** The files of a host as they count on it, each of a kind among `kinds`: what others outvote or turn off is gone, or off. Those that stand are the same values. */
export function settledFiles(host: Host, kinds: readonly Kind[]): readonly HostFile[] {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]));
  return host.files.map((file) => {
    const overruler = byId.get(file.kind)?.overruler?.(file.path, host);
    return overruler ? overruledFile(file, overruler, lowered) : file;
  });
}
