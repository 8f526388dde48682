/** Lines that run a mail queue: those that are there, and the one to insert where the mailer's daemon is off. */
import { isQueueRun, isQueueRunner, QUEUE_TIME, type QueueRun, queueOf, queueRuns } from '../knowledge/mail.js';
import { type Found, finder } from '../model/chunks.js';
import type { Document } from '../model/document.js';
import type { Fix } from '../model/finding.js';
import type { Appendix, Host, HostFile, QueueSpot } from '../model/host.js';
import type { Line } from '../model/line.js';
import { memo } from '../model/memo.js';
import { type Edit, insert } from '../text/edit.js';
import type { Span } from '../text/span.js';
import { launchesIn } from './on-host.js';

const RUNNERS = /sendmail|exim|runq|postqueue/;

/** False for text that need not be looked at: words are found in all of it much faster than a queue run in each line. */
const namesRunner = (text: string): boolean => RUNNERS.test(text);

/** A shorter text, in characters, is looked through sooner than its lines are put together. */
const SHORT = 65_536;

/** The command of an entry that runs a mail queue. */
function queueCommand(line: Line): string | undefined {
  // The whole line first: it is at hand, its words are not, and to name them among the parameters is to ask for them.
  if (line.type !== 'entry' || !isQueueRun(line.text)) return undefined;
  return line.tokens.find((token) => token.role === 'command' && isQueueRun(token.text))?.text;
}

const commandsIn = finder((lines) => {
  const found: Found<string>[] = [];
  if (!namesRunner(lines.map(({ text }) => text).join(''))) return found;
  lines.forEach((at, line) => {
    const value = queueCommand(at);
    if (value !== undefined) found.push({ line, value });
  });
  return found;
});

type PlacedRun = Pick<QueueSpot, 'queue'> & { readonly span: Span; readonly line: number };

const findRuns = ({ lines, starts, text }: Document): readonly PlacedRun[] =>
  text.length < SHORT && !namesRunner(text)
    ? []
    : commandsIn(lines).map(({ line, value }) => {
        const start = starts[line] ?? 0;
        return { queue: queueOf(value), line, span: { start, end: start + (lines[line]?.text.trimEnd().length ?? 0) } };
      });

const runs = memo<Document, readonly PlacedRun[]>();

/** The entries of the document that run a mail queue, by the index of their Line; spans are offsets into the text. */
export const queueRunsIn = (document: Document): readonly PlacedRun[] => runs.get(document) ?? runs.set(document, findRuns(document));

/** True when an entry of the document runs the mail queue, or an rc link starts what does. */
export const runsQueue = (document: Document): boolean =>
  queueRunsIn(document).length > 0 ||
  launchesIn(document).some(
    ({ launch: { subject, state, when } }) => state === 'on' && when.type === 'runlevels' && isQueueRunner(subject.text),
  );

/** The queue runs that fit a host on which the facts `on` are on: none where postfix is or a queue is run, exim's where exim is, else sendmail's: that of its age where the host shows that, or the article's first. */
export function fittingRuns(on: ReadonlySet<string>, host: Host): readonly QueueRun[] {
  if (on.has('postfix') || host.files.some((file) => file.runsQueue)) return [];
  if (on.has('exim')) return [queueRuns.exim];
  return host.submission ? [queueRuns.submission] : [queueRuns.sendmail, queueRuns.submission];
}

export const queueLine = (run: QueueRun, form: string): string =>
  [QUEUE_TIME, ...(form === 'system' ? ['root'] : []), run.command].join(' ');

export const queueInsertion = ({ offset, before, lineEnd }: Appendix, line: string): Edit => insert(offset, `${before}${line}${lineEnd}`);

/** A user's own crontab can't run the system's queue; root's can, and one whose owner is unknown may be root's. */
export const mayRunQueue = (path: string, form: string): boolean =>
  form === 'system' || (form === 'user' && !/(?:^|\/)(?:crontabs|tabs|cron)\/(?!root$)[^/]+$/.test(path));

export type Crontab = HostFile & { readonly appendix: Appendix };

/** The crontab of the host that best takes the line: the system's, then root's, then any of cron.d. */
export function crontabFor(host: Host): Crontab | undefined {
  const fit = (file: HostFile): number =>
    /(?:^|\/)etc\/crontab$/.test(file.path) ? 3 : /(?:^|\/)root$/.test(file.path) ? 2 : file.form === 'system' ? 1 : 0;
  let best: Crontab | undefined;
  for (const file of host.files) {
    const { appendix } = file;
    if (appendix !== undefined && fit(file) > (best ? fit(best) : 0)) best = { ...file, appendix };
  }
  return best;
}

/** Inserts the line of `run` into a crontab of the host. */
export function insertRun(run: QueueRun, { path, form, appendix }: Crontab): Fix {
  const line = queueLine(run, form);
  return {
    title: `Insert the hourly mail queue run for ${run.for} into ${path}: ${line}`,
    edits: [{ ...queueInsertion(appendix, line), file: path }],
    safe: false,
  };
}
