/** Next and previous runs against the daemons' own loops over minutes: every jump of several zones, and plain stretches of UTC. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { dialects } from '../../core/src/kinds/crontab/dialects/dialects.js';
import type { Clock } from '../../core/src/kinds/crontab/schedule/clock.js';
import { nextRun, previousRun, runsAfter } from '../../core/src/kinds/crontab/schedule/next.js';
import type { Schedule } from '../../core/src/kinds/crontab/schedule/schedule.js';
import { loops, namesDay, namesTime, type Stretch, slowFormat, slowOffset, stretch } from './schedule-daemons.js';
import { anywhen, nightly, schedule, zone } from './schedule-support.js';

const MINUTE = 60_000;
const DAY = 24 * 60;

/** Which dialect reads the entries that each clock is tried on. */
const readers: readonly (readonly [Clock, string])[] = [
  ['isc', 'debian'],
  ['freebsd', 'freebsd'],
  ['wall', 'busybox'],
  ['onward', 'systemd-cron'],
];

/** Years in which the zone jumps, and how often: so that no jump goes unseen. */
const zones: readonly (readonly [name: string, years: readonly number[], jumps: number])[] = [
  ['Europe/Berlin', [2025, 2026], 4],
  ['America/New_York', [2026, 2027], 4],
  ['Australia/Lord_Howe', [2025, 2026], 4],
  ['Africa/Cairo', [2024, 2025], 4],
  ['America/Santiago', [2025, 2026], 4],
  ['Antarctica/Troll', [2025], 2],
  ['Africa/Casablanca', [2025], 2],
  ['Asia/Kolkata', [2025], 0],
  ['Pacific/Apia', [2011], 3],
];

/** The days, in milliseconds at their beginning in UTC, in which the offset changes. */
function jumpDays(name: string, year: number): number[] {
  const format = slowFormat(name);
  const days: number[] = [];
  for (let day = Date.UTC(year, 0, 1); day < Date.UTC(year + 1, 0, 1); day += DAY * MINUTE)
    if (slowOffset(format, day) !== slowOffset(format, day + DAY * MINUTE)) days.push(day);
  return days;
}

const iso = (at: number | undefined) => (at === undefined ? 'none' : new Date(at).toISOString());

/** Compares all runs within `days`, whose first day is left to the loop to warm up, both ways and from any minute. */
function compare(made: Schedule, clock: Clock, name: string, days: Stretch, text: string) {
  const where = zone(name);
  const from = (days.start + DAY) * MINUTE;
  const to = (days.start + days.offsets.length) * MINUTE;
  const expected = loops[clock](made, days)
    .map((minute) => minute * MINUTE)
    .filter((at) => at >= from);
  const check = (actual: readonly number[], how: string) => {
    const at = expected.findIndex((run, index) => run !== actual[index]);
    const about = () => `${text} by ${clock} in ${name} from ${iso(from)}, ${how}: ${iso(actual[at])} for ${iso(expected[at])}`;
    if (at !== -1 || actual.length !== expected.length) assert.fail(about());
  };
  const forward: number[] = [];
  for (const at of runsAfter(made, from - 1, where, clock)) {
    if (at >= to) break;
    forward.push(at);
  }
  check(forward, 'forward');
  const back: number[] = [];
  for (let at = previousRun(made, to, where, clock); at !== undefined && at >= from; at = previousRun(made, at, where, clock))
    back.push(at);
  check(back.reverse(), 'backward');
  let passed = 0;
  for (let at = from; at < to; at += 37 * MINUTE + 1000) {
    while (passed < expected.length && (expected[passed] ?? 0) <= at) passed++;
    const next = expected[passed];
    if (next !== undefined) assert.equal(nextRun(made, at, where, clock), next, `${text} by ${clock} in ${name} after ${at}`);
    const previous = expected[(expected[passed - 1] ?? 0) < at ? passed - 1 : passed - 2];
    if (previous !== undefined) assert.equal(previousRun(made, at, where, clock), previous, `${text} by ${clock} in ${name} before ${at}`);
  }
}

