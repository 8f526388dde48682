/** Quotes and blanks that anacron takes for a part of the value. */
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { isTemplated } from '../../../text/template.js';
import { anacrons } from '../anacron/anacrons.js';
import type { CrontabLine } from '../model.js';
import { ANACRONTAB } from '../reading/shape.js';

const QUOTED = /^(["'])(.*)\1$/s;

/** Settings of anacron itself are judged with their values. */
const OWN = new Set(anacrons.flatMap(({ settings }) => settings));

export const anacronValue: Rule<CrontabLine> = {
  id: 'crontab/anacron-value',
  severity: 'warning',
  docs: {
    summary: 'A value in anacrontab stands in quotes, or behind a blank.',
    why: 'Unlike cron, anacron takes all that stands behind the equals sign, quotes and blanks included. With `PATH = /usr/bin:/bin` or `PATH="/usr/bin:/bin"` the first directory is one that does not exist; `MAILTO="root"` is mailed to `"root"`.',
    remedy: 'Write NAME=value, without blanks around the equals sign and without quotes.',
    bad: [
      { path: '/etc/anacrontab', text: 'PATH = /usr/sbin:/usr/bin:/sbin:/bin\n1 5 backup /usr/local/sbin/backup\n' },
      { path: '/etc/anacrontab', text: 'MAILTO="root"\n1 5 backup /usr/local/sbin/backup\n' },
    ],
    good: [{ path: '/etc/anacrontab', text: 'GREETING=say "good morning"\nMAILTO =root\n1 5 backup /usr/local/sbin/backup\n' }],
    nearMiss: { path: '/etc/anacrontab', text: 'MAILTO=root\n1 5 backup /usr/local/sbin/backup\n' },
  },
  heeds: ({ form }) => form === ANACRONTAB,
  types: ['setting'],
  *checkLine({ assignment, text }) {
    if (assignment === undefined || OWN.has(assignment.name.text) || isTemplated(text)) return;
    const { name, value } = assignment;
    const meant = value.text.trim();
    const [, quote, inside] = QUOTED.exec(meant) ?? [];
    if (meant === '' || (quote === undefined && !/^[ \t]/.test(value.text))) return;
    const wanted = inside ?? meant;
    const fixes: Fix[] =
      wanted === ''
        ? []
        : [{ title: `Write ${name.text}=…, as anacron reads it`, edits: [{ span: value.span, text: wanted }], safe: false }];
    yield {
      at: { span: { start: value.span.start, end: value.span.start + value.text.trimEnd().length } },
      message: `Anacron takes ${quote === undefined ? 'the blank before it' : 'the quotes'} for a part of the value of ${name.text}. Write the value right behind the equals sign${quote === undefined ? '' : ', without quotes'}.`,
      fixes,
    };
  },
};
