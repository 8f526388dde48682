/** What a change of the clocks does to the runs of an entry: which it moves, drops or doubles. */
import { type Clock, makeUpIn } from './clock.js';
import { jumpsIn } from './clock-changes.js';
import { nextRun } from './next.js';
import type { Schedule } from './schedule.js';
import { nextWall } from './search.js';
import { instantsOf, MINUTE, type Span, spanAt, type Zone } from './zone.js';

/** What there is to say of a run. `wall`s are minutes of the wall clock since the epoch. */
export type Shift =
  /** It comes for a time that the clocks skip; `own`: it would have come anyway. */
  | { readonly type: 'shifted'; readonly wall: number; readonly own: boolean }
  /** The wall clock shows its time twice, and it runs both times. */
  | { readonly type: 'first' | 'second' };

/** Times that were skipped without a run in their place: from the wall minute `first` to `last`, `count` of them. */
export interface Skipped {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

const wallAt = (zone: Zone, ms: number): number => Math.floor((ms + spanAt(zone, ms).offset) / MINUTE);

const names = (schedule: Schedule, wall: number): boolean => nextWall(schedule, wall) === wall;

const runsAt = (schedule: Schedule, ms: number, zone: Zone, clock: Clock): boolean => nextRun(schedule, ms - 1, zone, clock) === ms;

/** The time that a run at `wall` makes up for; undefined where it runs in its own right alone. */
function madeUpFor(span: Span, wall: number, schedule: Schedule, clock: Clock): number | undefined {
  if (span.first <= span.before || makeUpIn(span, schedule, clock) !== wall) return undefined;
  return clock === 'freebsd' ? wall - (span.first - span.before) : nextWall(schedule, span.before);
}

/** What the clocks do to the run at the instant `ms`; undefined where they leave it alone. */
export function shiftOf(ms: number, schedule: Schedule, zone: Zone, clock: Clock): Shift | undefined {
  if (schedule.type !== 'times') return undefined;
  const span = spanAt(zone, ms);
  const wall = wallAt(zone, ms);
  const due = madeUpFor(span, wall, schedule, clock);
  if (due !== undefined) return { type: 'shifted', wall: due, own: names(schedule, wall) };
  const [first, second] = instantsOf(zone, wall);
  if (first === undefined || second === undefined || !runsAt(schedule, first === ms ? second : first, zone, clock)) return undefined;
  // What runs before and after at the same distance goes on evenly: by the hands of the clock twice, in truth once each time.
  const apart = (second - first) / MINUTE;
  if (names(schedule, wall - apart) && names(schedule, wall + apart)) return undefined;
  return { type: first === ms ? 'first' : 'second' };
}

/** Times between the instant `afterMs` and the run at `untilMs` that the clocks skip and that no run stands for, one piece for each change. */
export function skippedBetween(afterMs: number, untilMs: number, schedule: Schedule, zone: Zone, clock: Clock): Skipped[] {
  if (schedule.type !== 'times') return [];
  return jumpsIn(schedule, afterMs, untilMs, zone, clock).flatMap(({ effect, due, last, count }) =>
    effect === 'skipped' ? [{ first: due, last, count }] : [],
  );
}
