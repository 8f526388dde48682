/** A file of cron.d, or etc/crontab, whose entries name no user. */
import { isUserName } from '../../../knowledge/users.js';
import type { Context } from '../../../model/context.js';
import type { Report, Rule } from '../../../model/rule.js';
import { type Span, shift } from '../../../text/span.js';
import type { Word } from '../../../text/words.js';
import { costAt } from '../dialects/dialect.js';
import { dialectsNamed } from '../dialects/dialects.js';
import { readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { commandForUser, hasUserColumn, isSpoolPath } from '../reading/missing-user.js';
import { costOf } from '../verdicts/cost.js';

/** Before most commands stands root. */
const NOT_ROOT = /(?<![^\n])[ \t]*(?:@[^ \t\n]+|[^ \t\n]+(?:[ \t]+[^ \t\n]+){4})[ \t]+(?!root[ \t])/;

const mayLackUser = ({ rest, text }: CrontabLine): boolean => (rest === undefined ? NOT_ROOT.test(text) : !text.startsWith('root ', rest));

/** The same of a whole text. */
const ANY_NOT_ROOT = /^[ \t]*(?:@[^ \t\n]+|[\d*-][^ \t\n]*(?:[ \t]+[^ \t\n]+){4})[ \t]+(?!root[ \t])/m;

/** True where nothing but the entries tells that there is a column for the user. */
const isToldByEntries = (context: Context): boolean => context.form === 'system' && !hasUserColumn(context) && !isSpoolPath(context.path);

function reportOn(word: Word, context: Context, offset = 0): Report {
  const at: Span = shift(word.span, offset);
  const readers = dialectsNamed(readersOf(context)).filter((dialect) => dialect.userColumn);
  return {
    at: { span: at },
    message: `There is no user before “${word.text}”. Here cron takes the sixth word for the user and finds none of that name: ${costOf(readers.map((dialect) => ({ cost: costAt(dialect, 'username', 'system') })))}. Put the user before the command.`,
    fixes: [
      {
        title: 'Run it as root: put root before the command',
        edits: [{ span: { start: at.start, end: at.start }, text: 'root ' }],
        safe: false,
      },
    ],
  };
}

export const userColumn: Rule<CrontabLine> = {
  id: 'crontab/user-column',
  severity: 'error',
  docs: {
    summary: 'An entry in cron.d or etc/crontab, or among others that name one, has no user.',
    why: 'There the sixth word is the user. Without it cron takes the command for one: Debian finds no such user and ignores the whole file.',
    remedy: 'Put the user who shall run the command before it.',
    bad: [
      { path: '/etc/cron.d/report', text: '*/15 * * * * /usr/local/bin/report --all\n' },
      { path: '/etc/cron.d/report', text: '0 4 * * * root /usr/local/bin/sweep\n*/15 * * * * bash /opt/report.sh\n' },
      { path: '/etc/cron.d/report', text: '*/15 * * * * bash /opt/report.sh\n' },
      { path: '/etc/cron.d/mirror', text: '*/5 * * * * git -C /srv/git fetch\n' },
      { path: '/etc/cron.d/mirror', text: '*/5 * * * * docker exec web /srv/report.sh\n' },
      { path: '/etc/cron.d/report', text: '*/15 * * * * sweep >/dev/null 2>&1\n' },
      { path: '/etc/crontab', text: '17 * * * * root /usr/local/sbin/sweep --all\n*/15 * * * * /usr/local/bin/report\n' },
      { path: '/etc/crontab', text: '*/15 * * * * /usr/local/bin/report --all\n' },
      { path: 'rpm/etc/crontab', text: '# For details see man 4 crontabs\n*/15 * * * * /usr/local/bin/report --all\n' },
      {
        path: 'deploy/crontab',
        text: '0 4 * * * root /usr/local/bin/sweep\n0 5 * * * www-data php /srv/report.php\n*/15 * * * * cd /srv/web && ./count\n',
      },
    ],
    good: [
      { path: '/etc/cron.d/report', text: '*/15 * * * * www-data php /srv/report.php\n' },
      { path: '/etc/cron.d/mirror', text: '*/5 * * * * git cd /srv/git && ./update.sh\n0 4 * * * borg /usr/local/bin/archive\n' },
      {
        path: '/etc/cron.d/mirror',
        text: '*/5 * * * * git find /srv/git -name gc.log -delete\n30 16 * * * batch /opt/batch/close.sh\n5 * * * * node cd /srv && ./job\n',
      },
      { path: '/etc/cron.d/report', text: '# daemonlint: dialect=netbsd\n*/15 * * * * /usr/local/bin/report --all\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '*/15 * * * * /usr/local/bin/report --all\n' },
      {
        path: 'deploy/crontab',
        text: '0 4 * * * sweep /srv/a\n0 5 * * * sweep /srv/b\n0 6 * * * root /usr/bin/x\n*/15 * * * * /usr/local/bin/report\n5 * * * * /usr/local/bin/count\n',
      },
      { path: '/src/openbsd/etc/crontab', text: '0 * * * * /usr/bin/newsyslog\n30 1 * * * /bin/sh /etc/daily\n' },
    ],
    nearMiss: { path: '/etc/cron.d/report', text: '*/15 * * * * root /opt/report.sh\n' },
  },
  heeds: (context) => hasUserColumn(context) || isToldByEntries(context),
  types: ['entry', 'broken'],
  concerns: mayLackUser,
  *checkLine(line, context) {
    const word = hasUserColumn(context) ? commandForUser(line) : undefined;
    if (word !== undefined) yield reportOn(word, context);
  },
  *checkDocument({ text, lines, starts }, context) {
    if (!isToldByEntries(context) || !ANY_NOT_ROOT.test(text)) return;
    let known = 0;
    const lacking: Report[] = [];
    for (const [index, line] of lines.entries()) {
      if (line.type !== 'entry' && line.type !== 'broken') continue;
      const mayLack = mayLackUser(line);
      const word = mayLack ? commandForUser(line) : undefined;
      if (word) lacking.push(reportOn(word, context, starts[index]));
      else if (!mayLack || isUserName(line.shape?.user?.text ?? '')) known++;
    }
    // Names that nobody knows may be commands with a file behind them.
    if (known > lacking.length) yield* lacking;
  },
};
