/** Schedules of entries as each dialect has them, and next runs of all recorded lines. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dialects } from '../../core/src/kinds/crontab/dialects/dialects.js';
import { valuesOf } from '../../core/src/kinds/crontab/fields/bits.js';
import { readEntry } from '../../core/src/kinds/crontab/reading/entry.js';
import { type Form, indentOf, shapeOf } from '../../core/src/kinds/crontab/reading/shape.js';
import { nextRun, previousRun, runsAfter } from '../../core/src/kinds/crontab/schedule/next.js';
import { scheduleOf } from '../../core/src/kinds/crontab/schedule/schedule.js';
import { neverRuns, scheduleWords } from '../../core/src/kinds/crontab/schedule/words.js';
import { namesDay, namesTime } from './schedule-daemons.js';
import { schedule, tryExpression, zone } from './schedule-support.js';

const MINUTE = 60_000;
const utc = zone('UTC');
const next = (text: string, from: string, id = 'debian'): string | undefined => {
  const at = nextRun(schedule(text, id), Date.parse(from), utc, 'wall');
  return at === undefined ? undefined : new Date(at).toISOString().slice(0, 16);
};

describe('schedules of entries', () => {
  it('either set of days decides only where neither field begins with a star', () => {
    const match = (text: string, id: string) => schedule(text, id).dayMatch;
    for (const id of ['debian', 'cronie', 'freebsd', 'openbsd', 'netbsd']) {
      assert.equal(match('0 0 1 * 1', id), 'or', id);
      assert.equal(match('0 0 1-31/2 * 1', id), 'or', id);
      assert.equal(match('0 0 1,* * 1', id), 'or', id);
      assert.equal(match('0 0 */2 * 1', id), 'and', id);
      assert.equal(match('0 0 1 * */2', id), 'and', id);
    }
  });
  it('BusyBox asks for a gap in both sets', () => {
    assert.equal(schedule('0 0 */2 * 1', 'busybox').dayMatch, 'or');
    assert.equal(schedule('0 0 1 * 0-6', 'busybox').dayMatch, 'and');
    assert.equal(schedule('0 0 1,* * 1', 'busybox').dayMatch, 'and');
    // Its days begin with 0.
    assert.equal(schedule('0 0 1-31 * 1', 'busybox').dayMatch, 'or');
    assert.equal(schedule('0 0 0-31 * 1', 'busybox').dayMatch, 'and');
  });
  it('are wild where minute or hour begins with a star', () => {
    for (const text of ['* 1 * * *', '*/5 1 * * *', '0 * * * *', '0 */2 * * *', '*,3 1 * * *', '@hourly'])
      assert.ok(schedule(text).wild, text);
    for (const text of ['0-59 1 * * *', '0 0-23 * * *', '5,* 1 * * *', '0 1 * * *', '@daily', '@monthly'])
      assert.ok(!schedule(text).wild, text);
    assert.ok(schedule('-*/5 1 * * *', 'cronie').wild, 'behind the dash that keeps the run out of the log');
  });
  it('tell draws from values', () => {
    assert.deepEqual(schedule('0~30 4 ~ * 1,3~5', 'cronie').draws, ['one', 'none', 'one', 'none', 'some']);
    assert.ok(schedule('0~30 4 * * *', 'cronie').random);
    assert.ok(!schedule('0~30 4 * * *', 'freebsd').random);
    assert.deepEqual(valuesOf(schedule('0~3 4 * * *', 'cronie').minutes), [0, 1, 2, 3]);
  });
  it('are absent for what the dialect refuses', () => {
    assert.equal(tryExpression('61 * * * *', 'debian'), undefined);
    assert.equal(tryExpression('@fortnightly', 'debian'), undefined);
    assert.equal(tryExpression('@every_minute', 'debian'), undefined);
  });
  it('exist for each word of each dialect', () => {
    for (const { id, words, jobOptions } of dialects)
      for (const word of words) assert.ok(schedule(`@${word}${jobOptions ? ' ID=a' : ''}`, id), `${id} @${word}`);
  });
});

