/** An address that cron finds unsafe, and sends nothing to. */

import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { withoutLineEnd } from '../../../text/lines.js';
import { isTemplated } from '../../../text/template.js';
import type { Word } from '../../../text/words.js';
import { type Dialect, dialectsNamed } from '../dialects/dialects.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { secondIn } from '../reading/second-assignment.js';
import { ANACRONTAB, type Form } from '../reading/shape.js';
import { commentFix, commentIn } from '../reading/value-comment.js';
import { listed } from '../schedule/lists.js';
import { verdictOf } from '../verdicts/verdict.js';

/** The value that is meant, in an address that every cron mails to; undefined where nobody knows. In brackets, as mail programs have it, stands the address alone. */
function meantBy(value: string): string | undefined {
  const parts = value.split(value.includes('<') ? /[,;]+/ : /[\s,;]+/);
  const meant = parts
    .map((part) => (/<([^<>]+)>/.exec(part)?.[1] ?? part).trim())
    .filter((part) => part !== '')
    .join(',');
  return /^[a-z0-9][\w.+-]*(?:@[\w.-]+)?(?:,[a-z0-9][\w.+-]*(?:@[\w.-]+)?)*$/.test(meant) ? meant : undefined;
}

function fixesOf(value: Word, text: string): Fix[] {
  const comment = commentIn(value, text);
  if (comment) return [commentFix(value, text, comment)];
  const meant = meantBy(value.text);
  return meant === undefined ? [] : [{ title: `Write ${meant}`, edits: [replace(value, meant)], safe: false }];
}

/** True where `dialect` takes the line for an assignment, and mails to nobody for it. */
function isUnsafe(text: string, form: Form, dialect: Dialect): boolean {
  const verdict = dialect.mailsTo ? verdictOf(text, form, dialect) : undefined;
  return verdict?.type === 'assignment' && verdict.value !== '' && dialect.mailsTo?.test(verdict.value) === false;
}

/** The first thing in `value` that none of them takes, in words. */
function culprit(value: string): string {
  if (/[ \t]/.test(value)) return 'a blank';
  const [mark = ''] = /[^\w@!:%.,+-]/u.exec(value) ?? [];
  return mark === '' ? `“${value.charAt(0)}” at its beginning` : `“${mark}”`;
}

export const mailAddress: Rule<CrontabLine> = {
  id: 'crontab/mail-address',
  severity: 'warning',
  docs: {
    summary: 'A MAILTO that cron finds unsafe: the output of the jobs is mailed to nobody.',
    why: 'The value goes to the mail program, and most crons let letters, digits and a few marks pass alone. With anything else, such as the blank in `ann, bob` or a name before `<ann@example.org>`, the output of all jobs below is dropped, and the log has one line about it at each run.',
    remedy: 'Write the plain address; part several ones with commas, without blanks.',
    bad: [
      { path: '/etc/cron.d/backup', text: 'MAILTO="ann, bob"\n0 3 * * * root backup\n' },
      { path: '/etc/cron.d/backup', text: 'MAILTO=ann@example.org # she wants it\n0 3 * * * root backup\n' },
      { path: '/var/spool/cron/crontabs/ann', text: 'MAILTO=Ann <ann@example.org>\n0 3 * * * /home/ann/bin/backup\n' },
      { path: '/var/spool/cron/crontabs/ann', text: 'MAILTO=ann;bob\n0 3 * * * /home/ann/bin/backup\n' },
      { path: '/etc/cron.d/backup', text: '# daemonlint: dialect=cronie\nMAILTO=ann/cron@example.org\n0 3 * * * root backup\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: 'MAILTO="ann+cron@example.org,bob"\n0 3 * * * root backup\n' },
      { path: '/etc/cron.d/backup', text: 'MAILTO=""\n0 3 * * * root backup\n' },
      { path: '/etc/cron.d/backup', text: 'MAILTO=$OPERATORS\n0 3 * * * root backup\n' },
      { path: '/etc/cron.d/backup', text: '# daemonlint: dialect=debian\nMAILTO=ann/cron@example.org\n0 3 * * * root backup\n' },
      { path: '/usr/local/etc/cron.d/backup', text: 'MAILTO="ann, bob"\n0 3 * * * root backup\n' },
    ],
    nearMiss: { path: '/var/spool/cron/crontabs/ann', text: 'MAILTO=ann,bob\n0 3 * * * /home/ann/bin/backup\n' },
    references: [{ title: "Debian's cron 3.0pl1-162 and cronie 1.7.2, run with 25 addresses; safe_p of OpenBSD and NetBSD, read" }],
  },
  heeds: (context) => context.form !== ANACRONTAB && isRead(context),
  types: ['setting'],
  concerns: ({ assignment }) => assignment?.name.text === 'MAILTO',
  *checkLine({ assignment, text }, context) {
    // What is to be filled in, by a template or by cronie, is not known here.
    if (assignment === undefined || isTemplated(text) || assignment.value.text.includes('$')) return;
    // Where the value ends is told first.
    if (secondIn(assignment.value.text) !== undefined) return;
    const form: Form = context.form === 'system' ? 'system' : 'user';
    const dialects = dialectsNamed(readersOf(context)).filter((dialect) => isUnsafe(withoutLineEnd(text), form, dialect));
    if (dialects.length === 0) return;
    const { value } = assignment;
    yield {
      at: value,
      message: `${listed(dialects.map(({ title }) => title))} ${dialects.length === 1 ? 'mails' : 'mail'} the output of the jobs below to nobody: an address may hold letters, digits and a few marks such as “@.-,”, and “${value.text}” has ${culprit(value.text)} in it. Write the plain address; part several ones with commas, without blanks.`,
      fixes: fixesOf(value, text),
    };
  },
};
