/** Many jobs of one file that start at the same minute. */

import type { Context } from '../../../model/context.js';
import type { Document } from '../../../model/document.js';
import type { Fix } from '../../../model/finding.js';
import { each, Linewise } from '../../../model/linewise.js';
import { memo } from '../../../model/memo.js';
import type { Report, Rule } from '../../../model/rule.js';
import { CLASHING } from '../../../model/week.js';
import { shiftEdit } from '../../../text/edit.js';
import { type Span, shift } from '../../../text/span.js';
import type { Dialect } from '../dialects/dialect.js';
import { dialectById } from '../dialects/dialects.js';
import type { Bits } from '../fields/bits.js';
import type { CrontabLine, Readings } from '../model.js';
import { dayMatchOf, type Schedule } from '../schedule/schedule.js';
import { countsOf, type Job, type Joiner, joinersAmong, onlyMinute, sameTimes } from '../timing/clashes.js';
import { freeMinute, spreading } from '../timing/spread.js';
import { scheduleIn } from '../timing/timings.js';

/** So many are named: who has more has another trouble than one of them. */
const NAMED = 100;

const timeSpan = (line: CrontabLine | undefined): Span => (line?.shape?.macro ?? line?.shape?.fields[0])?.span ?? { start: 0, end: 1 };

