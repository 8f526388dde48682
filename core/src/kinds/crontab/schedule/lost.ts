/** The runs that a change of the clocks really takes away or doubles, in a stretch of time. */
import { type Clock, makeUpIn, resumesIn } from './clock.js';
import type { Schedule } from './schedule.js';
import { nextWall, previousWall } from './search.js';
import { type Span, spanAt, type Zone } from './zone.js';

/** A run at a change of the clocks; `wall` in minutes of the wall clock since the epoch. */
export interface Upset {
  readonly type: 'skipped' | 'doubled';
  readonly wall: number;
}

/** The last time in the gap before `span` that no run stands for: none is made up, and none comes within the length of the gap anyway. */
function skippedIn(span: Span, schedule: Schedule, clock: Clock): Upset | undefined {
  const due = previousWall(schedule, span.first);
  if (due < span.before || makeUpIn(span, schedule, clock) !== Number.POSITIVE_INFINITY) return undefined;
  return nextWall(schedule, span.first) <= due + span.first - span.before ? undefined : { type: 'skipped', wall: due };
}

/** The last time that the clocks show twice and that is run both times; what runs again after the same while anyway goes on evenly. */
function doubledIn(span: Span, schedule: Schedule, clock: Clock): Upset | undefined {
  const due = previousWall(schedule, span.before);
  if (due < span.first || due < resumesIn(span, schedule, clock)) return undefined;
  return nextWall(schedule, due + 1) <= due + span.before - span.first ? undefined : { type: 'doubled', wall: due };
}

/**
 * What happens to an entry from the instant `fromMs` to `untilMs`, one piece for each change of the clocks. Entries with `*` first in
 * minute or hour follow the wall clock by design and are left out, as are those drawn at random.
 */
export function upsetsBetween(fromMs: number, untilMs: number, schedule: Schedule, zone: Zone, clock: Clock): Upset[] {
  const found: Upset[] = [];
  if (schedule.type !== 'times' || schedule.random || schedule.wild) return found;
  for (let span = spanAt(zone, spanAt(zone, fromMs).end); span.start < untilMs; span = spanAt(zone, span.end)) {
    const upset =
      span.first > span.before ? skippedIn(span, schedule, clock) : span.first < span.before ? doubledIn(span, schedule, clock) : undefined;
    if (upset) found.push(upset);
  }
  return found;
}
