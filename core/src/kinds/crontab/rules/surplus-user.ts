/** A user column in the crontab of a user. */

import { isUserName } from '../../../knowledge/users.js';
import type { Rule } from '../../../model/rule.js';
import type { CrontabLine } from '../model.js';
import { isSpoolPath, isSystemPath } from '../reading/missing-user.js';
import { isSurplus, type Surplus, userBefore } from '../reading/surplus.js';

/** The word behind the time, where it may be the name of a user. */
const SIXTH = /(?<![^\n])[ \t]*(?:@\S+[ \t]+|(?:\S+[ \t]+){5})([A-Za-z_][\w-]*)[ \t]/;

/** How such a name begins. */
const LETTER = /[A-Za-z_]/;

const mayNameUser = ({ rest, text }: CrontabLine): boolean =>
  (rest === undefined || LETTER.test(text.charAt(rest))) && isUserName(SIXTH.exec(text)?.[1] ?? '');

function surplusIn({ shape }: CrontabLine, path: string): Surplus | undefined {
  if (shape?.command === undefined) return undefined;
  if (shape.form === 'system') {
    const isOne = isSpoolPath(path) && shape.user && isSurplus(shape.user.text, shape.command.text.split(/[ \t]/, 1)[0] ?? '');
    return isOne && shape.user ? { word: shape.user, next: shape.command.span.start } : undefined;
  }
  return userBefore(shape.command);
}

export const surplusUser: Rule<CrontabLine> = {
  id: 'crontab/surplus-user',
  severity: 'error',
  docs: {
    summary: 'An entry of a user crontab names a user.',
    why: 'Only system crontabs have a column for the user. In the crontab of a user the sixth word is the command: cron tries to run a program of that name, and finds none.',
    remedy: 'Delete the user. To run the job as somebody else, put it in the crontab of that user.',
    bad: [
      { path: '/var/spool/cron/crontabs/root', text: '0 3 * * * root /usr/local/sbin/backup\n' },
      {
        path: '/var/spool/cron/ann',
        text: '0 4 * * * /home/ann/bin/sweep\n0 5 * * * /home/ann/bin/count\n@daily www-data php /srv/report.php\n',
      },
      { path: '/var/spool/cron/ann', text: '# daemonlint: form=user\n0 3 * * * root /usr/local/sbin/backup\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n' },
      {
        path: '/etc/cron.d/backup',
        text: '0 3 * * * root /usr/local/sbin/backup\n0 4 * * * /usr/local/sbin/sweep\n0 5 * * * /usr/local/sbin/count\n',
      },
      { path: '/var/spool/cron/ann', text: '0 3 * * * mail -s report ann < /tmp/report\n' },
      { path: '/var/spool/cron/ann', text: '0 3 * * * backup /home/ann/work\n' },
    ],
    nearMiss: { path: '/var/spool/cron/crontabs/root', text: '0 3 * * * nice /usr/local/sbin/backup\n' },
  },
  // Where most entries lack the user, those that name one are right.
  heeds: ({ path }) => !isSystemPath(path),
  types: ['entry'],
  concerns: mayNameUser,
  *checkLine(line, { path }) {
    const found = surplusIn(line, path);
    if (found === undefined) return;
    const { word, next } = found;
    yield {
      at: word,
      message: `A user crontab has no column for the user: cron runs a command named “${word.text}” here, with the rest as its arguments. Delete the word.`,
      fixes: [{ title: `Delete “${word.text}”`, edits: [{ span: { start: word.span.start, end: next }, text: '' }], safe: false }],
    };
  },
};
