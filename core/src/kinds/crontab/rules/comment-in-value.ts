/** A comment behind an assignment. */
import type { Rule } from '../../../model/rule.js';
import { isTemplated } from '../../../text/template.js';
import { dialectsNamed } from '../dialects/dialects.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { ANACRONTAB } from '../reading/shape.js';
import { commentFix, commentIn, type ValueComment } from '../reading/value-comment.js';
import { listed } from '../schedule/lists.js';

/** Rules of their own say what it does to these. */
const TOLD = new Set(['SHELL', 'MAILTO', 'CRON_TZ']);

/** Values that are lists of directories: the last one is spoilt. */
const LISTS = new Set(['PATH', 'LD_LIBRARY_PATH', 'PYTHONPATH', 'PERL5LIB', 'MANPATH']);

const consequence = (name: string, value: string, { meant }: ValueComment): string =>
  LISTS.has(name)
    ? `the last directory of ${name} is “${value.slice(meant.lastIndexOf(':') + 1)}” to them`
    : `the jobs below get “${value}” as ${name}`;

export const commentInValue: Rule<CrontabLine> = {
  id: 'crontab/comment-in-value',
  severity: 'warning',
  docs: {
    summary: 'A comment behind an assignment is part of its value.',
    why: 'Most crons know comments on lines of their own alone. What stands behind a value without quotes belongs to it, and the jobs get a directory, a zone or a file name that does not exist.',
    remedy: 'Put the comment on a line of its own.',
    bad: [
      { path: '/etc/cron.d/backup', text: 'PATH=/usr/local/bin:/usr/bin:/bin # for backup\n0 3 * * * root backup\n' },
      { path: '/var/spool/cron/crontabs/ann', text: 'HOME=/srv/data\t# where it works\r\n0 3 * * * ./backup\r\n' },
      { path: '/etc/cron.d/backup', text: 'SOURCE=/srv/data #old\n0 3 * * * root backup\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: '# for backup\nPATH=/usr/local/bin:/usr/bin:/bin\n0 3 * * * root backup\n' },
      { path: '/etc/cron.d/backup', text: 'COLOUR=#ff0000\nTITLE="issue # 5"\nBUILD=Build #42\n0 3 * * * root backup\n' },
      { path: '/etc/crontabs/root', text: 'MAILTO=ann # and not bob\n0 3 * * * backup\n' },
      { path: '/etc/cron.d/backup', text: 'DATA={{ data }} # filled in\n0 3 * * * root backup\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: 'SOURCE=/srv/data (old)\n0 3 * * * root backup\n' },
    references: [{ title: "Debian's cron 3.0pl1-162 and cronie 1.7.2, run; env.c of FreeBSD, OpenBSD and NetBSD" }],
  },
  heeds: (context) => context.form !== ANACRONTAB && isRead(context),
  types: ['setting'],
  concerns: ({ assignment }) => assignment !== undefined && /[ \t]#/.test(assignment.value.text),
  *checkLine({ assignment, text }, context) {
    if (assignment === undefined || TOLD.has(assignment.name.text) || isTemplated(text)) return;
    const found = commentIn(assignment.value, text);
    const dialects = dialectsNamed(readersOf(context)).filter(({ assignments }) => assignments === 'quoted');
    if (found === undefined || dialects.length === 0) return;
    const who = listed(dialects.map(({ title }) => title));
    yield {
      at: assignment.value,
      message: `${who} ${dialects.length === 1 ? 'takes' : 'take'} the comment for a part of the value: ${consequence(assignment.name.text, assignment.value.text, found)}. Put it on a line of its own.`,
      fixes: [commentFix(assignment.value, text, found)],
    };
  },
};
