/** Instants as a person in a zone says them. */
import { MINUTE, offsetAt, type Zone } from './zone.js';

const DAY = 24 * 60 * MINUTE;

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const two = (value: number): string => String(value).padStart(2, '0');

/** The wall clock of `zone` at the instant `ms`, as the UTC fields of a date. */
export const wallAt = (zone: Zone, ms: number): Date => new Date(ms + offsetAt(zone, ms));

/** `2026-11-23 04:05 +01:00`: the wall time of `ms` in `zone`, with its offset. */
export function isoIn(zone: Zone, ms: number): string {
  const offset = offsetAt(zone, ms);
  const wall = wallAt(zone, ms).toISOString();
  const away = Math.abs(offset) / MINUTE;
  return `${wall.slice(0, 10)} ${wall.slice(11, 16)} ${offset < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(Math.floor(away % 60))}`;
}

/** `04:05` */
export const timeOfDay = (wall: Date): string => `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`;

/** `29 Mar 2026` */
export const dateOf = (wall: Date): string => `${wall.getUTCDate()} ${MONTHS[wall.getUTCMonth()]} ${wall.getUTCFullYear()}`;

const dayNumber = (wall: Date): number => Math.floor(wall.getTime() / DAY);

/** `today 04:05`, `tomorrow 04:05`, `Mon 30 Nov 04:05`; with the year where it is not that of `now`. */
export function soonIn(zone: Zone, ms: number, now: number): string {
  const [wall, today] = [wallAt(zone, ms), wallAt(zone, now)];
  const time = timeOfDay(wall);
  const away = dayNumber(wall) - dayNumber(today);
  if (away === 0 || away === 1) return `${away === 0 ? 'today' : 'tomorrow'} ${time}`;
  const year = wall.getUTCFullYear() === today.getUTCFullYear() ? '' : ` ${wall.getUTCFullYear()}`;
  return `${WEEKDAYS[wall.getUTCDay()]} ${wall.getUTCDate()} ${MONTHS[wall.getUTCMonth()]}${year} ${time}`;
}

/** The instant at which the day of `now` is over in `zone`. */
export function dayEnd(zone: Zone, now: number): number {
  const midnight = (dayNumber(wallAt(zone, now)) + 1) * DAY;
  // The offset may change before midnight; it is that of the midnight which counts.
  return midnight - offsetAt(zone, midnight - offsetAt(zone, now));
}
