/** A SHELL that is the path of no program. */

import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import { replace } from '../../../text/edit.js';
import { isTemplated } from '../../../text/template.js';
import type { Word } from '../../../text/words.js';
import { surroundingsOf } from '../commands/surroundings.js';
import { type Dialect, dialectsNamed } from '../dialects/dialects.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { ANACRONTAB } from '../reading/shape.js';
import { commentFix, commentIn } from '../reading/value-comment.js';
import { listed } from '../schedule/lists.js';

/** Several words, of which the first is a path. */
const WORDS = /^(\/\S+)[ \t]+(\S.*)$/;

/** Programs that are meant for a shell, or to find one. */
const SHELLS = /^(?:(?:[bdz]?a|[ckz]|tc|fi)?sh|env)$/;

/** What a whole path does not end in, and a slip does. */
const TAIL = /[;,/]+$/;

/** What only a shell expands: that is said elsewhere. */
const EXPANDED = /^~|\$/;

/** Where the shell `name` is for all of `dialects`; undefined where that is not known, or not the same. */
function pathOf(name: string, dialects: readonly Dialect[]): string | undefined {
  if (name === 'sh') return '/bin/sh';
  const [path, ...others] = name === 'bash' ? new Set(dialects.map(({ id }) => surroundingsOf(id)?.bash)) : [];
  return others.length === 0 ? path : undefined;
}

/** What is wrong with the value, and what to do; undefined where it may be a program. */
function faultOf(value: string): readonly [what: string, remedy: string] | undefined {
  if (EXPANDED.test(value)) return undefined;
  if (value === '') return ['there is no program to run them', 'Delete the line: without it they run with /bin/sh'];
  const [, path = '', rest] = WORDS.exec(value) ?? [];
  // A path may have a blank in it.
  if (rest?.includes('/') && !rest.startsWith('#') && !SHELLS.test(baseName(path))) return undefined;
  if (rest?.startsWith('#'))
    return [`the comment is part of the value, and no program is called “${value}”`, 'Put the comment on a line of its own'];
  if (rest !== undefined)
    return [
      `all of the value is the path of one program, and none is called “${value}”`,
      'Write the path alone, and options into the commands (set -e; …)',
    ];
  if (!value.startsWith('/'))
    return [`“${value}” is looked for in the home directory, and in no directory of PATH`, 'Write the whole path'];
  return TAIL.test(value) ? [`no program is called “${value}”`, 'Write the path alone'] : undefined;
}

/** The value that is meant; undefined where nobody knows. */
function meantBy(value: string, dialects: readonly Dialect[]): string | undefined {
  const [, path = '', rest = ''] = WORDS.exec(value) ?? [];
  if (baseName(path) === 'env') return pathOf(rest, dialects);
  if (path !== '') return path;
  return value.startsWith('/') ? value.replace(TAIL, '') : pathOf(value, dialects);
}

function fixesOf(value: Word, text: string, dialects: readonly Dialect[]): Fix[] {
  const comment = commentIn(value, text);
  if (comment) return [commentFix(value, text, comment)];
  const meant = meantBy(value.text, dialects);
  return meant === undefined || meant === '' ? [] : [{ title: `Write ${meant}`, edits: [replace(value, meant)], safe: false }];
}

export const shellValue: Rule<CrontabLine> = {
  id: 'crontab/shell-value',
  severity: 'warning',
  docs: {
    summary: 'A SHELL that no program is called.',
    why: 'Cron starts what SHELL says as one program: nothing is cut into words, no comment is left out, and PATH is not looked through. Where there is no such program, none of the jobs below the line runs, and the log shows each as started.',
    remedy: 'Write the whole path of a shell and nothing else. Options go into the commands: `set -e; …`.',
    bad: [
      { path: '/etc/cron.d/backup', text: 'SHELL=/bin/bash -e\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: 'SHELL=bash\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: 'SHELL=/bin/bash # for [[ ]]\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/var/spool/cron/crontabs/ann', text: 'SHELL="/usr/bin/env sh"\n0 3 * * * /home/ann/bin/backup\n' },
      { path: '/var/spool/cron/crontabs/ann', text: 'SHELL=/bin/bash;\n0 3 * * * /home/ann/bin/backup\n' },
      { path: '/var/spool/cron/crontabs/ann', text: 'SHELL=""\n0 3 * * * /home/ann/bin/backup\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: "SHELL = '/bin/bash'\n0 3 * * * root set -e; /usr/local/sbin/backup\n" },
      { path: '/etc/crontabs/root', text: 'SHELL=/bin/ash -e\n0 3 * * * /usr/local/sbin/backup\n' },
      { path: '/srv/crontab.j2', text: 'SHELL={{ shell }} -e\n0 3 * * * /usr/local/sbin/backup\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: 'SHELL=/bin/bash\n0 3 * * * root /usr/local/sbin/backup\n' },
    references: [{ title: "Debian's cron 3.0pl1-162 and cronie 1.7.2, run with such values; do_command.c of FreeBSD, OpenBSD and NetBSD" }],
  },
  heeds: (context) => context.form !== ANACRONTAB && isRead(context),
  types: ['setting'],
  concerns: ({ assignment }) => assignment?.name.text === 'SHELL',
  *checkLine({ assignment, text }, context) {
    // BusyBox ends the value at its first blank, and looks for it in PATH.
    const dialects = dialectsNamed(readersOf(context)).filter(({ assignments }) => assignments === 'quoted');
    const fault = assignment && dialects.length > 0 && !isTemplated(text) ? faultOf(assignment.value.text) : undefined;
    if (assignment === undefined || fault === undefined) return;
    const [what, remedy] = fault;
    const who = listed(dialects.map(({ title }) => title));
    yield {
      at: assignment.value.text === '' ? assignment.name : assignment.value,
      message: `${who} ${dialects.length === 1 ? 'runs' : 'run'} none of the jobs below: ${what}. ${remedy}.`,
      fixes: fixesOf(assignment.value, text, dialects),
    };
  },
};
