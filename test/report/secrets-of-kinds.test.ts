// Passwords and tokens in arguments of servers, of what init runs, and in flags of rc.conf: as those of crontabs, nothing that people are shown repeats them.
import assert from 'node:assert/strict';
import { compareFormats, formats } from '../../cli/src/options.js';
import { sides } from '../cli/compare-support.js';
import { daemonlint } from '../cli/memory-io.js';

/** In each of them tr0ub4dor is a secret, and something is found where it stands or is quoted. */
const FILES: Readonly<Record<string, string>> = {
  'etc/inetd.conf': `finger stream tcp nowait root /usr/bin/mysqldump mysqldump -ptr0ub4dor
#telnet stream tcp nowait root /usr/sbin/tcpd restic --password=tr0ub4dor
time stream tcp nowait root /usr/sbin/tcpd /opt/x
\t--api-token tr0ub4dor
echo stream tcp nowait root /usr/bin/x --password=tr0ub4dor
4711 stream tcp sometimes root /bin/sh sh -c "curl -u ann:tr0ub4dor https://example.net/"\r
`,
  'etc/xinetd.d/own': `service finger
{
\tsocket_type = stream
\twait = no
\tuser = root
\tserver = /usr/bin/mysqldump
\tserver_args = -uroot -ptr0ub4dor
\tenv = LANG=C PGPASSWORD=tr0ub4dor
\tpasword --password=tr0ub4dor
}
`,
  'etc/inittab': `::sysinit:/etc/init.d/rcS
tty1::respawn:/usr/bin/mysqldump -ptr0ub4dor && /bin/true &
::respan:PGPASSWORD=tr0ub4dor pg_dump shop
#tty2::respawn:/sbin/getty --password tr0ub4dor
`,
  'etc/cron.d/own': `MAILTO=ops DB_PASSWORD=tr0ub4dor
SHELL=/bin/bash DB_PASSWORD=tr0ub4dor
SOURCE=/srv/data # DB_PASSWORD=tr0ub4dor
OTHER=/srv/data # DB_PASSWORD=”tr0ub4dor”tr0ub4dor
0 4 * * * root x
`,
  'etc/rc.conf': `own_flags="-x --password=tr0ub4dor"
ppp_password='tr0ub4dor'
sshd_enable="yes --token=tr0ub4dor"
#own_password="tr0ub4dor"
named_flags="--password=tr0ub4dor
`,
};

const tree = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`/h/${path}`, text]));

/** A secret that the fixes of a report hold is to be written to a file. */
const withoutFixes = (report: string): string =>
  report.replace(/^\{.*\}$/gms, (text) =>
    text
      .split(/\n(?=\{)/)
      .map((part) => JSON.stringify(JSON.parse(part, (key, value) => (/^(?:fixes|suggestions)$/.test(key) ? undefined : value))))
      .join('\n'),
  );

describe('secrets of other files than crontabs', () => {
  it('are in no report, whoever reads the file', async () => {
    for (const format of formats) {
      const { stdout, stderr } = await daemonlint(['check', '--audience', 'auditor', '--format', format, 'etc'], tree);
      for (const path of Object.keys(FILES)) assert.ok(stdout.includes(path), `${format} ${path} ${stdout}`);
      assert.doesNotMatch(withoutFixes(stdout) + stderr, /tr0ub/, `${format} ${stdout}`);
    }
    for (const dialect of ['netkit', 'openbsd-inetd', 'inetutils', 'freebsd', 'netbsd', 'busybox', 'sysv']) {
      const { stdout } = await daemonlint(['check', '--audience', 'auditor', '--dialect', dialect, 'etc/inetd.conf'], tree);
      assert.match(stdout, /^1 . .*-p••••/m, dialect);
      assert.doesNotMatch(stdout, /tr0ub/, dialect + stdout);
    }
  });

  it('are masked where a message quotes them', async () => {
    const { stdout } = await daemonlint(['check', 'etc'], tree);
    assert.match(stdout, /so “--password=••••” never counts as an option/);
    assert.match(stdout, /“yes --token=••••” is neither yes nor no/);
    const alone = { '/h/etc/inetd.conf': 'finger stream tcp nowait root /usr/bin/mysqldump mysqldump -ptr0ub4dor\r\n' };
    assert.match((await daemonlint(['check', 'etc'], alone)).stdout, /for part of “-p••••”/);
  });

  it('are in no comparison, and tell what changed all the same', async () => {
    const old = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [path, text.replaceAll('tr0ub4dor', 'tr0ub4dos')]));
    for (const [before, after] of [
      [old, FILES],
      [{}, FILES],
      [FILES, {}],
    ] as const)
      for (const format of compareFormats) {
        const { stdout } = await daemonlint(['compare', 'a', 'b', '--format', format], sides(before, after));
        assert.match(stdout, /finger/, format);
        assert.doesNotMatch(stdout, /tr0ub/, format);
      }
    const { stdout } = await daemonlint(['compare', 'a', 'b'], sides(old, FILES));
    assert.match(stdout, /arguments +mysqldump -p••••\n +→ mysqldump -p••••\n/);
  });

  it('keep those apart that are none', async () => {
    const plain = 'finger stream tcp nowait root /usr/sbin/tcpd in.fingerd -p 79 --password-file /etc/x\n';
    const { stdout } = await daemonlint(['check', 'etc'], { '/h/etc/inetd.conf': plain });
    assert.ok(stdout.includes(plain.trim()), stdout);
  });
});

