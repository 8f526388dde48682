/** Many jobs of one file that start at the same minute. */
import type { Context } from '../../../model/context.js';
import type { Document } from '../../../model/document.js';
import type { Rule } from '../../../model/rule.js';
import { shiftEdit } from '../../../text/edit.js';
import { type Span, shift } from '../../../text/span.js';
import { Counts, CROWD, crowdWith, hoursIn, type Job } from '../clashes.js';
import { dialectById } from '../dialects.js';
import type { CrontabLine } from '../model.js';
import { patternOf } from '../pattern.js';
import { freeMinute, spreading } from '../spread.js';

/** A job and where its time stands, as offsets into the text. */
interface Placed extends Job {
  readonly span: Span;
}

/** So many jobs of one minute are looked at for five that share a date. */
const LOOKED_AT = 32;

/** So many are named: who has more has another trouble than one of them. */
const NAMED = 100;

const timeSpan = ({ shape }: CrontabLine): Span | undefined => (shape?.macro ?? shape?.fields[0])?.span;

/** The jobs by the minute of the day, as far as they are looked at. */
class Table {
  private readonly cells = new Map<number, Placed[]>();

  add(job: Placed): void {
    for (const hour of hoursIn(job.schedule.hours.low)) {
      const at = hour * 60 + job.minute;
      const cell = this.cells.get(at);
      if (cell === undefined) this.cells.set(at, [job]);
      else if (cell.length < LOOKED_AT) cell.push(job);
    }
  }

  /** Four others that start with `job` in one of `hours`, and that hour. */
  crowdOf(job: Job, hours: number): Crowd | undefined {
    for (const hour of hoursIn(hours)) {
      const others = crowdWith(job.schedule, this.cells.get(hour * 60 + job.minute) ?? []);
      if (others) return { hour, others };
    }
    return undefined;
  }
}

interface Crowd {
  readonly hour: number;
  readonly others: readonly Placed[];
}

/** True where five jobs start at one minute, whatever their days: asked first, since most files have no such minute. */
function mayCrowd(lines: readonly CrontabLine[], context: Context): boolean {
  const counts = new Counts();
  for (const line of lines) {
    const { job } = patternOf(line, context);
    if (job !== undefined && counts.add(job.minute, job.schedule.hours) !== 0) return true;
  }
  return false;
}

interface Joiner {
  readonly line: CrontabLine;
  readonly start: number;
  readonly job: Placed;
  readonly crowd: Crowd;
}

/** The jobs that make a crowd or join one, in the order of the text. */
function* joiners({ lines, starts }: Document<CrontabLine>, counts: Counts, context: Context): Iterable<Joiner> {
  const table = new Table();
  for (const [index, line] of lines.entries()) {
    if (delays(line)) return;
    const { job } = patternOf(line, context);
    const own = job && timeSpan(line);
    if (job === undefined || own === undefined) continue;
    const start = starts[index] ?? 0;
    const placed = { ...job, span: shift(own, start) };
    const crowded = counts.add(job.minute, job.schedule.hours);
    const crowd = crowded === 0 ? undefined : table.crowdOf(job, crowded);
    table.add(placed);
    if (crowd) yield { line, start, job: placed, crowd };
  }
}

const two = (value: number): string => String(value).padStart(2, '0');

/** True below an assignment by which cronie waits at random before each job. */
const delays = ({ assignment }: CrontabLine): boolean => assignment?.name.text === 'RANDOM_DELAY' && Number(assignment.value.text) > 0;

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
    ],
    nearMiss: {
      path: '/etc/cron.d/night',
      text: '0 3 * * * root /opt/a\n0 3 * * * root /opt/b\n0 3 * * * root /opt/c\n0 3 * * * root /opt/d\n1 3 * * * root /opt/e\n',
    },
  },
  *checkDocument(document, context) {
    if (!mayCrowd(document.lines, context)) return;
    const dialects = context.dialects.flatMap((id) => dialectById(id) ?? []);
    const counts = new Counts();
    let named = 0;
    for (const { line, start, job, crowd } of joiners(document, counts, context)) {
      const minute = freeMinute(line, job, counts);
      if (minute !== undefined) counts.add(minute, job.schedule.hours);
      const isLast = ++named === NAMED;
      yield {
        at: { span: job.span },
        message: `At ${two(crowd.hour)}:${two(job.minute)} at least ${CROWD} jobs of this file start together, this one among them. Give it another minute.${isLast ? ` There may be more: only the first ${NAMED} are named.` : ''}`,
        related: crowd.others.map(({ span }) => ({ span, message: 'this one starts then, too' })),
        fixes: spreading(line, minute, dialects).map((fix) => ({ ...fix, edits: fix.edits.map((edit) => shiftEdit(edit, start)) })),
      };
      if (isLast) return;
    }
  },
};
