/** A day of the month that most months do not have. */
import type { Rule } from '../../../model/rule.js';
import type { CrontabLine } from '../model.js';
import { askForLastDay } from '../timing/ask-date.js';
import { byTimes } from '../timing/by-times.js';
import { timingsOf } from '../timing/timings.js';

export const shortMonths: Rule<CrontabLine> = {
  id: 'crontab/short-months',
  severity: 'info',
  docs: {
    summary: 'An entry runs on the 31st alone.',
    why: 'Five months have no 31st, and cron takes no other day for it: the entry runs seven times a year. The last day of the month cannot be said in the fields.',
    remedy: 'Take a day that each month has, or run the entry on the days 28 to 31 and let the command ask whether tomorrow is the first.',
    bad: [
      { path: '/etc/cron.d/bill', text: '59 23 31 * * root /usr/local/bin/bill\n' },
      { path: '/var/spool/cron/ann', text: '0 4 31 */1 * /home/ann/bin/bill\n' },
    ],
    good: [
      { path: '/etc/cron.d/bill', text: '59 23 31 jan,may * root /usr/local/bin/bill\n' },
      { path: '/etc/cron.d/bill', text: '0 0 31 * fri root /usr/local/bin/bill\n' },
      { path: '/etc/cron.d/bill', text: '0 0 28-31 * * root [ "$(date -d tomorrow +\\%d)" = 01 ] && /usr/local/bin/bill\n' },
    ],
    nearMiss: { path: '/etc/cron.d/bill', text: '59 23 1 * * root /usr/local/bin/bill\n' },
  },
  types: ['entry'],
  concerns: byTimes(({ shape }) => shape?.fields[2]?.text === '31'),
  *checkLine(line, context) {
    const [, , day, month, weekday] = line.shape?.fields ?? [];
    if (day === undefined || !/^\*(?:\/1)?$/.test(month?.text ?? '') || weekday?.text !== '*') return;
    if (timingsOf(line, context).length === 0) return;
    yield {
      at: day,
      message:
        'Five months have no day 31: this runs seven times a year. If the last day of each month is meant, write 28-31 and let the command ask whether tomorrow is the first.',
      fixes: askForLastDay(line, context.dialects),
    };
  },
};
