/** A star in the minute field of an entry that was meant to run once in the hour, or once in the day. */
import type { Report, Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import type { Word } from '../../../text/words.js';
import { readersOf } from '../drop-in.js';
import { valuesOf } from '../fields/bits.js';
import type { CrontabLine } from '../model.js';
import { isMiscut } from '../reading/miscut.js';
import { listed } from '../schedule/lists.js';
import type { Schedule } from '../schedule/schedule.js';
import { byTimes } from '../timing/by-times.js';
import { timingsOf } from '../timing/timings.js';

/** A field for all minutes, as far as anyone writes one. */
const MAY_BE = /^-?(?:\*(?:\/1)?|0-59)$/;

/** All 60 minutes, as two halves. */
const isEveryMinute = ({ minutes }: Schedule): boolean => minutes.low === 0xffff_ffff && minutes.high === 0x0fff_ffff;

/** True when no two of the values follow each other in the round of `size`: `8-18` is a working day, and each minute of it is meant. */
const standAlone = (values: readonly number[], low: number, size: number): boolean =>
  values.length > 0 && values.every((value) => !values.includes(low + ((value - low + 1) % size)));

const hourWords = (hours: readonly number[]): string =>
  hours.length > 3 ? `each of its ${hours.length} hours` : `hour${hours.length > 1 ? 's' : ''} ${listed(hours.map(String))}`;

/** What nobody writes who does not mean “once in every”. */
const EVERY = '*/1';

const PLAIN_STAR = /^-?\*$/;

/** The fields of an entry that runs in all minutes. */
interface Fields {
  readonly minute: Word;
  readonly hour: Word;
  readonly day: Word;
  readonly weekday: Word;
}

/** Why all minutes of an hour are too many; undefined where they may be meant. */
function hourlyTrap({ minute, hour }: Fields, { hours }: Schedule): string | undefined {
  const all = valuesOf(hours);
  if (standAlone(all, 0, 24)) return `This runs in each minute of ${hourWords(all)}: ${60 * all.length} times a day.`;
  return hour.text === EVERY && PLAIN_STAR.test(minute.text)
    ? `“${EVERY}” in the hour is every hour, as “*” is, and “*” before it every minute: this runs 1440 times a day.`
    : undefined;
}

/** The same of the days, where every hour counts. */
function dailyTrap({ minute, hour, day, weekday }: Fields, { days, weekdays }: Schedule): string | undefined {
  if (!PLAIN_STAR.test(minute.text) || hour.text !== '*') return undefined;
  const [field, other] = day.text === '*' ? [weekday, day] : [day, weekday];
  if (other.text !== '*') return undefined;
  if (field.text === EVERY)
    return `“${EVERY}” in the days is every day, as “*” is, and “*” before it every minute: this runs 1440 times a day.`;
  const alone =
    field === day
      ? standAlone(
          valuesOf(days).filter((value) => value > 0),
          1,
          31,
        )
      : standAlone(
          valuesOf(weekdays).filter((value) => value < 7),
          0,
          7,
        );
  return alone ? 'This runs in each minute of the days that it names: 1440 times on each.' : undefined;
}

function reportOf(fields: Fields, schedule: Schedule, quiet: string): Report | undefined {
  const { minute, hour } = fields;
  const hourly = hourlyTrap(fields, schedule);
  if (hourly !== undefined)
    return {
      at: minute,
      message: `${hourly} If once an hour is meant, put 0 in place of “${minute.text}”.`,
      fixes: [{ title: 'Run it once, at minute 0 of the hour', edits: [replace(minute, `${quiet}0`)], safe: false }],
    };
  const daily = dailyTrap(fields, schedule);
  if (daily === undefined) return undefined;
  return {
    at: { span: { start: minute.span.start, end: hour.span.end } },
    message: `${daily} If once a day is meant, put a minute and an hour in place of the two stars.`,
    fixes: [{ title: 'Run it once, at midnight', edits: [replace(minute, `${quiet}0`), replace(hour, '0')], safe: false }],
  };
}

export const everyMinuteOfHour: Rule<CrontabLine> = {
  id: 'crontab/every-minute-of-hour',
  severity: 'warning',
  docs: {
    summary: 'The entry runs in each minute of an hour or a day that it names.',
    why: 'A star in the minute field means each minute. An entry for three in the morning then runs sixty times, one for the first of the month 1440 times, and as a rule once was meant.',
    remedy: 'Put the minute in the first field, 0 for the full hour, and of a job that is to run once a day the hour in the second.',
    bad: [
      { path: '/etc/cron.d/report', text: '* 3 * * * root /usr/local/bin/report\n' },
      { path: '/etc/cron.d/report', text: '* */6 * * * root /usr/local/bin/report\n' },
      { path: '/var/spool/cron/ann', text: '*/1 2,14 * * * /home/ann/bin/report\n' },
      { path: '/etc/cron.d/report', text: '* */1 * * * root /usr/local/bin/report\n' },
      { path: '/etc/cron.d/report', text: '* * */12 * * root /usr/local/bin/report\n' },
      { path: '/etc/cron.d/report', text: '* * */1 * * root /usr/local/bin/report\n' },
      { path: '/var/spool/cron/ann', text: '* * * * sun /home/ann/bin/report\n' },
    ],
    good: [
      { path: '/etc/cron.d/report', text: '* 8-18 * * * root /usr/local/bin/poll\n' },
      { path: '/etc/cron.d/report', text: '* * * * * root /usr/local/bin/poll\n' },
      { path: '/etc/cron.d/report', text: '*/5 3 * * * root /usr/local/bin/poll\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=dcron\n* 3 * * * ID=poll FREQ=1d /home/ann/bin/poll\n' },
      { path: '/etc/cron.d/report', text: '*/1 */1 * * * root /usr/local/bin/poll\n' },
      { path: '/etc/cron.d/report', text: '* * * * 1-5 root /usr/local/bin/poll\n* * * * sat,sun root /usr/local/bin/count\n' },
      { path: '/etc/cron.d/report', text: '* * 1-7 6 * root /usr/local/bin/poll\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '* 3 * * * * /home/ann/bin/poll\n' },
    ],
    nearMiss: { path: '/etc/cron.d/report', text: '0 3 * * * root /usr/local/bin/report\n' },
  },
  types: ['entry'],
  concerns: byTimes(({ shape }) => MAY_BE.test(shape?.fields[0]?.text ?? '')),
  *checkLine(line, context) {
    const [timing] = timingsOf(line, context);
    const [minute, hour, day, , weekday] = line.shape?.fields ?? [];
    if (timing === undefined || timing.schedule.type !== 'times' || timing.schedule.random || !isEveryMinute(timing.schedule)) return;
    if (minute === undefined || hour === undefined || day === undefined || weekday === undefined || isMiscut(line, readersOf(context)))
      return;
    const quiet = timing.dialect.quietDash && minute.text.startsWith('-') ? '-' : '';
    const report = reportOf({ minute, hour, day, weekday }, timing.schedule, quiet);
    if (report) yield report;
  },
};
