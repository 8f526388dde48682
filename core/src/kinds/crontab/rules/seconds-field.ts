/** An entry that begins with seconds. */
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { isTakenWith } from '../reading/edited.js';
import { ANACRONTAB } from '../reading/shape.js';
import { mayHaveSixFields, type SixFields, sixFieldsIn } from '../reading/six-fields.js';
import { splitFieldsIn } from '../reading/split-field.js';
import { costOfShift } from '../verdicts/cost.js';

/** A number of seconds, and not several. */
const ONCE = /^\d+$/;

/** What a fix cannot know: whose days of the week they are. */
const daysOf = ({ sixth, year, fromOne }: SixFields): string => {
  if (fromOne === undefined) return '';
  const asCron = `cron counts the days of the week from Sunday as 0, and Quartz from Sunday as 1`;
  return year ? ` Then mind “${sixth.text}”: ${asCron}.` : ` Then mind “${sixth.text}”, if Quartz is where this comes from: ${asCron}.`;
};

/** To the five fields of cron: as Quartz counts days, and as others do, where that is not the same. */
function withoutSeconds({ first, year, edits, fromOne }: SixFields): readonly Fix[] {
  const title = `Delete “${first.text}”, which would be seconds${year ? `, and “${year.text}”, the year` : ''}`;
  const asQuartz = fromOne && { title: `${title}, and count days as cron does, from Sunday as 0`, edits: fromOne, safe: false };
  if (asQuartz && year) return [asQuartz];
  return [{ title, edits, safe: false }, ...(asQuartz ? [asQuartz] : [])];
}

/** What to do, as a sentence without its stop, and the fixes that do it. */
function waysOf(six: SixFields): { readonly way: string; readonly fixes: readonly Fix[] } {
  const { first, second, sixth, star, year, endsWithYear } = six;
  const last = star && { title: `Delete the last “*”: ${first.text} ${second.text} would be minute and hour`, edits: star, safe: false };
  if (endsWithYear)
    return { way: `Delete the last “${sixth.text}”, the year, which is the sixth field to EventBridge`, fixes: last ? [last] : [] };
  const seconds = withoutSeconds(six);
  if (year) return { way: `Delete “${first.text}”, the seconds, and “${year.text}”, the year`, fixes: seconds };
  const why = ONCE.test(first.text) ? ', the seconds' : ': cron starts nothing more often than once a minute';
  if (last === undefined) return { way: `Delete “${first.text}”${why}`, fixes: seconds };
  const other = `the last “*”, if “${first.text} ${second.text}” is the minute and the hour`;
  // Who begins with seconds writes 0 for them, or a step.
  return /^(?:0|\*\/\d+)$/.test(first.text)
    ? { way: `Delete “${first.text}”${why}; or ${other}`, fixes: [...seconds, last] }
    : { way: `Delete ${other}; or “${first.text}”, if that is the seconds`, fixes: [last, ...seconds] };
}

export const secondsField: Rule<CrontabLine> = {
  id: 'crontab/seconds-field',
  severity: 'error',
  docs: {
    summary: 'An entry has six time fields, the first of them for seconds, or seven.',
    why: 'Schedulers inside of programs, such as Quartz, Spring and node-cron, begin with the seconds; Quartz may end with the year, and EventBridge does. Cron has five fields: it takes the minute for the hour, and so on, and the sixth for the user or the command. Most crons refuse such an entry, some run it.',
    remedy:
      'Delete the first field, or the star that is one too many. Cron starts nothing more often than once a minute: what shall run every ten seconds must wait itself.',
    bad: [
      { path: '/var/spool/cron/crontabs/ann', text: '0 15 3 * * * /home/ann/bin/report\n' },
      { path: '/etc/cron.d/report', text: '0 15 3 * * * root /usr/local/bin/report\n' },
      { path: '/etc/crontabs/root', text: '*/10 * * * * * /usr/bin/poll\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 15 3 ? * MON-FRI /home/ann/bin/report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '00 12 * * * * /home/ann/bin/report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 0/5 3 ? * 2-6 /home/ann/bin/report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 0 12 1/1 * ? * /home/ann/bin/report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 12 ? * 2-6 * /home/ann/bin/report\n' },
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
    const { first, sixth, year } = six;
    const { way, fixes } = waysOf(six);
    yield {
      at: { span: { start: first.span.start, end: (year ?? sixth).span.end } },
      message: `These are ${year ? 'seven' : 'six'} time fields, and cron has five, from the minute to the day of the week. ${costOfShift(line, dialects)}. ${way}.${daysOf(six)}`,
      fixes: fixes.filter(({ edits }) => isTakenWith(line, edits, dialects)),
    };
  },
};
