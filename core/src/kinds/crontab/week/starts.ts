/** The runs of a schedule in a piece of time, hour by hour: what a dense schedule has in an hour is named at once. */
import { valuesOf } from '../fields/bits.js';
import type { Clock } from '../schedule/clock.js';
import { nextRun } from '../schedule/next.js';
import type { Schedule } from '../schedule/schedule.js';
import { nextWall } from '../schedule/search.js';
import { MINUTE, type Span, spanAt, type Zone } from '../schedule/zone.js';

/** Runs within an hour. */
export interface Starts {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Minutes from there, ascending: 0 to 59. */
  readonly minutes: readonly number[];
}

const HOUR = 60;
const DAY = 24 * HOUR;
const ONCE: readonly number[] = [0];

/** What the sets name, ascending. */
interface Times {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
}

/** The runs after `after` and before `until` one by one, as the clock has them. */
function* singly(schedule: Schedule, after: number, until: number, zone: Zone, clock: Clock): Generator<Starts, void> {
  let run = nextRun(schedule, after, zone, clock);
  for (; run !== undefined && run < until; run = nextRun(schedule, run, zone, clock)) yield { at: run, minutes: ONCE };
}

/** The runs between two minutes of `span`'s wall clock, far from jumps: there each clock follows the sets, and a day has all hours or none. */
function* byHours(schedule: Schedule, { minutes, hours }: Times, from: number, until: number, span: Span): Generator<Starts, void> {
  for (let wall = nextWall(schedule, from); wall < until; ) {
    const day = Math.floor(wall / DAY) * DAY;
    for (const each of hours) {
      const hour = day + each * HOUR;
      if (hour + HOUR <= from || hour >= until) continue;
      const whole = from <= hour && hour + HOUR <= until;
      const kept = whole ? minutes : minutes.filter((minute) => hour + minute >= from && hour + minute < until);
      if (kept.length > 0) yield { at: hour * MINUTE - span.offset, minutes: kept };
    }
    wall = nextWall(schedule, day + DAY);
  }
}

/**
 * All runs of `schedule`, which has times, from the instant `from` up to `until`, in milliseconds since the epoch; ascending.
 *
 * A jump of the wall clock matters for as long after it as it is wide: there the runs are asked for singly, which are no more than
 * the minutes of the jump. Everywhere else each step is an hour that holds a run: 168 for a week, however often it runs.
 */
export function* startsIn(schedule: Schedule, from: number, until: number, zone: Zone, clock: Clock): Generator<Starts, void> {
  const times: Times = { minutes: valuesOf(schedule.minutes), hours: valuesOf(schedule.hours) };
  for (let span = spanAt(zone, from); span.start < until; span = spanAt(zone, span.end)) {
    const start = Math.max(span.start, from);
    const end = Math.min(span.end, until);
    const settled = Math.min(end, span.start + Math.abs(span.first - span.before) * MINUTE);
    if (start < settled) yield* singly(schedule, start - 1, settled, zone, clock);
    const firstMinute = Math.ceil((Math.max(start, settled) + span.offset) / MINUTE);
    const pastMinute = Math.ceil((end + span.offset) / MINUTE);
    yield* byHours(schedule, times, firstMinute, pastMinute, span);
  }
}