/** What the clocks were made for, whatever the generator finds. */
const pointed = [
  '30 2 * * *',
  '0,30 2 * * *',
  '0-59 2 * * *',
  '0 2,3 * * *',
  '15 1-3 * * *',
  '*/30 2 * * *',
  '30 * * * *',
  '59 1 * * *',
  '0 3 * * *',
  '*/20 * * * *',
  '0 0 * * *',
  '30 0 * * 0',
  '5 */2 * * *',
  '30 1 * * *',
];

describe('runs through jumps of the wall clock', function () {
  this.timeout(60_000);
  for (const [name, years, jumps] of zones)
    it(`${name}: as the daemons' loops have them`, () => {
      const days = years.flatMap((year) => jumpDays(name, year));
      assert.equal(days.length, jumps, `jumps of ${name}`);
      const stretches = (days.length > 0 ? days : [Date.UTC(2025, 4, 1)]).map((day) => stretch(name, day - DAY * MINUTE, 3 * DAY));
      for (const near of stretches) {
        for (const [clock, reader] of readers) {
          for (const text of pointed) compare(schedule(text, reader), clock, name, near, text);
          fc.assert(
            fc.property(nightly, (text) => compare(schedule(text, reader), clock, name, near, text)),
            { numRuns: 8, seed: near.start },
          );
        }
      }
    });
});

const minutesOfDay = Array.from({ length: DAY }, (_, minute) => minute);
/** The days of 45 years: more than any date needs to come round. */
const yearsOfDays = Array.from({ length: 45 * 366 }, (_, day) => day);

describe('runs in UTC', function () {
  this.timeout(60_000);
  it('are those of a loop over minutes', () => {
    const start = fc.integer({ min: Date.UTC(1999, 0, 1) / MINUTE / DAY, max: Date.UTC(2105, 0, 1) / MINUTE / DAY });
    fc.assert(
      fc.property(fc.oneof(nightly, anywhen), start, fc.constantFrom(...readers), (text, day, [clock, reader]) => {
        const days = { start: day * DAY, offsets: Array.from({ length: 5 * DAY }, () => 0) };
        compare(schedule(text, reader), clock, 'UTC', days, text);
      }),
      { numRuns: 150, seed: 3 },
    );
  });

  it('come on the first day of a loop over days, or never', () => {
    fc.assert(
      fc.property(anywhen, fc.constantFrom(...readers), fc.integer({ min: 10_000, max: 50_000 }), (text, [clock, reader], day) => {
        const made = schedule(text, reader);
        const time = minutesOfDay.find((minute) => namesTime(made, minute)) ?? Number.NaN;
        const first = yearsOfDays.find((later) => namesDay(made, (day + later) * DAY));
        const expected = first === undefined ? undefined : ((day + first) * DAY + time) * MINUTE;
        assert.equal(nextRun(made, day * DAY * MINUTE - 1, zone('UTC'), clock), expected, text);
      }),
      { numRuns: 400, seed: 5 },
    );
  });
});

describe('a run and the run before it', () => {
  it('belong together in every zone, far from and near to jumps', () => {
    const instant = fc.integer({ min: Date.UTC(1995, 0, 1), max: Date.UTC(2060, 0, 1) });
    const name = fc.constantFrom(...zones.map(([id]) => id));
    fc.assert(
      fc.property(fc.oneof(nightly, anywhen), instant, name, fc.constantFrom(...readers), (text, from, id, [clock, reader]) => {
        const made = schedule(text, reader);
        const next = nextRun(made, from, zone(id), clock);
        if (next === undefined) return;
        assert.ok(next > from);
        assert.equal(nextRun(made, next - 1, zone(id), clock), next, 'the same from just before');
        const previous = previousRun(made, next, zone(id), clock);
        if (previous === undefined) return;
        assert.ok(previous <= from, `${text}: a run at ${previous} was missed after ${from}`);
        assert.equal(nextRun(made, previous, zone(id), clock), next, text);
      }),
      { numRuns: 2000, seed: 11 },
    );
  });
});

