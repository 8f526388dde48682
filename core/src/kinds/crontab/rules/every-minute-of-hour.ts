/** A star in the minute field of an entry that was meant to run once in the hour. */
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { valuesOf } from '../fields/bits.js';
import type { CrontabLine } from '../model.js';
import { listed } from '../schedule/lists.js';
import type { Schedule } from '../schedule/schedule.js';
import { byTimes } from '../timing/by-times.js';
import { timingsOf } from '../timing/timings.js';

/** A field for all minutes, as far as anyone writes one. */
const MAY_BE = /^-?(?:\*(?:\/1)?|0-59)$/;

/** All 60 minutes, as two halves. */
const isEveryMinute = ({ minutes }: Schedule): boolean => minutes.low === 0xffff_ffff && minutes.high === 0x0fff_ffff;

/** True when no two of the hours follow each other: `8-18` is a working day, and each minute of it is meant. */
function standAlone(hours: readonly number[]): boolean {
  return hours.length > 0 && hours.every((hour) => !hours.includes((hour + 1) % 24));
}

const hourWords = (hours: readonly number[]): string =>
  hours.length > 3 ? `each of its ${hours.length} hours` : `hour ${listed(hours.map(String))}`;

export const everyMinuteOfHour: Rule<CrontabLine> = {
  id: 'crontab/every-minute-of-hour',
  severity: 'warning',
  docs: {
    summary: 'The entry runs in each minute of an hour that it names.',
    why: 'A star in the minute field means each minute. An entry for three in the morning then runs sixty times, and as a rule once was meant.',
    remedy: 'Put the minute in the first field: 0 for the full hour.',
    bad: [
      { path: '/etc/cron.d/report', text: '* 3 * * * root /usr/local/bin/report\n' },
      { path: '/etc/cron.d/report', text: '* */6 * * * root /usr/local/bin/report\n' },
      { path: '/var/spool/cron/ann', text: '*/1 2,14 * * * /home/ann/bin/report\n' },
    ],
    good: [
      { path: '/etc/cron.d/report', text: '* 8-18 * * * root /usr/local/bin/poll\n' },
      { path: '/etc/cron.d/report', text: '* * * * * root /usr/local/bin/poll\n' },
      { path: '/etc/cron.d/report', text: '*/5 3 * * * root /usr/local/bin/poll\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=dcron\n* 3 * * * ID=poll FREQ=1d /home/ann/bin/poll\n' },
    ],
    nearMiss: { path: '/etc/cron.d/report', text: '0 3 * * * root /usr/local/bin/report\n' },
  },
  types: ['entry'],
  concerns: byTimes(({ shape }) => MAY_BE.test(shape?.fields[0]?.text ?? '')),
  *checkLine(line, context) {
    const [timing] = timingsOf(line, context);
    const minute = line.shape?.fields[0];
    if (timing === undefined || minute === undefined || timing.schedule.type !== 'times') return;
    if (timing.schedule.random || !isEveryMinute(timing.schedule)) return;
    const hours = valuesOf(timing.schedule.hours);
    if (!standAlone(hours)) return;
    const quiet = timing.dialect.quietDash && minute.text.startsWith('-') ? '-' : '';
    yield {
      at: minute,
      message: `This runs in each minute of ${hourWords(hours)}: ${60 * hours.length} times a day. If once an hour is meant, put 0 in place of “${minute.text}”.`,
      fixes: [{ title: 'Run it once, at minute 0 of the hour', edits: [replace(minute, `${quiet}0`)], safe: false }],
    };
  },
};
