/** Schedules in words: chosen sentences, and the law that the words mean what the sets say. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { has } from '../../core/src/kinds/crontab/fields/bits.js';
import { nextRun } from '../../core/src/kinds/crontab/schedule/next.js';
import type { Schedule } from '../../core/src/kinds/crontab/schedule/schedule.js';
import { neverRuns, scheduleWords } from '../../core/src/kinds/crontab/schedule/words.js';
import { anywhen, nightly, schedule, zone } from './schedule-support.js';
import { meaningOf } from './schedule-words-back.js';

/** By the dialect that reads them, Debian's unless said otherwise. */
const sentences: readonly (readonly [expression: string, words: string, dialect?: string])[] = [
  // Minutes
  ['* * * * *', 'Every minute'],
  ['0-59 * * * *', 'Every minute'],
  ['*/1 * * * *', 'Every minute'],
  ['*/2 * * * *', 'Every 2 minutes'],
  ['*/5 * * * *', 'Every 5 minutes'],
  ['*/30 * * * *', 'Every 30 minutes'],
  ['0,20,40 * * * *', 'Every 20 minutes'],
  ['*/7 * * * *', 'Every 7 minutes from minute 0 to 56 of every hour; the last gap is 4 minutes'],
  ['*/11 * * * *', 'Every 11 minutes from minute 0 to 55 of every hour; the last gap is 5 minutes'],
  ['*/25 * * * *', 'Every 25 minutes from minute 0 to 50 of every hour; the last gap is 10 minutes'],
  ['*/59 * * * *', 'At minutes 0 and 59 of every hour'],
  ['*/31 * * * *', 'At minutes 0 and 31 of every hour'],
  ['*/60 * * * *', 'At minute 0 of every hour'],
  ['*/90 * * * *', 'At minute 0 of every hour'],
  ['0 * * * *', 'At minute 0 of every hour'],
  ['17 * * * *', 'At minute 17 of every hour'],
  ['1-59/2 * * * *', 'Every 2 minutes from minute 1 to 59 of every hour'],
  ['2-59/5 * * * *', 'Every 5 minutes from minute 2 to 57 of every hour'],
  ['3-59/7 * * * *', 'Every 7 minutes from minute 3 to 59 of every hour; the last gap is 4 minutes'],
  ['10-20/2 * * * *', 'Every 2 minutes from minute 10 to 20 of every hour'],
  ['10-59/5 * * * *', 'Every 5 minutes from minute 10 to 55 of every hour'],
  ['5,35 * * * *', 'At minutes 5 and 35 of every hour'],
  ['0-29 * * * *', 'Every minute from 0 to 29 of every hour'],
  ['0,1 * * * *', 'At minutes 0 and 1 of every hour'],
  ['1,2,3,9 * * * *', 'At minutes 1 to 3 and 9 of every hour'],
  ['0-58/58 * * * *', 'At minutes 0 and 58 of every hour'],
  // Times of day
  ['5 4 * * *', 'At 04:05 every day'],
  ['0 0 * * *', 'At 00:00 every day'],
  ['59 23 * * *', 'At 23:59 every day'],
  ['0,30 9,17 * * *', 'At 09:00, 09:30, 17:00 and 17:30 every day'],
  ['0 8,20 * * *', 'At 08:00 and 20:00 every day'],
  ['* 3 * * *', 'Every minute from 03:00 to 03:59 every day'],
  ['* 9-17 * * *', 'Every minute from 09:00 to 17:59 every day'],
  ['* 3,7 * * *', 'Every minute of hours 3 and 7 every day'],
  ['* */2 * * *', 'Every minute of every 2nd hour from 0 to 22 every day'],
  ['*/7 3 * * *', 'Every 7 minutes from 03:00 to 03:56 every day'],
  ['*/15 9-17 * * *', 'Every 15 minutes from 09:00 to 17:45 every day'],
  ['5-59/15 9-17 * * *', 'Every 15 minutes from 09:05 to 17:50 every day'],
  [
    '*/7 9-17 * * *',
    'Every 7 minutes from minute 0 to 56 of hours 9 to 17 every day; the gap from one of these hours to the next is 4 minutes',
  ],
  ['0-30 9-17 * * *', 'Every minute from 0 to 30 of hours 9 to 17 every day'],
  ['0 9-17 * * *', 'Every hour from 09:00 to 17:00 every day'],
  ['30 0-22 * * *', 'Every hour from 00:30 to 22:30 every day'],
  ['0 */2 * * *', 'Every 2 hours from 00:00 to 22:00 every day'],
  ['0 */5 * * *', 'Every 5 hours from 00:00 to 20:00 every day; the last gap is 4 hours'],
  ['0 */5 * * 1', 'Every 5 hours from 00:00 to 20:00 on Mondays'],
  ['0 */8 * * *', 'At 00:00, 08:00 and 16:00 every day'],
  ['*/10 */6 * * *', 'Every 10 minutes from minute 0 to 50 of every 6th hour from 0 to 18 every day'],
  ['0,1,2,7 1,5,9 * * *', 'At minutes 0 to 2 and 7 of hours 1, 5 and 9 every day'],
  ['0 22-2 * * *', 'At 00:00, 01:00, 02:00, 22:00 and 23:00 every day', 'busybox'],
  // Days
  ['5 4 */2 * 1', 'At 04:05 on Mondays that fall on odd days of the month'],
  ['5 4 */2 * 1', 'At 04:05 on even days of the month and also on Mondays', 'busybox'],
  ['5 4 1-31/2 * 1', 'At 04:05 on odd days of the month and also on Mondays'],
  ['5 4 2-30/2 * *', 'At 04:05 on even days of the month'],
  ['0 0 1,* * 1', 'At 00:00 every day'],
  ['0 0 *,1 * 1', 'At 00:00 on Mondays'],
  ['0 0 1-31 * 1', 'At 00:00 every day'],
  ['0 0 13 * 5', 'At 00:00 on day 13 of the month and also on Fridays'],
  ['0 0 1-7 * */7', 'At 00:00 on Sundays that fall on days 1 to 7 of the month'],
  ['0 0 1-7 * 0', 'At 00:00 on days 1 to 7 of the month and also on Sundays'],
  ['0 0 1 * *', 'At 00:00 on day 1 of the month'],
  ['0 0 1,15,20-25 * *', 'At 00:00 on days 1, 15 and 20 to 25 of the month'],
  ['0 0 */3 * *', 'At 00:00 on every 3rd day of the month from day 1 to 31'],
  ['0 0 */10 * *', 'At 00:00 on every 10th day of the month from day 1 to 31'],
  ['0 0 * * 0', 'At 00:00 on Sundays'],
  ['0 0 * * 7', 'At 00:00 on Sundays'],
  ['0 0 * * 5-7', 'At 00:00 on Fridays to Sundays'],
  ['0 0 * * 0,6', 'At 00:00 on Saturdays and Sundays'],
  ['0 0 * * mon-fri', 'At 00:00 on Mondays to Fridays'],
  ['0 0 * * 0-7', 'At 00:00 every day'],
  ['0 0 * * 1,3,5', 'At 00:00 on Mondays, Wednesdays and Fridays'],
  ['0 0 5-1 * 1', 'At 00:00 on Mondays'],
  ['0 0 1 * 5-1', 'At 00:00 on day 1 of the month'],
  ['0 0 0 * 1', 'At 00:00 on Mondays', 'busybox'],
  // Months
  ['* * * 1 *', 'Every minute in January'],
  ['0 0 * 1-3 *', 'At 00:00 every day in January to March'],
  ['0 0 1 */6 *', 'At 00:00 on day 1 of the month in January and July'],
  ['0 0 1-7 1 *', 'At 00:00 on days 1 to 7 of January'],
  ['0 0 29 2 1', 'At 00:00 on day 29 of the month and also on Mondays, in February'],
  ['0 0 * feb,dec sat', 'At 00:00 on Saturdays in February and December'],
  ['0 0 29 2 *', 'At 00:00 on day 29 of February'],
  // Never
  ['0 0 31 2 *', 'Never: day 31 does not come in February'],
  ['0 0 30,31 2 *', 'Never: days 30 and 31 do not come in February'],
  ['0 0 31 4,6,9,11 *', 'Never: day 31 does not come in April, June, September or November'],
  ['0 0 31 2 */7', 'Never: day 31 does not come in February'],
  ['5-1 * * * *', 'Never: no minute matches'],
  ['0 5-1 * * *', 'Never: no hour matches'],
  ['0 0 5-1 * *', 'Never: no day of the month matches'],
  ['0 0 * 5-1 *', 'Never: no month matches'],
  ['0 0 * * 5-1', 'Never: no day of the week matches'],
  ['0 0 5-1 * 5-1', 'Never: no day matches'],
  ['0 0 0 * *', 'Never: no day of the month matches', 'busybox'],
  // Words
  ['@reboot', 'At startup'],
  ['@yearly', 'At 00:00 on day 1 of January'],
  ['@annually', 'At 00:00 on day 1 of January'],
  ['@monthly', 'At 00:00 on day 1 of the month'],
  ['@weekly', 'At 00:00 on Sundays'],
  ['@daily', 'At 00:00 every day'],
  ['@midnight', 'At 00:00 every day'],
  ['@hourly', 'At minute 0 of every hour'],
  ['@every_minute', 'Every minute', 'freebsd'],
  ['@every_second', 'Every second', 'freebsd'],
  // Draws
  ['0~30 4 * * *', 'At a random minute among 0 to 30 of hour 4 every day; drawn when the crontab is read', 'cronie'],
  ['~ * * * *', 'At a random minute of every hour; drawn when the crontab is read', 'openbsd'],
  ['~ ~ * * *', 'At a random minute of a random hour every day; drawn when the crontab is read', 'cronie'],
  ['0 1~5 * * *', 'At minute 0 of a random hour among 1 to 5 every day; drawn when the crontab is read', 'cronie'],
  [
    '0~10,30 4 * * *',
    'At minutes drawn partly at random among 0 to 10 and 30 of hour 4 every day; drawn when the crontab is read',
    'cronie',
  ],
  ['0 0 ~ * *', 'At 00:00 on a random day of the month; drawn when the crontab is read', 'cronie'],
  ['0 0 ~ * 1', 'At 00:00 on a random day of the month and also on Mondays; drawn when the crontab is read', 'cronie'],
  [
    '0 0 */2 * 1~5',
    'At 00:00 on a random day of the week among Monday to Friday when it falls on odd days of the month; drawn when the crontab is read',
    'cronie',
  ],
  ['0 0 1 ~ *', 'At 00:00 on day 1 of the month in a random month; drawn when the crontab is read', 'cronie'],
  ['0~30 4 * * *', 'At 04:00 every day', 'freebsd'],
];

