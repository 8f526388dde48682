/** Line ends of Windows. */

import { returnsFix } from '../../../model/returns.js';
import type { Rule } from '../../../model/rule.js';
import { costAt } from '../dialects/dialect.js';
import { dialectsNamed } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import { ANACRONTAB } from '../reading/shape.js';
import { costOf } from '../verdicts/cost.js';

const hasReturn = ({ text }: CrontabLine): boolean => /\r\n?$/.test(text);

/** A line of nothing but blanks and a CR is an entry that cron can't read. */
const isBroken = (line: CrontabLine): boolean => line.type === 'blank' && hasReturn(line);

export const carriageReturn: Rule<CrontabLine> = {
  id: 'crontab/carriage-return',
  severity: 'warning',
  docs: {
    summary: 'Lines end in CR and LF, as Windows writes them.',
    why: 'To cron the CR belongs to the command: the program gets it as its last character; anacron keeps it in values as well, where cron leaves it out. An empty line with a CR is one that cron cannot read, and Debian then ignores the whole file.',
    remedy: 'Save the file with LF line ends.',
    bad: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\r\n' },
      { path: '/etc/crontab', text: 'MAILTO=root\r\n\r\n0 3 * * * root /usr/local/sbin/backup\r\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: '# nightly\r\nMAILTO=root\r\n0 3 * * * root /usr/local/sbin/backup\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: '#0 3 * * * root /usr/local/sbin/backup\r\n' },
  },
  *checkDocument(document, { dialects, form }) {
    const strict = document.text.includes('\r') ? dialectsNamed(dialects).filter(({ keepsReturn }) => keepsReturn) : [];
    if (strict.length === 0) return;
    // Cron leaves blanks of every kind out at the end of a value.
    const harmless = form === ANACRONTAB ? 'blank' : 'setting';
    const hit = document.lines.flatMap((line, index) =>
      hasReturn(line) && line.type !== 'comment' && line.type !== 'commented' && line.type !== harmless ? [index] : [],
    );
    const first = hit.find((index) => document.lines[index]?.type === 'blank') ?? hit[0];
    const line = first === undefined ? undefined : document.lines[first];
    if (first === undefined || line === undefined) return;
    const end = (document.starts[first] ?? 0) + line.text.replace(/\n$/, '').length;
    const many = hit.length === 1 ? 'One line ends' : `${hit.length} lines end`;
    yield {
      at: { span: { start: end - 1, end } },
      ...(isBroken(line) && { severity: 'error' as const }),
      message: isBroken(line)
        ? `${many} in CR and LF. To cron this one is not empty: it holds a CR, which is a bad minute; ${costOf(strict.map((dialect) => ({ cost: costAt(dialect, 'minute', form === 'system' ? form : 'user') })))}. Save the file with LF line ends.`
        : `${many} in CR and LF. The CR becomes the last character of the ${form === ANACRONTAB ? 'command or value' : 'command'}. Save the file with LF line ends.`,
      fixes: [returnsFix(document.text)],
    };
  },
};
