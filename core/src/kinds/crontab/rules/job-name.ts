/** Names of jobs for dcron: two jobs with one, one that makes no file, and one that is waited for and not there. */
import type { Document } from '../../../model/document.js';
import type { Report, Rule } from '../../../model/rule.js';
import { type Span, shift } from '../../../text/span.js';
import { readsOnlyJobOptions } from '../dialects/dialects.js';
import { isRead } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { readDcronEntry } from '../reading/entry-dcron.js';

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

function jobIn({ type, shape, tokens }: CrontabLine, start: number): Job | undefined {
  if (type !== 'entry' || shape === undefined) return undefined;
  const { reading, options } = readDcronEntry(shape);
  if (reading.refused !== undefined) return undefined;
  const spanOf = (key: string): Span =>
    shift(tokens.find(({ role, text }) => role === 'option' && text.startsWith(key))?.span ?? { start: 0, end: 0 }, start);
  const { name, after } = options;
  return {
    ...(name !== undefined && { named: { name, span: spanOf('ID='), isTimed: reading.every !== undefined } }),
    after: after?.split(',').map((item) => item.replace(/\/.*$/, '')) ?? [],
    afterSpan: spanOf('AFTER='),
  };
}

const jobsIn = ({ lines, starts }: Document<CrontabLine>): readonly Job[] =>
  lines.flatMap((line, index) => jobIn(line, starts[index] ?? 0) ?? []);

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
      { path: '/var/spool/cron/crontabs/ann', text: '0 4 * * * ID=a /home/ann/bin/dump\n0 5 * * * ID=a /home/ann/bin/send\n' },
    ],
    nearMiss: {
      path: '/var/spool/cron/crontabs/ann',
      text: '# daemonlint: dialect=dcron\n@daily ID=backup /home/ann/bin/backup\n@weekly ID=full /home/ann/bin/backup --full\n',
    },
  },
  heeds: (context) => readsOnlyJobOptions(context.dialects) && isRead(context),
  *checkDocument(document) {
    const jobs = jobsIn(document);
    const all = new Set(jobs.map(({ named }) => named?.name));
    const above = new Map<string, Named>();
    for (const { named, after, afterSpan } of jobs) {
      for (const name of new Set(after))
        if (!above.has(name))
          yield {
            at: { span: afterSpan },
            message: `No job above is called “${name}”, so that dcron does not wait for it. ${all.has(name) ? 'Move that job above this one.' : 'Correct the name, or give the job that is meant an ID=.'}`,
          };
      if (named === undefined) continue;
      yield* aboutName(named, above.get(named.name));
      if (!above.has(named.name)) above.set(named.name, named);
    }
  },
};
