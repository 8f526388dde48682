/** Schedules as calendar events: systemd's own reading of them, as it was recorded, agrees with the engine. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runsAfter } from '../../core/src/kinds/crontab/schedule/next.js';
import { calendarsOf } from '../../core/src/kinds/crontab/systemd/calendar.js';
import { schedule, zone } from './schedule-support.js';

interface Row {
  readonly expression: string;
  readonly zone: string;
  readonly events: readonly string[];
  /** Each as systemd normalises it. */
  readonly normal: readonly string[];
  /** The next times after the base, in UTC; none where it never comes. */
  readonly next: readonly string[];
}

const BASE = Date.UTC(2027, 4, 1);
const rows = readFileSync(new URL('../fixtures/systemd-calendar.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

describe('calendar events of systemd', () => {
  it('are the ones that were recorded', () => {
    assert.ok(rows.length > 250);
    for (const { expression, zone: name, events } of rows) assert.deepEqual(calendarsOf(schedule(expression), name), events, expression);
  });

  it('come when the entry runs', () => {
    for (const { expression, zone: name, next } of rows) {
      const runs: string[] = [];
      // systemd looks no further than the year 2200, nor does the engine past 41 years.
      for (const run of runsAfter(schedule(expression), BASE, zone(name), 'wall'))
        if (runs.push(new Date(run).toISOString().slice(0, 16)) === Math.max(1, next.length)) break;
      assert.deepEqual(runs, next, `${expression} in ${name}`);
    }
  });

  it('are all taken by systemd', () => {
    for (const { expression, events, normal } of rows) {
      assert.equal(normal.length, events.length);
      assert.ok(
        normal.every((form) => form !== ''),
        expression,
      );
    }
  });

  for (const [expression, events] of Object.entries({
    '5 4 * * *': ['*-*-* 04:05:00'],
    '5 4 * * 0': ['Sun *-*-* 04:05:00'],
    '5 4 * * 1-5': ['Mon..Fri *-*-* 04:05:00'],
    '0 0 1,15 * *': ['*-*-01,15 00:00:00'],
    '0 0 1 * 1': ['*-*-01 00:00:00', 'Mon *-*-* 00:00:00'],
    '0 0 */2 * 1': ['Mon *-*-01..31/2 00:00:00'],
    '*/5 * * * *': ['*-*-* *:00/5:00'],
    '*/7 * * * *': ['*-*-* *:00,07,14,21,28,35,42,49,56:00'],
    '0 */7 * * *': ['*-*-* 00,07,14,21:00:00'],
    '10-50/10 * * * *': ['*-*-* *:10..50/10:00'],
    '*/90 * * * *': ['*-*-* *:00:00'],
    '0 0 1-31 * 1': ['*-*-* 00:00:00'],
    '5-1 * * * *': [],
  }))
    it(`${expression}: ${events.join(' and ')}`, () => assert.deepEqual(calendarsOf(schedule(expression), ''), events));
});
