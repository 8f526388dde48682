/** A `-` that keeps a run out of the log, in the crontab of somebody else than root. */
import type { Rule } from '../../../model/rule.js';
import { slice } from '../../../text/words.js';
import { dialectsNamed } from '../dialects/dialects.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { ownerIn } from '../path.js';
import { listed } from '../schedule/lists.js';

export const quietDash: Rule<CrontabLine> = {
  id: 'crontab/quiet-dash',
  severity: 'error',
  docs: {
    summary: 'A `-` before an entry, which is for root alone.',
    why: 'cronie takes a `-` before the minute for a wish to keep the run out of the log, and grants it to root and to system crontabs. In the crontab of any other user it refuses the entry, which never runs.',
    remedy: 'Delete the `-`.',
    bad: [
      { path: '/var/spool/cron/ann', text: '-*/5 * * * * /home/ann/bin/poll\n' },
      { path: '/var/spool/cron/ann', text: '-@daily /home/ann/bin/report\n' },
    ],
    good: [
      { path: '/var/spool/cron/root', text: '-*/5 * * * * /usr/local/sbin/poll\n' },
      { path: '/etc/cron.d/poll', text: '# daemonlint: dialect=cronie\n-*/5 * * * * ann /home/ann/bin/poll\n' },
    ],
    nearMiss: { path: '/var/spool/cron/ann', text: '*/5 * * * * /home/ann/bin/poll\n' },
    references: [{ title: 'entry.c of cronie 1.7.2, load_entry, run' }],
  },
  heeds: (context) => isRead(context) && context.form !== 'system' && !['root', undefined].includes(ownerIn(context.path)),
  types: ['entry'],
  marks: [/^[ \t]*-/m],
  *checkLine({ shape }, context) {
    const first = (shape?.dashed ?? shape)?.fields[0];
    const dialects = dialectsNamed(readersOf(context)).filter((dialect) => dialect.quietDash);
    if (first?.text.startsWith('-') !== true || dialects.length === 0) return;
    const dash = slice(first, 0, 1);
    yield {
      at: dash,
      message: `${listed(dialects.map(({ title }) => title))} lets root alone keep a run out of the log, and skips this entry of ${ownerIn(context.path) ?? 'a user'}. Delete the “-”.`,
      fixes: [{ title: 'Delete the “-”', edits: [{ span: dash.span, text: '' }], safe: false }],
    };
  },
};
