/** What a dialect makes of an entry that it takes. */
import { type Job, jobOf } from '../commands/job.js';
import type { Dialect } from '../dialects/dialect.js';
import { type Bits, NONE } from '../fields/bits.js';
import type { EntryReading } from '../reading/entry.js';
import type { EntryShape } from '../reading/shape.js';
import { type Schedule, scheduleOf } from '../schedule/schedule.js';

export interface EntryVerdict {
  readonly type: 'entry';
  readonly shape: EntryShape;
  readonly schedule: Schedule;
  /** Sets in the order of the fields; of an `@` word those that it stands for, none of `@reboot`. */
  readonly sets: readonly Bits[];
  readonly domStar: boolean;
  readonly dowStar: boolean;
  /** Nothing about the run goes into the log: asked for by a `-` before the minute, or a flag. */
  readonly quiet: boolean;
  readonly job: Job;
}

/** Which field of days each `@` word counts as a star: the parsers set the flags beside the sets. */
function starOf(word: string, { weeklyStar, dailyStars }: Dialect): 'day' | 'weekday' | 'both' | undefined {
  if (word === 'weekly') return weeklyStar;
  if (dailyStars && (word === 'daily' || word === 'midnight' || word === 'hourly')) return 'both';
  return word === 'yearly' || word === 'annually' || word === 'monthly' ? 'weekday' : undefined;
}

function setsOf(schedule: Schedule): readonly Bits[] {
  if (schedule.type === 'reboot') return [NONE, NONE, NONE, NONE, NONE];
  return [schedule.minutes, schedule.hours, schedule.days, schedule.months, schedule.weekdays];
}

/** The same of `shape`, cut from `text`, that `dialect` reads as `reading`; undefined where it refuses it. */
export function entryVerdict(text: string, shape: EntryShape, reading: EntryReading, dialect: Dialect): EntryVerdict | undefined {
  const schedule = scheduleOf(shape, reading, dialect);
  if (schedule === undefined) return undefined;
  const job = jobOf(text, shape, dialect);
  const star = shape.macro && reading.sets === undefined ? starOf(shape.macro.text.slice(1), dialect) : undefined;
  return {
    type: 'entry',
    shape,
    schedule,
    sets: reading.sets ?? setsOf(schedule),
    domStar: star === 'day' || star === 'both' || reading.domStar === true,
    dowStar: star === 'weekday' || star === 'both' || reading.dowStar === true,
    quiet: (dialect.quietDash && (shape.dashed ?? shape).fields[0]?.text.startsWith('-') === true) || job.flags.includes('q'),
    job,
  };
}
