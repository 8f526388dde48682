/** A schedule in words: one English sentence, exact, without its full stop. */
import type { Bits } from '../fields/bits.js';
import { counted } from './lists.js';
import type { Schedule } from './schedule.js';
import { dateWords, EVERY_DAY, neverComes } from './words-day.js';
import { timeWords } from './words-time.js';

const isEmpty = ({ low, high }: Bits): boolean => low === 0 && high === 0;

/** Why `schedule` never runs, as a clause; undefined where it runs. What a zone's gaps swallow is not looked at. */
export function neverRuns(schedule: Schedule): string | undefined {
  if (schedule.type !== 'times' && schedule.type !== 'elapsed') return undefined;
  if (isEmpty(schedule.minutes)) return 'no minute matches';
  if (isEmpty(schedule.hours)) return 'no hour matches';
  return neverComes(schedule);
}

/** The longest first. */
const UNITS: readonly (readonly [unit: string, seconds: number])[] = [
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** `30 days`, `90 minutes`: in the longest unit that divides it. */
function lengthWords(seconds: number): string {
  const [unit, length] = UNITS.find((candidate) => seconds % candidate[1] === 0) ?? ['second', 1];
  return counted(seconds / length, unit);
}

/** `1 day has passed`. */
export function passedWords(seconds: number): string {
  const length = lengthWords(seconds);
  return `${length} ${length.startsWith('1 ') ? 'has' : 'have'} passed`;
}

/** What a schedule that leaves no minute out is called. */
const ALWAYS = 'Every minute';

/** `Whenever 1 day has passed since its last run`, and within which times. */
function elapsedWords({ every = 0, fromEnd, ...schedule }: Schedule): string {
  const words = `Whenever ${passedWords(every)} since its last run${fromEnd ? ' ended' : ''}`;
  const within = scheduleWords({ ...schedule, type: 'times' });
  return within === ALWAYS ? words : `${words}, at the first of these times: ${within.charAt(0).toLowerCase()}${within.slice(1)}`;
}

/** `At 04:05 on Mondays that fall on odd days of the month`; `Never: day 31 does not come in February`. */
export function scheduleWords(schedule: Schedule): string {
  if (schedule.type === 'reboot') return 'At startup';
  if (schedule.type === 'every-second') return 'Every second';
  const never = neverRuns(schedule);
  if (never) return `Never: ${never}`;
  if (schedule.type === 'asked') return 'Only when a job waits for it, or cron.update names it';
  if (schedule.type === 'elapsed') return elapsedWords(schedule);
  const { text, allDay, note, dailyNote } = timeWords(schedule);
  const dates = dateWords(schedule, allDay);
  const parts = [`${text}${dates}`, note, dates === EVERY_DAY ? dailyNote : undefined];
  if (schedule.random) parts.push('drawn when the crontab is read');
  return parts.filter((part) => part !== undefined).join('; ');
}
