/** A file of cron.d, or etc/crontab, whose entries name no user. */
import type { Rule } from '../../../model/rule.js';
import type { CrontabLine } from '../model.js';
import { commandForUser, hasUserColumn } from '../reading/missing-user.js';

/** Before most commands stands root. */
const NOT_ROOT = /(?<![^\n])[ \t]*(?:@[^ \t\n]+|[^ \t\n]+(?:[ \t]+[^ \t\n]+){4})[ \t]+(?!root[ \t])/;

const mayLackUser = ({ rest, text }: CrontabLine): boolean => (rest === undefined ? NOT_ROOT.test(text) : !text.startsWith('root ', rest));

export const userColumn: Rule<CrontabLine> = {
  id: 'crontab/user-column',
  severity: 'error',
  docs: {
    summary: 'An entry in cron.d or etc/crontab names no user.',
    why: 'There the sixth word is the user. Without it cron takes the command for one: Debian finds no such user and ignores the whole file.',
    remedy: 'Put the user who shall run the command before it.',
    bad: [
      { path: '/etc/cron.d/report', text: '*/15 * * * * /usr/local/bin/report --all\n' },
      { path: '/etc/cron.d/report', text: '0 4 * * * root /usr/local/bin/sweep\n*/15 * * * * bash /opt/report.sh\n' },
      { path: '/etc/cron.d/report', text: '*/15 * * * * bash /opt/report.sh\n' },
      { path: '/etc/cron.d/mirror', text: '*/5 * * * * git -C /srv/git fetch\n' },
      { path: '/etc/crontab', text: '17 * * * * root /usr/local/sbin/sweep --all\n*/15 * * * * /usr/local/bin/report\n' },
      { path: '/etc/crontab', text: '*/15 * * * * /usr/local/bin/report --all\n' },
    ],
    good: [
      { path: '/etc/cron.d/report', text: '*/15 * * * * www-data php /srv/report.php\n' },
      { path: '/etc/cron.d/mirror', text: '*/5 * * * * git cd /srv/git && ./update.sh\n0 4 * * * borg /usr/local/bin/archive\n' },
      { path: '/etc/cron.d/report', text: '# daemonlint: dialect=netbsd\n*/15 * * * * /usr/local/bin/report --all\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '*/15 * * * * /usr/local/bin/report --all\n' },
      { path: '/src/openbsd/etc/crontab', text: '0 * * * * /usr/bin/newsyslog\n30 1 * * * /bin/sh /etc/daily\n' },
    ],
    nearMiss: { path: '/etc/cron.d/report', text: '*/15 * * * * root /opt/report.sh\n' },
  },
  heeds: hasUserColumn,
  types: ['entry', 'broken'],
  concerns: mayLackUser,
  *checkLine(line) {
    const word = commandForUser(line);
    if (word === undefined) return;
    yield {
      at: word,
      message: `There is no user before “${word.text}”. Here cron takes the sixth word for the user: Debian's cron finds none of that name and ignores the whole file. Put the user before the command.`,
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
