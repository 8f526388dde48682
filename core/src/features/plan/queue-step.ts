/** The line that runs the mail queue, and the crontab that takes it best. */
import { queueRuns } from '../../knowledge/mail.js';
import { runsQueue } from '../../lint/host.js';
import { lineFor } from '../queue.js';
import { hostPath, readerOf } from './lines.js';
import type { QueueStep } from './model.js';
import type { PlacedReading } from './system.js';

const SYSTEM = '/etc/crontab';

interface Crontab {
  readonly path: string;
  readonly form: string;
}

/** The system's, then root's; where the tree has neither, the system's is looked for on the host. */
function crontabOf(files: readonly PlacedReading[]): Crontab {
  const crontabs = files.flatMap(({ path, reading: { document } }) => {
    const place = document.kind === 'crontab' ? hostPath(path) : undefined;
    return place === undefined ? [] : [{ path: place, form: document.form }];
  });
  const system = crontabs.find(({ path, form }) => path === SYSTEM && form === 'system');
  const root = crontabs.find(({ path, form }) => /^\/(?:var|etc)\/.*\/root$/.test(path) && form === 'user');
  return system ?? root ?? { path: SYSTEM, form: 'system' };
}

/** The step for a host whose sendmail is turned off; undefined where something runs its queue already. */
export function queueStepFor(files: readonly PlacedReading[]): QueueStep | undefined {
  if (files.some(({ reading }) => runsQueue(reading.document))) return undefined;
  const { path, form } = crontabOf(files);
  const reader = readerOf('crontab', path);
  return {
    path,
    lines: { old: lineFor(queueRuns.sendmail, form), submission: lineFor(queueRuns.submission, form) },
    ...(reader && { reader }),
    reason:
      'sendmail sends mail without its daemon, but what cannot be delivered at once waits in the queue until somebody runs it: hourly, from cron.',
  };
}
