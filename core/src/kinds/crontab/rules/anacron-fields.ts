/** A line of a crontab in an anacrontab. */
import type { Rule } from '../../../model/rule.js';
import type { CrontabLine } from '../model.js';
import { ANACRONTAB } from '../reading/shape.js';
import { userBefore } from '../reading/surplus.js';

/** A name that is a time field, with another one behind it. */
const FIELD = /^[\d*,/-]*[*,-][\d*,/-]*$|^\d+$/;

export const anacronFields: Rule<CrontabLine> = {
  id: 'crontab/anacron-fields',
  severity: 'error',
  docs: {
    summary: 'An entry of a crontab stands in anacrontab, or a job there names a user.',
    why: 'Anacron takes the first two fields for days and minutes, the third for the name of the job, and runs the rest, as root, as the command: `* * root` and so on.',
    remedy:
      'Put the entry in a crontab, or write it as anacron reads it: days, minutes, name, command. For another user write `su -c … USER` or `runuser`.',
    bad: [
      { path: '/etc/anacrontab', text: '0 5 * * * root /usr/local/sbin/backup\n' },
      { path: '/etc/anacrontab', text: '30 2 1 * * root /usr/local/sbin/backup\n' },
      { path: '/etc/anacrontab', text: '7 25 backup root /usr/local/sbin/backup\n' },
    ],
    good: [
      { path: '/etc/anacrontab', text: '1 5 cron.daily run-parts /etc/cron.daily\n' },
      { path: '/etc/anacrontab', text: '1 5 mail mail -s backup root </var/log/backup\n' },
      { path: '/etc/anacrontab', text: '1 5 1 /usr/local/sbin/backup\n' },
    ],
    nearMiss: { path: '/etc/anacrontab', text: '0 5 all * * root /usr/local/sbin/backup\n' },
  },
  heeds: ({ form }) => form === ANACRONTAB,
  concerns: ({ job }) => job !== undefined,
  *checkLine({ type, job }) {
    if (job === undefined || type !== 'entry') return;
    const surplus = userBefore(job.command);
    if (surplus) {
      const { word, next } = surplus;
      yield {
        at: word,
        message: `Anacrontab has no column for the user: root runs a command named “${word.text}” here, with the rest as its arguments. Delete the word.`,
        fixes: [{ title: `Delete “${word.text}”`, edits: [{ span: { start: word.span.start, end: next }, text: '' }], safe: false }],
      };
    }
    if (!FIELD.test(job.identifier.text)) return;
    const [fourth = '', fifth = ''] = job.command.text.split(/[ \t]+/, 2);
    if (!FIELD.test(fourth) || !FIELD.test(fifth)) return;
    yield {
      at: { span: { start: job.period.span.start, end: job.command.span.start + fourth.length } },
      message: `This is an entry of a crontab. Anacron reads days, minutes and the name of the job, and runs “${fourth} ${fifth} …” as the command. Put the entry in a crontab.`,
    };
  },
};
