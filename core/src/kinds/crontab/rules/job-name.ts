/** Names of jobs for dcron: two jobs with one, one that makes no file, and one that is waited for and not there. */
import { beginsBranch } from '../../../model/branches.js';
import type { Report, Rule } from '../../../model/rule.js';
import { type Span, shift } from '../../../text/span.js';
import { readsOnlyJobOptions } from '../dialects/dialects.js';
import { isRead } from '../drop-in.js';
import type { CrontabLine } from '../model.js';

interface Named {
  readonly name: string;
  /** Of its `ID=`. */
  readonly span: Span;
  /** The time of its last run is kept in a file. */
  readonly isTimed: boolean;
}

interface Job {
  readonly named?: Named;
  readonly after: readonly string[];
  /** Of its `AFTER=`. */
  readonly afterSpan: Span;
}

/** The job of a line that begins at `start`, as the dialect `id` reads it; undefined for any other line, and for an entry that it refuses. */
function jobIn({ type, tokens, readings }: CrontabLine, start: number, id: string): Job | undefined {
  const reading = type === 'entry' ? readings?.[id] : undefined;
  if (reading === undefined || reading.refused !== undefined) return undefined;
  const optionOf = (key: string) => {
    const option = tokens.filter(({ role, text }) => role === 'option' && text.startsWith(key)).at(-1);
    return { value: option?.text.slice(key.length) ?? '', span: shift(option?.span ?? { start: 0, end: 0 }, start) };
  };
  const [name, after] = [optionOf('ID='), optionOf('AFTER=')];
  return {
    ...(name.value !== '' && { named: { name: name.value, span: name.span, isTimed: reading.every !== undefined } }),
    after: after.value === '' ? [] : after.value.split(',').map((item) => item.replace(/\/.*$/, '')),
    afterSpan: after.span,
  };
}

function* aboutName({ name, span, isTimed }: Named, first: Named | undefined): Iterable<Report> {
  if (isTimed && name.includes('/'))
    yield {
      at: { span },
      message: `dcron keeps the time of the last run in a file of its own called USER.${name}, and a slash makes that a file in a folder that is not there. Give the job a name without one.`,
    };
  if (first === undefined) return;
  const cost =
    isTimed && first.isTimed
      ? 'dcron keeps the last run of both in one file, so that one keeps the other from running'
      : 'AFTER= waits for the first of the two alone';
  yield {
    at: { span },
    message: `Another job is called “${name}” already: ${cost}. Give this one another name.`,
    related: [{ span: first.span, message: 'the first job of this name' }],
  };
}

export const jobName: Rule<CrontabLine> = {
  id: 'crontab/job-name',
  severity: 'warning',
  docs: {
    summary: 'A name of a job for dcron that two jobs have, that makes no file, or that no job above has.',
    why: 'dcron keeps the time of the last run of a job with `FREQ=` or a word such as `@daily` in a file that is called after the user and the job: two jobs of one name share it. A job waits only for those that stand above it in the same file; another name in `AFTER=` is passed over with a line in the log.',
    remedy: 'Give each job a name of its own, without a slash, and put those that are waited for above those that wait.',
    bad: [
      {
        path: '/var/spool/cron/crontabs/ann',
        text: '# daemonlint: dialect=dcron\n@daily ID=backup /home/ann/bin/backup\n@weekly ID=backup /home/ann/bin/backup --full\n',
      },
      {
        path: '/var/spool/cron/crontabs/ann',
        text: '# daemonlint: dialect=dcron\n0 5 * * * AFTER=dump /home/ann/bin/send\n0 4 * * * ID=dump /home/ann/bin/dump\n',
      },
      { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=dcron\n@daily ID=backup/home /home/ann/bin/backup\n' },
    ],
    good: [
      {
        path: '/var/spool/cron/crontabs/ann',
        text: '# daemonlint: dialect=dcron\n0 4 * * * ID=dump /home/ann/bin/dump\n0 5 * * * AFTER=dump/2h /home/ann/bin/send\n',
      },
      {
        path: '/srv/crontab.j2',
        text: '# daemonlint: dialect=dcron\n{% if a %}\n@daily ID=x /bin/a\n{% else %}\n@weekly ID=x /bin/a\n{% endif %}\n0 5 * * * AFTER=x /bin/b\n',
      },
      { path: '/var/spool/cron/crontabs/ann', text: '0 4 * * * ID=a /home/ann/bin/dump\n0 5 * * * ID=a /home/ann/bin/send\n' },
    ],
    nearMiss: {
      path: '/var/spool/cron/crontabs/ann',
      text: '# daemonlint: dialect=dcron\n@daily ID=backup /home/ann/bin/backup\n@weekly ID=full /home/ann/bin/backup --full\n',
    },
  },
  heeds: (context) => readsOnlyJobOptions(context.dialects) && isRead(context),
  *checkDocument({ lines, starts }, { dialects: [id = ''] }) {
    const jobs = lines.map((line, index) => jobIn(line, starts[index] ?? 0, id));
    const all = new Set(jobs.map((job) => job?.named?.name));
    const above = new Set<string>();
    /** Of several branches of a template one counts. */
    const inBranch = new Map<string, Named>();
    for (const [index, line] of lines.entries()) {
      if (beginsBranch(line)) inBranch.clear();
      const { named, after = [], afterSpan } = jobs[index] ?? {};
      for (const name of new Set(after))
        if (!above.has(name) && afterSpan)
          yield {
            at: { span: afterSpan },
            message: `No job above is called “${name}”, so that dcron does not wait for it. ${all.has(name) ? 'Move that job above this one.' : 'Correct the name, or give the job that is meant an ID=.'}`,
          };
      if (named === undefined) continue;
      yield* aboutName(named, inBranch.get(named.name));
      above.add(named.name);
      if (!inBranch.has(named.name)) inBranch.set(named.name, named);
    }
  },
};
