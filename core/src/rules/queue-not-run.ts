/** sendmail's daemon is off and nothing runs its queue. */
import type { Document } from '../model/document.js';
import type { Rule } from '../model/rule.js';
import { isStarted, knownSpotsOn, launchesIn, relatedTo, turnsOff } from './on-host.js';
import { crontabFor, fittingRuns, insertRun, runsQueue } from './queue-run.js';

/**
 * False for an rc.conf, which switches sendmail's daemon and tells nothing of the queue: FreeBSD runs that by a switch of its own, which is on,
 * OpenBSD and NetBSD deliver by smtpd and postfix, and none of them has a file of ours that names a mailer which runs no daemon.
 */
const tellsOfMail = ({ kind }: Document): boolean => kind !== 'rc-conf';

export const queueNotRun: Rule = {
  id: 'queue-not-run',
  severity: 'warning',
  docs: {
    summary: "sendmail's daemon is off, and nothing runs its queue.",
    why: 'Mail that cannot be delivered at once waits in the queue. The daemon tries it again; without it such mail lies there for good, that of cron too.',
    remedy:
      'Run the queue once an hour from the crontab; the fix inserts the line. Sendmail 8.12 and later has a queue of its own for that, and where the host has its etc/mail/submit.cf the fix runs this one.',
    bad: [
      {
        path: 'rc3.d.txt',
        text: '/etc/rc.d/rc3.d:\nK30sendmail -> ../init.d/sendmail\n',
        host: { 'etc/crontab': '0 4 * * * root run-parts /etc/cron.daily\n' },
      },
      {
        path: 'chkconfig.txt',
        text: 'sendmail 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n',
        host: { 'etc/crontab': '' },
      },
    ],
    good: [
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nK30sendmail -> ../init.d/sendmail\n' },
      {
        path: 'rc3.d.txt',
        text: '/etc/rc.d/rc3.d:\nK30sendmail -> ../init.d/sendmail\n',
        host: { 'etc/crontab': '16 * * * * root /usr/sbin/sendmail -q\n' },
      },
      {
        path: 'rc3.d.txt',
        text: '/etc/rc.d/rc3.d:\nK30sendmail -> ../init.d/sendmail\nS80postfix -> ../init.d/postfix\n',
        host: { 'etc/crontab': '' },
      },
      { path: '/etc/rc.conf', text: 'sendmail_enable="NO"\n', host: { 'etc/crontab': '0 4 * * * root periodic daily\n' } },
      {
        path: '/etc/rc.conf.local',
        text: 'sendmail_flags=NO\nsmtpd_flags=\n',
        host: { 'var/cron/tabs/root': '30 1 * * * sh /etc/daily\n' },
      },
    ],
    nearMiss: {
      path: 'rc3.d.txt',
      text: '/etc/rc.d/rc3.d:\nS30sendmail -> ../init.d/sendmail\n',
      host: { 'etc/crontab': '0 4 * * * root run-parts /etc/cron.daily\n' },
    },
  },
  *checkDocument(document, context) {
    if (!tellsOfMail(document)) return;
    const off = launchesIn(document).find((placed) => placed.launch.fact === 'sendmail' && turnsOff(placed));
    // Without a crontab in sight nobody knows whether one runs the queue.
    const crontab = off && crontabFor(context.host);
    if (off === undefined || crontab === undefined || runsQueue(document)) return;
    const on = new Set(knownSpotsOn(document, context).flatMap((spot) => (isStarted(spot) ? (spot.fact ?? []) : [])));
    const runs = fittingRuns(on, context.host);
    if (on.has('sendmail') || on.has('exim') || runs.length === 0) return;
    const { offset } = crontab.appendix;
    yield {
      at: off,
      subject: 'sendmail',
      message: `${off.launch.subject.text} is off and nothing runs its queue: mail that cannot be delivered at once stays there. Run the queue hourly from ${crontab.path}.`,
      related: [relatedTo({ span: { start: offset, end: offset }, file: crontab.path }, 'no line here runs the queue')],
      fixes: runs.map((run) => insertRun(run, crontab)),
    };
  },
};