describe('secrets of templates', () => {
  it('are masked behind whatever is to be filled in', async () => {
    const jobs = (secret: string) =>
      `{{ m }} {{ h }} {{ dom }} {{ mon }} {{ dow }} {{ user }} mysqldump -p${secret} shop >>/srv/a >>/srv/a\n61 3 * * * {{ user }} restic --password=${secret} check\n`;
    const inetd = (secret: string) =>
      `finger {{ type }} {{ proto | lower }} {{ wait }} {{ user }} {{ path }} {{ name }} --password=${secret}\nx {{ y }} tcp2 nowait root /x x --token=${secret}\n`;
    const files = (secret: string) => ({ 'etc/crontab.j2': jobs(secret), 'etc/inetd.conf.j2': inetd(secret) });
    const given = Object.fromEntries(Object.entries(files('tr0ub4dor')).map(([path, text]) => [`/h/${path}`, text]));
    const { stdout } = await daemonlint(['check', '--audience', 'auditor', 'etc'], given);
    assert.match(stdout, /restic --password=••••/);
    assert.doesNotMatch(stdout, /tr0ub/);
    const compared = await daemonlint(['compare', 'a', 'b'], sides(files('tr0ub4dor'), files('tr0ub4dos')));
    assert.match(compared.stdout, /mysqldump -p•••• shop/);
    assert.doesNotMatch(compared.stdout, /tr0ub/);
  });
});

describe('secrets of a schedule', () => {
  const crontab = '0 3 * * * root mysqldump -ptr0ub4dor shop\n0 4 * * * PGPASSWORD=tr0ub4dor pg_dump shop\n61 5 * * * root x -ptr0ub4dor\n';
  const schedule = (format: string) =>
    daemonlint(['schedule', '--from', '2026-01-01', '--format', format, 'etc/crontab'], { '/h/etc/crontab': crontab });

  it('are masked for people', async () => {
    for (const format of ['text', 'html']) {
      const { stdout, stderr } = await schedule(format);
      assert.match(stdout, /mysqldump -p•••• shop/);
      assert.doesNotMatch(stdout + stderr, /tr0ub/);
    }
    const { stdout } = await daemonlint(['schedule', '--from', '2026-01-01', '0 3 * * * mysqldump -ptr0ub4dor shop'], {});
    assert.match(stdout, /^0 3 \* \* \* mysqldump -p•••• shop$/m);
  });

  it('are whole for programs, as those of parse are', async () => {
    const [job] = JSON.parse((await schedule('json')).stdout).entries;
    assert.equal(job.command, 'mysqldump -ptr0ub4dor shop');
    const parsed = await daemonlint(['parse', 'etc/inetd.conf'], tree);
    assert.match(parsed.stdout, /"-ptr0ub4dor"/);
  });
});
