/** Rules that look at the other files of a host: the super-server, what is essential, and the last way in. */
import assert from 'node:assert/strict';
import { defaultSettings, lint, safeEdits, summarise } from '../../core/src/index.js';
import { readAs } from '../support.js';

const INETD = 'etc/inetd.conf';
const LINKS = 'rc3.d.txt';
const link = (name: string) => `lrwxrwxrwx 1 root root 16 Jan 1 2000 ${name} -> ../init.d/${name.slice(3)}\n`;
const rc = (level: string, ...names: readonly string[]) => `/etc/rc.d/rc${level}.d:\n${names.map(link).join('')}`;
const row = (name: string, word: string) => `${name} 0:off 1:off 2:${word} 3:${word} 4:${word} 5:${word} 6:off\n`;
const TELNET = 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n';
const FINGER = 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n';
const SSH = 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n';

type Host = Readonly<Record<string, string>>;

const of = (rule: string, path: string, text: string, host: Host = {}) =>
  readAs(path, text, {}, host).findings.filter((finding) => finding.rule === rule);

describe('the rule super-server', () => {
  const said = (text: string, host: Host = {}, path = LINKS) =>
    of('super-server', path, text, host).map(({ severity, message, related }) => [severity, message.split(/[:.]/, 1)[0], related.length]);
  const ON = rc('3', 'S50inet');
  const OFF = rc('3', 'K50inet');

  it('asks to look when inetd is on and no inetd.conf is in sight', () => assert.deepEqual(said(ON), [['info', 'inet is on', 0]]));

  it('warns when inetd is on and its file offers nothing', () => {
    for (const text of ['', '# all off\n', `#${FINGER}`, 'finger stream\n'])
      assert.deepEqual(said(ON, { [INETD]: text }), [['warning', 'inet is on but its file offers no service any more', 0]], text);
  });

  it('is content when inetd is on and one of its files offers something', () => {
    assert.deepEqual(said(ON, { [INETD]: FINGER }), []);
    assert.deepEqual(said(ON, { [INETD]: '', 'usr/local/etc/inetd.conf': FINGER }), []);
    assert.deepEqual(said(ON, { [INETD]: 'own stream tcp nowait root /opt/own own\n' }), [], 'also a service that nobody knows');
  });

  it('speaks when inetd is off while its file offers services, and says where', () => {
    assert.deepEqual(said(OFF, { [INETD]: FINGER }), [['info', 'inet is off while its file offers a service', 1]]);
    assert.deepEqual(said(OFF, { [INETD]: FINGER.repeat(7) }), [['info', 'inet is off while its file offers 7 services', 5]]);
    const [finding] = of('super-server', LINKS, OFF, { [INETD]: `# x\n${FINGER}` });
    assert.deepEqual(finding?.related, [{ file: INETD, span: { start: 4, end: 10 }, message: 'finger is offered here' }]);
  });

  it('is content when inetd is off and so is all in its file', () => {
    assert.deepEqual(said(OFF, { [INETD]: `#${FINGER}` }), []);
    assert.deepEqual(said(OFF), []);
    assert.deepEqual(said(rc('0', 'K50inet'), { [INETD]: FINGER }), [], 'off at halt says nothing');
    assert.deepEqual(said(rc('6', 'K50inet'), { [INETD]: FINGER }), []);
  });

  it('does not hold inetd.conf against xinetd, which does not read it', () => {
    assert.deepEqual(said(rc('3', 'K50xinetd'), { [INETD]: FINGER }), []);
    assert.deepEqual(said(rc('3', 'S50xinetd'), { [INETD]: '' }), [['info', 'xinetd is on', 0]]);
  });

  it('reads rows of chkconfig too', () => {
    assert.deepEqual(said(row('inet', 'on'), { [INETD]: '' }, 'chkconfig.txt'), [
      ['warning', 'inet is on but its file offers no service any more', 0],
    ]);
    assert.deepEqual(said(row('inet', 'off'), { [INETD]: FINGER }, 'chkconfig.txt'), [
      ['info', 'inet is off while its file offers a service', 1],
    ]);
  });

  it('offers to turn it off, but not by itself', () => {
    const { findings } = readAs(LINKS, ON, {}, { [INETD]: '' });
    assert.equal(
      findings[0]?.fixes.some(({ turns }) => turns === 'off'),
      true,
    );
    assert.deepEqual(safeEdits(findings).edits, []);
  });
});

