/** What the page says of days, hours and numbers. */
import type { ClockChange, WeekDay, WeekHour } from '../../model/week.js';

const two = (value: number): string => String(value).padStart(2, '0');

/** Minutes since the day began as `04:05`. */
export const clockText = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** `1 run`, `1,200 runs`. */
export const counted = (count: number, thing: string): string => `${count.toLocaleString('en-US')} ${thing}${count === 1 ? '' : 's'}`;

/** At most four characters: `999`, `1.2k`, `36k`, `4M`. */
export function brief(count: number): string {
  if (count < 1000) return String(count);
  const [size, unit] = count < 999_500 ? ([1000, 'k'] as const) : ([1_000_000, 'M'] as const);
  const value = count / size;
  return `${value < 9.95 ? Number(value.toFixed(1)) : Math.round(value)}${unit}`;
}

/** Dates in the words of `en-GB`. Made when first asked for: that costs milliseconds, and few calls want a week. */
function formatter(parts: Intl.DateTimeFormatOptions): (date: Date) => string {
  let format: Intl.DateTimeFormat | undefined;
  return (date) => (format ??= new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: 'UTC' })).format(date);
}

const longDate = formatter({ weekday: 'long', day: 'numeric', month: 'long' });
const shortDate = formatter({ day: 'numeric', month: 'short' });
const fullDate = formatter({ day: 'numeric', month: 'long', year: 'numeric' });

const at = ({ date }: WeekDay): Date => new Date(`${date}T00:00:00Z`);

/** `Sunday 29 March`. */
export const dayName = (day: WeekDay): string => longDate(at(day)).replace(',', '');
/** `29` and `Mar`. */
export const dayMonth = (day: WeekDay): string[] => shortDate(at(day)).split(' ');
/** `Sun`. */
export const weekday = (day: WeekDay): string => dayName(day).slice(0, 3);
/** `29 March 2026`. */
export const dateText = (day: WeekDay): string => fullDate(at(day));

const DAY = 1440;

/** True of a day whose hours are not the usual ones. */
export const isOdd = ({ minutes, changes }: WeekDay): boolean => minutes !== DAY || changes.length > 0;

/** `23 hours`, `24.5 hours`. */
export const lengthText = ({ minutes }: WeekDay): string => counted(Number((minutes / 60).toFixed(2)), 'hour');

function changeText({ minutes, from, to }: ClockChange): string {
  return `the clock goes ${minutes > 0 ? 'forward' : 'back'} from ${clockText(from)} to ${clockText(to)}`;
}

/** What happens on a day of its own kind: `Sunday 29 March has 23 hours: the clock goes forward from 02:00 to 03:00.` */
export function oddDay(day: WeekDay): string {
  const changes = day.changes.map(changeText).join(', and ');
  return `${dayName(day)} has ${lengthText(day)}${changes && `: ${changes}`}.`;
}

/** What there is to hear of an hour, whole sentences. */
export function hourText(day: WeekDay, index: number, hour: WeekHour): string {
  const name = `${dayName(day)}, ${clockText(index * 60)} to ${clockText(index * 60 + 59)}`;
  if (hour.skipped === 60) return `${name}: the wall clock skips this hour.`;
  const runs = hour.runs === 0 ? 'no runs' : `${counted(hour.runs, 'run')} of ${counted(hour.jobs, 'job')}`;
  const said = [`${name}: ${runs}.`];
  const [worst] = [...hour.clashes].sort((a, b) => b.jobs - a.jobs);
  if (worst) {
    const time = clockText(index * 60 + worst.minute);
    const several = `Jobs clash at ${hour.clashes.length} minutes of it; the most, ${worst.jobs}, start together at ${time}.`;
    said.push(hour.clashes.length > 1 ? several : `${worst.jobs} jobs start together at ${time}.`);
  }
  if (hour.skipped > 0) said.push(`The wall clock skips ${counted(hour.skipped, 'minute')} of it.`);
  if (hour.passes) said.push(`The wall clock shows it ${hour.passes.length === 2 ? 'twice' : 'again'}: ${hour.passes.join(' + ')} runs.`);
  return said.join(' ');
}
