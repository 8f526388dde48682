/** The hourly run of the mail queue that takes the place of sendmail's daemon. */
import { factById } from '../knowledge/index.js';
import type { QueueRun } from '../knowledge/mail.js';
import { appendixOf } from '../lint/host.js';
import type { Reading } from '../lint/lint.js';
import type { Fix } from '../model/finding.js';
import type { Launch } from '../model/line.js';
import { crontabFor, fittingRuns, insertRun, mayRunQueue, queueInsertion, queueLine, runsQueue } from '../rules/queue-run.js';
import { shiftEdit } from '../text/edit.js';
import { spotAt } from './places.js';

/** Facts of what is on in the document at hand, which the host may not hold, and in the host. */
const mailersOn = ({ document, context }: Reading): ReadonlySet<string> =>
  new Set(
    [...document.lines, ...context.host.files].flatMap(({ launches }) =>
      launches.flatMap(({ fact, state }: Pick<Launch, 'fact' | 'state'>) => (state === 'on' && fact !== undefined ? [fact] : [])),
    ),
  );

const fitting = (reading: Reading): readonly QueueRun[] => fittingRuns(mailersOn(reading), reading.context.host);

/** In a crontab without a queue run: insert one after the last entry. */
export function queueInsertions(reading: Reading): Fix[] {
  const { document, context } = reading;
  if (document.kind !== 'crontab' || runsQueue(document) || !mayRunQueue(context.path, document.form)) return [];
  return fitting(reading).map((run) => ({
    title: `Insert the hourly mail queue run for ${run.for}: ${queueLine(run, document.form)}`,
    edits: [queueInsertion(appendixOf(document), queueLine(run, document.form))],
    safe: false,
  }));
}

/** At a line that turns sendmail's daemon on: turn it off here and run its queue from the crontab of the same tree. */
export function sendmailSwitches(reading: Reading, offset: number): Fix[] {
  const { document, read, context } = reading;
  const spot = spotAt(document, offset);
  const launch = spot?.line.launches.find(({ fact, state }) => state === 'on' && fact === 'sendmail');
  const crontab = crontabFor(context.host);
  if (spot === undefined || launch === undefined || crontab === undefined || launch.when.type !== 'runlevels') return [];
  const off = read.disable(spot.index, launch, context).find(({ edits }) => edits.length > 0);
  if (off === undefined) return [];
  return fitting(reading).map((run) => ({
    title: `Turn ${factById('sendmail')?.name ?? 'sendmail'} off here and run its queue hourly from ${crontab.path} (${run.for})`,
    edits: [...off.edits.map((edit) => shiftEdit(edit, spot.start)), ...insertRun(run, crontab).edits],
    safe: false,
  }));
}
