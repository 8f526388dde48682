/** Jobs that start at one minute of their hours, as far as one line tells. */
import type { Context } from '../../../model/context.js';
import type { Dialect } from '../dialects/dialect.js';
import type { Bits } from '../fields/bits.js';
import type { CrontabLine } from '../model.js';
import { dayMatchOf, type Schedule } from '../schedule/schedule.js';
import { type Job, onlyMinute } from './clashes.js';
import { scheduleIn } from './timings.js';

/** Commands that wait before they begin: they are spread already. */
const WAITS = /^[({\s]*sleep\b|\bRANDOM\b|\brand\(|\bsplay\b|\bjot -r\b|\bshuf\b/i;

/** What one of those has in it, wherever. */
const MAY_WAIT = /sleep|random|rand\(|splay|jot|shuf/i;

/** So much of a line, and of a command, is looked at. */
const BEGINNING = 300;

/** True for an entry that waits before it does its work. */
export const waits = (line: CrontabLine): boolean =>
  MAY_WAIT.test(line.text.length > BEGINNING ? line.text.slice(0, BEGINNING) : line.text) &&
  WAITS.test(line.shape?.command?.text.slice(0, BEGINNING) ?? '');

/** The job of a live entry that has one minute, as the first dialect that takes it reads it. */
export function timesOf(line: CrontabLine, dialects: readonly Dialect[], context: Context): Job | undefined {
  const dialect = dialects.find(({ id }) => line.readings?.[id]?.refused === undefined);
  const reading = dialect && line.readings?.[dialect.id];
  if (dialect === undefined || reading === undefined || reading.random) return undefined;
  const [minutes, hours, days, months, weekdays] = reading.sets ?? setsOf(scheduleIn(line, context));
  if (!minutes || !hours || !days || !months || !weekdays) return undefined;
  const minute = onlyMinute(minutes);
  if (minute === -1) return undefined;
  return { minute, schedule: { hours, days, months, weekdays, dayMatch: dayMatchOf(reading, days, weekdays, dialect) } };
}

/** Of an `@` word. */
const setsOf = (schedule: Schedule | undefined): readonly Bits[] =>
  schedule?.type === 'times' ? [schedule.minutes, schedule.hours, schedule.days, schedule.months, schedule.weekdays] : [];

/** True below an assignment by which cronie waits at random before each job. */
export const delays = ({ type, assignment }: CrontabLine): boolean =>
  type === 'setting' && assignment?.name.text === 'RANDOM_DELAY' && Number(assignment.value.text) > 0;
