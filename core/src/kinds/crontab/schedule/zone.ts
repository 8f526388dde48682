/** Time zones over Intl: spans of one offset each, found once by bisection and kept. */

/** A stretch of time in which the zone keeps one offset. Its ends may be ours, not the zone's: then `first` equals `before`. */
export interface Span {
  /** Milliseconds since the epoch, inclusive. */
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
  /** Wall clock less UTC, in milliseconds. */
  readonly offset: number;
  /** First minute of the wall clock, in minutes since the epoch. */
  readonly first: number;
  /** First minute of the wall clock that is past the end. */
  readonly past: number;
  /** What `first` would be had the offset before it lasted: less at a jump forward, more at one back. */
  readonly before: number;
}

export interface Zone {
  readonly name: string;
  /** Spans by `CHUNK`s of time since the epoch. */
  readonly chunks: Map<number, readonly Span[]>;
  /** Offset at an instant; slow. */
  readonly read: (ms: number) => number;
  /** The span that was asked for last. */
  latest: Span;
}

export const MINUTE = 60_000;
const WEEK = 7 * 24 * 60 * MINUTE;
const CHUNK = 52 * WEEK;

/** Offsets are 14 hours at most; where one was kept longer than a day ago is past any of their jumps. */
export const BEYOND_OFFSETS = 26 * 60;

/** Intl knows no instants further from the epoch. */
const FARTHEST = 8.64e15;

function readerOf(name: string): ((ms: number) => number) | undefined {
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    if (format.resolvedOptions().timeZone === 'UTC') return () => 0;
    return (ms) => {
      const found = /GMT([+-])(\d+):(\d+)(?::(\d+))?$/.exec(format.format(Math.max(-FARTHEST, Math.min(FARTHEST, ms))));
      if (found === null) return 0;
      const [, sign, hours, minutes, seconds] = found;
      const size = (Number(hours) * 60 + Number(minutes)) * MINUTE + Number(seconds ?? 0) * 1000;
      return sign === '-' ? -size : size;
    };
  } catch {
    return undefined;
  }
}

const spanOf = (start: number, end: number, offset: number, offsetBefore: number): Span => ({
  start,
  end,
  offset,
  first: Math.ceil((start + offset) / MINUTE),
  past: Math.ceil((end + offset) / MINUTE),
  before: Math.ceil((start + offsetBefore) / MINUTE),
});

/** The first whole second after `from`, up to `to`, with the offset that `to` has; there is one jump between the two. */
function jumpBetween(from: number, to: number, offset: number, read: Zone['read']): number {
  while (to - from > 1000) {
    const middle = from + Math.floor((to - from) / 2000) * 1000;
    if (read(middle) === offset) to = middle;
    else from = middle;
  }
  return to;
}

/** Spans of the chunk `index`. The zone is asked once a week: no zone has kept an offset for less in the age of Unix. */
function chunkOf(index: number, read: Zone['read']): readonly Span[] {
  const end = (index + 1) * CHUNK;
  let start = index * CHUNK;
  let before = read(start - 1000);
  let offset = read(start);
  const spans: Span[] = [];
  for (let from = start; from < end; from += WEEK) {
    const to = Math.min(from + WEEK, end - 1000);
    const next = read(to);
    if (next === offset) continue;
    const jump = jumpBetween(from, to, next, read);
    spans.push(spanOf(start, jump, offset, before));
    start = jump;
    before = offset;
    offset = next;
  }
  spans.push(spanOf(start, end, offset, before));
  return spans;
}

const NOWHERE: Span = { start: 0, end: 0, offset: 0, first: 0, past: 0, before: 0 };

const zones = new Map<string, Zone | undefined>();

/** Names come from files: past this many the memory starts anew. */
const REMEMBERED = 100;

/** The zone called `name`, as Intl knows it; undefined where it doesn't. */
export function zoneOf(name: string): Zone | undefined {
  if (zones.has(name)) return zones.get(name);
  const read = readerOf(name);
  const zone = read && { name, read, chunks: new Map(), latest: NOWHERE };
  if (zones.size >= REMEMBERED) zones.clear();
  zones.set(name, zone);
  return zone;
}

export const isZone = (name: string): boolean => zoneOf(name) !== undefined;

/** The span that holds the instant `ms`. */
export function spanAt(zone: Zone, ms: number): Span {
  const { latest } = zone;
  if (ms >= latest.start && ms < latest.end) return latest;
  const index = Math.floor(ms / CHUNK);
  let spans = zone.chunks.get(index);
  if (spans === undefined) {
    spans = chunkOf(index, zone.read);
    zone.chunks.set(index, spans);
  }
  const found = spans.find((span) => ms < span.end) ?? NOWHERE;
  zone.latest = found;
  return found;
}

/** Wall clock less UTC at the instant `ms`, in milliseconds. */
export const offsetAt = (zone: Zone, ms: number): number => spanAt(zone, ms).offset;

/** The instants, ascending, at which the wall clock shows `minute` (since the epoch): none in a gap, two where it repeats. */
export function instantsOf(zone: Zone, minute: number): number[] {
  const found: number[] = [];
  const last = (minute + BEYOND_OFFSETS) * MINUTE;
  let span = spanAt(zone, (minute - BEYOND_OFFSETS) * MINUTE);
  while (span.start <= last) {
    if (minute >= span.first && minute < span.past) found.push(minute * MINUTE - span.offset);
    span = spanAt(zone, span.end);
  }
  return found;
}
