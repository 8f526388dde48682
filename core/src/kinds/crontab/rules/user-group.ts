/** A group behind the user of an entry, as FreeBSD's cron has it. */
import type { Rule } from '../../../model/rule.js';
import { isTemplated } from '../../../text/template.js';
import { slice } from '../../../text/words.js';
import { costAt } from '../dialects/dialect.js';
import { dialectsNamed } from '../dialects/dialects.js';
import { readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { listed } from '../schedule/lists.js';

/** Crons that were seen to look for a user of the whole name, and to refuse the entry. */
const REFUSING = new Set(['debian', 'openbsd', 'netbsd']);

/** Two names with a colon between them. */
const PAIR = /[ \t][A-Za-z_][\w.-]*:[\w./-]*[ \t]/;

export const userGroup: Rule<CrontabLine> = {
  id: 'crontab/user-group',
  severity: 'error',
  docs: {
    summary: 'The user column names a group, too.',
    why: "Only FreeBSD's cron takes `user:group`. The crons of Debian, OpenBSD and NetBSD look for a user of that whole name, find none, and refuse the line; Debian's then ignores the whole file.",
    remedy: 'Name the user alone, and change the group in the command: `sg`, `runuser -g`, `sudo -g`.',
    bad: [
      { path: '/etc/cron.d/poll', text: '0 4 * * * root:wheel /usr/local/sbin/poll\n' },
      { path: '/etc/cron.d/poll', text: '@daily www-data:adm /usr/local/bin/poll\n' },
    ],
    good: [
      { path: '/etc/crontab', text: '# daemonlint: dialect=freebsd\n0 4 * * * root:wheel /usr/local/sbin/poll\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 4 * * * rsync: /srv\n' },
    ],
    nearMiss: { path: '/etc/cron.d/poll', text: '0 4 * * * root /usr/local/sbin/poll\n' },
  },
  heeds: (context) =>
    context.form === 'system' && !context.dialects.includes('freebsd') && readersOf(context).some((id) => REFUSING.has(id)),
  marks: [PAIR],
  types: ['entry'],
  *checkLine({ text, shape }, context) {
    const user = shape?.form === 'system' ? shape.user : undefined;
    const at = user?.text.indexOf(':') ?? -1;
    if (user === undefined || at < 1 || context.form !== 'system' || isTemplated(text)) return;
    const refusing = dialectsNamed(readersOf(context)).filter(({ id }) => REFUSING.has(id));
    yield {
      at: user,
      message: `Only FreeBSD's cron takes a group behind the user. There is no user named “${user.text.slice(0, 40)}”: ${listed(refusing.map((dialect) => costAt(dialect, 'username', 'system')))}. Name the user alone.`,
      fixes: [{ title: `Write ${user.text.slice(0, at)} alone`, edits: [{ span: slice(user, at).span, text: '' }], safe: false }],
    };
  },
};
