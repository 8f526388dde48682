/** Days of the week that end on a Sunday written as 0: only the newest cronie goes on to it. */
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { isTemplated } from '../../../text/template.js';
import { slice } from '../../../text/words.js';
import { dialectsNamed } from '../dialects/dialects.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { listed } from '../schedule/lists.js';

/** A range without a step that ends on 0, or by its name. */
const TO_SUNDAY = /(?<=^|,)(\w+)-(?:0+|sun)(?=,|$)/i;

/** What begins on a Sunday is that day alone. */
const SUNDAY = /^(?:0+|sun)$/i;

export const sundayEnd: Rule<CrontabLine> = {
  id: 'crontab/sunday-end',
  severity: 'warning',
  docs: {
    summary: 'Days such as `sat-sun`, which only the newest cronie reads as they are meant.',
    why: 'To cron Sunday is 0 when it comes from a name, and a range that ends before it begins is empty. cronie up to 1.7.2, the one of most systems, never runs such an entry and says nothing; its code of 2025 takes the 0 for 7. Where other crons may read the file, their reading is told beside it.',
    remedy: 'Write 7 for the Sunday at the end: `sat-7`.',
    bad: [
      { path: '/var/spool/cron/ann', text: '0 9 * * sat-sun /home/ann/bin/report\n' },
      { path: '/etc/cron.d/report', text: '# daemonlint: dialect=cronie\n0 9 * * 1,5-0 root /usr/local/bin/report\n' },
    ],
    good: [
      { path: '/var/spool/cron/ann', text: '0 9 * * sat,sun /home/ann/bin/report\n' },
      { path: '/var/spool/cron/ann', text: '0 9 * * sun-0 /home/ann/bin/report\n' },
      { path: '/etc/crontabs/root', text: '0 9 * * sat-sun /usr/local/bin/report\n' },
    ],
    nearMiss: { path: '/var/spool/cron/ann', text: '0 9 * * sat-7 /home/ann/bin/report\n' },
    references: [{ title: 'entry.c of cronie 1.7.2, run, and of November 2025, run' }],
  },
  heeds: isRead,
  types: ['entry'],
  marks: [/-(?:0|sun)/i],
  *checkLine(line, context) {
    const field = line.shape?.fields[4];
    const [range = '', first = ''] = TO_SUNDAY.exec(field?.text ?? '') ?? [];
    const dialects = dialectsNamed(readersOf(context));
    if (field === undefined || range === '' || SUNDAY.test(first) || isTemplated(line.text)) return;
    const [last] = dialects.flatMap(({ zeroEndsAfter }) => zeroEndsAfter ?? []);
    if (last === undefined || !dialects.every(({ zeroEndsAtSeven }) => zeroEndsAtSeven)) return;
    const at = slice(field, field.text.indexOf(range), field.text.indexOf(range) + range.length);
    const wanted = `${first}-7`;
    yield {
      at,
      message: `“${range}” is no day of the week to ${listed(dialects.map(({ title }) => title))} up to ${last}: Sunday is 0 there, and the range ends before it begins. Write ${wanted}.`,
      fixes: [{ title: `Write ${wanted}`, edits: [replace(at, wanted)], safe: false }],
    };
  },
};
