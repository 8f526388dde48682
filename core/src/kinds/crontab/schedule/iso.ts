/** Instants as people write them, and as programs read them. */
import { BEYOND_OFFSETS, instantsOf, MINUTE, offsetAt, zoneOf } from './zone.js';

const SHAPE = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?(Z|[+-]\d\d:?(?:\d\d)?)?)?$/i;

/** Milliseconds of `±hh:mm`. */
function offsetOf(text: string): number {
  if (text.toUpperCase() === 'Z') return 0;
  const digits = text.slice(1).replace(':', '').padEnd(4, '0');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (text.startsWith('-') ? -minutes : minutes) * MINUTE;
}

/**
 * The instant, in milliseconds since 1970, of `2026-03-29`, `2026-03-29T02:30`, with seconds or not. Without an offset behind it, it is a time
 * of the wall clock of the zone `zone`: the first of two where that shows it twice, and as if the clocks had not changed where it skips it.
 * Undefined for what is no such time and for a zone that nobody knows.
 */
export function instantIn(zone: string, text: string): number | undefined {
  const [, year, month, day, hour = '00', minute = '00', second = '00', offset] = SHAPE.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const wall = Date.parse(`${written}Z`);
  // A day that the month lacks is read as one of the next month, or as nothing.
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 19) !== written) return undefined;
  if (offset !== undefined) return wall - offsetOf(offset);
  const there = zoneOf(zone);
  if (there === undefined) return undefined;
  const whole = Math.floor(wall / MINUTE);
  const [first = whole * MINUTE - offsetAt(there, (whole - BEYOND_OFFSETS) * MINUTE)] = instantsOf(there, whole);
  return first + (wall - whole * MINUTE);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-03-29T03:00:00+02:00`: the instant `ms` where the wall clock is `offset` ahead of UTC, both in milliseconds. */
export function isoTime(ms: number, offset: number): string {
  const away = Math.round(Math.abs(offset) / 1000);
  const seconds = away % 60 === 0 ? '' : `:${two(away % 60)}`;
  return `${new Date(ms + offset).toISOString().replace(/\.\d+Z$/, '')}${offset < 0 ? '-' : '+'}${two(Math.floor(away / 3600))}:${two(Math.floor(away / 60) % 60)}${seconds}`;
}
