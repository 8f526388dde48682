/** A schedule as calendar events of systemd: what stands behind `OnCalendar=`. */
import { valuesOf } from '../fields/bits.js';
import { lastGap, type Series, seriesOf } from '../schedule/lists.js';
import type { Schedule } from '../schedule/schedule.js';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** A series of fewer values is a list. */
const SERIES = 4;

const two = (value: number): string => String(value).padStart(2, '0');

/** Values in a row as `a..b` from three on, the others alone. */
function ranges(values: readonly number[], name: (value: number) => string): string {
  const parts: string[] = [];
  for (let from = 0; from < values.length; ) {
    let to = from;
    while (values[to + 1] === (values[to] ?? 0) + 1) to++;
    const [first = '', ...more] = values.slice(from, to + 1).map(name);
    parts.push(...(more.length >= 2 ? [`${first}..${more.at(-1)}`] : [first, ...more]));
    from = to + 1;
  }
  return parts.join(',');
}

/**
 * `00/5` goes on to the end of a field of `size` values; where the series ends before, its last value is named. Undefined where the
 * step does not divide the field: at a change of the clocks systemd 252 then carries the rest over and misses a time, or gives up.
 */
function stepped(series: Series, size: number): string | undefined {
  const gap = lastGap(series, size);
  if (gap === undefined) return `${two(series.first)}..${two(series.last)}/${series.step}`;
  return gap === series.step ? `${two(series.first)}/${series.step}` : undefined;
}

/** Values of a field of `size` values from `low` on. */
function field(values: readonly number[], low: number, size: number): string {
  if (values.length === size) return '*';
  const series = seriesOf(values);
  // What goes on to the end is said of fields that begin at 0 alone.
  if (series && series.step > 1 && values.length >= SERIES)
    return (low === 0 ? stepped(series, size) : `${two(series.first)}..${two(series.last)}/${series.step}`) ?? ranges(values, two);
  return ranges(values, two);
}

/**
 * Calendar events that together come when `schedule` (of the type `times`, not random) runs, on a wall clock without jumps; empty
 * where it never does for want of values. `zone`: IANA name; '' for that of the host.
 */
export function calendarsOf(schedule: Schedule, zone: string): readonly string[] {
  const days = valuesOf(schedule.days).filter((day) => day > 0);
  const sunday = (schedule.weekdays.low & 0b1000_0001) !== 0;
  const weekdays = [...valuesOf({ low: schedule.weekdays.low & 0b0111_1110, high: 0 }), ...(sunday ? [7] : [])];
  const [months, hours, minutes] = [valuesOf(schedule.months), valuesOf(schedule.hours), valuesOf(schedule.minutes)];
  if (months.length === 0 || hours.length === 0 || minutes.length === 0) return [];
  const event = (ofWeek: readonly number[], ofMonth: readonly number[]): readonly string[] => {
    if (ofWeek.length === 0 || ofMonth.length === 0) return [];
    const names = ofWeek.length === 7 ? '' : `${ranges(ofWeek, (day) => WEEKDAYS[day - 1] ?? '')} `;
    const date = `*-${field(months, 1, 12)}-${field(ofMonth, 1, 31)}`;
    return [`${names}${date} ${field(hours, 0, 24)}:${field(minutes, 0, 60)}:00${zone && ` ${zone}`}`];
  };
  if (schedule.dayMatch === 'and') return event(weekdays, days);
  const all = { weekdays: [1, 2, 3, 4, 5, 6, 7], days: Array.from({ length: 31 }, (_, index) => index + 1) };
  if (weekdays.length === 7 || days.length === 31) return event(all.weekdays, all.days);
  return [...event(all.weekdays, days), ...event(weekdays, all.days)];
}
