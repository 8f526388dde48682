/** Schedules as keys, so that those that mean the same are found together. */
import type { Schedule } from './schedule.js';

/** The same for two schedules that run at the same times; what is drawn at random is like nothing else. */
export const scheduleKey = ({ type, every, minutes, hours, days, months, weekdays, dayMatch }: Schedule): string =>
  type === 'times' || type === 'elapsed'
    ? `${every ?? ''} ${minutes.low} ${minutes.high} ${hours.low} ${days.low} ${months.low} ${weekdays.low & 127} ${dayMatch}`
    : type;
