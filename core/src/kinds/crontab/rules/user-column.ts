/** A file of cron.d whose entries name no user. */

import { isUserName } from '../../../knowledge/users.js';
import type { Rule } from '../../../model/rule.js';
import type { CrontabLine } from '../model.js';
import { matchPath } from '../path.js';
import { isCommandWord } from '../reading/commented.js';

const isCronD = (path: string): boolean => /(?:^|\/)cron\.d\//.test(path) && matchPath(path)?.form === 'system';

/** The word in the place of the user, where it is a command instead. */
function commandInUserPlace({ shape }: CrontabLine) {
  const word = shape?.form === 'system' ? shape.user : shape?.command;
  const first = word?.text.split(/[ \t]/, 1)[0] ?? '';
  return word !== undefined && first !== '' && !isUserName(first) && isCommandWord(first)
    ? { text: first, span: { start: word.span.start, end: word.span.start + first.length } }
    : undefined;
}

export const userColumn: Rule<CrontabLine> = {
  id: 'crontab/user-column',
  severity: 'error',
  docs: {
    summary: 'An entry in cron.d names no user.',
    why: 'There the sixth word is the user. Without it cron takes the command for one: Debian finds no such user and ignores the whole file.',
    remedy: 'Put the user who shall run the command before it.',
    bad: [
      { path: '/etc/cron.d/report', text: '*/15 * * * * /usr/local/bin/report --all\n' },
      { path: '/etc/cron.d/report', text: '0 4 * * * root /usr/local/bin/sweep\n*/15 * * * * bash /opt/report.sh\n' },
      { path: '/etc/cron.d/report', text: '*/15 * * * * bash /opt/report.sh\n' },
    ],
    good: [
      { path: '/etc/cron.d/report', text: '*/15 * * * * www-data php /srv/report.php\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '*/15 * * * * /usr/local/bin/report --all\n' },
    ],
    nearMiss: { path: '/etc/cron.d/report', text: '*/15 * * * * root /opt/report.sh\n' },
  },
  heeds: ({ path }) => isCronD(path),
  types: ['entry'],
  *checkLine(line) {
    const word = commandInUserPlace(line);
    if (word === undefined) return;
    yield {
      at: word,
      message: `There is no user before “${word.text}”. In cron.d cron takes the sixth word for the user: Debian's cron finds none of that name and ignores the whole file. Put the user before the command.`,
      fixes: [
        {
          title: 'Run it as root: put root before the command',
          edits: [{ span: { start: word.span.start, end: word.span.start }, text: 'root ' }],
          safe: false,
        },
      ],
    };
  },
};
