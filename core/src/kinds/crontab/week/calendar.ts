/** Seven days of a zone: the stretches of real time that make up each hour of its wall clock. */
import type { ClockChange } from '../../../model/week.js';
import { BEYOND_OFFSETS, MINUTE, offsetAt, type Span, spanAt, type Zone } from '../schedule/zone.js';

export const DAYS = 7;
const HOUR = 60;
export const DAY = 24 * HOUR;

/** Time within one hour of the wall clock, without a jump in it. */
export interface Stretch {
  /** Milliseconds since the epoch, inclusive. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Of the 168 hours of the week. */
  readonly hour: number;
  /** Of that hour, at the start: 0 to 59. */
  readonly minute: number;
}

export interface Calendar {
  /** Of the first day, since the epoch. */
  readonly day: number;
  /** In the order of real time. */
  readonly stretches: readonly Stretch[];
  /** By day. */
  readonly changes: readonly (readonly ClockChange[])[];
}

/** The spans of `zone` that may hold minutes of the wall clock between `from` and `until`, in minutes since the epoch. */
function spansBetween(zone: Zone, from: number, until: number): Span[] {
  const spans: Span[] = [];
  const last = (until + BEYOND_OFFSETS) * MINUTE;
  for (let span = spanAt(zone, (from - BEYOND_OFFSETS) * MINUTE); span.start <= last; span = spanAt(zone, span.end)) spans.push(span);
  return spans;
}

/** True where a span of ours ends within an hour and the zone's goes on. */
const goesOn = (before: Stretch, after: Stretch): boolean =>
  before.hour === after.hour && before.end === after.start && before.minute + (before.end - before.start) / MINUTE === after.minute;

function stretchesOf(spans: readonly Span[], from: number, until: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { first, past, offset } of spans) {
    const end = Math.min(past, until);
    for (let wall = Math.max(first, from); wall < end; ) {
      const hour = Math.floor((wall - from) / HOUR);
      const next = Math.min(end, from + (hour + 1) * HOUR);
      const stretch = { start: wall * MINUTE - offset, end: next * MINUTE - offset, hour, minute: wall - from - hour * HOUR };
      const last = stretches.at(-1);
      if (last && goesOn(last, stretch)) stretches[stretches.length - 1] = { ...last, end: stretch.end };
      else stretches.push(stretch);
      wall = next;
    }
  }
  return stretches;
}

/** The jumps of each day; one belongs to the day in which the skipped or the repeated time begins. */
function changesOf(spans: readonly Span[], from: number): ClockChange[][] {
  const days: ClockChange[][] = Array.from({ length: DAYS }, () => []);
  for (const { first, before } of spans) {
    if (first === before) continue;
    const day = Math.floor((Math.min(first, before) - from) / DAY);
    const midnight = from + day * DAY;
    days[day]?.push({ minutes: first - before, from: before - midnight, to: first - midnight });
  }
  return days;
}

/** The seven days from the one that holds the instant `at`, in milliseconds since the epoch. */
export function calendarOf(zone: Zone, at: number): Calendar {
  const day = Math.floor((at + offsetAt(zone, at)) / MINUTE / DAY);
  const [from, until] = [day * DAY, (day + DAYS) * DAY];
  const spans = spansBetween(zone, from, until);
  return { day, stretches: stretchesOf(spans, from, until), changes: changesOf(spans, from) };
}
