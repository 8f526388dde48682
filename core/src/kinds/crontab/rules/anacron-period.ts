/** A period that one of the two anacrons does not know. */
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { anacronsAmong, knowsPeriod } from '../anacron/anacrons.js';
import type { CrontabLine } from '../model.js';
import { ANACRONTAB } from '../reading/shape.js';
import { listed } from '../schedule/lists.js';

/** Days that stand for a word: near enough, and every anacron knows them. */
const DAYS: Readonly<Record<string, string>> = { '@daily': '1', '@weekly': '7', '@annually': '365', '@annualy': '365' };

export const anacronPeriod: Rule<CrontabLine> = {
  id: 'crontab/anacron-period',
  severity: 'warning',
  docs: {
    summary: 'The period of a job in anacrontab is a word that not every anacron knows.',
    why: 'The anacron of Debian knows @monthly and @yearly; that of cronie knows @weekly, @daily and @annually too. The other one skips the line.',
    remedy: 'Write the period as a number of days, or say in the settings which anacron reads the file.',
    bad: [
      { path: '/etc/anacrontab', text: '@weekly 10 cron.weekly run-parts /etc/cron.weekly\n' },
      { path: '/etc/anacrontab', text: 'SHELL=/bin/sh\n@daily 5 backup /usr/local/sbin/backup\n' },
    ],
    good: [
      { path: '/etc/anacrontab', text: '# daemonlint: dialect=cronie\n@weekly 10 cron.weekly run-parts /etc/cron.weekly\n' },
      { path: '/etc/anacrontab', text: 'START_HOURS_RANGE=3-22\n@weekly 10 cron.weekly run-parts /etc/cron.weekly\n' },
    ],
    nearMiss: { path: '/etc/anacrontab', text: '@monthly 10 cron.weekly run-parts /etc/cron.weekly\n' },
  },
  heeds: ({ form }) => form === ANACRONTAB,
  concerns: ({ job }) => job !== undefined,
  *checkLine({ type, job }, { dialects }) {
    if (job === undefined || type !== 'entry') return;
    const strangers = anacronsAmong(dialects).filter((anacron) => !knowsPeriod(anacron, job));
    if (strangers.length === 0) return;
    const { period } = job;
    const days = Object.hasOwn(DAYS, period.text) ? DAYS[period.text] : undefined;
    yield {
      at: period,
      message: `${listed(strangers.map(({ title }) => title))} does not know “${period.text}” and skips the job. Write the period as a number of days.`,
      fixes: days === undefined ? [] : [{ title: `Write it as days: ${days}`, edits: [replace(period, days)], safe: false }],
    };
  },
};
