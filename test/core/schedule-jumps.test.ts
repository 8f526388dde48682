/** What a change of the clocks does to runs: shifted, skipped, doubled. Times by hand, from what each daemon does. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { instantIn, isoTime } from '../../core/src/kinds/crontab/schedule/iso.js';
import { type Shift, shiftOf, skippedBetween } from '../../core/src/kinds/crontab/schedule/jumps.js';
import { runsAfter } from '../../core/src/kinds/crontab/schedule/next.js';
import { nextWall } from '../../core/src/kinds/crontab/schedule/search.js';
import { instantsOf, MINUTE, offsetAt } from '../../core/src/kinds/crontab/schedule/zone.js';
import { dialect, nightly, schedule, zone } from './schedule-support.js';

const DAY = 24 * 60 * MINUTE;

const text = (minute: number): string => new Date(minute * MINUTE).toISOString().slice(11, 16);
const ofShift = (shift: Shift): string => (shift.type === 'shifted' ? `${shift.own ? 'also ' : ''}for ${text(shift.wall)}` : shift.type);

/** The runs of the day `date`, each with what the clocks do to it, and what they skip. */
function told(expression: string, id: string, zoneName: string, date: string): string[] {
  const there = zone(zoneName);
  const { clock } = dialect(id);
  const found = schedule(expression, id);
  const start = instantIn(zoneName, date) ?? 0;
  const lines: string[] = [];
  let after = start - 1;
  for (const at of runsAfter(found, after, there, clock)) {
    for (const { first, last, count } of skippedBetween(after, at, found, there, clock))
      lines.push(`${text(first)} to ${text(last)} skipped, ${count}`);
    if (at >= start + DAY - 60 * MINUTE) break;
    const shift = shiftOf(at, found, there, clock);
    lines.push(isoTime(at, offsetAt(there, at)).slice(11, 16) + (shift ? ` ${ofShift(shift)}` : ''));
    after = at;
  }
  return lines;
}

const SPRING = '2026-03-29'; // in Berlin 02:00 to 03:00 is skipped
const AUTUMN = '2026-10-25'; // in Berlin 02:00 to 03:00 comes twice

