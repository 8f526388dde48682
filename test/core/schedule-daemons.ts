/** The main loops of the daemons, minute by minute, written from their sources; slow, and the measure of the schedule engine. */
import { has } from '../../core/src/kinds/crontab/fields/bits.js';
import type { Schedule } from '../../core/src/kinds/crontab/schedule/schedule.js';

const MINUTE = 60_000;

const DAY = 24 * 60;

type Date3 = readonly [day: number, month: number, weekday: number];

const known = new Map<number, Date3>();

function dateOf(dayNumber: number): Date3 {
  let parts = known.get(dayNumber);
  if (parts === undefined) {
    const date = new Date(dayNumber * DAY * MINUTE);
    parts = [date.getUTCDate(), date.getUTCMonth() + 1, date.getUTCDay()];
    known.set(dayNumber, parts);
  }
  return parts;
}

/** True when `schedule` names the day that the minute `wall` of a wall clock is in, in minutes since the epoch. */
export function namesDay({ days, months, weekdays, dayMatch }: Schedule, wall: number): boolean {
  const [day, month, weekday] = dateOf(Math.floor(wall / DAY));
  // Only dcron has entries that no day is right for.
  if (dayMatch === 'never' || !has(months, month)) return false;
  return dayMatch === 'and' ? has(days, day) && has(weekdays, weekday) : has(days, day) || has(weekdays, weekday);
}

/** True when `schedule` names the time of day of the minute `wall`. */
export function namesTime({ minutes, hours }: Schedule, wall: number): boolean {
  const time = wall - Math.floor(wall / DAY) * DAY;
  return has(minutes, time % 60) && has(hours, Math.floor(time / 60));
}

/** The question whether `schedule` names a minute of the wall clock, for minutes near those of `stretch`; each day and each time of day is looked up once. */
function namedBy(schedule: Schedule, { start, offsets }: Stretch): (wall: number) => boolean {
  const first = (Math.floor(start / DAY) - 2) * DAY;
  const days = Math.ceil(offsets.length / DAY) + 5;
  const times = Uint8Array.from({ length: DAY }, (_, time) => (namesTime(schedule, time) ? 1 : 0));
  const named = new Uint8Array(days * DAY);
  for (let day = 0; day < days; day++) if (namesDay(schedule, first + day * DAY)) named.set(times, day * DAY);
  return (wall) => named[wall - first] === 1;
}

/** Wall clock less UTC in minutes, read from the parts of a formatted date. */
export function slowOffset(format: Intl.DateTimeFormat, ms: number): number {
  const parts = Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts;
  return (Date.UTC(year, month - 1, day, hour, minute) - ms) / MINUTE;
}

export const slowFormat = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });

/** A stretch of real time: its first minute, and the offset in minutes of each minute from there. */
export interface Stretch {
  readonly start: number;
  readonly offsets: readonly number[];
}

export function stretch(timeZone: string, fromMs: number, minutes: number): Stretch {
  const format = slowFormat(timeZone);
  return { start: fromMs / MINUTE, offsets: Array.from({ length: minutes }, (_, index) => slowOffset(format, fromMs + index * MINUTE)) };
}

type Loop = (schedule: Schedule, stretch: Stretch) => number[];

/** Of Debian, cronie and OpenBSD: a virtual clock follows the wall clock, and the size of the difference decides what is run. */
const isc: Loop = (schedule, minutes) => {
  const { start, offsets } = minutes;
  const names = namedBy(schedule, minutes);
  const runs: number[] = [];
  let virtual = start + (offsets[0] ?? 0);
  for (let index = 1; index < offsets.length; index++) {
    const real = start + index;
    const running = real + (offsets[index] ?? 0);
    const difference = running - virtual;
    let isRun = false;
    if (difference > 180 || difference <= -180) {
      virtual = running;
      isRun = names(running);
    } else if (difference > 5) {
      isRun = schedule.wild && names(running);
      while (virtual < running) if (names(++virtual) && !schedule.wild) isRun = true;
    } else if (difference > 0) {
      while (virtual < running) if (names(++virtual)) isRun = true;
    } else isRun = schedule.wild && names(running);
    if (isRun) runs.push(real);
  }
  return runs;
};

/** Of FreeBSD with `-s`: real minutes; after a jump the time by the old offset counts, too, by two flags of the entry. */
const freebsd: Loop = (schedule, minutes) => {
  const { start, offsets } = minutes;
  const names = namedBy(schedule, minutes);
  const runs: number[] = [];
  let runAt = false;
  let notUntil = false;
  let lastRun = Number.NEGATIVE_INFINITY;
  let difference = 0;
  let limit = 0;
  let offsetBefore = offsets[0] ?? 0;
  for (let index = 0; index < offsets.length; index++) {
    const offset = offsets[index] ?? 0;
    const target = start + index;
    if (offset !== offsetBefore) {
      difference = offset - offsetBefore;
      limit = target + Math.abs(difference);
      runAt = difference > 0 && lastRun < target - 60;
      notUntil = difference < 0;
    }
    offsetBefore = offset;
    if (difference !== 0 && target >= limit) {
      difference = 0;
      runAt = false;
      notUntil = false;
    }
    let isRun = false;
    if (difference !== 0 && (runAt || notUntil)) {
      if (names(target + offset - difference)) {
        if (runAt) isRun = true;
        else notUntil = false;
      } else if (notUntil) continue;
    }
    if (!isRun && !names(target + offset)) continue;
    runAt = false;
    lastRun = target;
    runs.push(target);
  }
  return runs;
};

/** Of BusyBox: local time at each real minute. */
const wall: Loop = (schedule, minutes) => {
  const { start, offsets } = minutes;
  const names = namedBy(schedule, minutes);
  const runs: number[] = [];
  for (let index = 0; index < offsets.length; index++) if (names(start + index + (offsets[index] ?? 0))) runs.push(start + index);
  return runs;
};

/** Of systemd's timers, by what systemd-analyze said: the next time is looked for further on by the wall clock, never back. */
const onward: Loop = (schedule, minutes) => {
  const { start, offsets } = minutes;
  const names = namedBy(schedule, minutes);
  let latest = Number.NEGATIVE_INFINITY;
  return offsets.flatMap((offset, index) => {
    const wall = start + index + offset;
    const fresh = wall > latest;
    latest = Math.max(latest, wall);
    return fresh && names(wall) ? [start + index] : [];
  });
};

/** Minutes since the epoch at which each daemon runs an entry, ascending, several in one minute as one. */
export const loops: Readonly<Record<'isc' | 'freebsd' | 'wall' | 'onward', Loop>> = { isc, freebsd, wall, onward };