describe('clocks of the dialects', () => {
  const runs = (text: string, id: string, name: string, from: string, count: number) => {
    const { clock } = dialects.find((one) => one.id === id) ?? assert.fail(id);
    const found: string[] = [];
    for (const at of runsAfter(schedule(text, id), Date.parse(from), zone(name), clock)) {
      if (found.length === count) break;
      found.push(new Date(at).toISOString().slice(5, 16));
    }
    return found;
  };
  // In Berlin the clock goes from 02:00 to 03:00 at 01:00 UTC on March 29 of 2026, and from 03:00 to 02:00 at 01:00 UTC on October 25.
  const spring = '2026-03-29T00:00Z';
  const autumn = '2026-10-24T23:00Z';
  it('a fixed time in the gap: right after it, at its old time, or not at all', () => {
    assert.deepEqual(runs('30 2 * * *', 'debian', 'Europe/Berlin', spring, 2), ['03-29T01:00', '03-30T00:30']);
    assert.deepEqual(runs('30 2 * * *', 'cronie', 'Europe/Berlin', spring, 2), ['03-29T01:00', '03-30T00:30']);
    assert.deepEqual(runs('30 2 * * *', 'openbsd', 'Europe/Berlin', spring, 2), ['03-29T01:00', '03-30T00:30']);
    assert.deepEqual(runs('30 2 * * *', 'freebsd', 'Europe/Berlin', spring, 2), ['03-29T01:30', '03-30T00:30']);
    assert.deepEqual(runs('30 2 * * *', 'busybox', 'Europe/Berlin', spring, 2), ['03-30T00:30', '03-31T00:30']);
  });
  it('a fixed time that repeats: once, or twice', () => {
    for (const id of ['debian', 'cronie', 'openbsd', 'freebsd'])
      assert.deepEqual(runs('30 2 * * *', id, 'Europe/Berlin', autumn, 2), ['10-25T00:30', '10-26T01:30'], id);
    assert.deepEqual(runs('30 2 * * *', 'busybox', 'Europe/Berlin', autumn, 2), ['10-25T00:30', '10-25T01:30']);
  });
  it('a date of one day a year repeats, too, with the year between', () => {
    assert.deepEqual(runs('30 2 25 10 *', 'busybox', 'Europe/Berlin', '2026-10-25T00:35Z', 2), ['10-25T01:30', '10-25T00:30']);
    const made = schedule('30 2 25 10 *', 'busybox');
    const before = previousRun(made, Date.parse('2026-10-25T01:10Z'), zone('Europe/Berlin'), 'wall');
    assert.equal(iso(before), '2026-10-25T00:30:00.000Z');
  });
  it('with a star in minute or hour: by the wall clock', () => {
    assert.deepEqual(runs('*/30 2 * * *', 'debian', 'Europe/Berlin', spring, 1), ['03-30T00:00']);
    assert.deepEqual(runs('*/30 2 * * *', 'debian', 'Europe/Berlin', autumn, 4), [
      '10-25T00:00',
      '10-25T00:30',
      '10-25T01:00',
      '10-25T01:30',
    ]);
    assert.deepEqual(runs('@hourly', 'debian', 'Europe/Berlin', spring, 2), ['03-29T01:00', '03-29T02:00']);
  });
  it('a time that always falls in the gap never comes', () => {
    const from = Date.parse('2026-01-01T00:00Z');
    assert.equal(nextRun(schedule('*/30 2 8-14 3 */7'), from, zone('America/New_York'), 'isc'), undefined);
    assert.ok(nextRun(schedule('*/30 2 8-14 3 */7'), from, zone('UTC'), 'isc'));
  });
  it('cronie runs entries below CRON_TZ by the wall clock of that zone', () => {
    assert.equal(dialects.find(({ id }) => id === 'cronie')?.zonedClock, 'wall');
  });
});