describe('the rule essential-off', () => {
  const said = (path: string, text: string, host: Host = {}) => of('essential-off', path, text, host).map(({ subject }) => subject);

  it('finds a K link or an off in a runlevel in which a host works', () => {
    for (const level of ['2', '3', '4', '5']) assert.deepEqual(said(`rc${level}.d.txt`, rc(level, 'K70syslog')), ['syslog'], level);
    assert.deepEqual(said('chkconfig.txt', row('crond', 'off')), ['crond']);
  });

  it('finds nothing in runlevels 0, 1 and 6, nor in mere absence, nor in a commented-out line', () => {
    for (const level of ['0', '1', '6']) assert.deepEqual(said(`rc${level}.d.txt`, rc(level, 'K70syslog')), [], level);
    assert.deepEqual(said(LINKS, rc('3', 'S80sendmail')), []);
    assert.deepEqual(said(LINKS, `/etc/rc.d/rc3.d:\n#${link('S30syslog')}`), []);
  });

  it('is content when it is on elsewhere', () => {
    assert.deepEqual(said('chkconfig.txt', 'syslog 0:off 1:off 2:off 3:on 4:off 5:off 6:off\n'), []);
    assert.deepEqual(said(LINKS, rc('3', 'K70syslog') + rc('5', 'S30syslog')), []);
    assert.deepEqual(said(LINKS, rc('3', 'K70syslog'), { 'rc5.d.txt': rc('5', 'S30syslog') }), []);
    assert.deepEqual(said(LINKS, rc('3', 'K70syslog'), { 'rc5.d.txt': rc('5', 'K70syslog') }), ['syslog']);
  });

  it('is content when another program serves for it, in this file or in another', () => {
    for (const other of ['rsyslog', 'syslog-ng']) {
      assert.deepEqual(said(LINKS, rc('3', 'K70syslog', `S30${other}`)), [], other);
      assert.deepEqual(said(LINKS, rc('3', 'K70syslog'), { 'rc5.d.txt': rc('5', `S30${other}`) }), [], other);
      assert.deepEqual(said(LINKS, rc('3', 'K70syslog'), { 'chkconfig.txt': row(other, 'on') }), [], other);
      assert.deepEqual(said(LINKS, rc('3', 'K70syslog'), { 'etc/cron.d/x': `@reboot root service ${other} start\n` }), [], other);
      assert.deepEqual(said(LINKS, rc('3', 'K70syslog'), { 'chkconfig.txt': row(other, 'off') }), ['syslog'], other);
    }
    assert.deepEqual(said(LINKS, rc('3', 'K70syslog'), { 'rc5.d.txt': rc('5', 'S40crond') }), ['syslog'], 'crond keeps no logs');
    assert.deepEqual(said(LINKS, rc('3', 'K90network'), { 'rc5.d.txt': rc('5', 'S20NetworkManager') }), []);
    assert.deepEqual(said(LINKS, rc('3', 'K60crond'), { 'rc5.d.txt': rc('5', 'S30rsyslog') }), ['crond']);
  });

  it('does not take its own old self in the host for another file, but a namesake elsewhere for one', () => {
    const text = rc('3', 'K70syslog');
    const before = summarise(LINKS, readAs(LINKS, rc('3', 'S30syslog')).document);
    const at = (path: string, root: string) => {
      const { choice } = readAs(LINKS, text);
      return lint(path, text, choice, { ...defaultSettings, host: { root, files: [before] } }).findings.map(({ subject }) => subject);
    };
    assert.deepEqual(at('/srv/host/rc3.d.txt', '/srv/host'), ['syslog']);
    assert.deepEqual(at('/rc3.d.txt', '/'), ['syslog']);
    assert.deepEqual(at('rc3.d.txt', ''), ['syslog']);
    assert.deepEqual(at('/srv/host/old/rc3.d.txt', '/srv/host'), []);
  });
});

