/** The crowds of a file: its jobs that start together, kept from one keystroke to the next. */
import type { Context } from '../../../model/context.js';
import type { Fix } from '../../../model/finding.js';
import { each, Linewise } from '../../../model/linewise.js';
import { memo } from '../../../model/memo.js';
import { CLASHING } from '../../../model/week.js';
import type { Dialect } from '../dialects/dialect.js';
import { dialectById } from '../dialects/dialects.js';
import type { CrontabLine, Readings } from '../model.js';
import { type Job, type Joiner, joinersAmong, sameTimes, Tally, tallyOf } from './clashes.js';
import { delays, timesOf, waits } from './one-minute.js';
import { freeMinute, spreading } from './spread.js';

/** So many are named: who has more has another trouble than one of them. */
const NAMED = 50;

const two = (value: number): string => String(value).padStart(2, '0');

/** One of a crowd at its line. */
interface Member extends Joiner {
  readonly line: CrontabLine;
  /** The index of the first line that starts with the same four others: they are named there. */
  readonly namedAt: number;
  /** A minute at which it would make no crowd. */
  readonly free: number | undefined;
}

/** One of a crowd, and what there is to say of it. */
export interface Crowded extends Member {
  readonly message: string;
  /** Relative to the line. */
  readonly fixes: readonly Fix[];
}

const sameOthers = (a: Joiner, b: Joiner): boolean => a.others.every((other, place) => other === b.others[place]);

/** `tally`: of all the jobs; those that get another minute are added to it. */
function membersOf(joiners: readonly Joiner[], tally: Tally, lines: readonly CrontabLine[]): readonly Member[] {
  const named = new Map<number, Joiner[]>();
  return joiners.flatMap((joiner) => {
    const { index, job, hour, others } = joiner;
    const line = lines[index];
    if (line === undefined) return [];
    const time = hour * 60 + job.minute;
    const crowds = named.get(time) ?? [];
    const first = crowds.find((crowd) => sameOthers(crowd, joiner));
    if (first === undefined) named.set(time, [...crowds, joiner]);
    const free = freeMinute(line, job, tally);
    if (free !== undefined) tally.count({ ...job, minute: free }, 1);
    return [{ index, job, hour, others, line, namedAt: first?.index ?? index, free }];
  });
}

/** True where there is the same to be said of both, if they are the same number in their lists. */
const isAlike = (a: Member, b: Member): boolean =>
  a.line === b.line && a.index === b.index && a.hour === b.hour && a.free === b.free && a.namedAt === b.namedAt && sameOthers(a, b);

function tellOf(member: Member, number: number, dialects: readonly Dialect[]): Crowded {
  const { line, job, hour, free } = member;
  const more = number + 1 === NAMED ? ` There may be more: only the first ${NAMED} are named.` : '';
  const message = `At ${two(hour)}:${two(job.minute)} at least ${CLASHING} jobs of this file start together, this one among them. Give it another minute.${more}`;
  return { ...member, message, fixes: spreading(line, free, dialects) };
}

/** Entries of the same times share their readings, in all files. */
const byReadings = memo<Readings, { readonly dialects: readonly string[]; readonly job: Job | undefined }>();

/** The jobs of a file, and the crowds among them: most keystrokes change neither. */
class Jobs {
  private length = 0;
  private joiners: readonly Joiner[] = [];
  private crowded: readonly Crowded[] = [];
  /** Of all jobs; there once a crowd was. */
  private tally: Tally | undefined;
  /** Since the crowds were found. */
  private readonly gone: (Job | undefined)[] = [];
  private readonly came: (Job | undefined)[] = [];
  private readonly byLine: Linewise<CrontabLine, Job | undefined>;

  constructor(
    private readonly dialects: readonly Dialect[],
    private readonly context: Context,
  ) {
    this.byLine = new Linewise(
      each((line) => this.jobOf(line)),
      (job) => this.count(job, 1),
      (job) => this.count(job, -1),
    );
  }

  /** Those that make a crowd or join one, as far as no assignment above makes cron wait at random before them. */
  crowdedAmong(lines: readonly CrontabLine[]): readonly Crowded[] {
    const all = this.byLine.update(lines);
    const delay = lines.findIndex(delays);
    const jobs = delay === -1 ? all : all.slice(0, delay);
    const isOther = this.areOthers() || jobs.length !== this.length;
    if (isOther) this.joiners = joinersAmong(jobs, NAMED);
    if (this.joiners.length === 0) this.crowded = [];
    else if (isOther || this.crowded.some(({ index, line }) => lines[index] !== line))
      this.crowded = membersOf(this.joiners, delay === -1 ? this.tallied(all) : tallyOf(jobs), lines).map((member, number) => {
        const before = this.crowded[number];
        return before && isAlike(before, member) ? before : tellOf(member, number, this.dialects);
      });
    this.length = jobs.length;
    return this.crowded;
  }

  private count(job: Job | undefined, by: 1 | -1): void {
    (by === 1 ? this.came : this.gone).push(job);
    this.tally?.count(job, by);
  }

  /** A copy of the tally. */
  private tallied(all: readonly (Job | undefined)[]): Tally {
    this.tally ??= tallyOf(all);
    return new Tally(this.tally);
  }

  /** The job of a live entry that has one minute and begins at once. */
  private jobOf(line: CrontabLine): Job | undefined {
    if (line.type !== 'entry' || line.readings === undefined) return undefined;
    const { dialects } = this.context;
    let known = byReadings.get(line.readings);
    if (known?.dialects !== dialects) {
      known = { dialects, job: timesOf(line, this.dialects, this.context) };
      byReadings.set(line.readings, known);
    }
    return known.job === undefined || waits(line) ? undefined : known.job;
  }

  /** True where those that came start at other times than those that are gone. */
  private areOthers(): boolean {
    const { came, gone } = this;
    const are = came.length !== gone.length || came.some((job, index) => !sameTimes(job, gone[index]));
    came.length = 0;
    gone.length = 0;
    return are;
  }
}

const remembered = memo<Context, Jobs>();

/** Those of `lines` that start together with four others. */
export function crowdedIn(lines: readonly CrontabLine[], context: Context): readonly Crowded[] {
  let jobs = remembered.get(context);
  if (jobs === undefined) {
    const dialects = context.dialects.flatMap((id) => dialectById(id) ?? []);
    remembered.set(context, (jobs = new Jobs(dialects, context)));
  }
  return jobs.crowdedAmong(lines);
}
