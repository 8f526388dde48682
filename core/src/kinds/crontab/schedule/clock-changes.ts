/** What the changes of the clocks do to the runs of a schedule. */
import { type Clock, makeUpIn, resumesIn } from './clock.js';
import { countWall } from './count.js';
import type { Schedule } from './schedule.js';
import { nextWall, previousWall } from './search.js';
import { type Span, spanAt, type Zone } from './zone.js';

/** A change of the clocks that some runs do not pass unharmed. Minutes are of the wall clock, since the epoch. */
export interface Jump {
  /** What the clock would show at the moment of the jump, and what it shows instead. */
  readonly before: number;
  readonly first: number;
  /** `skipped`: they do not come; `moved`: one comes at `to` in their place; `doubled`: they come twice. */
  readonly effect: 'skipped' | 'moved' | 'doubled';
  /** So many runs, from the first at `due` to that at `last`. */
  readonly count: number;
  readonly due: number;
  readonly last: number;
  readonly to?: number;
}

/** True when the schedule runs on both sides of the minutes from `from` to `to` as close as they are long: a run every hour goes on through a jump of an hour. */
function goesOn(schedule: Schedule, from: number, to: number): boolean {
  const size = to - from;
  return nextWall(schedule, from - size) < from && nextWall(schedule, to) < to + size;
}

function forward(schedule: Schedule, span: Span, clock: Clock, isFine: typeof goesOn): Jump | undefined {
  const { before, first } = span;
  const count = countWall(schedule, before, first);
  if (count === 0 || isFine(schedule, before, first)) return undefined;
  const jump = { before, first, count, due: nextWall(schedule, before), last: previousWall(schedule, first) };
  const to = makeUpIn(span, schedule, clock);
  return to < span.past ? { ...jump, effect: 'moved', to } : { ...jump, effect: 'skipped' };
}

function backward(schedule: Schedule, span: Span, clock: Clock, isFine: typeof goesOn): Jump | undefined {
  const { before, first } = span;
  const from = resumesIn(span, schedule, clock);
  const count = countWall(schedule, from, before);
  if (count === 0 || isFine(schedule, first, before)) return undefined;
  return { before, first, count, due: nextWall(schedule, from), last: previousWall(schedule, before), effect: 'doubled' };
}

/**
 * The changes of the clocks after the instant `after` up to `until` (milliseconds since the epoch) that matter to `schedule`, of the
 * type `times`. `steady`: those too through which runs at short distances just go on.
 */
export function jumpsIn(schedule: Schedule, after: number, until: number, zone: Zone, clock: Clock, steady = false): Jump[] {
  const found: Jump[] = [];
  const isFine = steady ? () => false : goesOn;
  for (let span = spanAt(zone, spanAt(zone, after).end); span.start <= until; span = spanAt(zone, span.end)) {
    const jump =
      span.first > span.before
        ? forward(schedule, span, clock, isFine)
        : span.first < span.before
          ? backward(schedule, span, clock, isFine)
          : undefined;
    if (jump) found.push(jump);
  }
  return found;
}
