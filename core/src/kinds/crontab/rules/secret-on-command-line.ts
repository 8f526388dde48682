/** A password or token in the command itself. */
import type { Rule } from '../../../model/rule.js';
import { commandLineOf } from '../commands/command-line.js';
import { secretsIn } from '../commands/secrets.js';
import type { CrontabLine } from '../model.js';

/** Words that go with secrets. */
const WORDS =
  /pass|pwd|token|secret|api[-_]?key|access[-_]?key|authorization|-key:|xox|gh[pousr]_|github_pat|glpat|sk_live|AIza|SG\.|bot\d|hooks\.slack/i;

/** An address with a password in it, and programs that take a secret. */
const ADDRESS = /:\/\/[^\s/@:]*:[^\s/@]+@/;
const PROGRAMS = /mysql|maria|7z|mongo|curl|lftp|zip|sqlcmd|bcp|mosquitto|ldap|redis/;

/** What every way to say a secret has something of: each row a test that all must pass. Most lines pass none, and are not taken apart. */
const SUSPECT: readonly (readonly RegExp[])[] = [
  [WORDS],
  [ADDRESS],
  [/mysql|maria|7z|mongo/, /[ \t]-p/],
  [/curl|lftp/, /[ \t]-\w*[uU]|--user|--proxy/],
  [/zip|sqlcmd|bcp|mosquitto/, /[ \t]-P/],
  [/ldap/, /[ \t]-w/],
  [/redis/, /[ \t]-a/],
];

const isSuspect = (text: string): boolean => SUSPECT.some((tests) => tests.every((test) => test.test(text)));

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
  marks: [WORDS, ADDRESS, PROGRAMS],
  types: ['entry'],
  concerns: ({ text }) => isSuspect(text),
  *checkLine(line) {
    const seen = new Set<number>();
    const tells = line.job ? '' : ', and cron logs and mails it';
    for (const run of commandLineOf(line)?.runs ?? [])
      for (const { at, what } of secretsIn(run)) {
        if (seen.has(at.span.start)) continue;
        seen.add(at.span.start);
        yield {
          at,
          message: `There is ${what} in the command: other users see it with ps while the job runs${tells}. Keep it in a file that only this user can read.`,
        };
      }
  },
};
