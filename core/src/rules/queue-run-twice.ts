/** A mail queue is run by a crontab and by something else as well. */
import { isQueueRunner } from '../knowledge/mail.js';
import type { Related } from '../model/finding.js';
import type { Rule } from '../model/rule.js';
import { type HostSpot, isStarted, otherFiles, relatedTo, spotsOn } from './on-host.js';
import { queueRunsIn } from './queue-run.js';

type Queue = ReturnType<typeof queueRunsIn>[number]['queue'];

/** True for what is on and runs the queue by itself. */
function runsItself(spot: HostSpot, queue: Queue): boolean {
  if (!isStarted(spot) || spot.when.type === 'clock') return false;
  if (queue === 'submission') return spot.when.type === 'runlevels' && isQueueRunner(spot.name);
  // What inetd starts takes one letter and ends.
  return spot.when.type !== 'socket' && spot.fact === queue;
}

export const queueRunTwice: Rule = {
  id: 'queue-run-twice',
  severity: 'info',
  docs: {
    summary: 'A crontab runs a mail queue that something else runs already.',
    why: 'Two runs of one queue do the work twice, wait for the locks of each other, and one of them will be forgotten when mail is set up anew.',
    remedy: 'Keep one of them: the line in the crontab where the daemon is off, the daemon where it is on.',
    bad: [
      {
        path: '/etc/crontab',
        text: '16 * * * * root /usr/sbin/sendmail -q\n',
        host: { 'rc3.d.txt': '/etc/rc.d/rc3.d:\nS80sendmail -> ../init.d/sendmail\n' },
      },
      { path: '/etc/crontab', text: '16 * * * * root /usr/sbin/sendmail -q\n46 * * * * root /usr/sbin/sendmail -q\n' },
      {
        path: '/etc/crontab',
        text: '16 * * * * root /usr/sbin/sendmail -q\n',
        host: { 'etc/cron.d/mail': '0 * * * * root /usr/sbin/sendmail -q\n' },
      },
    ],
    good: [
      {
        path: '/etc/crontab',
        text: '16 * * * * root /usr/sbin/sendmail -Ac -q\n',
        host: { 'rc3.d.txt': '/etc/rc.d/rc3.d:\nS80sendmail -> ../init.d/sendmail\n' },
      },
      {
        path: '/etc/crontab',
        text: '*/20 * * * * smmsp /usr/share/sendmail/sendmail cron-msp\n',
        host: { 'rc3.d.txt': '/etc/rc3.d:\nS20sendmail -> ../init.d/sendmail\n' },
      },
    ],
    nearMiss: {
      path: '/etc/crontab',
      text: '16 * * * * root /usr/sbin/sendmail -q\n',
      host: { 'rc3.d.txt': '/etc/rc.d/rc3.d:\nK80sendmail -> ../init.d/sendmail\n' },
    },
  },
  *checkDocument(document, context) {
    const runs = queueRunsIn(document).filter(({ queue }) => queue !== 'postfix');
    for (const [index, { queue, span, line }] of runs.entries()) {
      const starters = spotsOn(document, context).filter((spot) => runsItself(spot, queue));
      const before = runs.slice(0, index).find((run) => run.queue === queue);
      const elsewhere = otherFiles(context).flatMap(({ path, queueRuns = [] }) =>
        queueRuns.flatMap((run): Related[] =>
          run.queue === queue ? [relatedTo({ ...run, file: path }, 'the same queue is run here')] : [],
        ),
      );
      const [starter] = starters;
      const [other] = [...(before ? [relatedTo(before, 'the same queue is run here')] : []), ...elsewhere];
      if (starter === undefined && other === undefined) continue;
      const [launch] = document.lines[line]?.launches ?? [];
      yield {
        at: { span },
        message: starter
          ? `${starter.name} is on and runs this queue itself: the line does the work twice. Remove it, or turn ${starter.name} off.`
          : 'Two lines run this queue: they do the work twice and wait for each other. Keep one of them.',
        related: [...(starter ? [relatedTo(starter, `${starter.name} is on here`)] : []), ...(other ? [other] : [])],
        ...(launch && { disable: { launch, line, safe: false } }),
      };
    }
  },
};
