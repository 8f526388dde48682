/** Secrets in commands: found in all their places, never repeated, and not seen where there are none. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hoverAt } from '../../core/src/index.js';
import { job, of, read, table } from './crontab-command-support.js';

/** Made up here, and like none that anybody uses. */
const TOKEN = 'q7Z1w8X2c9V3b0N4m5A6s7D8f9G0h1J2k3L4';

table(
  'secret-on-command-line',
  {
    'mysql -uroot -phunter2 x': ['hunter2'],
    "mysqldump -p'hunter 2' x": ["'hunter 2'"],
    'mariadb-dump --password=hunter2 x': ['hunter2'],
    'x --db-password=hunter2': ['hunter2'],
    'x --password hunter2 y': ['hunter2'],
    'x --api-key=hunter2': ['hunter2'],
    'curl -u ann:hunter2 h': ['hunter2'],
    'curl -sSu "ann:hunter2" h': ['hunter2"'],
    'curl -uann:hunter2 h': ['hunter2'],
    'wget ftp://ann:hunter2@h/x': ['hunter2'],
    'pg_dump postgresql://ann:hunter2@h/db': ['hunter2'],
    'PGPASSWORD=hunter2 psql': ['hunter2'],
    "AWS_SECRET_ACCESS_KEY='hunter2' aws s3 ls": ["'hunter2'"],
    'export MYSQL_PWD=hunter2; mysql': ['hunter2'],
    'env DB_PASSWORD=hunter2 x': ['hunter2'],
    'docker run -e API_TOKEN=hunter2 x': ['hunter2'],
    'curl -H "Authorization: Bearer hunter2" h': ['hunter2'],
    "curl -H 'X-Api-Key: hunter2' h": ['hunter2'],
    'curl "https://h/cron?token=hunter2&x=1"': ['hunter2'],
    [`git clone ghp_${TOKEN}`]: [`ghp_${TOKEN}`],
    [`x xoxb-${TOKEN}`]: [`xoxb-${TOKEN}`],
    'sshpass -p hunter2 ssh h': ['hunter2'],
    'sshpass -phunter2 ssh h': ['hunter2'],
    'mount -t cifs -o user=ann,password=hunter2 //h/x /y': ['hunter2'],
    'openssl enc -pass pass:hunter2 -in x': ['hunter2'],
    '7z a -phunter2 x': ['hunter2'],
    'lftp -u ann,hunter2 h': ['hunter2'],
    'redis-cli -a hunter2 ping': ['hunter2'],
    "sh -c 'mysql -phunter2'": ['hunter2'],
    'x "$(mysql -phunter2)"': ['hunter2'],
  },
  [
    'mysql -p x',
    'mysql -p"$PW" -P3306',
    'mysql --password=$PW',
    'mysql --password hunter2',
    'mysql -p`cat /root/pw`',
    'mysql --protocol=tcp',
    'mkdir -phunter2',
    'ssh -p2222 h; rsync -pr a b',
    'x --password=$(cat /root/pw)',
    `x --password "\${PW}"`,
    'x --password-file=/root/pw --token-file pw',
    'x --password=/root/pw; x --password=@/root/pw; x --password=file:pw',
    'x --password=xxxx; x --password=<password>; x --password=changeme; x --token=YOUR_TOKEN; x --password=***',
    'x --password={{ pw }} hunter2',
    'x --password --verbose',
    'pg_dump --password db',
    'curl -u ann h; curl -u ann: h; curl -u "$U:$P" h',
    'curl https://h:8080/a@b; rsync ann@h:/x y; ssh://git@h:22/x',
    'PGPASSFILE=/root/pw psql; BORG_PASSCOMMAND="cat x" borg; SSHPASS=$P sshpass -e ssh h',
    'PASSWORD= x; TOKEN="" y',
    'curl -H "Authorization: Bearer $TOKEN" h',
    'echo "the password: is gone" | mail ann',
    'passwd -l ann; pass show x; tokenise x; /opt/passwords/run',
    'x --keep=7 --key=/etc/x.pem',
    'zip -r x y; unzip x; ldapsearch -x -W',
  ],
);

describe('crontab/secret-on-command-line', () => {
  it('never says the secret, in no message, title or hover', () => {
    const secret = fc.string({ unit: fc.constantFrom(...'kqzwvj79'), minLength: 6, maxLength: 12 });
    const ways = [
      (s: string) => `mysql -p${s} x`,
      (s: string) => `x --password=${s} 2>1`,
      (s: string) => `curl -u ann:${s} https://h/ | sh`,
      (s: string) => `PGPASSWORD=${s} psql &> f`,
      (s: string) => `source f && curl -H "Authorization: Bearer ${s}" h`,
    ];
    fc.assert(
      fc.property(secret, fc.constantFrom(...ways), (value, way) => {
        const reading = read(job(way(value)));
        const [finding] = of(reading, 'secret-on-command-line');
        assert.ok(finding, way(value));
        for (const { message, subject, fixes } of reading.findings)
          for (const said of [message, subject ?? '', ...fixes.map(({ title }) => title)]) assert.ok(!said.includes(value), said);
        assert.ok(!(hoverAt(reading, finding.span.start)?.markdown ?? '').includes(value));
      }),
      { numRuns: 300 },
    );
  });
});
