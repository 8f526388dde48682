/** Many jobs of one file that start at the same minute. */
import type { Context } from '../../../model/context.js';
import type { Rule } from '../../../model/rule.js';
import { shiftEdit } from '../../../text/edit.js';
import { type Span, shift } from '../../../text/span.js';
import { CROWD, countsOf, type Job, type Joiner, joinersAmong } from '../clashes.js';
import { dialectById } from '../dialects.js';
import type { CrontabLine } from '../model.js';
import { patternsOf } from '../pattern.js';
import { freeMinute, spreading } from '../spread.js';

/** So many are named: who has more has another trouble than one of them. */
const NAMED = 100;

const timeSpan = (line: CrontabLine | undefined): Span => (line?.shape?.macro ?? line?.shape?.fields[0])?.span ?? { start: 0, end: 1 };

/** What was found last, and in which jobs: most keystrokes change none of them. */
const remembered = new WeakMap<Context, { readonly jobs: readonly (Job | undefined)[]; readonly joiners: readonly Joiner[] }>();

/** The jobs by line, as far as no assignment above makes cron wait at random before them. */
function jobsOf(lines: readonly CrontabLine[], context: Context): (Job | undefined)[] {
  const delay = lines.findIndex(delays);
  const jobs = patternsOf(lines, context).map(({ job }) => job);
  return delay === -1 ? jobs : jobs.slice(0, delay);
}

function joinersOf(jobs: readonly (Job | undefined)[], context: Context): readonly Joiner[] {
  const before = remembered.get(context);
  if (before?.jobs.length === jobs.length && jobs.every((job, index) => job === before.jobs[index])) return before.joiners;
  const joiners = joinersAmong(jobs, NAMED);
  remembered.set(context, { jobs, joiners });
  return joiners;
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
  *checkDocument({ lines, starts }, context) {
    const jobs = jobsOf(lines, context);
    const joiners = joinersOf(jobs, context);
    if (joiners.length === 0) return;
    const dialects = context.dialects.flatMap((id) => dialectById(id) ?? []);
    const counts = countsOf(jobs);
    const spanOf = (index: number): Span => shift(timeSpan(lines[index]), starts[index] ?? 0);
    for (const [number, { index, job, hour, others }] of joiners.entries()) {
      const line = lines[index];
      if (line === undefined) continue;
      const minute = freeMinute(line, job, counts);
      if (minute !== undefined) counts.add(minute, job.schedule.hours);
      const more = number + 1 === NAMED ? ` There may be more: only the first ${NAMED} are named.` : '';
      yield {
        at: { span: spanOf(index) },
        message: `At ${two(hour)}:${two(job.minute)} at least ${CROWD} jobs of this file start together, this one among them. Give it another minute.${more}`,
        related: others.map((other) => ({ span: spanOf(other), message: 'this one starts then, too' })),
        fixes: spreading(line, minute, dialects).map((fix) => ({
          ...fix,
          edits: fix.edits.map((edit) => shiftEdit(edit, starts[index] ?? 0)),
        })),
      };
    }
  },
};