describe('the last remote login', () => {
  const safe = (text: string, host: Host = {}, path = INETD) =>
    readAs(path, text, {}, host)
      .findings.filter(({ fixes }) => fixes.some((fix) => fix.safe))
      .map(({ subject }) => subject);

  it('is never turned off by itself', () => {
    assert.deepEqual(safe(TELNET), []);
    assert.deepEqual(safe(TELNET.replace('telnet', 'login')), []);
    assert.deepEqual(safe(TELNET.replace('telnet', 'shell')), []);
    assert.deepEqual(safe(TELNET.replace('telnet', '23')), []);
  });

  it('may still be turned off by hand', () => {
    const [finding] = readAs(INETD, TELNET).findings;
    assert.deepEqual(
      finding?.fixes.map(({ title, safe: automatic, turns }) => [title, automatic, turns]),
      [['Disable telnet: comment its line out', false, 'off']],
    );
  });

  it('keeps nothing else from being turned off', () => assert.deepEqual(safe(TELNET + FINGER), ['finger']));

  it('may go by itself where ssh or dropbear is on in the same file', () => {
    assert.deepEqual(safe(TELNET + SSH), ['telnet']);
    assert.deepEqual(safe(TELNET + SSH.replace('ssh', '22')), ['telnet']);
    assert.deepEqual(safe(`${TELNET}2222 stream tcp nowait root /usr/sbin/dropbear dropbear -i\n`), ['telnet']);
    assert.deepEqual(safe(`${TELNET}#${SSH}`), [], 'commented out is off');
    assert.deepEqual(safe(`${TELNET}127.0.0.1:${SSH}`), [], 'nobody comes in from outside there');
  });

  it('may go by itself where ssh or dropbear is on elsewhere in the host', () => {
    const elsewhere: readonly Host[] = [
      { [LINKS]: rc('3', 'S55sshd') },
      { [LINKS]: rc('3', 'S55dropbear') },
      { 'chkconfig.txt': row('sshd', 'on') },
      { 'etc/crontab': '@reboot root /usr/sbin/sshd\n' },
      { 'etc/crontab': '*/5 * * * * root pgrep dropbear || /etc/init.d/dropbear start\n' },
      { 'usr/local/etc/inetd.conf': SSH },
    ];
    for (const host of elsewhere) assert.deepEqual(safe(TELNET, host), ['telnet'], JSON.stringify(host));
    const not: readonly Host[] = [
      {},
      { [LINKS]: rc('3', 'K25sshd') },
      { [LINKS]: rc('3', 'S50snmpd') },
      { 'rc1.d.txt': rc('1', 'S55sshd') },
      { 'chkconfig.txt': row('sshd', 'off') },
      { 'etc/crontab': '#@reboot root /usr/sbin/sshd\n' },
      { 'etc/crontab': '0 4 * * * root service sshd status\n' },
      { 'etc/crontab': '0 4 * * * root pkill sshd\n' },
    ];
    for (const host of not) assert.deepEqual(safe(TELNET, host), [], JSON.stringify(host));
  });

  it('is protected in a crontab as well', () => {
    assert.deepEqual(safe('@reboot root /usr/sbin/in.telnetd\n', {}, 'etc/crontab'), []);
    assert.deepEqual(safe('@reboot root /usr/sbin/in.telnetd\n@reboot root /usr/sbin/sshd\n', {}, 'etc/crontab'), ['telnet']);
  });
});

