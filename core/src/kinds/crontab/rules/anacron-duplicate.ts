/** Two jobs of an anacrontab with one name. */
import { beginsBranch } from '../../../model/branches.js';
import type { Rule } from '../../../model/rule.js';
import { type Span, shift } from '../../../text/span.js';
import { asRead } from '../anacron/job.js';
import type { CrontabLine } from '../model.js';
import { ANACRONTAB } from '../reading/shape.js';

export const anacronDuplicate: Rule<CrontabLine> = {
  id: 'crontab/anacron-duplicate',
  severity: 'warning',
  docs: {
    summary: 'Two jobs of anacrontab have the same name.',
    why: 'Anacron notes the day of the last run in a file of that name. Two jobs share it: when one has run, the other counts as done, and a job for each week never comes beside one for each day.',
    remedy: 'Give each job a name of its own.',
    bad: [{ path: '/etc/anacrontab', text: '1 5 backup /usr/local/sbin/backup\n7 9 backup /usr/local/sbin/backup --full\n' }],
    good: [{ path: '/etc/anacrontab', text: '1 5 backup /usr/local/sbin/backup\n#7 9 backup /usr/local/sbin/backup --full\n' }],
    nearMiss: { path: '/etc/anacrontab', text: '1 5 backup /usr/local/sbin/backup\n7 9 backup.full /usr/local/sbin/backup --full\n' },
  },
  heeds: ({ form }) => form === ANACRONTAB,
  *checkDocument(document) {
    const seen = new Map<string, Span>();
    for (const [index, line] of document.lines.entries()) {
      if (beginsBranch(line)) seen.clear();
      const { type, job } = line;
      if (job === undefined || type !== 'entry') continue;
      const name = asRead(job.identifier);
      const span = shift(job.identifier.span, document.starts[index] ?? 0);
      const first = seen.get(name);
      if (first === undefined) seen.set(name, span);
      else
        yield {
          at: { span },
          message: `Another job is called “${name}” already: the two share one note of their last run, so that one keeps the other from running. Give this one another name.`,
          related: [{ span: first, message: 'the first job of this name' }],
        };
    }
  },
};
