/** A byte order mark before the first line. */
import type { Rule } from '../../../model/rule.js';
import { dialectById } from '../dialects/dialects.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';

export const MARK = '\uFEFF';

/** What the mark does to the line that it stands before. */
function harm({ type, assignment }: CrontabLine, dialects: readonly string[]): string {
  if (type === 'setting') return `It becomes part of the name “${assignment?.name.text.replace(MARK, '') ?? ''}”, which then is never set`;
  const costs = [...new Set(dialects.flatMap((id) => dialectById(id)?.badLine ?? []))];
  return `To cron it belongs to the first line, comment or not, which cannot be read then: ${costs.join('; ')}`;
}

export const byteOrderMark: Rule<CrontabLine> = {
  id: 'crontab/byte-order-mark',
  severity: 'error',
  docs: {
    summary: 'A byte order mark stands before the first line.',
    why: 'Most editors do not show it, and cron reads it as part of the first line: a comment is none any more, an entry has a bad minute, an assignment sets another name.',
    remedy: 'Save the file as UTF-8 without BOM.',
    bad: [
      { path: '/etc/crontab', text: '\uFEFF0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/etc/crontab', text: '\uFEFF# nightly\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/var/spool/cron/ann', text: '\uFEFFMAILTO=ann\n0 3 * * * /home/ann/bin/backup\n' },
    ],
    good: [{ path: '/etc/cron.d/backup', text: '# ﻿nightly\n0 3 * * * root /usr/local/sbin/backup\n' }],
    nearMiss: { path: '/etc/crontab', text: '0 3 * * * root /usr/local/sbin/backup\uFEFF.sh\n' },
  },
  heeds: isRead,
  *checkDocument(document, context) {
    const dialects = readersOf(context);
    const [first] = document.lines;
    if (first === undefined || !first.text.startsWith(MARK)) return;
    yield {
      at: { span: { start: 0, end: MARK.length } },
      message: `A byte order mark stands before the first line, invisible in most editors. ${harm(first, dialects)}. Save the file as UTF-8 without BOM.`,
      fixes: [{ title: 'Delete the byte order mark', edits: [{ span: { start: 0, end: MARK.length }, text: '' }], safe: true }],
    };
  },
};
