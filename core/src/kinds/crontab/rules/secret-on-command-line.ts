/** A password or token in the command itself. */
import type { Rule } from '../../../model/rule.js';
import { ADDRESS, maySaySecret, WORDS } from '../../../text/shell/secret-marks.js';
import { secretsAmong } from '../../../text/shell/secrets.js';
import { commandLineOf } from '../commands/command-line.js';
import type { CrontabLine } from '../model.js';

/** Options that may take a secret, and programs that take it without one. */
const OPTION = /[ \t"']-(?:\w*[pPuUwakKcAXSny]|-(?:user|proxy|auth|key|ap|stdin)\b)/;
const WITHOUT =
  /(?:vault[ \t]+login|bao[ \t]+login|bw[ \t]+unlock|w?l?x?freerdp|sqlplus|sqlldr|rabbitmqctl|rman|(?:exp|imp)(?:dp)?|cryptsetup|kinit)[ \t]/;

export const secretOnCommandLine: Rule<CrontabLine> = {
  id: 'crontab/secret-on-command-line',
  severity: 'warning',
  security: 6.5,
  docs: {
    summary: 'A password or token stands in the command.',
    why: 'While the job runs any user of the host can read its command line with ps, and cron writes it to its log and into the subject of the mail. A system crontab can be read by everybody as well.',
    remedy:
      'Put it in a file that only the user of the job can read, and name that file: an option file, .netrc, .pgpass, an environment file.',
    bad: [
      { path: '/etc/cron.d/dump', text: '0 3 * * * root mysqldump -uroot -phunter2 shop >/srv/shop.sql\n' },
      { path: '/etc/cron.d/dump', text: '0 3 * * * root PGPASSWORD=hunter2 pg_dump shop >/srv/shop.sql\n' },
      { path: '/etc/cron.d/ping', text: '0 3 * * * ann curl -u ann:hunter2 https://example.net/\n' },
      { path: '/etc/cron.d/seal', text: '0 4 * * * root openssl enc -aes-256-cbc -k hunter2 -in /srv/a -out /srv/b\n' },
      { path: '/etc/cron.d/share', text: "0 4 * * * root smbclient //files/x -U ann\\%hunter2 -c 'put /srv/b b'\n" },
      { path: '/var/spool/cron/crontabs/ann', text: '0 4 * * * echo hunter2 | sudo -S /sbin/reboot\n' },
      { path: '/etc/anacrontab', text: '1 5 dump mysqldump -uroot -phunter2 shop >/srv/shop.sql\n' },
      { path: '/etc/cron.d/ping', text: '0 3 * * * ann curl -H "Authorization: Bearer hunter2hunter2" https://example.net/\n' },
      {
        path: '/etc/cron.d/ping',
        text: '0 3 * * * ann sh -c \'wget -q https://ann:hunter2@example.net/; restic --password="hunter2" check\'\n',
      },
    ],
    good: [
      {
        path: '/etc/cron.d/dump',
        text: '0 3 * * * root mysqldump -p"$PW" shop; mysql -P3306 -p shop; curl -u "$USER:$(cat /root/pw)" https://example.net/\n',
      },
      {
        path: '/etc/cron.d/dump',
        text: '0 3 * * * root restic --password-file=/root/pw check; x --password=<password> --token=xxxx; y --password={{ pw }}\n',
      },
      {
        path: '/etc/cron.d/dump',
        text: '0 3 * * * root PGPASSFILE=/root/.pgpass pg_dump --password shop; curl https://example.net:8080/@ann\n',
      },
    ],
    nearMiss: { path: '/etc/cron.d/dump', text: '0 3 * * * root mysqldump -uroot -p$PW shop >/srv/shop.sql\n' },
  },
  marks: [WORDS, ADDRESS, OPTION, WITHOUT],
  types: ['entry'],
  concerns: ({ text }) => maySaySecret(text),
  *checkLine(line) {
    const seen = new Set<number>();
    const tells = line.job ? '' : ', and cron logs and mails it';
    for (const { at, what } of secretsAmong(commandLineOf(line)?.runs ?? [])) {
      if (seen.has(at.span.start)) continue;
      seen.add(at.span.start);
      yield {
        at,
        message: `There is ${what} in the command: other users see it with ps while the job runs${tells}. Keep it in a file that only this user can read.`,
      };
    }
  },
};
