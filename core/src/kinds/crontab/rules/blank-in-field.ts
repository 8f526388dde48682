/** A blank within a time field. */
import type { Rule } from '../../../model/rule.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { maySplitFields, splitFieldsIn } from '../reading/split-field.js';
import { listed } from '../schedule/lists.js';
import { costOfShift } from '../verdicts/cost.js';

export const blankInField: Rule<CrontabLine> = {
  id: 'crontab/blank-in-field',
  severity: 'error',
  docs: {
    summary: 'A blank stands within a list, a range or a step.',
    why: 'To cron a blank ends a field. What follows is taken for the next one, so that all behind it move on by one; behind the day of the week it is taken for the user or the command. Most such entries are refused. `0 9 * * 1 - 5 report` is not: cron runs a command named `-` on Mondays.',
    remedy: 'Delete the blanks, so that each of the five fields is one word.',
    bad: [
      { path: '/var/spool/cron/crontabs/ann', text: '0 9 * * 1 - 5 /home/ann/bin/report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 8, 12, 16 * * * /home/ann/bin/report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '*/ 5 * * * * /home/ann/bin/report\n' },
      { path: '/etc/crontabs/root', text: '30 7 * * Mon - Fri /root/wifi-on\n' },
      { path: '/etc/cron.d/report', text: '0 9 1 , 15 * * root /usr/local/bin/report\n' },
    ],
    good: [
      {
        path: '/var/spool/cron/crontabs/ann',
        text: '0 9 * * * /home/ann/bin/report - 5\n0 9 * * 1-5 /home/ann/bin/report\n* * * * * /bin/x , y\n61 * * * * /bin/x - y\n',
      },
      { path: '/etc/crontab', text: '*/5 * * * * -root /usr/bin/true\n@daily root /usr/bin/true - 5\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=cronie\n0 9 * * 1 -n /home/ann/bin/report\n' },
    ],
    nearMiss: { path: '/var/spool/cron/crontabs/ann', text: '0 9 * * 1 nice 5 /home/ann/bin/report\n' },
  },
  heeds: isRead,
  types: ['entry', 'broken'],
  concerns: maySplitFields,
  *checkLine(line, context) {
    const dialects = readersOf(context);
    const split = splitFieldsIn(line, dialects);
    if (split === undefined) return;
    const { wholes, span, edits } = split;
    const meant = listed(wholes.map((whole) => `“${whole}”`));
    yield {
      at: { span },
      message: `A blank ends a time field, and here one stands within. ${costOfShift(line, dialects)}. Write ${meant}.`,
      fixes: [{ title: `Delete the blanks: ${wholes.join(' … ')}`, edits, safe: false }],
    };
  },
};
