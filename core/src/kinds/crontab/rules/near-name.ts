/** An assignment to a name that is nearly one of those that cron heeds. */
import { isNear } from '../../../knowledge/near.js';
import type { Document } from '../../../model/document.js';
import type { Report, Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { shift } from '../../../text/span.js';
import type { CrontabLine } from '../model.js';
import { isIdle } from '../verdicts/differ.js';

/** What every cron that reads assignments heeds. */
const HEEDED = ['SHELL', 'PATH', 'MAILTO', 'HOME'] as const;

/** Short names have many neighbours that mean something else: of these only letters that changed places count, or their case. */
const SHORT = 4;

const letters = (name: string): string => [...name.toUpperCase()].sort().join('');

/** The name that `name` is near to; undefined where it is that name, or none. */
function nearTo(name: string): string | undefined {
  if (!/^\w+$/.test(name)) return undefined;
  return HEEDED.find((known) => known !== name && isNear(name, known) && (known.length > SHORT || letters(name) === letters(known)));
}

/** True where a command of the file may use the variable. */
const isUsed = (text: string, name: string): boolean => new RegExp(`\\$\\{?${name}\\b`).test(text);

function* reportsIn({ text, lines, starts }: Document<CrontabLine>, dialects: readonly string[]): Iterable<Report> {
  for (let index = 0; index < lines.length; index++) {
    const { assignment, text: own = '' } = lines[index] ?? {};
    if (assignment === undefined) continue;
    const name = assignment.name.text;
    const known = nearTo(name);
    if (known === undefined || isIdle(dialects, own) || isUsed(text, name)) continue;
    // Who sets that one, too, means another.
    if (lines.some((line) => line.assignment?.name.text === known)) continue;
    const at = { ...assignment.name, span: shift(assignment.name.span, starts[index] ?? 0) };
    yield {
      at,
      message: `“${name}” means nothing to cron, and no command here uses it. Write “${known}” if that is meant.`,
      fixes: [{ title: `Write ${known}`, edits: [replace(at, known)], safe: false }],
    };
  }
}

export const nearName: Rule<CrontabLine> = {
  id: 'crontab/near-name',
  severity: 'warning',
  docs: {
    summary: 'An assignment to a name that differs in a letter, or in case, from one that cron heeds.',
    why: 'Cron heeds SHELL, PATH, MAILTO and HOME, written so. Any other name is a variable of the commands, and nobody is told of a slip: mail goes where it went, and commands are run by /bin/sh.',
    remedy: 'Write the name as cron knows it.',
    bad: [
      { path: '/etc/cron.d/backup', text: 'HELL=/bin/bash\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/var/spool/cron/ann', text: 'mailto=ann\n0 3 * * * /home/ann/bin/backup\n' },
      { path: '/var/spool/cron/ann', text: 'MAIL_TO=ann\nPAHT=/usr/bin:/bin\n0 3 * * * /home/ann/bin/backup\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: 'MAIL_TO=ann\n0 3 * * * root backup | mail -s x $MAIL_TO\n' },
      { path: '/etc/cron.d/backup', text: 'XPATH=//a\nROME=1\nMAIL(TO=1\nmailto=ann\nMAILTO=bob\n0 3 * * * root /usr/local/sbin/backup\n' },
    ],
    nearMiss: { path: '/var/spool/cron/ann', text: 'MAILTO=ann\n0 3 * * * /home/ann/bin/backup\n' },
  },
  checkDocument: (document, { dialects }) => reportsIn(document, dialects),
};
