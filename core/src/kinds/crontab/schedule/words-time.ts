/** The times of day of a schedule in words. */
import { valuesOf } from '../fields/bits.js';
import { counted, lastGap, listed, ordinal, ranged, type Series, seriesOf } from './lists.js';
import type { Draw, Schedule } from './schedule.js';

export interface TimeWords {
  /** `At 04:05`; begins with a capital letter. */
  readonly text: string;
  /** True where the text leaves no hour of the day out. */
  readonly allDay: boolean;
  /** What else has to be said, to stand at the end of the sentence. */
  readonly note?: string;
  /** The same, true only of a schedule that runs every day. */
  readonly dailyNote?: string;
}

/** Times of day up to this many are told one by one. */
const FEW = 6;
/** A series of fewer values is a list, unless it fills its round. */
const SERIES = 4;

const twoDigits = (value: number): string => String(value).padStart(2, '0');
const clock = (hour: number, minute: number): string => `${twoDigits(hour)}:${twoDigits(minute)}`;

const inRow = (values: readonly number[]): boolean => values.length > 1 && seriesOf(values)?.step === 1;

/** The minutes as a series that deserves the name. */
function minuteSeries(minutes: readonly number[]): Series | undefined {
  const series = seriesOf(minutes);
  if (series === undefined) return undefined;
  const fills = lastGap(series, 60) !== undefined;
  return minutes.length >= (fills || series.step === 1 ? 3 : SERIES) ? series : undefined;
}

/** `Every 7 minutes from minute 0 to 56`, `At minutes 0 and 5`. */
function minuteWords(minutes: readonly number[]): string {
  if (minutes.length === 60) return 'Every minute';
  const series = minuteSeries(minutes);
  if (series?.step === 1) return `Every minute from ${series.first} to ${series.last}`;
  if (series) return `Every ${series.step} minutes from minute ${series.first} to ${series.last}`;
  return `At minute${minutes.length === 1 ? '' : 's'} ${ranged(minutes)}`;
}

/** `hour 3`, `hours 1, 3 and 7`, `every 2nd hour from 0 to 22`. */
function hourWords(hours: readonly number[]): string {
  if (hours.length === 24) return 'every hour';
  const series = seriesOf(hours);
  if (series && series.step > 1 && hours.length >= SERIES)
    return `every ${ordinal(series.step)} hour from ${series.first} to ${series.last}`;
  return `hour${hours.length === 1 ? '' : 's'} ${ranged(hours)}`;
}

/** The last gap of `series`, where it is unlike the others. */
function oddGap(series: Series | undefined, size: number, unit: string): string | undefined {
  const gap = series && series.step > 1 ? lastGap(series, size) : undefined;
  return gap === undefined || gap === series?.step ? undefined : counted(gap, unit);
}

function everyHour(minutes: readonly number[]): TimeWords {
  if (minutes.length === 60) return { text: 'Every minute', allDay: true };
  const series = seriesOf(minutes);
  const even = series && lastGap(series, 60) === series.step;
  if (even && series.first === 0) return { text: `Every ${series.step} minutes`, allDay: true };
  const gap = oddGap(minuteSeries(minutes), 60, 'minute');
  return { text: `${minuteWords(minutes)} of every hour`, allDay: true, ...(gap && { note: `the last gap is ${gap}` }) };
}

/** Every so many hours at one minute, or every so many minutes on end; undefined where the times are no such run. */
function steadily(minutes: readonly number[], hours: readonly number[]): TimeWords | undefined {
  const [minute = 0] = minutes;
  const [firstHour = 0] = hours;
  const lastHour = hours.at(-1) ?? 0;
  const minuteRun = seriesOf(minutes);
  if (minutes.length === 1) {
    const run = seriesOf(hours);
    if (run === undefined || hours.length < (run.step === 1 ? 3 : SERIES)) return undefined;
    const every = run.step === 1 ? 'Every hour' : `Every ${run.step} hours`;
    const gap = oddGap(run, 24, 'hour');
    const text = `${every} from ${clock(firstHour, minute)} to ${clock(lastHour, minute)}`;
    return { text, allDay: false, ...(gap && { dailyNote: `the last gap is ${gap}` }) };
  }
  if (minuteRun === undefined) return undefined;
  const goesOn = hours.length === 1 ? minuteSeries(minutes) !== undefined : inRow(hours) && lastGap(minuteRun, 60) === minuteRun.step;
  if (!goesOn) return undefined;
  const every = minuteRun.step === 1 ? 'Every minute' : `Every ${minuteRun.step} minutes`;
  return { text: `${every} from ${clock(firstHour, minuteRun.first)} to ${clock(lastHour, minuteRun.last)}`, allDay: false };
}

function fixedTimes(minutes: readonly number[], hours: readonly number[]): TimeWords {
  if (hours.length === 24) return everyHour(minutes);
  const steady = steadily(minutes, hours);
  if (steady) return steady;
  if (minutes.length * hours.length <= FEW) {
    const times = hours.flatMap((hour) => minutes.map((minute) => clock(hour, minute)));
    return { text: `At ${listed(times)}`, allDay: false };
  }
  const gap = inRow(hours) ? oddGap(minuteSeries(minutes), 60, 'minute') : undefined;
  const text = `${minuteWords(minutes)} of ${hourWords(hours)}`;
  return { text, allDay: false, ...(gap && { note: `the gap from one of these hours to the next is ${gap}` }) };
}

/** `a random minute`, `a random hour among 1 to 5`, `minutes drawn partly at random among 0 to 10 and 30`. */
export function drawnWords(draw: Draw, things: readonly [one: string, many: string], values: string, all: boolean): string {
  if (draw === 'one') return `a random ${things[0]}${all ? '' : ` among ${values}`}`;
  return `${things[1]} drawn partly at random among ${values}`;
}

/** The times of day that a schedule of the type `times` names, some or none at random. */
export function timeWords({ minutes, hours, draws }: Schedule): TimeWords {
  const [minuteDraw = 'none', hourDraw = 'none'] = draws;
  const minuteValues = valuesOf(minutes);
  const hourValues = valuesOf(hours);
  if (minuteDraw === 'none' && hourDraw === 'none') return fixedTimes(minuteValues, hourValues);
  const minute =
    minuteDraw === 'none'
      ? minuteWords(minuteValues)
      : `At ${drawnWords(minuteDraw, ['minute', 'minutes'], ranged(minuteValues), minuteValues.length === 60)}`;
  const hour =
    hourDraw === 'none' ? hourWords(hourValues) : drawnWords(hourDraw, ['hour', 'hours'], ranged(hourValues), hourValues.length === 24);
  return { text: `${minute} of ${hour}`, allDay: hourDraw === 'none' && hourValues.length === 24 };
}