describe('listings', () => {
  it('have no safe fix: they are pictures', () => {
    for (const [path, text] of [
      [LINKS, rc('3', 'S50snmpd', 'S80sendmail', 'K70syslog')],
      ['chkconfig.txt', row('snmpd', 'on')],
    ] as const) {
      const { findings } = readAs(path, text);
      assert.ok(findings.length > 0);
      assert.deepEqual(safeEdits(findings).edits, []);
    }
  });
});

describe('how bad a service is', () => {
  /** What the shared rules say; those of inetd.conf have names with a slash. */
  const levels = (text: string, path = INETD) =>
    readAs(path, text)
      .findings.filter(({ rule }) => !rule.includes('/'))
      .map(({ rule, severity }) => `${severity} ${rule}`);
  const service = (name: string, transport: string, address = '') =>
    `${address}${name} ${transport === 'tcp' ? 'stream' : 'dgram'} ${transport} ${transport === 'tcp' ? 'nowait' : 'wait'} root internal\n`;

  it('depends on the transport', () => {
    for (const name of ['echo', 'chargen', 'daytime', 'time']) {
      assert.deepEqual(levels(service(name, 'udp')), ['warning risky-daemon'], name);
      assert.deepEqual(levels(service(name, 'tcp')), ['info unneeded-daemon'], name);
      assert.deepEqual(levels(service(name, 'udp6')), ['warning risky-daemon'], name);
    }
    assert.deepEqual(levels(service('discard', 'udp')), ['info unneeded-daemon']);
    // Built in it is under its name alone.
    assert.deepEqual(levels('7 dgram udp wait own /opt/own own\n'), ['warning risky-daemon'], 'by its number');
  });

  it('is one lower on loopback, for all notations of it', () => {
    for (const address of ['127.0.0.1:', 'localhost:', '127.1:', '[::1]:', '127.0.0.1,::1:']) {
      assert.deepEqual(levels(service('echo', 'udp', address)), ['info risky-daemon'], address);
      assert.deepEqual(levels(`${address}${FINGER}`), ['info risky-daemon'], address);
    }
    assert.deepEqual(levels(`127.0.0.1:${TELNET}`), ['info cleartext-login']);
    assert.deepEqual(levels(service('echo', 'tcp', '127.0.0.1:')), ['hint unneeded-daemon']);
    assert.deepEqual(levels(`127.0.0.1:\n${FINGER}`), ['info risky-daemon'], 'by a default line');
  });

  it('is as ever on other addresses, or where one of several is another', () => {
    for (const address of ['10.0.0.1:', '*:', '127.0.0.1,10.0.0.1:', '128.0.0.1:'])
      assert.deepEqual(levels(`${address}${FINGER}`), ['warning risky-daemon'], address);
    assert.deepEqual(levels(`127.0.0.1:\n*:${FINGER}`), ['warning risky-daemon']);
  });

  it('of tftp is less with -s, or with folders that it is kept to', () => {
    const tftp = (rest: string) => levels(`tftp dgram udp wait nobody /usr/sbin/tcpd in.tftpd${rest}\n`);
    assert.deepEqual(tftp(''), ['warning risky-daemon']);
    assert.deepEqual(tftp(' /tftpboot'), ['info unneeded-daemon']);
    assert.deepEqual(tftp(' -l /tftpboot'), ['info unneeded-daemon']);
    assert.deepEqual(tftp(' -m /etc/tftp.map'), ['warning risky-daemon']);
    assert.deepEqual(levels('tftp dgram udp wait nobody /usr/sbin/tcpd /usr/sbin/in.tftpd\n'), ['warning risky-daemon']);
    assert.deepEqual(tftp(' -l'), ['warning risky-daemon']);
    assert.deepEqual(tftp(' --syslog'), ['warning risky-daemon']);
    assert.deepEqual(tftp(' -s /tftpboot'), ['info unneeded-daemon']);
    assert.deepEqual(tftp(' -ls /tftpboot'), ['info unneeded-daemon']);
    assert.deepEqual(levels('127.0.0.1:tftp dgram udp wait nobody /usr/sbin/in.tftpd in.tftpd -s /x\n'), ['hint unneeded-daemon']);
  });
});
