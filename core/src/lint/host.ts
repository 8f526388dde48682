/** A file's part in its host: what it launches, and where a line may be added. */
import { factById } from '../knowledge/index.js';
import { isQueueRun, isQueueRunner } from '../knowledge/mail.js';
import type { Document } from '../model/document.js';
import type { Appendix, HostFile, HostLaunch } from '../model/host.js';
import { type Launch, type Line, notableLaunches } from '../model/line.js';
import { levelsOf } from '../rules/level.js';
import { usesOnly } from '../rules/words.js';
import { lineEndOf, lineStarts, placeIn, placeOf } from '../text/lines.js';
import { shift } from '../text/span.js';
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
  return {
    offset,
    place: placeIn(document.text, lineStarts(document.text), offset),
    before: text === '' || text.endsWith('\n') ? '' : lineEnd,
    lineEnd,
  };
}

/** True when an entry of the document runs the mail queue, or an rc link starts what does. */
export const runsQueue = (document: Document): boolean =>
  document.lines.some(
    (line) =>
      // The whole line first: it is at hand, its words are not.
      (line.type === 'entry' && isQueueRun(line.text) && line.tokens.some(({ role, text }) => role === 'command' && isQueueRun(text))) ||
      notableLaunches(line).some(({ subject, state, when }) => state === 'on' && when.type === 'runlevels' && isQueueRunner(subject.text)),
  );

/** What the file says of `launch`, apart from where. */
function sayingsOf(launch: Launch, line: Line): Omit<HostLaunch, 'span' | 'place'> {
  const { subject, program, user, fact, state, when } = launch;
  const known = fact === undefined ? undefined : factById(fact);
  const level = levelsOf(launch, line)?.level;
  return {
    name: subject.text,
    ...(fact !== undefined && { fact }),
    state,
    when,
    ...(user && { user: user.text }),
    ...(program && { program: program.text }),
    ...(level && { level }),
    ...(known && usesOnly(known, launch) && { uses: true }),
  };
}

function launchesOf({ text, lines, starts }: Document): readonly HostLaunch[] {
  const found: HostLaunch[] = [];
  let physical: readonly number[] | undefined;
  for (const [index, line] of lines.entries())
    for (const launch of notableLaunches(line)) {
      const span = shift(launch.subject.span, starts[index] ?? 0);
      found.push({ ...sayingsOf(launch, line), span, place: placeOf((physical ??= lineStarts(text)), span.start) });
    }
  return found;
}

/** Ids of the facts that the document's own comments say are meant to be on. */
const keptIn = (document: Document): readonly string[] => [
  ...keptFacts(directivesIn(document).flatMap(({ directive }) => (directive.type === 'keep' ? directive.names : []))),
];

/** The facts of a document that other files of its host need. `path` is relative to the host's root. */
export function summarise(path: string, document: Document): HostFile {
  const kept = keptIn(document);
  return {
    path,
    kind: document.kind,
    form: document.form,
    ...(document.superServer && { superServer: document.superServer }),
    ...(document.lines.some(({ refers }) => refers) && { refers: true as const }),
    launches: launchesOf(document),
    runsQueue: runsQueue(document),
    ...(document.kind === 'crontab' && { appendix: appendixOf(document) }),
    ...(kept.length > 0 && { kept }),
  };
}
