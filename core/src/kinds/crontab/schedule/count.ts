/** How often a schedule runs in a stretch of time: from its sets, day by day, never minute by minute. */
import type { Bits } from '../fields/bits.js';
import { type Clock, makeUpIn, resumesIn } from './clock.js';
import type { Schedule } from './schedule.js';
import { nextWall } from './search.js';
import { MINUTE, spanAt, type Zone } from './zone.js';

const DAY = 24 * 60;

function ones(bits: number): number {
  let count = 0;
  for (let left = bits; left !== 0; left &= left - 1) count++;
  return count;
}

/** How many of the values below `value` are in the set. */
const below = ({ low, high }: Bits, value: number): number =>
  value < 32 ? ones(low & ~(-1 << value)) : ones(low) + (value >= 64 ? ones(high) : ones(high & ~(-1 << (value - 32))));

/** How many times of a day that runs lie before the minute `minute` of it. */
function timesBefore({ minutes, hours }: Schedule, minute: number): number {
  const hour = Math.floor(minute / 60);
  const inHour = (hours.low >>> hour) & 1 ? below(minutes, minute - hour * 60) : 0;
  return below(hours, hour) * below(minutes, 60) + inHour;
}

/** How many minutes from `from` up to, not including, `to` (since the epoch, of a wall clock without jumps) `schedule` names. */
export function countWall(schedule: Schedule, from: number, to: number): number {
  let count = 0;
  const perDay = below(schedule.hours, 24) * below(schedule.minutes, 60);
  for (let at = nextWall(schedule, from); at < to; ) {
    const day = Math.floor(at / DAY) * DAY;
    const past = day < from ? timesBefore(schedule, from - day) : 0;
    count += (to >= day + DAY ? perDay : timesBefore(schedule, to - day)) - past;
    at = nextWall(schedule, day + DAY);
  }
  return count;
}

/** How often `schedule` (of the type `times`) runs after the instant `after` up to and including `until`, in milliseconds since the epoch. A random field counts for all it may become. */
export function countRuns(schedule: Schedule, after: number, until: number, zone: Zone, clock: Clock): number {
  let count = 0;
  for (let span = spanAt(zone, after); span.start <= until; span = spanAt(zone, span.end)) {
    const from = Math.max(span.first, Math.floor((after + span.offset) / MINUTE) + 1);
    const to = Math.min(span.past, Math.floor((until + span.offset) / MINUTE) + 1);
    count += countWall(schedule, Math.max(from, resumesIn(span, schedule, clock)), to);
    const madeUp = makeUpIn(span, schedule, clock);
    if (madeUp >= from && madeUp < to && nextWall(schedule, madeUp) !== madeUp) count++;
  }
  return count;
}
