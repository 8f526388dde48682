/** A user column in the crontab of a user. */

import { isUserName } from '../../../knowledge/users.js';
import type { Rule } from '../../../model/rule.js';
import type { CrontabLine } from '../model.js';
import { OPTION_NAME } from '../reading/job-options.js';
import { isOfRoot, isSpoolPath, isSystemPath } from '../reading/missing-user.js';
import { isSurplus, type Surplus, userBefore } from '../reading/surplus.js';

/** The word behind the time and what dcron takes for options of the job, where it may be the name of a user. */
const SIXTH = new RegExp(`(?<![^\\n])[ \\t]*(?:@\\S+[ \\t]+|(?:\\S+[ \\t]+){5})(?:${OPTION_NAME}\\S*[ \\t]+)*([A-Za-z_][\\w-]*)[ \\t]`);

/** How such a name begins. */
const LETTER = /[A-Za-z_]/;

const mayNameUser = ({ rest, text }: CrontabLine): boolean =>
  (rest === undefined || LETTER.test(text.charAt(rest))) && isUserName(SIXTH.exec(text)?.[1] ?? '');

function surplusIn({ shape, tokens }: CrontabLine, isUsers: boolean): Surplus | undefined {
  if (shape?.command === undefined) return undefined;
  if (shape.form === 'system') {
    const isOne = isUsers && shape.user && isSurplus(shape.user.text, shape.command.text.split(/[ \t]/, 1)[0] ?? '');
    return isOne && shape.user ? { word: shape.user, next: shape.command.span.start } : undefined;
  }
  // Behind options of the job, where there are any.
  return userBefore(tokens.find(({ role }) => role === 'command') ?? shape.command);
}

export const surplusUser: Rule<CrontabLine> = {
  id: 'crontab/surplus-user',
  severity: 'error',
  docs: {
    summary: 'An entry of a user crontab names a user.',
    why: 'Only system crontabs have a column for the user. In the crontab of a user, and in files of cron.d where the cron has no such column there, as on NetBSD, the sixth word is the command: cron tries to run a program of that name, and finds none.',
    remedy: 'Delete the user. To run the job as somebody else, put it in the crontab of that user.',
    bad: [
      { path: '/var/spool/cron/crontabs/root', text: '0 3 * * * root /usr/local/sbin/backup\n' },
      {
        path: '/var/spool/cron/ann',
        text: '0 4 * * * /home/ann/bin/sweep\n0 5 * * * /home/ann/bin/count\n@daily www-data php /srv/report.php\n',
      },
      { path: '/var/spool/cron/ann', text: '# daemonlint: form=user\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: '# daemonlint: dialect=netbsd\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: '# daemonlint: dialect=dcron\n@daily ID=backup root /usr/local/sbin/backup\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n' },
      {
        path: '/etc/cron.d/backup',
        text: '0 3 * * * root /usr/local/sbin/backup\n0 4 * * * /usr/local/sbin/sweep\n0 5 * * * /usr/local/sbin/count\n',
      },
      { path: '/etc/crontab', text: '# daemonlint: dialect=netbsd\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/var/spool/cron/ann', text: '0 3 * * * mail -s report ann < /tmp/report\n' },
      { path: '/var/spool/cron/ann', text: '0 3 * * * backup /home/ann/work\n' },
    ],
    nearMiss: { path: '/var/spool/cron/crontabs/root', text: '0 3 * * * nice /usr/local/sbin/backup\n' },
  },
  // Where most entries lack the user, those that name one are right.
  heeds: (context) => !isSystemPath(context.path) || isOfRoot(context),
  types: ['entry'],
  concerns: mayNameUser,
  *checkLine(line, context) {
    const ofRoot = isOfRoot(context);
    const found = surplusIn(line, ofRoot || isSpoolPath(context.path));
    if (found === undefined) return;
    const { word, next } = found;
    const which = ofRoot ? 'This cron reads the files of cron.d as crontabs of root, which have' : 'A user crontab has';
    yield {
      at: word,
      message: `${which} no column for the user: cron runs a command named “${word.text}” here, with the rest as its arguments. Delete the word.`,
      fixes: [{ title: `Delete “${word.text}”`, edits: [{ span: { start: word.span.start, end: next }, text: '' }], safe: false }],
    };
  },
};