/** Commands that wait before they begin: they are spread already. */
const WAITS = /^[({\s]*sleep\b|\bRANDOM\b|\brand\(|\bsplay\b|\bjot -r\b|\bshuf\b/i;

/** What one of those has in it, wherever. */
const MAY_WAIT = /sleep|random|rand\(|splay|jot|shuf/i;

/** So much of a line, and of a command, is looked at. */
const BEGINNING = 300;

const waits = (line: CrontabLine): boolean =>
  MAY_WAIT.test(line.text.length > BEGINNING ? line.text.slice(0, BEGINNING) : line.text) &&
  WAITS.test(line.shape?.command?.text.slice(0, BEGINNING) ?? '');

/** The job of a live entry that has one minute, as the first dialect that takes it reads it. */
function timesOf(line: CrontabLine, dialects: readonly Dialect[], context: Context): Job | undefined {
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

const two = (value: number): string => String(value).padStart(2, '0');

/** True below an assignment by which cronie waits at random before each job. */
const delays = ({ type, assignment }: CrontabLine): boolean =>
  type === 'setting' && assignment?.name.text === 'RANDOM_DELAY' && Number(assignment.value.text) > 0;

/** One of a crowd, and what there is to say of it. */
interface Crowded extends Joiner {
  readonly line: CrontabLine;
  readonly message: string;
  /** Relative to the line. */
  readonly fixes: readonly Fix[];
}

function crowdedBy(
  joiners: readonly Joiner[],
  jobs: readonly (Job | undefined)[],
  lines: readonly CrontabLine[],
  dialects: readonly Dialect[],
) {
  const counts = countsOf(jobs);
  return joiners.flatMap((joiner, number): Crowded[] => {
    const { index, job, hour } = joiner;
    const line = lines[index];
    if (line === undefined) return [];
    const minute = freeMinute(line, job, counts);
    if (minute !== undefined) counts.add(minute, job.schedule.hours);
    const more = number + 1 === NAMED ? ` There may be more: only the first ${NAMED} are named.` : '';
    const message = `At ${two(hour)}:${two(job.minute)} at least ${CLASHING} jobs of this file start together, this one among them. Give it another minute.${more}`;
    return [{ ...joiner, line, message, fixes: spreading(line, minute, dialects) }];
  });
}

/** The jobs of a file, and the crowds among them: most keystrokes change neither. */
class Jobs {
  private length = 0;
  private joiners: readonly Joiner[] = [];
  private crowded: readonly Crowded[] = [];
  /** Since the crowds were found. */
  private readonly gone: (Job | undefined)[] = [];
  private readonly came: (Job | undefined)[] = [];
  private readonly byLine: Linewise<CrontabLine, Job | undefined>;
  /** Entries of the same times share their readings. */
  private readonly byReadings = new WeakMap<Readings, { readonly job: Job | undefined }>();

  constructor(
    private readonly dialects: readonly Dialect[],
    private readonly context: Context,
  ) {
    this.byLine = new Linewise(
      each((line) => this.jobOf(line)),
      (job) => void this.came.push(job),
      (job) => void this.gone.push(job),
    );
  }

  /** Those that make a crowd or join one, as far as no assignment above makes cron wait at random before them. */
  crowdedAmong(lines: readonly CrontabLine[]): readonly Crowded[] {
    const all = this.byLine.update(lines);
    const delay = lines.findIndex(delays);
    const jobs = delay === -1 ? all : all.slice(0, delay);
    const isOther = this.areOthers() || jobs.length !== this.length;
    if (isOther) this.joiners = joinersAmong(jobs, NAMED);
    if (isOther || this.crowded.some(({ index, line }) => lines[index] !== line))
      this.crowded = crowdedBy(this.joiners, jobs, lines, this.dialects);
    this.length = jobs.length;
    return this.crowded;
  }

  /** The job of a live entry that has one minute and begins at once. */
  private jobOf(line: CrontabLine): Job | undefined {
    if (line.type !== 'entry' || line.readings === undefined) return undefined;
    let known = this.byReadings.get(line.readings);
    if (known === undefined) {
      known = { job: timesOf(line, this.dialects, this.context) };
      this.byReadings.set(line.readings, known);
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

function crowdedIn(lines: readonly CrontabLine[], context: Context): readonly Crowded[] {
  let jobs = remembered.get(context);
  if (jobs === undefined) {
    const dialects = context.dialects.flatMap((id) => dialectById(id) ?? []);
    remembered.set(context, (jobs = new Jobs(dialects, context)));
  }
  return jobs.crowdedAmong(lines);
}

type Placing = Pick<Document<CrontabLine>, 'lines' | 'starts'>;

/** A report, and the lines that it names, with where they were. */
interface Placed extends Placing {
  readonly report: Report;
}

const placed = memo<Crowded, Placed>();

/** The report on one of a crowd: the same while all that it names stays in its place, as it does at most keystrokes. */
function reportOn(one: Crowded, { lines, starts }: Placing): Report {
  const { index, message, others, fixes } = one;
  const named = [index, ...others];
  const known = placed.get(one);
  if (known && named.every((at, place) => lines[at] === known.lines[place] && starts[at] === known.starts[place])) return known.report;
  const spanOf = (at: number): Span => shift(timeSpan(lines[at]), starts[at] ?? 0);
  const report: Report = {
    at: { span: spanOf(index) },
    message,
    related: others.map((other) => ({ span: spanOf(other), message: 'this one starts then, too' })),
    fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => shiftEdit(edit, starts[index] ?? 0)) })),
  };
  placed.set(one, { report, lines: named.flatMap((at) => lines[at] ?? []), starts: named.map((at) => starts[at] ?? 0) });
  return report;
}

export const clash: Rule<CrontabLine> = {
  id: 'crontab/clash',
  severity: 'info',
  docs: {
    summary: 'Five or more jobs of the file start at the same minute.',
    why: 'They want the processor, the disk and the network at once, and each takes longer than it would alone. Four are let pass; from the fifth on each is named.',
    remedy: 'Give some of them another minute.',
    bad: [
      {
        path: '/etc/cron.d/night',
        text: '0 3 * * * root /opt/a\n0 3 * * * root /opt/b\n0 3 * * * root /opt/c\n0 3 * * * root /opt/d\n0 3 * * * root /opt/e\n',
      },
      {
        path: '/var/spool/cron/ann',
        text: '@daily /opt/a\n0 * * * * /opt/b\n0 0 * * * /opt/c\n0 0 1 * * /opt/d\n@daily /opt/e\n@daily /opt/f\n',
      },
    ],
    good: [
      {
        path: '/etc/cron.d/night',
        text: '0 3 * * 1 root /opt/a\n0 3 * * 2 root /opt/b\n0 3 * * 3 root /opt/c\n0 3 * * 4 root /opt/d\n0 3 * * 5 root /opt/e\n',
      },
      {
        path: '/var/spool/cron/ann',
        text: '* * * * * /opt/a\n* * * * * /opt/b\n* * * * * /opt/c\n* * * * * /opt/d\n0 3 * * * /opt/e\n',
      },
      {
        path: '/etc/cron.d/night',
        text: '0 3 31 4,6 * root /opt/a\n0 3 * 4 * root /opt/b\n0 3 * 4 * root /opt/c\n0 3 * * * root /opt/d\n0 3 * * * root /opt/e\n',
      },
    ],
    nearMiss: {
      path: '/etc/cron.d/night',
      text: '0 3 * * * root /opt/a\n0 3 * * * root /opt/b\n0 3 * * * root /opt/c\n0 3 * * * root /opt/d\n1 3 * * * root /opt/e\n',
    },
  },
  checkDocument: (document, context) => crowdedIn(document.lines, context).map((one) => reportOn(one, document)),
};
