/** The line that runs the mail queue, and the crontab that takes it best. */
import { queueRuns } from '../../knowledge/mail.js';
import { queueNotRun } from '../../rules/queue-not-run.js';
import { queueLine, runsQueue } from '../../rules/queue-run.js';
import { hostPath, readerOf } from './lines.js';
import type { QueueStep } from './model.js';
import type { PlacedReading } from './system.js';

const SYSTEM = '/etc/crontab';

const TURNED_OFF =
  'sendmail sends mail without its daemon, but what cannot be delivered at once waits in the queue until somebody runs it: hourly, from cron.';

interface Crontab {
  readonly path: string;
  readonly form: string;
}

/** The system's, then root's, then any of cron.d; the system's is looked for on the host where no crontab was read. Undefined where none of those that were lies in a place that is known. */
function crontabOf(files: readonly PlacedReading[]): Crontab | undefined {
  const crontabs = files.filter(({ reading }) => reading.document.kind === 'crontab');
  const placed = crontabs.flatMap(({ path, reading: { document } }) => {
    const place = hostPath(path);
    return place === undefined ? [] : [{ path: place, form: document.form }];
  });
  const system = placed.find(({ path, form }) => path === SYSTEM && form === 'system');
  const root = placed.find(({ path, form }) => /^\/(?:var|etc)\/.*\/root$/.test(path) && form === 'user');
  const nowhere = crontabs.length > 0 && placed.length === 0;
  return system ?? root ?? placed.find(({ form }) => form === 'system') ?? (nowhere ? undefined : { path: SYSTEM, form: 'system' });
}

const linesIn = (form: string): QueueStep['lines'] => ({
  old: queueLine(queueRuns.sendmail, form),
  submission: queueLine(queueRuns.submission, form),
});

/** What a finding says of sendmail that is off already; undefined where none does. */
function saidOf(files: readonly PlacedReading[]): string | undefined {
  const finding = files.flatMap(({ reading }) => reading.findings).find(({ rule }) => rule === queueNotRun.id);
  return finding && `${finding.message} (${finding.rule})`;
}

/**
 * The step for a host whose sendmail the plan turns off, or of which a finding says that it is off; undefined for others and where something runs the queue
 * already, a sentence where nobody knows which crontab takes the line.
 */
export function queueStepFor(files: readonly PlacedReading[], turnsOff: boolean): QueueStep | string | undefined {
  const reason = turnsOff ? TURNED_OFF : saidOf(files);
  if (reason === undefined || files.some(({ reading }) => runsQueue(reading.document))) return undefined;
  const crontab = crontabOf(files);
  if (crontab === undefined) {
    const { old, submission } = linesIn('user');
    return `nothing runs the queue of sendmail, and the paths of the crontabs do not tell where these lie on the host. Add a line to root's crontab: ${old}; for sendmail 8.12 and later: ${submission}.`;
  }
  const reader = readerOf('crontab', crontab.path);
  return { path: crontab.path, lines: linesIn(crontab.form), ...(reader && { reader }), reason };
}
