/** Counting runs against naming them one by one; what jumps do, against the runs themselves. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Clock } from '../../core/src/kinds/crontab/schedule/clock.js';
import { jumpsIn } from '../../core/src/kinds/crontab/schedule/clock-changes.js';
import { countRuns, countWall } from '../../core/src/kinds/crontab/schedule/count.js';
import { type nextRun, runsAfter } from '../../core/src/kinds/crontab/schedule/next.js';
import { nextWall } from '../../core/src/kinds/crontab/schedule/search.js';
import { offsetAt } from '../../core/src/kinds/crontab/schedule/zone.js';
import { anywhen, nightly, schedule, zone } from './schedule-support.js';

const DAY = 24 * 60 * 60_000;
const clocks: readonly Clock[] = ['isc', 'freebsd', 'wall'];
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Cairo', 'Antarctica/Troll'];
const moment = fc.integer({ min: Date.UTC(2025, 0), max: Date.UTC(2027, 0) });

describe('counting runs', () => {
  it('gives as many as come one by one', () => {
    fc.assert(
      fc.property(
        nightly,
        fc.constantFrom(...clocks),
        fc.constantFrom(...zones),
        moment,
        fc.integer({ min: 0, max: 40 * DAY }),
        (text, clock, name, after, length) => {
          const [made, where] = [schedule(text), zone(name)];
          let expected = 0;
          for (const run of runsAfter(made, after, where, clock)) {
            if (run > after + length) break;
            expected++;
          }
          assert.equal(countRuns(made, after, after + length, where, clock), expected, `${text} by ${clock} in ${name} from ${after}`);
        },
      ),
      { numRuns: 1500 },
    );
  });

  it('gives as many in a year as come one by one', () => {
    fc.assert(
      fc.property(anywhen, fc.constantFrom(...clocks), fc.constantFrom(...zones), moment, (text, clock, name, after) => {
        const [made, where] = [schedule(text), zone(name)];
        let expected = 0;
        for (const run of runsAfter(made, after, where, clock)) {
          if (run > after + 365 * DAY) break;
          expected++;
        }
        assert.equal(countRuns(made, after, after + 365 * DAY, where, clock), expected, `${text} by ${clock} in ${name} from ${after}`);
      }),
      { numRuns: 60 },
    );
  });

  it('counts minutes of a plain clock from and up to any minute', () => {
    fc.assert(
      fc.property(nightly, fc.integer({ min: 29_000_000, max: 30_000_000 }), fc.integer({ min: 0, max: 5000 }), (text, from, length) => {
        const made = schedule(text);
        let expected = 0;
        for (let at = nextWall(made, from); at < from + length; at = nextWall(made, at + 1)) expected++;
        assert.equal(countWall(made, from, from + length), expected);
      }),
      { numRuns: 500 },
    );
  });
});

describe('what jumps do', () => {
  it('is so: a skipped run does not come, a moved one comes at its new time, a doubled one comes at both', () => {
    let seen = 0;
    fc.assert(
      fc.property(nightly, fc.constantFrom(...clocks), fc.constantFrom(...zones), moment, (text, clock, name, after) => {
        const [made, where] = [schedule(text), zone(name)];
        for (const jump of jumpsIn(made, after, after + 365 * DAY, where, clock)) {
          seen++;
          const forward = jump.first > jump.before;
          assert.equal(jump.effect === 'doubled', !forward);
          assert.ok(jump.count > 0 && jump.due < Math.max(jump.first, jump.before) && jump.due >= Math.min(jump.first, jump.before));
          const near = [...until(made, (Math.min(jump.first, jump.before) - 30 * 60) * 60_000, 60 * 60 * 60_000, name, clock)];
          const walls = near.map((run) => (run + offsetAt(where, run)) / 60_000);
          const come = walls.filter((wall) => wall === jump.due).length;
          if (jump.effect === 'doubled') assert.equal(come, 2, `${text} by ${clock} in ${name}`);
          else assert.equal(come, 0);
          if (jump.effect === 'moved') assert.ok(walls.includes(jump.to ?? -1));
        }
      }),
      { numRuns: 1200 },
    );
    assert.ok(seen > 100, String(seen));
  });

  function* until(made: Parameters<typeof nextRun>[0], after: number, length: number, name: string, clock: Clock): Iterable<number> {
    for (const run of runsAfter(made, after, zone(name), clock)) {
      if (run > after + length) return;
      yield run;
    }
  }
});
