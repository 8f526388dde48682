/** Jobs of one file that start at the same minute. */
import { CLASHING } from '../../../model/week.js';
import type { Bits } from '../fields/bits.js';
import type { Schedule } from '../schedule/schedule.js';

const HOURS = 24;

/** The hours and days of a schedule. */
export type Days = Pick<Schedule, 'hours' | 'days' | 'months' | 'weekdays' | 'dayMatch'>;

/** A job that has one minute of its hours. */
export interface Job {
  readonly minute: number;
  readonly schedule: Days;
}

/** The one value of `minutes`; -1 where there are none, or several. */
export function onlyMinute({ low, high }: Bits): number {
  const bits = low === 0 ? high : low;
  if (bits === 0 || (low !== 0 && high !== 0) || (bits & (bits - 1)) !== 0) return -1;
  return 31 - Math.clz32(bits) + (low === 0 ? 32 : 0);
}

const sameBits = (a: Bits, b: Bits): boolean => a.low === b.low && a.high === b.high;

/** True for two jobs that start at the same times, and for none and none. */
export function sameTimes(a: Job | undefined, b: Job | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined || a.minute !== b.minute) return false;
  const [x, y] = [a.schedule, b.schedule];
  if (x.dayMatch !== y.dayMatch || !sameBits(x.hours, y.hours) || !sameBits(x.days, y.days)) return false;
  return sameBits(x.months, y.months) && sameBits(x.weekdays, y.weekdays);
}

/** For each minute of the hour five sets of hours: those in which one job starts, two, and so on. */
export class Counts {
  private readonly sets = new Int32Array(60 * CLASHING);

  /** The hours of `hours` in which the job makes a crowd at `minute`, or joins one. */
  add(minute: number, { low: hours }: Bits): number {
    const at = minute * CLASHING;
    const crowded = (this.sets[at + CLASHING - 2] ?? 0) & hours;
    for (let count = CLASHING - 1; count > 0; count--)
      this.sets[at + count] = (this.sets[at + count] ?? 0) | ((this.sets[at + count - 1] ?? 0) & hours);
    this.sets[at] = (this.sets[at] ?? 0) | hours;
    return crowded;
  }
}

/** How many jobs start at each minute of the day, whatever their days. */
export class Tally {
  private readonly starts: Int32Array;

  constructor(from?: Tally) {
    this.starts = from ? from.starts.slice() : new Int32Array(HOURS * 60);
  }

  /** `by`: 1 for a job that came, -1 for one that is gone. */
  count(job: Job | undefined, by: 1 | -1): void {
    if (job === undefined) return;
    for (const hour of hoursIn(job.schedule.hours.low)) this.starts[hour * 60 + job.minute] = this.at(hour, job.minute) + by;
  }

  /** True when a job more at `minute` of `hours` would make no crowd. */
  hasRoom(minute: number, { low }: Bits): boolean {
    return hoursIn(low).every((hour) => this.at(hour, minute) < CLASHING - 1);
  }

  private at(hour: number, minute: number): number {
    return this.starts[hour * 60 + minute] ?? 0;
  }
}

const ALL_DAYS = -2;

/** The days that a month has, as bits 1 to 31; a leap year has them all. */
const daysOf = (month: number): number => (month === 2 ? 0x3fff_fffe : [4, 6, 9, 11].includes(month) ? 0x7fff_fffe : ALL_DAYS);

/** The days of a month, as bits 1 to 31, on which `schedule` runs if they are all `weekday`s. */
function daysOn({ days, weekdays, dayMatch }: Days, weekday: number): number {
  const byWeekday = (weekdays.low >>> weekday) & 1 ? ALL_DAYS : 0;
  if (dayMatch === 'never') return 0;
  return dayMatch === 'and' ? days.low & byWeekday : (days.low & ALL_DAYS) | byWeekday;
}

/** False for two schedules that have no date in common, as far as that shows at once. */
function mayMeet(a: Days, b: Days): boolean {
  if ((a.months.low & b.months.low) === 0) return false;
  return a.dayMatch === 'or' || b.dayMatch === 'or' || ((a.days.low & b.days.low) !== 0 && (a.weekdays.low & b.weekdays.low) !== 0);
}

