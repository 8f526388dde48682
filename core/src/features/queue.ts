/** The hourly run of the mail queue that takes the place of sendmail's daemon. */
import { factById } from '../knowledge/index.js';
import { QUEUE_TIME, type QueueRun, queueRuns } from '../knowledge/mail.js';
import { appendixOf, runsQueue } from '../lint/host.js';
import type { Reading } from '../lint/lint.js';
import type { Fix } from '../model/finding.js';
import type { Appendix, Host, HostFile } from '../model/host.js';
import { type Edit, insert, shiftEdit } from '../text/edit.js';
import { spotAt } from './places.js';

/** Facts of what is on in the document at hand, which the host may not hold, and in the host. */
const mailersOn = ({ document, context }: Reading): ReadonlySet<string> =>
  new Set(
    [...document.lines, ...context.host.files].flatMap(({ launches }) =>
      launches.flatMap(({ fact, state }) => (state === 'on' && fact !== undefined ? [fact] : [])),
    ),
  );

/** The queue runs that fit the host: none where postfix runs, exim's where exim does, else sendmail's, the article's first. */
function fitting(reading: Reading): readonly QueueRun[] {
  const on = mailersOn(reading);
  if (on.has('postfix') || reading.context.host.files.some((file) => file.runsQueue)) return [];
  return on.has('exim') ? [queueRuns.exim] : [queueRuns.sendmail, queueRuns.submission];
}

export const lineFor = (run: QueueRun, form: string): string => [QUEUE_TIME, ...(form === 'system' ? ['root'] : []), run.command].join(' ');

const insertion = ({ offset, before, lineEnd }: Appendix, line: string): Edit => insert(offset, `${before}${line}${lineEnd}`);

/** A user's own crontab can't run the system's queue; root's can, and one whose owner is unknown may be root's. */
const mayRunQueue = (path: string, form: string): boolean =>
  form === 'system' || (form === 'user' && !/(?:^|\/)(?:crontabs|tabs|cron)\/(?!root$)[^/]+$/.test(path));

/** In a crontab without a queue run: insert one after the last entry. */
export function queueInsertions(reading: Reading): Fix[] {
  const { document, context } = reading;
  if (document.kind !== 'crontab' || runsQueue(document) || !mayRunQueue(context.path, document.form)) return [];
  return fitting(reading).map((run) => ({
    title: `Insert the hourly mail queue run for ${run.for}: ${lineFor(run, document.form)}`,
    edits: [insertion(appendixOf(document), lineFor(run, document.form))],
    safe: false,
  }));
}

/** The crontab of the host that best takes the line: the system's, then root's, then any of cron.d. */
function crontabOf(host: Host): (HostFile & { readonly appendix: Appendix }) | undefined {
  const fit = (file: HostFile): number =>
    /(?:^|\/)etc\/crontab$/.test(file.path) ? 3 : /(?:^|\/)root$/.test(file.path) ? 2 : file.form === 'system' ? 1 : 0;
  let best: (HostFile & { readonly appendix: Appendix }) | undefined;
  for (const file of host.files) {
    const { appendix } = file;
    if (appendix !== undefined && fit(file) > (best ? fit(best) : 0)) best = { ...file, appendix };
  }
  return best;
}

/** At a line that turns sendmail's daemon on: turn it off here and run its queue from the crontab of the same tree. */
export function sendmailSwitches(reading: Reading, offset: number): Fix[] {
  const { document, read, context } = reading;
  const spot = spotAt(document, offset);
  const launch = spot?.line.launches.find(({ fact, state }) => state === 'on' && fact === 'sendmail');
  const crontab = crontabOf(context.host);
  if (spot === undefined || launch === undefined || crontab === undefined || launch.when.type !== 'runlevels') return [];
  const off = read.disable(spot.index, launch, context).find(({ edits }) => edits.length > 0);
  if (off === undefined) return [];
  return fitting(reading).map((run) => ({
    title: `Turn ${factById('sendmail')?.name ?? 'sendmail'} off here and run its queue hourly from ${crontab.path} (${run.for})`,
    edits: [
      ...off.edits.map((edit) => shiftEdit(edit, spot.start)),
      { ...insertion(crontab.appendix, lineFor(run, crontab.form)), file: crontab.path },
    ],
    safe: false,
  }));
}
