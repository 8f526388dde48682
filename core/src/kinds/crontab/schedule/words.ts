/** A schedule in words: one English sentence, exact, without its full stop. */
import type { Bits } from '../fields/bits.js';
import type { Schedule } from './schedule.js';
import { dateWords, EVERY_DAY, neverComes } from './words-day.js';
import { timeWords } from './words-time.js';

const isEmpty = ({ low, high }: Bits): boolean => low === 0 && high === 0;

/** Why `schedule` never runs, as a clause; undefined where it runs. What a zone's gaps swallow is not looked at. */
export function neverRuns(schedule: Schedule): string | undefined {
  if (schedule.type !== 'times') return undefined;
  if (isEmpty(schedule.minutes)) return 'no minute matches';
  if (isEmpty(schedule.hours)) return 'no hour matches';
  return neverComes(schedule);
}

/** `At 04:05 on Mondays that fall on odd days of the month`; `Never: day 31 does not come in February`. */
export function scheduleWords(schedule: Schedule): string {
  if (schedule.type === 'reboot') return 'At startup';
  if (schedule.type === 'every-second') return 'Every second';
  const never = neverRuns(schedule);
  if (never) return `Never: ${never}`;
  const { text, allDay, note, dailyNote } = timeWords(schedule);
  const dates = dateWords(schedule, allDay);
  const parts = [`${text}${dates}`, note, dates === EVERY_DAY ? dailyNote : undefined];
  if (schedule.random) parts.push('drawn when the crontab is read');
  return parts.filter((part) => part !== undefined).join('; ');
}
