/** Schedules from text, and generators of them, for the tests of the schedule engine. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Dialect, dialectById } from '../../core/src/kinds/crontab/dialects/dialects.js';
import { readEntry } from '../../core/src/kinds/crontab/reading/entry.js';
import { shapeOf } from '../../core/src/kinds/crontab/reading/shape.js';
import { type Schedule, scheduleOf } from '../../core/src/kinds/crontab/schedule/schedule.js';
import { type Zone, zoneOf } from '../../core/src/kinds/crontab/schedule/zone.js';

export function dialect(id: string): Dialect {
  const found = dialectById(id);
  assert.ok(found, id);
  return found;
}

/** The schedule of `expression` (fields or an `@` word) as the dialect `id` reads it; undefined where it refuses it. */
export function tryExpression(expression: string, id: string): Schedule | undefined {
  const shape = shapeOf(`${expression} true`, 0, 'user');
  return scheduleOf(shape, readEntry(shape, dialect(id)), dialect(id));
}

export function schedule(expression: string, id = 'debian'): Schedule {
  const found = tryExpression(expression, id);
  assert.ok(found, `${id} refuses ${expression}`);
  return found;
}

export function zone(name: string): Zone {
  const found = zoneOf(name);
  assert.ok(found, name);
  return found;
}

/** Items of a field with the values `low` to `high`; `likely` are met more often than the rest. */
function field(low: number, high: number, likely: readonly number[] = []): fc.Arbitrary<string> {
  const any = fc.integer({ min: low, max: high });
  const value = likely.length > 0 ? fc.oneof(fc.constantFrom(...likely), any) : any;
  const range = fc.tuple(value, value).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
  const step = fc.integer({ min: 1, max: high - low });
  const item = fc.oneof(
    value.map(String),
    range,
    fc.tuple(range, step).map(([text, by]) => `${text}/${by}`),
  );
  return fc.oneof(
    fc.constant('*'),
    step.map((by) => `*/${by}`),
    item,
    fc.array(item, { minLength: 2, maxLength: 4 }).map((items) => items.join(',')),
    item.map((text) => `*,${text}`),
  );
}

const star = fc.constant('*');

/** Expressions that every cron takes; their hours lean to the night, their days to every day. */
export const nightly: fc.Arbitrary<string> = fc
  .tuple(
    field(0, 59, [0, 30, 59]),
    field(0, 23, [0, 1, 2, 3, 23]),
    fc.oneof({ weight: 3, arbitrary: star }, { weight: 1, arbitrary: field(1, 31) }),
    fc.oneof({ weight: 4, arbitrary: star }, { weight: 1, arbitrary: field(1, 12) }),
    fc.oneof({ weight: 3, arbitrary: star }, { weight: 1, arbitrary: field(0, 6, [0, 6]) }),
  )
  .map((fields) => fields.join(' '));

/** Any expressions that every cron takes. */
export const anywhen: fc.Arbitrary<string> = fc
  .tuple(field(0, 59), field(0, 23), field(1, 31, [29, 31]), field(1, 12, [2]), field(0, 6))
  .map((fields) => fields.join(' '));
