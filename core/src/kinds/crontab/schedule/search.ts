/** The next and the last time that a schedule's sets name, on a wall clock without jumps; minutes since the epoch. */
import type { Bits } from '../fields/bits.js';
import type { Schedule } from './schedule.js';

const DAY = 24 * 60;

/**
 * How far a search looks, in years. The calendar of a month repeats after 28 years at most while every fourth year is a leap
 * year. Over a century that is none, a date falls on a given weekday again within 12 years, February 29 within 40. What
 * has not come in 41 years never comes.
 */
const YEARS = 41;
const MONTHS = YEARS * 12;

/** Longer than the years that are searched, in minutes. */
export const HORIZON = YEARS * 366 * DAY;

/** The lowest value of `bits`, which isn't 0. */
const lowest = (bits: number): number => 31 - Math.clz32(bits & -bits);
const highest = (bits: number): number => 31 - Math.clz32(bits);

/** The lowest value from `value` on, or -1. */
function valueFrom({ low, high }: Bits, value: number): number {
  if (value < 32) {
    const left = low & (-1 << value);
    if (left !== 0) return lowest(left);
    return high === 0 ? -1 : 32 + lowest(high);
  }
  const left = high & (-1 << (value - 32));
  return left === 0 ? -1 : 32 + lowest(left);
}

/** The highest value up to `value`, or -1. */
function valueUpTo({ low, high }: Bits, value: number): number {
  if (value >= 32) {
    const left = high & ~(-2 << (value - 32));
    if (left !== 0) return 32 + highest(left);
    return low === 0 ? -1 : highest(low);
  }
  const left = low & ~(-2 << value);
  return left === 0 ? -1 : highest(left);
}

/** The first minute of a day from `from` on that minutes and hours name, or -1. */
function timeFrom({ minutes, hours }: Schedule, from: number): number {
  const hour = Math.floor(from / 60);
  if ((hours.low >>> hour) & 1) {
    const minute = valueFrom(minutes, from - hour * 60);
    if (minute !== -1) return hour * 60 + minute;
  }
  const later = hours.low & (-2 << hour);
  const minute = valueFrom(minutes, 0);
  return later === 0 || minute === -1 ? -1 : lowest(later) * 60 + minute;
}

/** The last minute of a day up to `to` that minutes and hours name, or -1. */
function timeUpTo({ minutes, hours }: Schedule, to: number): number {
  const hour = Math.floor(to / 60);
  if ((hours.low >>> hour) & 1) {
    const minute = valueUpTo(minutes, to - hour * 60);
    if (minute !== -1) return hour * 60 + minute;
  }
  const earlier = hours.low & ~(-1 << hour);
  const minute = valueUpTo(minutes, 59);
  return earlier === 0 || minute === -1 ? -1 : highest(earlier) * 60 + minute;
}

/** Year, month and day of the day `day` since the epoch, in one number that needs no memory: 5 bits for the day, 4 for the month. */
function dateOf(day: number): number {
  // Years from March on, in eras of 400 years, so that the leap day comes last.
  const shifted = day + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - Math.floor(yearOfEra / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const year = yearOfEra + era * 400 + (month >= 10 ? 1 : 0);
  return (year << 9) | ((month < 10 ? month + 3 : month - 9) << 5) | (dayOfYear - Math.floor((153 * month + 2) / 5) + 1);
}

function lengthOf(month: number, year: number): number {
  if (month === 2) return (year & 3) === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The days that the sets name of a month that begins on the day `first` since the epoch: bit 1 for its first day. */
function daysOf({ days, weekdays, dayMatch }: Schedule, first: number, length: number): number {
  const weekday = (((first + 4) % 7) + 7) % 7;
  const names = weekdays.low & 127;
  const week = ((names | (names << 7)) >>> weekday) & 127;
  // Five weeks side by side.
  const byWeekday = Math.imul(week, 0x1020_4081) << 1;
  const both = dayMatch === 'and' ? days.low & byWeekday : dayMatch === 'or' ? days.low | byWeekday : 0;
  return both & ~(-2 << length) & -2;
}

/** The first minute from `from` on that `schedule` names; Infinity where none comes. */
export function nextWall(schedule: Schedule, from: number): number {
  const day = Math.floor(from / DAY);
  const date = dateOf(day);
  let year = date >> 9;
  let month = (date >> 5) & 15;
  const dayOfMonth = date & 31;
  let first = day - dayOfMonth + 1;
  let length = lengthOf(month, year);
  const months = schedule.months.low;
  let left = (months >>> month) & 1 ? daysOf(schedule, first, length) & (-1 << dayOfMonth) : 0;
  if ((left >>> dayOfMonth) & 1) {
    const time = timeFrom(schedule, from - day * DAY);
    if (time !== -1) return day * DAY + time;
    left &= left - 1;
  }
  const time = timeFrom(schedule, 0);
  if (time === -1) return Number.POSITIVE_INFINITY;
  for (let count = 0; count < MONTHS; count++) {
    if (left !== 0) return (first + lowest(left) - 1) * DAY + time;
    first += length;
    if (++month > 12) {
      month = 1;
      year++;
    }
    length = lengthOf(month, year);
    left = (months >>> month) & 1 ? daysOf(schedule, first, length) : 0;
  }
  return Number.POSITIVE_INFINITY;
}

/** The last minute before `before` that `schedule` names; -Infinity where none came. */
export function previousWall(schedule: Schedule, before: number): number {
  const day = Math.floor((before - 1) / DAY);
  const date = dateOf(day);
  let year = date >> 9;
  let month = (date >> 5) & 15;
  const dayOfMonth = date & 31;
  let first = day - dayOfMonth + 1;
  const months = schedule.months.low;
  let left = (months >>> month) & 1 ? daysOf(schedule, first, lengthOf(month, year)) & ~(-2 << dayOfMonth) : 0;
  if ((left >>> dayOfMonth) & 1) {
    const time = timeUpTo(schedule, before - 1 - day * DAY);
    if (time !== -1) return day * DAY + time;
    left &= ~(1 << dayOfMonth);
  }
  const time = timeUpTo(schedule, DAY - 1);
  if (time === -1) return Number.NEGATIVE_INFINITY;
  for (let count = 0; count < MONTHS; count++) {
    if (left !== 0) return (first + highest(left) - 1) * DAY + time;
    if (--month < 1) {
      month = 12;
      year--;
    }
    const length = lengthOf(month, year);
    first -= length;
    left = (months >>> month) & 1 ? daysOf(schedule, first, length) : 0;
  }
  return Number.NEGATIVE_INFINITY;
}