describe('schedules in words', () => {
  for (const [expression, words, dialect = 'debian'] of sentences)
    it(`${expression} (${dialect})`, () => assert.equal(scheduleWords(schedule(expression, dialect)), words));
});

const LENGTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Fails unless `words` mean the times and dates of the sets. */
function meansTheSets(made: Schedule, text: string) {
  const words = scheduleWords(made);
  const { times, on } = meaningOf(words);
  const about = `${text}: ${words}`;
  const named = Array.from({ length: 1440 }, (_, time) => time).filter(
    (time) => has(made.hours, Math.floor(time / 60)) && has(made.minutes, time % 60),
  );
  assert.deepEqual(times, named, about);
  LENGTHS.forEach((length, index) => {
    for (let day = 1; day <= length; day++)
      for (let weekday = 0; weekday < 7; weekday++) {
        const byDay = has(made.days, day);
        const byWeekday = has(made.weekdays, weekday);
        const expected = has(made.months, index + 1) && (made.dayMatch === 'or' ? byDay || byWeekday : byDay && byWeekday);
        if (on(day, index + 1, weekday) !== expected) assert.fail(`${about}: day ${day} of month ${index + 1}, weekday ${weekday}`);
      }
  });
}

describe('the words of a schedule', () => {
  const expression = fc.oneof(nightly, anywhen);
  const reader = fc.constantFrom('debian', 'busybox');
  it('mean what its sets say', () => {
    fc.assert(
      fc.property(expression, reader, (text, id) => {
        const made = schedule(text, id);
        if (neverRuns(made) === undefined) meansTheSets(made, text);
      }),
      { numRuns: 1500, seed: 23 },
    );
  });
  it('mean what its sets say, whatever the sets', () => {
    const low = fc.integer({ min: 0, max: 0xffff_ffff });
    const high = fc.integer({ min: 0, max: 0x0fff_ffff });
    const few = (bits: fc.Arbitrary<number>) =>
      fc.oneof(
        bits,
        fc.tuple(bits, bits, bits).map(([a, b, c]) => (a & b & c) >>> 0),
      );
    fc.assert(
      fc.property(
        few(low),
        few(high),
        few(low),
        few(low),
        low,
        low,
        fc.constantFrom('and', 'or'),
        (low1, high1, hours, days, months, weekdays, dayMatch) => {
          const made: Schedule = {
            ...schedule('* * * * *'),
            minutes: { low: low1, high: high1 },
            hours: { low: hours & 0xff_ffff, high: 0 },
            days: { low: days & -2, high: 0 },
            months: { low: months & 0x1ffe, high: 0 },
            weekdays: { low: (weekdays & 127) | ((weekdays & 1) << 7), high: 0 },
            dayMatch,
          };
          if (neverRuns(made) === undefined) meansTheSets(made, JSON.stringify(made));
        },
      ),
      { numRuns: 1500, seed: 29 },
    );
  });
  it('say never of just those that never run', () => {
    const withEmpty = fc.tuple(expression, fc.integer({ min: 0, max: 9 })).map(([text, at]) => {
      const fields = text.split(' ');
      if (at < 5) fields[at] = at === 2 || at === 3 ? '7-3' : '3-1';
      return fields.join(' ');
    });
    fc.assert(
      fc.property(withEmpty, (text) => {
        const made = schedule(text);
        const runs = nextRun(made, 0, zone('UTC'), 'isc') !== undefined;
        assert.equal(scheduleWords(made).startsWith('Never: '), !runs, text);
      }),
      { numRuns: 1000, seed: 31 },
    );
  });
});
