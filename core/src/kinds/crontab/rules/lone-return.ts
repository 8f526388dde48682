/** Line ends of old Macs: a CR without a line feed, which ends no line. */
import type { Rule } from '../../../model/rule.js';
import { type Edit, replace } from '../../../text/edit.js';
import type { CrontabLine } from '../model.js';

/** CRs in a row, with the line feed behind them if there is one: those before a line feed are another matter. */
const RUN = /\r+\n?/g;

const edits = (text: string): Edit[] =>
  [...text.matchAll(RUN)].flatMap(({ index, 0: run }) =>
    run.endsWith('\n') ? [] : [replace({ span: { start: index, end: index + run.length } }, '\n'.repeat(run.length))],
  );

export const loneReturn: Rule<CrontabLine> = {
  id: 'crontab/lone-return',
  severity: 'error',
  docs: {
    summary: 'A CR stands within a line, where a line was meant to end.',
    why: 'Cron ends a line at the line feed alone. Editors show two lines where it reads one: the second becomes a part of the first, of its command or of its comment, and never runs by itself.',
    remedy: 'Save the file with LF line ends.',
    bad: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\r0 4 * * * root /usr/local/sbin/sweep\n' },
      { path: '/var/spool/cron/ann', text: '# nightly\r0 3 * * * /home/ann/bin/backup\r' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n0 4 * * * root /usr/local/sbin/sweep\n' },
      { path: '/var/spool/cron/ann', text: '# nightly\r\n0 3 * * * /home/ann/bin/backup\r\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n0 4 * * * root /usr/local/sbin/sweep;\n' },
  },
  marks: [/\r/],
  *checkLine({ text }) {
    const at = text.indexOf('\r');
    if (at >= text.trimEnd().length) return;
    yield {
      at: { span: { start: at, end: at + 1 } },
      message:
        'A CR stands here without a line feed. Cron goes on reading the same line: what an editor shows as the next one is a part of it. Save the file with LF line ends.',
      fixes: [{ title: 'Change each such CR to a line feed', edits: edits(text), safe: false }],
    };
  },
};
