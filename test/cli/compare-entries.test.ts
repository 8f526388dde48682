// What `daemonlint compare` tells besides services and jobs: what entries say otherwise, what is put aside, and where it all stands.
import assert from 'node:assert/strict';
import type { Tree } from '../workspace/memory.js';
import { compared, sides } from './compare-support.js';
import { daemonlint, FINGER, SSH, TELNET } from './memory-io.js';

const CONF = 'etc/inetd.conf';

describe('a comparison of entries', () => {
  it('tells what entries say otherwise: arguments, limits, settings and defaults of xinetd', async () => {
    const tftp = (...more: readonly string[]) =>
      `service tftp\n{\n\tsocket_type = dgram\n\tprotocol = udp\n\twait = yes\n\tuser = root\n\tserver = /usr/sbin/in.tftpd\n${more.map((line) => `\t${line}\n`).join('')}}\n`;
    const tree = (flags: string, limit: string, ...more: readonly string[]): Tree => ({
      [CONF]: `ftp stream tcp nowait.${limit} root /usr/sbin/tcpd in.ftpd ${flags}\n`,
      'etc/xinetd.d/tftp': tftp(...more),
      'etc/inittab': `1:2345:respawn:/sbin/mingetty ${flags} tty1\n`,
    });
    const [before, after] = [
      tree('-l', '40', 'only_from = 10.0.0.0/8', 'server_args = -s /srv'),
      tree('-A', '400', 'server_args = -c -s /'),
    ];
    const [{ services, findings }] = await compared(before, after);
    const said = services.map(
      ({ name, changes }: { name: string; changes: { name: string; before: string | null; after: string | null }[] }) => [
        name,
        ...changes.map((change) => `${change.name}: ${change.before} > ${change.after}`),
      ],
    );
    assert.deepEqual(said, [
      ['/sbin/mingetty', 'process: /sbin/mingetty -l tty1 > /sbin/mingetty -A tty1'],
      ['ftp', 'limits: 40 > 400', 'arguments: in.ftpd -l > in.ftpd -A'],
      ['tftp', 'only_from: 10.0.0.0/8 > null', 'server_args: -s /srv > -c -s /'],
    ]);
    // What was said of them is said of them still.
    assert.deepEqual(findings, { appeared: [], gone: [], putAside: [] });
    const { stdout } = await daemonlint(['compare', 'a', 'b', '--format', 'markdown'], sides(before, after));
    assert.ok(stdout.includes('- **~** ⚠️ `tftp`, `etc/xinetd.d/tftp:1`\n  - only_from: `10.0.0.0/8` → **`not set`**\n'), stdout);
    const defaults = (...more: readonly string[]): Tree => ({ 'etc/xinetd.conf': `defaults\n{\n\tinstances = 60\n${more.join('')}}\n` });
    const [{ variables }] = await compared(defaults('\tno_access = 192.0.2.1\n'), defaults());
    assert.deepEqual(variables, [{ file: 'etc/xinetd.conf', name: 'defaults no_access', before: '192.0.2.1', after: null }]);
  });

  it('tells what the change puts aside, which is not gone for that', async () => {
    const before = { [CONF]: TELNET + FINGER };
    const config = '{"keep": ["telnet"], "ignore": [{"path": "etc/**", "subject": "finger", "reason": "for *the* <printer>"}]}';
    const after = { [CONF]: TELNET + FINGER, '.daemonlint.json': config };
    const [{ findings, services }] = await compared(before, after);
    assert.deepEqual([findings.appeared, findings.gone, services], [[], [], []]);
    assert.deepEqual(
      findings.putAside.map(({ rule, by, how, reason }: Record<string, string>) => [rule, by, how, reason]),
      [
        ['cleartext-login', 'settings', 'keep', null],
        ['risky-daemon', 'settings', 'ignore', 'for *the* <printer>'],
      ],
    );
    const [commented] = await compared(before, { [CONF]: `# daemonlint: keep telnet\n${TELNET}${FINGER}` });
    assert.deepEqual(
      commented.findings.putAside.map(({ file, line, by }: Record<string, string>) => [file, line, by]),
      [[CONF, 2, 'comment']],
    );
    // What was put aside before is nothing new, and comes back as what it is.
    assert.deepEqual(await compared(after, after), []);
    const [back] = await compared(after, before);
    assert.deepEqual([back.findings.appeared.length, back.findings.putAside], [2, []]);
    const { stdout } = await daemonlint(['compare', 'a', 'b', '--format', 'markdown'], sides(before, after));
    assert.match(stdout, /^### a to b: 2 findings put aside\n\n\*\*Findings put aside by this change\*\*\n/);
    assert.match(stdout, /\n {2}- put aside: ignored by the settings of the project: for \\\*the\\\* \\<printer\\>\n/);
  });

  it('names files from the side, not from the root of their host, and links beside their folder', async () => {
    const rc3 = (names: readonly string[]): Tree =>
      Object.fromEntries(names.map((name) => [`web/etc/rc3.d/${name}`, { link: `../init.d/${name.slice(3)}` }]));
    const [{ services, findings }] = await compared(
      { [`web/${CONF}`]: SSH, ...rc3(['S55sshd']) },
      { [`web/${CONF}`]: SSH + TELNET, ...rc3(['S50snmpd', 'S55sshd']) },
    );
    const snmpd = { file: 'web/etc/rc3.d', line: 2, link: 'S50snmpd' };
    assert.deepEqual(
      services.map(({ after }: { after: unknown }) => after),
      [[{ ...snmpd, state: 'on', user: null }], [{ file: `web/${CONF}`, line: 2, state: 'on', user: 'root' }]],
    );
    assert.deepEqual(
      findings.appeared.map(({ file, line, link }: { file: string; line: number; link?: string }) => ({
        file,
        line,
        ...(link && { link }),
      })),
      [{ file: `web/${CONF}`, line: 2 }, snmpd],
    );
  });

  it('tells a program that a job starts at the boot as that job, and a daemon that is known as a service, too', async () => {
    const [{ services, jobs }] = await compared(
      { 'etc/crontab': '' },
      { 'etc/crontab': '@reboot root /srv/bot\n@reboot root /usr/sbin/snmpd\n' },
    );
    assert.deepEqual(
      services.map(({ name }: { name: string }) => name),
      ['snmpd'],
    );
    assert.deepEqual(
      jobs.map(({ after }: { after: { command: string } }) => after.command),
      ['/srv/bot', '/usr/sbin/snmpd'],
    );
  });

  it('tells what the settings of the review say otherwise: by them, what is excluded seems to be off', async () => {
    const before = { [CONF]: TELNET, '.daemonlint.json': '{"severity": {"cleartext-login": "error"}, "keep": ["finger"]}' };
    const after = { [CONF]: TELNET, '.daemonlint.json': '{"exclude": ["etc/inetd.conf"], "keep": []}' };
    const call = (format: string, ...args: string[]) =>
      daemonlint(['compare', 'a', 'b', '--format', format, ...args], sides(before, after));
    const { stdout } = await call('text');
    assert.match(
      stdout,
      /^Settings of the review\n {2}\+ exclude {2}\.daemonlint\.json\n {6}value {2}\["etc\/inetd\.conf"\]\n {2}- severity {2}/,
    );
    assert.match(stdout, /1 service off now \(telnet\); the review goes by other settings\n$/);
    assert.match(
      (await call('markdown')).stdout,
      /\n- \*\*−\*\* `severity`, `\.daemonlint\.json`\n {2}- value: `\{"cleartext-login":"error"\}`\n/,
    );
    const { settings } = JSON.parse((await call('json')).stdout);
    assert.deepEqual(settings[0], { file: '.daemonlint.json', name: 'exclude', before: null, after: '["etc/inetd.conf"]' });
    // Alone they are something to tell, and a config above both sides is the same for both.
    const only = { [CONF]: SSH, '.daemonlint.json': '{"zone": "UTC"}' };
    const told = await daemonlint(['compare', 'a', 'b', '--exit-code'], sides({ [CONF]: SSH }, only));
    assert.deepEqual(
      [told.status, told.stdout.split('\n').at(-2)],
      [1, 'a to b: nothing changed that starts a program; the review goes by other settings'],
    );
    const above = { ...sides({ [CONF]: SSH }, { [CONF]: SSH }), '/h/.daemonlint.json': '{"zone": "UTC"}' };
    assert.equal((await daemonlint(['compare', 'a', 'b', '--exit-code'], above)).status, 0);
  });

  it('tells jobs whose times a template fills in, by what is written', async () => {
    const before = '0 3 * * * root /bin/x\n{{ m }} 4 * * * root /bin/y\n{% if a %}\n{{ z }} {{ h }} * * * {{ u }} /bin/z\n{% endif %}\n';
    const after =
      '0 {{ h }} * * * root /bin/x\n{{ m }} 4 * * * root /bin/y\n{{ item.cron }} root /bin/w a b c d\n{{ line }}\n{{#each b}}\n@{{ p }} root /bin/v\n';
    const [{ jobs }] = await compared(
      { 'etc/crontab.j2': before, 'etc/anacrontab.j2': '' },
      { 'etc/crontab.j2': after, 'etc/anacrontab.j2': '{{ d }} 5 own /bin/own\n' },
    );
    const said = jobs.map(
      ({
        turn,
        before: was,
        after: is,
      }: Record<'turn' | 'before' | 'after', { command: string; expression: string; user: string } | null>) => [
        turn,
        ...[was, is].map((job) => job && `${job.expression} ${job.user} ${job.command}`),
      ],
    );
    assert.deepEqual(said.sort(), [
      ['changed', '0 3 * * * root /bin/x', '0 {{ h }} * * * root /bin/x'],
      ['off', '{{ z }} {{ h }} * * * {{ u }} /bin/z', null],
      ['on', null, '@{{ p }} root /bin/v'],
      ['on', null, '{{ d }} 5 own null /bin/own'],
      ['on', null, '{{ item.cron }} root /bin/w a b c d'],
    ]);
    const { stdout } = await daemonlint(
      ['compare', 'a', 'b', '--from', '2026-01-01'],
      sides({ 'etc/crontab.j2': before }, { 'etc/crontab.j2': after }),
    );
    assert.match(
      stdout,
      /runs {2}At 03:00 every day\n +→ At times that are still to be filled in: 0 \{\{ h \}\} \* \* \*\n +next .*\n +→ not known yet\n/,
    );
  });
});
