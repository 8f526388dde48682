/** Jobs of one file that start at the same minute. */
import type { Bits } from './bits.js';
import { has, valuesOf } from './bits.js';
import type { Schedule } from './schedule/schedule.js';

/** So many jobs at one minute are a crowd. */
export const CROWD = 5;

const HOURS = 24;

/** A job that has one minute of its hours. */
export interface Job {
  readonly minute: number;
  readonly schedule: Schedule;
}

/** The minute of a job that could be moved to another: that of a schedule with one. */
export function jobOf(schedule: Schedule): Job | undefined {
  if (schedule.type !== 'times' || schedule.random) return undefined;
  const { low, high } = schedule.minutes;
  const bits = low === 0 ? high : low;
  if (bits === 0 || (low !== 0 && high !== 0) || (bits & (bits - 1)) !== 0) return undefined;
  return { minute: 31 - Math.clz32(bits) + (low === 0 ? 32 : 0), schedule };
}

/** For each minute of the hour five sets of hours: those in which one job starts, two, and so on. */
export class Counts {
  private readonly sets = new Int32Array(60 * CROWD);

  /** The hours of `hours` in which the job makes a crowd at `minute`, or joins one. */
  add(minute: number, { low: hours }: Bits): number {
    const at = minute * CROWD;
    const crowded = (this.sets[at + CROWD - 2] ?? 0) & hours;
    for (let count = CROWD - 1; count > 0; count--)
      this.sets[at + count] = (this.sets[at + count] ?? 0) | ((this.sets[at + count - 1] ?? 0) & hours);
    this.sets[at] = (this.sets[at] ?? 0) | hours;
    return crowded;
  }

  /** True when a job more at `minute` of `hours` would make no crowd. */
  hasRoom(minute: number, { low: hours }: Bits): boolean {
    return ((this.sets[minute * CROWD + CROWD - 2] ?? 0) & hours) === 0;
  }
}

const ALL_DAYS = -2;

/** The days of a month, as bits 1 to 31, on which `schedule` runs if they are all `weekday`s; 0 outside of its months. */
function daysOn({ days, weekdays, months, dayMatch }: Schedule, month: number, weekday: number): number {
  if (!has(months, month)) return 0;
  const byWeekday = has(weekdays, weekday) ? ALL_DAYS : 0;
  return dayMatch === 'and' ? days.low & byWeekday : (days.low & ALL_DAYS) | byWeekday;
}

/** The first four of `others` that all run on a date with `newcomer`; undefined where there is no such date. */
export function crowdWith<T extends Job>(newcomer: Schedule, others: readonly T[]): readonly T[] | undefined {
  for (const month of valuesOf(newcomer.months))
    for (let weekday = 0; weekday < 7; weekday++) {
      const own = daysOn(newcomer, month, weekday);
      const together = own === 0 ? 0 : fourTogether(others, month, weekday) & own;
      if (together === 0) continue;
      const day = together & -together;
      return others.filter(({ schedule }) => (daysOn(schedule, month, weekday) & day) !== 0).slice(0, CROWD - 1);
    }
  return undefined;
}

/** The days on which at least four of `jobs` run. */
function fourTogether(jobs: readonly Job[], month: number, weekday: number): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  for (const { schedule } of jobs) {
    const days = daysOn(schedule, month, weekday);
    four |= three & days;
    three |= two & days;
    two |= one & days;
    one |= days;
  }
  return four;
}

/** The hours in `bits` (bit 0 for midnight), ascending. */
export const hoursIn = (bits: number): number[] => Array.from({ length: HOURS }, (_, hour) => hour).filter((hour) => (bits >>> hour) & 1);
