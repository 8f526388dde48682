/** An entry that begins with seconds. */
import type { Rule } from '../../../model/rule.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { isTakenWith } from '../reading/edited.js';
import { ANACRONTAB } from '../reading/shape.js';
import { mayHaveSixFields, sixFieldsIn } from '../reading/six-fields.js';
import { splitFieldsIn } from '../reading/split-field.js';
import { costOfShift } from '../verdicts/cost.js';

/** A number of seconds, and not several. */
const ONCE = /^\d+$/;

export const secondsField: Rule<CrontabLine> = {
  id: 'crontab/seconds-field',
  severity: 'error',
  docs: {
    summary: 'An entry has six time fields, the first of them for seconds.',
    why: 'Schedulers inside of programs, such as Quartz, Spring and node-cron, begin with the seconds. Cron has five fields: it takes the minute for the hour, and so on, and the sixth for the user or the command. Most crons refuse such an entry, some run it.',
    remedy:
      'Delete the first field, or the star that is one too many. Cron starts nothing more often than once a minute: what shall run every ten seconds must wait itself.',
    bad: [
      { path: '/var/spool/cron/crontabs/ann', text: '0 15 3 * * * /home/ann/bin/report\n' },
      { path: '/etc/cron.d/report', text: '0 15 3 * * * root /usr/local/bin/report\n' },
      { path: '/etc/crontabs/root', text: '*/10 * * * * * /usr/bin/poll\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 15 3 ? * MON-FRI /home/ann/bin/report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '00 12 * * * * /home/ann/bin/report\n' },
    ],
    good: [
      { path: '/etc/cron.d/report', text: '30 3 * * * root /usr/local/bin/report *\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '@daily * x\n0 3 * * 1 mon -f /etc/mon.cf\n0 3 * * * 7z a x.7z x\n' },
      { path: '/etc/anacrontab', text: '30 2 1 * * * root /usr/local/sbin/backup\n' },
    ],
    nearMiss: { path: '/var/spool/cron/crontabs/ann', text: '0 15 3 * * nice /home/ann/bin/report\n' },
  },
  heeds: (context) => context.form !== ANACRONTAB && isRead(context),
  types: ['entry', 'broken'],
  concerns: mayHaveSixFields,
  *checkLine(line, context) {
    const six = sixFieldsIn(line);
    const dialects = readersOf(context);
    if (six === undefined || splitFieldsIn(line, dialects)) return;
    const { first, second, sixth, star } = six;
    const seconds = { title: `Delete “${first.text}”, which would be seconds`, edits: six.edits, safe: false };
    const last = star && { title: `Delete the last “*”: ${first.text} ${second.text} would be minute and hour`, edits: star, safe: false };
    // Who begins with seconds writes 0 for them, or a step.
    const isSeconds = last === undefined || /^(?:0|\*\/\d+)$/.test(first.text);
    const other = `the last “*”, if “${first.text} ${second.text}” is the minute and the hour`;
    const why = ONCE.test(first.text) ? ', the seconds' : ': cron starts nothing more often than once a minute';
    const way = isSeconds
      ? `Delete “${first.text}”${why}${last ? `; or ${other}` : ''}`
      : `Delete ${other}; or “${first.text}”, if that is the seconds`;
    const fixes = isSeconds ? [seconds, last] : [last, seconds];
    yield {
      at: { span: { start: first.span.start, end: sixth.span.end } },
      message: `These are six time fields, and cron has five, from the minute to the day of the week. ${costOfShift(line, dialects)}. ${way}.`,
      fixes: fixes.filter((fix) => fix !== undefined).filter(({ edits }) => isTakenWith(line, edits, dialects)),
    };
  },
};