describe('next runs', () => {
  const from = '2026-01-01T00:00Z';
  it('of dates that never come are none, at once', () => {
    for (const text of [
      '0 0 31 2 *',
      '0 0 30 2 *',
      '0 0 31 4,6,9,11 *',
      '0 0 31 2 */7',
      '5-1 * * * *',
      '0 5-1 * * *',
      '0 0 5-1 * *',
      '0 0 * 5-1 *',
    ])
      for (const name of ['UTC', 'America/New_York']) {
        assert.equal(nextRun(schedule(text), Date.parse(from), zone(name), 'isc'), undefined, text);
        assert.equal(previousRun(schedule(text), Date.parse(from), zone(name), 'isc'), undefined, text);
      }
  });
  it('of rare dates are found', () => {
    assert.equal(next('0 0 29 2 *', from), '2028-02-29T00:00');
    assert.equal(next('0 0 29 2 1', from), '2026-02-02T00:00', 'on Mondays of February, too');
    assert.equal(next('0 0 29 2 */7', from), '2032-02-29T00:00', 'on Sundays only');
    assert.equal(next('0 0 29 2 */7', '2088-02-29T00:00Z'), '2128-02-29T00:00', 'forty years, over 2100, which is no leap year');
    assert.equal(next('0 0 31 12 *', from), '2026-12-31T00:00');
    assert.equal(next('0 0 5-1 * 1', from), '2026-01-05T00:00', 'an empty set of days beside weekdays');
  });
  it('come strictly after, and to the minute', () => {
    assert.equal(next('* * * * *', '2026-01-01T00:00:00.000Z'), '2026-01-01T00:01');
    assert.equal(next('* * * * *', '2025-12-31T23:59:59.999Z'), '2026-01-01T00:00');
    assert.equal(next('0 0 * * *', '1969-12-30T12:00Z'), '1969-12-31T00:00');
  });
  it('of @reboot are none; of @every_second, each second', () => {
    assert.equal(next('@reboot', from), undefined);
    const second = schedule('@every_second', 'freebsd');
    assert.equal(nextRun(second, 1000, utc, 'freebsd'), 2000);
    assert.equal(nextRun(second, 1999, utc, 'freebsd'), 2000);
    assert.equal(previousRun(second, 1001, utc, 'freebsd'), 1000);
    assert.equal(previousRun(second, 1000, utc, 'freebsd'), 0);
  });
  it('after nonsense are none', () => {
    for (const at of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 8.64e15, -1e300]) {
      assert.equal(nextRun(schedule('* * * * *'), at, utc, 'isc'), undefined);
      assert.equal(previousRun(schedule('* * * * *'), at, zone('Europe/Berlin'), 'isc'), undefined);
    }
  });
  it('are a sequence that ends where the schedule does', () => {
    assert.deepEqual([...runsAfter(schedule('0 0 31 2 *'), 0, utc, 'isc')], []);
    const found: number[] = [];
    for (const at of runsAfter(schedule('*/20 * * * *'), 0, utc, 'isc')) if (found.push(at / MINUTE) === 4) break;
    assert.deepEqual(found, [20, 40, 60, 80]);
  });
});

describe('next runs of the recorded lines', () => {
  const lines = readFileSync(new URL('../fixtures/crontab-verdicts.jsonl', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as readonly [line: string, form: Form]);
  const from = Date.parse('2026-03-05T12:34:56Z');
  for (const dialect of dialects)
    it(`${dialect.id}: named by the sets, or never`, () => {
      let runs = 0;
      for (const [line, form] of lines) {
        const shape = shapeOf(line, indentOf(line), form);
        const made = scheduleOf(shape, readEntry(shape, dialect), dialect);
        if (made?.type !== 'times') continue;
        assert.ok(scheduleWords(made).length > 0, line);
        for (const name of ['UTC', 'America/New_York']) {
          const run = nextRun(made, from, zone(name), dialect.clock);
          assert.equal(run === undefined, neverRuns(made) !== undefined, line);
          if (run === undefined || name !== 'UTC') continue;
          runs++;
          assert.ok(run > from && namesDay(made, run / MINUTE) && namesTime(made, run / MINUTE), line);
        }
      }
      // Who knows no steps, names or words takes the fewest of them.
      assert.ok(runs > (dialect.steps ? 500 : 200), `${runs} runs`);
    });
});
