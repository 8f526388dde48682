/** crond is off while there are crontabs, or atd while crontabs call at or batch. */
import type { Rule } from '../model/rule.js';
import { jobsWithoutDaemon, launchesIn, turnsOff } from './on-host.js';

export const jobsNotRun: Rule = {
  id: 'jobs-not-run',
  severity: 'warning',
  docs: {
    summary: 'The daemon that would run these jobs is off.',
    why: 'A crontab is only a text while crond is off, and what is given to at waits for ever without atd. Nobody is told: the jobs just do not happen.',
    remedy:
      'Turn the daemon on again, or take the jobs out where they are not wanted. A job for at can often be an entry of the crontab itself.',
    bad: [
      {
        path: 'chkconfig.txt',
        text: 'crond 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n',
        host: { 'etc/crontab': '0 4 * * * root run-parts /etc/cron.daily\n' },
      },
      {
        path: 'chkconfig.txt',
        text: 'atd 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n',
        host: { 'etc/crontab': '0 17 * * 5 root echo /usr/local/sbin/backup | at now + 6 hours\n' },
      },
    ],
    good: [
      { path: 'chkconfig.txt', text: 'atd 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n' },
      {
        path: 'chkconfig.txt',
        text: 'crond 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n',
        host: { 'etc/crontab': '# none\n' },
      },
      {
        path: 'rc0.d.txt',
        text: '/etc/rc.d/rc0.d:\nK60crond -> ../init.d/crond\n',
        host: { 'etc/crontab': '0 4 * * * root run-parts /etc/cron.daily\n' },
      },
    ],
    nearMiss: {
      path: 'chkconfig.txt',
      text: 'crond 0:off 1:off 2:off 3:on 4:off 5:off 6:off\n',
      host: { 'etc/crontab': '0 4 * * * root run-parts /etc/cron.daily\n' },
    },
  },
  *checkDocument(document, context) {
    const seen = new Set<string>();
    for (const placed of launchesIn(document)) {
      const { launch, line, span } = placed;
      const fact = launch.fact ?? '';
      const jobs = seen.has(fact) || !turnsOff(placed) ? [] : jobsWithoutDaemon(fact, document, context);
      if (jobs.length === 0) continue;
      seen.add(fact);
      const name = launch.subject.text;
      yield {
        at: { span },
        subject: fact,
        message:
          fact === 'atd'
            ? `${name} is off while a crontab gives it work: what at and batch are told waits for ever. Turn it on again, or put the work into the crontab itself.`
            : `${name} is off while there are crontabs: none of their jobs runs, log rotation included. Turn it on again.`,
        related: jobs,
        enable: { launch, line },
      };
    }
  },
};