describe('what changes of the clocks do to runs', () => {
  it("ISC's cron makes up at once for a time in the gap", () => {
    assert.deepEqual(told('30 2 * * *', 'debian', 'Europe/Berlin', SPRING), ['03:00 for 02:30']);
    assert.deepEqual(told('0 2,3 * * *', 'debian', 'Europe/Berlin', SPRING), ['03:00 also for 02:00']);
    assert.deepEqual(told('0 1,4 * * *', 'debian', 'Europe/Berlin', SPRING), ['01:00', '04:00']);
  });

  it("ISC's cron lets an entry with a star follow the wall clock", () => {
    assert.deepEqual(told('*/30 2 * * *', 'debian', 'Europe/Berlin', SPRING), ['02:00 to 02:30 skipped, 2']);
    assert.deepEqual(told('*/30 2 * * *', 'debian', 'Europe/Berlin', AUTUMN), [
      '02:00 first',
      '02:30 first',
      '02:00 second',
      '02:30 second',
    ]);
  });

  it("ISC's cron runs a fixed time once though it comes twice", () => {
    assert.deepEqual(told('30 2 * * *', 'debian', 'Europe/Berlin', AUTUMN), ['02:30']);
  });

  it('BusyBox skips and doubles', () => {
    assert.deepEqual(told('30 2 * * *', 'busybox', 'Europe/Berlin', SPRING), ['02:30 to 02:30 skipped, 1']);
    assert.deepEqual(told('30 2 * * *', 'busybox', 'Europe/Berlin', AUTUMN), ['02:30 first', '02:30 second']);
  });

  it('systemd skips and never doubles', () => {
    assert.deepEqual(told('30 2 * * *', 'systemd-cron', 'Europe/Berlin', SPRING), ['02:30 to 02:30 skipped, 1']);
    assert.deepEqual(told('30 2 * * *', 'systemd-cron', 'Europe/Berlin', AUTUMN), ['02:30']);
  });

  it("FreeBSD's cron goes on by the old clock", () => {
    assert.deepEqual(told('30 2 * * *', 'freebsd', 'Europe/Berlin', SPRING), ['03:30 for 02:30']);
    assert.deepEqual(told('30 2 * * *', 'freebsd', 'Europe/Berlin', AUTUMN), ['02:30']);
  });

  it('is silent where runs go on evenly', () => {
    for (const id of ['debian', 'busybox', 'freebsd'])
      for (const date of [SPRING, AUTUMN]) {
        const lines = told('*/20 * * * *', id, 'Europe/Berlin', date);
        assert.ok(lines.length >= 3 * 22 && lines.every((line) => /^\d\d:\d\d$/.test(line)), `${id} ${date} ${lines.join()}`);
      }
  });

  it('knows other gaps than an hour', () => {
    assert.deepEqual(told('15 2 * * *', 'debian', 'Australia/Lord_Howe', '2026-10-04'), ['02:30 for 02:15']);
    // Samoa had no December 30 in 2011: more than three hours are a clock set anew.
    assert.deepEqual(told('30 2 30 12 *', 'debian', 'Pacific/Apia', '2011-12-29'), ['02:30 to 02:30 skipped, 1']);
    // What runs daily goes on every 24 hours.
    assert.deepEqual(told('30 2 * * *', 'debian', 'Pacific/Apia', '2011-12-29'), ['02:30']);
  });

  it('speaks only of what there is: a shifted or a skipped time is shown by no clock, a run at its own time is named', () => {
    const day = fc.constantFrom(
      ['Europe/Berlin', SPRING],
      ['Europe/Berlin', AUTUMN],
      ['America/New_York', '2026-03-08'],
      ['America/New_York', '2026-11-01'],
    );
    fc.assert(
      fc.property(
        nightly,
        fc.constantFrom('debian', 'busybox', 'freebsd', 'systemd-cron'),
        day,
        (expression, id, [name = '', date = '']) => {
          const there = zone(name);
          const found = schedule(expression, id);
          const { clock } = dialect(id);
          let after = (instantIn(name, date) ?? 0) - 1;
          let count = 0;
          for (const at of runsAfter(found, after, there, clock)) {
            for (const { first, last } of skippedBetween(after, at, found, there, clock))
              for (const wall of [first, last]) assert.deepEqual(instantsOf(there, wall), []);
            const shift = shiftOf(at, found, there, clock);
            const wall = Math.floor((at + offsetAt(there, at)) / MINUTE);
            if (shift?.type === 'shifted') assert.deepEqual(instantsOf(there, shift.wall), []);
            if (nextWall(found, wall) !== wall) assert.equal(shift?.type, 'shifted', `${expression} ${id} ${isoTime(at, 0)}`);
            after = at;
            if (++count > 60) break;
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('instants as people write them', () => {
  const at = (written: string, name = 'Europe/Berlin') => {
    const ms = instantIn(name, written);
    return ms === undefined ? undefined : isoTime(ms, offsetAt(zone(name), ms));
  };

  it('reads days, times, seconds and offsets', () => {
    assert.equal(at('2026-01-02'), '2026-01-02T00:00:00+01:00');
    assert.equal(at('2026-07-02T03:04'), '2026-07-02T03:04:00+02:00');
    assert.equal(at('2026-07-02 03:04:05'), '2026-07-02T03:04:05+02:00');
    assert.equal(at('2026-07-02T03:04:05.678Z'), '2026-07-02T05:04:05+02:00');
    assert.equal(at('2026-07-02T03:04-0530'), '2026-07-02T10:34:00+02:00');
  });

  it('takes the first of two, and what a gap skips as if nothing had changed', () => {
    assert.equal(at('2026-10-25T02:30'), '2026-10-25T02:30:00+02:00');
    assert.equal(at('2026-03-29T02:30'), '2026-03-29T03:30:00+02:00');
  });

  it('refuses what is no time', () => {
    for (const written of [
      '',
      'now',
      '2026-02-30',
      '2026-13-01',
      '2026-01-01T25:00',
      '2026-01-01T00:60',
      '26-01-01',
      '2026-1-1',
      '2026-01-01Z',
    ])
      assert.equal(at(written), undefined, written);
    assert.equal(instantIn('Mars/Olympus', '2026-01-01'), undefined);
  });
});
