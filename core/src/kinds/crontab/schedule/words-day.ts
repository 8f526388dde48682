/** The days of a schedule in words. */
import { valuesOf } from '../fields/bits.js';
import { monthName, weekdayName } from '../fields/spec.js';
import { ordinal, ranged, seriesOf } from './lists.js';
import type { Draw, Schedule } from './schedule.js';
import { drawnWords } from './words-time.js';

/** The longest that each month gets. */
const LENGTHS = [0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A series of fewer days is a list. */
const SERIES = 4;

interface Days {
  /** 1 to 31. */
  readonly days: readonly number[];
  readonly dayDraw: Draw;
  /** 1 to 7, Sunday last. */
  readonly weekdays: readonly number[];
  readonly weekdayDraw: Draw;
  readonly months: readonly number[];
  readonly monthDraw: Draw;
}

function daysOf({ days, weekdays, months, draws }: Schedule): Days {
  const sunday = (weekdays.low & 0b1000_0001) !== 0;
  return {
    days: valuesOf(days).filter((value) => value > 0),
    dayDraw: draws[2] ?? 'none',
    weekdays: [...valuesOf({ low: weekdays.low & 0b0111_1110, high: 0 }), ...(sunday ? [7] : [])],
    weekdayDraw: draws[4] ?? 'none',
    months: valuesOf(months),
    monthDraw: draws[3] ?? 'none',
  };
}

/** `day 1`, `odd days`, `days 1, 15 and 20 to 25`, with what `of` they are. */
function dayWords({ days, dayDraw }: Days, of: string): string {
  if (dayDraw !== 'none') return drawnWords(dayDraw, [`day ${of}`, `days ${of}`], ranged(days), days.length === 31);
  const series = seriesOf(days);
  if (series?.step === 2 && series.first === 1 && series.last === 31) return `odd days ${of}`;
  if (series?.step === 2 && series.first === 2 && series.last === 30) return `even days ${of}`;
  if (series && series.step > 1 && days.length >= SERIES)
    return `every ${ordinal(series.step)} day ${of} from day ${series.first} to ${series.last}`;
  return `day${days.length === 1 ? '' : 's'} ${ranged(days)} ${of}`;
}

function weekdayWords({ weekdays, weekdayDraw }: Days): string {
  if (weekdayDraw === 'none') return ranged(weekdays, (value) => `${weekdayName(value)}s`);
  return drawnWords(weekdayDraw, ['day of the week', 'days of the week'], ranged(weekdays, weekdayName), weekdays.length === 7);
}

function monthWords({ months, monthDraw }: Days): string {
  if (monthDraw !== 'none') return drawnWords(monthDraw, ['month', 'months'], ranged(months, monthName), months.length === 12);
  return months.length === 12 ? '' : ranged(months, monthName);
}

/** Which of the two sets of days say anything. */
function whichDays({ days, dayDraw, weekdays, weekdayDraw }: Days, either: boolean): 'all' | 'days' | 'weekdays' | 'both' {
  const anyDay = days.length === 31 && dayDraw === 'none';
  const anyWeekday = weekdays.length === 7 && weekdayDraw === 'none';
  if (either) {
    if (anyDay || anyWeekday) return 'all';
    if (days.length === 0) return 'weekdays';
    return weekdays.length === 0 ? 'days' : 'both';
  }
  if (anyDay) return anyWeekday ? 'all' : 'weekdays';
  return anyWeekday ? 'days' : 'both';
}

export const EVERY_DAY = ' every day';

/** ` on Mondays that fall on odd days of the month, in May`; begins with a blank. Every day is '' where `allDay`. */
export function dateWords(schedule: Schedule, allDay: boolean): string {
  const days = daysOf(schedule);
  const which = whichDays(days, schedule.dayMatch === 'or');
  const months = monthWords(days);
  const inMonths = months && ` in ${months}`;
  if (which === 'all') return `${allDay ? '' : EVERY_DAY}${inMonths}`;
  if (which === 'weekdays') return ` on ${weekdayWords(days)}${inMonths}`;
  if (which === 'days') {
    const oneMonth = days.months.length === 1 && days.dayDraw === 'none';
    return oneMonth ? ` on ${dayWords(days, `of ${months}`)}` : ` on ${dayWords(days, 'of the month')}${inMonths}`;
  }
  const inAll = months && `, in ${months}`;
  const numbers = dayWords(days, 'of the month');
  if (schedule.dayMatch === 'or') return ` on ${numbers} and also on ${weekdayWords(days)}${inAll}`;
  const fall = days.weekdayDraw === 'none' ? 'that fall' : 'when it falls';
  return ` on ${weekdayWords(days)} ${fall} on ${numbers}${inAll}`;
}

/** Why the days and months never come, as a clause; undefined where they do. */
export function neverComes(schedule: Schedule): string | undefined {
  const days = daysOf(schedule);
  const either = schedule.dayMatch === 'or';
  if (days.months.length === 0) return 'no month matches';
  if (schedule.dayMatch === 'never') return 'dcron runs no entry that names days in both fields of days';
  if (either && days.days.length === 0 && days.weekdays.length === 0) return 'no day matches';
  if (!either && days.days.length === 0) return 'no day of the month matches';
  if (!either && days.weekdays.length === 0) return 'no day of the week matches';
  if (either && days.weekdays.length > 0) return undefined;
  const earliest = days.days[0] ?? 0;
  if (days.months.some((month) => earliest <= (LENGTHS[month] ?? 0))) return undefined;
  const months = ranged(days.months, monthName, 'or');
  return days.days.length === 1 ? `day ${earliest} does not come in ${months}` : `days ${ranged(days.days)} do not come in ${months}`;
}
