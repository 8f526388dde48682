/** A group behind the user of an entry, as FreeBSD's cron has it. */
import type { Context } from '../../../model/context.js';
import type { Rule } from '../../../model/rule.js';
import { isTemplated } from '../../../text/template.js';
import { slice } from '../../../text/words.js';
import { costAt } from '../dialects/dialect.js';
import { type Dialect, dialectsNamed } from '../dialects/dialects.js';
import { readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { listed } from '../schedule/lists.js';

/** Those that read the file and refuse such a user; none where another of them takes the group. */
function refusing(context: Context): readonly Dialect[] {
  const readers = dialectsNamed(readersOf(context));
  return readers.some(({ userGroup }) => userGroup === 'taken') ? [] : readers.filter(({ userGroup }) => userGroup === 'refused');
}

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
  heeds: (context) => context.form === 'system' && refusing(context).length > 0,
  marks: [PAIR],
  types: ['entry'],
  *checkLine({ text, shape }, context) {
    const user = shape?.form === 'system' ? shape.user : undefined;
    const at = user?.text.indexOf(':') ?? -1;
    if (user === undefined || at < 1 || context.form !== 'system' || isTemplated(text)) return;
    yield {
      at: user,
      message: `Only FreeBSD's cron takes a group behind the user. There is no user named “${user.text.slice(0, 40)}”: ${listed(refusing(context).map((dialect) => costAt(dialect, 'username', 'system')))}. Name the user alone.`,
      fixes: [{ title: `Write ${user.text.slice(0, at)} alone`, edits: [{ span: slice(user, at).span, text: '' }], safe: false }],
    };
  },
};
