/** What a cron does when the wall clock jumps: the one run that it makes up for, and the repeated time that it passes over. */
import type { Dialect } from '../dialects/dialects.js';
import type { Schedule } from './schedule.js';
import { nextWall } from './search.js';
import type { Span } from './zone.js';

/**
 * - `isc`: the daemon counts minutes of the wall clock. Entries with `*` first in minute or hour follow it. The others run right
 *   after a jump forward if they were due in the gap, and do not run again in repeated time. Jumps of three hours or more are
 *   a clock set anew: what they skip is lost, what they repeat runs again. Gaps below five minutes are a late
 *   wake-up, made good for every entry.
 * - `freebsd`: the daemon counts real minutes. After a jump it goes on by the old wall clock as well, for as long as the jump:
 *   forward, an entry that has not run for an hour runs once at its old time, unless its new time comes first; back, an entry
 *   waits until its old time comes.
 * - `onward`: the wall clock, never twice over the same time: nothing in a gap, nothing in repeated time.
 * - `wall`: an entry runs whenever the wall clock shows its time: not in a gap, twice in repeated time.
 */
export type Clock = Dialect['clock'];

/** From here on ISC's cron takes a jump for a clock set by hand, in minutes. */
const CLOCK_SET = 180;
/** Below this for having slept too long. */
const WOKE_LATE = 5;
/** FreeBSD's cron takes an entry that ran this short before a jump forward for one that runs every hour. */
const HOURLY = 60;

/** The minute of `span`'s wall clock at which an entry runs for its time in the gap before the span; Infinity for none. Several times in one gap are one minute. */
export function makeUpIn(span: Span, schedule: Schedule, clock: Clock): number {
  const gap = span.first - span.before;
  if (gap <= 0 || clock === 'wall' || clock === 'onward') return Number.POSITIVE_INFINITY;
  if (clock === 'isc') {
    if (gap >= CLOCK_SET || (schedule.wild && gap >= WOKE_LATE)) return Number.POSITIVE_INFINITY;
    return nextWall(schedule, span.before) < span.first ? span.first : Number.POSITIVE_INFINITY;
  }
  const due = nextWall(schedule, span.before - HOURLY);
  if (due < span.before || due >= span.first) return Number.POSITIVE_INFINITY;
  return nextWall(schedule, span.first) < due + gap ? Number.POSITIVE_INFINITY : due + gap;
}

/** The minute of `span`'s wall clock from which on an entry runs by it: past the repeated time that it sits out. */
export function resumesIn(span: Span, schedule: Schedule, clock: Clock): number {
  const repeated = span.before - span.first;
  if (repeated <= 0 || clock === 'wall') return span.first;
  if (clock === 'onward') return span.before;
  if (clock === 'isc') return schedule.wild || repeated > CLOCK_SET ? span.first : span.before;
  const due = nextWall(schedule, span.before);
  return due < span.before + repeated ? due - repeated : span.before;
}