/** A job and the index of its line. */
interface Placed {
  readonly index: number;
  readonly job: Job;
}

/** The first four of `others` that all run on a date with `newcomer`; undefined where there is no such date. */
function crowdWith(newcomer: Days, others: readonly Placed[]): readonly Placed[] | undefined {
  const near = others.filter(({ job: { schedule } }) => mayMeet(newcomer, schedule));
  if (near.length < CLASHING - 1) return undefined;
  for (let month = 1; month <= 12; month++) {
    if (((newcomer.months.low >>> month) & 1) === 0) continue;
    const inMonth = near.filter(({ job: { schedule } }) => (schedule.months.low >>> month) & 1);
    for (let weekday = 0; weekday < 7 && inMonth.length >= CLASHING - 1; weekday++) {
      const own = daysOn(newcomer, weekday) & daysOf(month);
      const together = own === 0 ? 0 : fourTogether(inMonth, weekday) & own;
      const day = together & -together;
      if (day !== 0) return inMonth.filter(({ job: { schedule } }) => (daysOn(schedule, weekday) & day) !== 0).slice(0, CLASHING - 1);
    }
  }
  return undefined;
}

/** The days on which at least four of `jobs` run. */
function fourTogether(jobs: readonly Placed[], weekday: number): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  for (const { job } of jobs) {
    const days = daysOn(job.schedule, weekday);
    four |= three & days;
    three |= two & days;
    two |= one & days;
    one |= days;
  }
  return four;
}

/** The hours in `bits` (bit 0 for midnight), ascending. */
function hoursIn(bits: number): number[] {
  const hours: number[] = [];
  for (let hour = 0; hour < HOURS; hour++) if ((bits >>> hour) & 1) hours.push(hour);
  return hours;
}

/** A job that makes a crowd or joins one. */
export interface Joiner extends Placed {
  readonly hour: number;
  /** Indices of the lines of four others that start then, on a date that all five have. */
  readonly others: readonly number[];
}

/** So many jobs of one minute are looked at for five that share a date. */
const LOOKED_AT = 32;

/** The jobs by the minute of the day, as far as they are looked at. */
class Table {
  private readonly cells = new Map<number, Placed[]>();

  add(placed: Placed): void {
    const { minute, schedule } = placed.job;
    for (const hour of hoursIn(schedule.hours.low)) {
      const cell = this.cells.get(hour * 60 + minute);
      if (cell === undefined) this.cells.set(hour * 60 + minute, [placed]);
      else if (cell.length < LOOKED_AT) cell.push(placed);
    }
  }

  /** `placed` as one that joins a crowd in one of `hours`; undefined where it doesn't. */
  joining({ index, job }: Placed, hours: number): Joiner | undefined {
    for (const hour of hoursIn(hours)) {
      const others = crowdWith(job.schedule, this.cells.get(hour * 60 + job.minute) ?? []);
      if (others) return { index, job, hour, others: others.map((other) => other.index) };
    }
    return undefined;
  }
}

/** True where five jobs start at one minute, whatever their days: asked first, since most files have no such minute. */
function mayCrowd(jobs: readonly (Job | undefined)[]): boolean {
  const counts = new Counts();
  return jobs.some((job) => job !== undefined && counts.add(job.minute, job.schedule.hours) !== 0);
}

/** The first `most` jobs that make a crowd or join one; `jobs` by line, in the order of the text. */
export function joinersAmong(jobs: readonly (Job | undefined)[], most: number): readonly Joiner[] {
  const found: Joiner[] = [];
  if (!mayCrowd(jobs)) return found;
  const counts = new Counts();
  const table = new Table();
  for (let index = 0; index < jobs.length; index++) {
    const job = jobs[index];
    if (job === undefined) continue;
    const crowded = counts.add(job.minute, job.schedule.hours);
    const joiner = crowded === 0 ? undefined : table.joining({ index, job }, crowded);
    if (joiner && found.push(joiner) >= most) break;
    table.add({ index, job });
  }
  return found;
}

/** All of `jobs`, counted. */
export function tallyOf(jobs: readonly (Job | undefined)[]): Tally {
  const tally = new Tally();
  for (const job of jobs) tally.count(job, 1);
  return tally;
}
