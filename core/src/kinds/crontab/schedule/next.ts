/** The next and the last run of a schedule in a zone, as a cron's clock has it. */
import { type Clock, makeUpIn, resumesIn } from './clock.js';
import type { Schedule } from './schedule.js';
import { HORIZON, nextWall, previousWall } from './search.js';
import { BEYOND_OFFSETS, MINUTE, type Span, spanAt, type Zone } from './zone.js';

/** Instants further from the epoch (about 3,000 years) are nonsense, and minutes would leave 32 bits. */
const FARTHEST = 1e14;

const SECOND = 1000;

/** True when the minute `wall` is so close to the beginning of `span` that the jump there matters. */
const isNearJump = (span: Span, wall: number): boolean => wall < span.first + Math.abs(span.first - span.before);

/** The first run from `from` on by the wall clock of `span`; past its end when there is none in it. */
function firstIn(span: Span, from: number, schedule: Schedule, clock: Clock): number {
  if (!isNearJump(span, from)) return nextWall(schedule, from);
  const madeUp = makeUpIn(span, schedule, clock);
  if (madeUp >= from && madeUp < span.past) return madeUp;
  return nextWall(schedule, Math.max(from, resumesIn(span, schedule, clock)));
}

/** The last run before `until` by the wall clock of `span`; before its beginning when there is none in it. */
function lastIn(span: Span, until: number, schedule: Schedule, clock: Clock): number {
  const wall = previousWall(schedule, until);
  if (!isNearJump(span, wall) || wall >= resumesIn(span, schedule, clock)) return wall;
  const madeUp = makeUpIn(span, schedule, clock);
  if (madeUp < until) return madeUp;
  // A time that is sat out was run before the jump: the span before has to be looked at.
  return Math.min(wall, span.first - 1);
}

/**
 * The first run after the instant `afterMs`, in milliseconds since the epoch; undefined when none comes, or the instant is
 * nonsense. A random field runs at all it may become.
 *
 * Goes from span to span of the zone, in each straight to the time that the sets name next. Once a whole span was searched
 * in vain, the spans before that time can be passed over: none of them holds one, nor does a gap between them.
 * A jump happens at the same dates and weekdays over the years, and these come round within the horizon of the search:
 * what fell into a gap each time until then always will.
 */
export function nextRun(schedule: Schedule, afterMs: number, zone: Zone, clock: Clock): number | undefined {
  if (!(Math.abs(afterMs) <= FARTHEST)) return undefined;
  if (schedule.type === 'every-second') return (Math.floor(afterMs / SECOND) + 1) * SECOND;
  if (schedule.type !== 'times') return undefined;
  let span = spanAt(zone, afterMs);
  let from = Math.floor((afterMs + span.offset) / MINUTE) + 1;
  const last = from + HORIZON;
  for (let whole = false; ; whole = true) {
    const wall = firstIn(span, from, schedule, clock);
    if (wall < span.past) return wall * MINUTE - span.offset;
    if (wall > last) return undefined;
    span = spanAt(zone, whole ? Math.max(span.end, (wall - BEYOND_OFFSETS) * MINUTE) : span.end);
    from = span.first;
  }
}

/** The last run before the instant `beforeMs`, in milliseconds since the epoch; otherwise as `nextRun`. */
export function previousRun(schedule: Schedule, beforeMs: number, zone: Zone, clock: Clock): number | undefined {
  if (!(Math.abs(beforeMs) <= FARTHEST)) return undefined;
  if (schedule.type === 'every-second') return (Math.ceil(beforeMs / SECOND) - 1) * SECOND;
  if (schedule.type !== 'times') return undefined;
  let span = spanAt(zone, beforeMs - 1);
  let until = Math.ceil((beforeMs + span.offset) / MINUTE);
  const last = until - HORIZON;
  for (let whole = false; ; whole = true) {
    const wall = lastIn(span, until, schedule, clock);
    if (wall >= span.first) return wall * MINUTE - span.offset;
    if (wall < last) return undefined;
    span = spanAt(zone, whole ? Math.min(span.start - 1, (wall + BEYOND_OFFSETS) * MINUTE) : span.start - 1);
    until = span.past;
  }
}

/** The runs after the instant `afterMs`, ascending, without end unless the schedule never runs. */
export function* runsAfter(schedule: Schedule, afterMs: number, zone: Zone, clock: Clock): Generator<number, void> {
  for (let at = nextRun(schedule, afterMs, zone, clock); at !== undefined; at = nextRun(schedule, at, zone, clock)) yield at;
}
