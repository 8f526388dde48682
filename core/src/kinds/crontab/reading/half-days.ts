/** Times of day in comments that count to 12 twice: `3:52pm`. Cron counts to 23. */
import type { CrontabLine } from '../model.js';

const CLOCK = /(?<![\d:.])(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))?[ \t]?([ap])(?:\.m\.|m\b)/gi;

/** A time of day as a comment says it, and as cron counts. */
export interface HalfDayTime {
  readonly text: string;
  /** As it is written, 1 to 12. */
  readonly written: number;
  readonly minute: number;
  /** 0 to 23. */
  readonly hour: number;
}

function timeOf([text, written = '', minute = '0', half = '']: RegExpMatchArray): HalfDayTime {
  const hour = Number(written);
  return { text, written: hour, minute: Number(minute), hour: (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0) };
}

export const halfDayTimesIn = (text: string): readonly HalfDayTime[] => [...text.matchAll(CLOCK)].map(timeOf);

/** The time among `times` that an entry means whose hour is of the other half of the day; undefined where it runs at one of them, or at none. */
export function otherHalf({ shape }: CrontabLine, times: readonly HalfDayTime[]): HalfDayTime | undefined {
  const [minute = '', hour = ''] = shape?.fields.map(({ text }) => text) ?? [];
  if (times.length === 0 || !/^\d{1,2}$/.test(minute) || !/^\d{1,2}$/.test(hour)) return undefined;
  const near = times.filter((time) => time.minute === Number(minute));
  if (near.some((time) => time.hour === Number(hour))) return undefined;
  return near.find((time) => time.written === Number(hour) || (time.hour === 12 && Number(hour) === 0));
}
