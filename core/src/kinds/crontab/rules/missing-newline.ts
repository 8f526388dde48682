/** A last line without its line feed. */
import type { Rule } from '../../../model/rule.js';
import { insert } from '../../../text/edit.js';
import { lineEndOf } from '../../../text/lines.js';
import { dialectById } from '../dialects/dialects.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { ANACRONTAB } from '../reading/shape.js';
import { isReadLine } from '../reading/size.js';

export const missingNewline: Rule<CrontabLine> = {
  id: 'crontab/missing-newline',
  severity: 'error',
  docs: {
    summary: 'The last entry has no line feed behind it.',
    why: "Cron reads a line up to its line feed. Without it Debian's cron ignores the whole file, and other crons the last line.",
    remedy: 'End the file with a line feed.',
    bad: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup' },
      { path: '/var/spool/cron/crontabs/ann', text: 'MAILTO=ann\n0 3 * * * /home/ann/bin/backup' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/etc/crontabs/root', text: '0 3 * * * /usr/sbin/backup' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: '#0 3 * * * root /usr/local/sbin/backup' },
  },
  heeds: isRead,
  *checkDocument(document, context) {
    const dialects = readersOf(context);
    // Anacron takes a last line as it is.
    if (context.form === ANACRONTAB) return;
    const last = document.lines.at(-1);
    if (last === undefined || last.text.endsWith('\n') || !isReadLine(last)) return;
    const costs = [...new Set(dialects.flatMap((id) => dialectById(id)?.noLineFeed ?? []))];
    const [first, final] = [last.tokens[0], last.tokens.at(-1)];
    const start = document.starts.at(-1) ?? 0;
    if (costs.length === 0 || first === undefined || final === undefined) return;
    yield {
      at: { span: { start: start + first.span.start, end: start + final.span.end } },
      message: `The file ends without a line feed: ${costs.join('; ')}. Add one.`,
      fixes: [
        { title: 'Add the missing line feed at the end', edits: [insert(document.text.length, lineEndOf(document.text))], safe: true },
      ],
    };
  },
};
