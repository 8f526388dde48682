/** Rules across files: what one file says of another, where they point, and when they are quiet. */
import assert from 'node:assert/strict';
import { applyEdits, type Finding } from '../../core/src/index.js';
import { readAs } from '../support.js';

const link = (name: string) => `${name} -> ../init.d/${name.slice(3)}\n`;
const rc = (level: string, ...names: readonly string[]) => `/etc/rc.d/rc${level}.d:\n${names.map(link).join('')}`;
const row = (name: string, word: string) => `${name} 0:off 1:off 2:${word} 3:${word} 4:${word} 5:${word} 6:off\n`;
const TELNET = 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n';
const CRONTAB = 'SHELL=/bin/sh\n17 * * * * root run-parts /etc/cron.hourly\n';

type Host = Readonly<Record<string, string>>;

const found = (rule: string, path: string, text: string, host: Host = {}): readonly Finding[] =>
  readAs(path, text, {}, host).findings.filter((finding) => finding.rule === rule);

/** `SUBJECT severity: FILE piece, …`: what is pointed at here, and what elsewhere. */
const said = (rule: string, path: string, text: string, host: Host = {}) =>
  found(rule, path, text, host).map(({ span, severity, related }) => {
    const places = related.map(({ file, span: { start, end } }) => `${file ?? ''} ${(host[file ?? ''] ?? text).slice(start, end)}`.trim());
    return `${text.slice(span.start, span.end)} ${severity}: ${places.join(', ')}`;
  });

describe('the rule queue-not-run', () => {
  const OFF = rc('3', 'K30sendmail');

  it('inserts the line into the crontab that its finding names', () => {
    const [finding] = found('queue-not-run', 'rc3.d.txt', OFF, { 'etc/crontab': CRONTAB, 'etc/cron.d/x': '' });
    const [first, second] = finding?.fixes ?? [];
    assert.deepEqual(
      first?.edits.map(({ file }) => file),
      ['etc/crontab'],
    );
    assert.equal(applyEdits(CRONTAB, first?.edits ?? []), `${CRONTAB}16 * * * * root /usr/sbin/sendmail -q\n`);
    assert.match(second?.title ?? '', /8\.12 and later/);
    assert.equal(
      finding?.fixes.some(({ safe }) => safe),
      false,
    );
    assert.equal(finding?.related[0]?.span.start, CRONTAB.length);
  });

  it('inserts the line of sendmail 8.12 and later alone where the host has its second configuration', () => {
    const host = { 'etc/crontab': CRONTAB, 'etc/mail/submit.cf': '' };
    const fixes = found('queue-not-run', 'rc3.d.txt', OFF, host).flatMap((finding) => finding.fixes);
    assert.deepEqual(
      fixes.map(({ edits }) => applyEdits(CRONTAB, edits)),
      [`${CRONTAB}16 * * * * root /usr/sbin/sendmail -L sm-msp-queue -Ac -q\n`],
    );
    assert.equal(found('queue-not-run', 'rc3.d.txt', OFF, { ...host, 'rc5.d.txt': rc('5', 'S80exim') }).length, 0);
  });

  it('is quiet once the line is there, and where nobody knows', () => {
    for (const host of [
      {},
      { 'var/spool/cron/ann': '0 4 * * * true\n' },
      { 'etc/crontab': `${CRONTAB}16 * * * * root /usr/sbin/sendmail -q\n` },
      { 'etc/crontab': CRONTAB, 'etc/cron.d/mail': '*/20 * * * * smmsp sendmail -L sm-msp-queue -Ac -q\n' },
      { 'etc/crontab': CRONTAB, 'rc5.d.txt': rc('5', 'S80sendmail') },
      { 'etc/crontab': CRONTAB, 'chkconfig.txt': row('sm-client', 'on') },
      { 'etc/crontab': CRONTAB, 'chkconfig.txt': row('exim4', 'on') },
    ])
      assert.deepEqual(said('queue-not-run', 'rc3.d.txt', OFF, host), [], JSON.stringify(host));
    assert.deepEqual(
      said('queue-not-run', 'rc0.d.txt', rc('0', 'K30sendmail'), { 'etc/crontab': CRONTAB }),
      [],
      'off at halt says nothing',
    );
    assert.deepEqual(said('queue-not-run', 'rc3.d.txt', rc('3', 'S10network'), { 'etc/crontab': CRONTAB }), [], 'absence says nothing');
  });
});

describe('the rule queue-run-twice', () => {
  const RUN = '16 * * * * root /usr/sbin/sendmail -q\n';

  it('points at what runs the queue as well', () => {
    assert.deepEqual(said('queue-run-twice', '/etc/crontab', RUN, { 'rc3.d.txt': rc('3', 'S80sendmail') }), [
      `${RUN.trim()} info: rc3.d.txt sendmail`,
    ]);
    assert.deepEqual(said('queue-run-twice', '/etc/crontab', RUN, { 'etc/cron.d/m': RUN }), [
      `${RUN.trim()} info: etc/cron.d/m ${RUN.trim()}`,
    ]);
    assert.deepEqual(
      said('queue-run-twice', '/etc/crontab', '16 * * * * root /usr/sbin/sendmail -Ac -q\n', { 'chkconfig.txt': row('sm-client', 'on') })
        .length,
      1,
    );
  });

  it('tells the queues apart, and lets postfix be asked', () => {
    assert.deepEqual(said('queue-run-twice', '/etc/crontab', RUN, { 'etc/cron.d/m': '0 * * * * root sendmail -Ac -q\n' }), []);
    assert.deepEqual(said('queue-run-twice', '/etc/crontab', '0 * * * * root postqueue -f\n', { 'rc3.d.txt': rc('3', 'S80postfix') }), []);
    assert.deepEqual(
      said('queue-run-twice', '/etc/crontab', RUN, { 'etc/inetd.conf': 'smtp stream tcp nowait root /usr/sbin/sendmail sendmail -bs\n' }),
      [],
    );
    assert.deepEqual(said('queue-run-twice', '/etc/crontab', `#${RUN}${RUN}`, {}), []);
  });
});

describe('the rule portmap', () => {
  it('warns of RPC services that cannot register, and only informs of NFS, which may be version 4', () => {
    const RSTATD = 'rstatd/1-3 dgram rpc/udp wait root /usr/sbin/tcpd rpc.rstatd\n';
    const host = { 'etc/inetd.conf': RSTATD };
    assert.deepEqual(said('portmap', 'rc3.d.txt', rc('3', 'K87portmap'), host), ['portmap warning: etc/inetd.conf rstatd']);
    assert.deepEqual(said('portmap', 'rc3.d.txt', rc('3', 'K87portmap', 'S60nfs')), ['portmap info: nfs']);
    assert.deepEqual(said('portmap', 'rc3.d.txt', rc('3', 'K87portmap'), { 'etc/inetd.conf': `#${RSTATD}` }), []);
    assert.deepEqual(said('portmap', 'rc3.d.txt', rc('3', 'K87portmap'), { ...host, 'rc5.d.txt': rc('5', 'S13portmap') }), []);
  });

  it('finds it needless only where what needs it was turned off', () => {
    assert.deepEqual(said('portmap', 'rc3.d.txt', rc('3', 'S13portmap', 'K86nfslock')), ['portmap info: nfslock']);
    assert.deepEqual(said('portmap', 'rc3.d.txt', rc('3', 'S13portmap')), []);
    for (const other of ['S25netfs', 'S28autofs', 'S27ypbind', 'S60nfs'])
      assert.deepEqual(said('portmap', 'rc3.d.txt', rc('3', 'S13portmap', 'K86nfslock', other)), [], other);
  });
});

describe('the rule jobs-not-run', () => {
  it('points at the first job of each crontab, and takes the place of essential-off', () => {
    const host = { 'etc/crontab': CRONTAB, 'var/spool/cron/ann': '# mine\n0 4 * * * backup\n', 'etc/cron.d/none': '# nothing\n' };
    assert.deepEqual(said('jobs-not-run', 'chkconfig.txt', row('crond', 'off'), host), [
      'crond warning: etc/crontab 17 * * * * root run-parts /etc/cron.hourly, var/spool/cron/ann 0 4 * * * backup',
    ]);
    assert.deepEqual(said('essential-off', 'chkconfig.txt', row('crond', 'off'), host), []);
    assert.equal(said('essential-off', 'chkconfig.txt', row('crond', 'off')).length, 1);
  });

  it('says it once for a file, and not where the daemon is on elsewhere', () => {
    const host = { 'etc/crontab': CRONTAB };
    assert.equal(said('jobs-not-run', 'rc.txt', rc('3', 'K60crond') + rc('5', 'K60crond'), host).length, 1);
    assert.deepEqual(said('jobs-not-run', 'rc3.d.txt', rc('3', 'K60crond'), { ...host, 'rc5.d.txt': rc('5', 'S40crond') }), []);
    const at = { 'etc/crontab': '0 17 * * 5 root echo x | at now\n' };
    assert.deepEqual(said('jobs-not-run', 'chkconfig.txt', row('atd', 'off'), at), ['atd warning: etc/crontab at']);
    assert.deepEqual(said('jobs-not-run', 'chkconfig.txt', row('atd', 'off'), { 'etc/crontab': '#0 17 * * 5 root echo x | at now\n' }), []);
  });
});

describe('the rules started-again and started-twice', () => {
  it('see a service that one place turns off and another starts', () => {
    const off = { 'rc3.d.txt': rc('3', 'K50snmpd') };
    assert.deepEqual(said('started-again', '/etc/cron.d/x', '@reboot root /usr/sbin/snmpd\n', off), [
      '/usr/sbin/snmpd warning: rc3.d.txt snmpd',
    ]);
    assert.deepEqual(said('started-again', '/etc/cron.d/x', '@reboot root service snmpd start\n', off).length, 1);
    assert.deepEqual(
      said('started-again', '/etc/inetd.conf', 'auth stream tcp wait nobody /usr/sbin/in.identd in.identd\n', {
        'rc3.d.txt': rc('3', 'K35identd'),
      }),
      ['auth info: rc3.d.txt identd'],
    );
    assert.deepEqual(
      said('started-again', '/etc/crontab', '0 1 * * * root echo x | at now\n', { 'rc3.d.txt': rc('3', 'K40atd') }),
      [],
      'it only uses it',
    );
  });

  it('see a service twice, but not the rows of xinetd or what is off at work', () => {
    const host = { 'rc3.d.txt': rc('3', 'S55sshd') };
    const SSH = 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n';
    assert.deepEqual(said('started-twice', '/etc/inetd.conf', SSH, host), ['ssh warning: rc3.d.txt sshd']);
    assert.deepEqual(said('started-twice', '/etc/inetd.conf', SSH, { 'rc3.d.txt': rc('3', 'K55sshd') }), []);
    assert.deepEqual(said('started-twice', '/etc/inetd.conf', SSH, { 'rc1.d.txt': rc('1', 'S55sshd') }), []);
    assert.deepEqual(said('started-twice', '/etc/inetd.conf', TELNET, { 'chkconfig.txt': 'xinetd based services:\n\ttelnet:\ton\n' }), []);
  });
});

describe('the rule last-login', () => {
  const LISTS = { 'rc3.d.txt': rc('3', 'S50inet') };

  it('warns before the last way in goes, and names all of them', () => {
    assert.deepEqual(said('last-login', '/etc/inetd.conf', TELNET, LISTS), ['telnet info: ']);
    const two = `${TELNET}login stream tcp nowait root /usr/sbin/tcpd in.rlogind\n`;
    assert.deepEqual(said('last-login', '/etc/inetd.conf', two, LISTS), ['telnet info: login']);
    assert.deepEqual(said('last-login', '/etc/inetd.conf', TELNET, { 'rc3.d.txt': rc('3', 'K55sshd') }), ['telnet info: ']);
  });

  it('is quiet where sshd may be there, unseen', () => {
    assert.deepEqual(said('last-login', '/etc/inetd.conf', TELNET), []);
    assert.deepEqual(said('last-login', '/etc/inetd.conf', TELNET, { 'rc6.d.txt': rc('6', 'K50inet') }), []);
    assert.deepEqual(said('last-login', '/etc/inetd.conf', TELNET, { 'rc3.d.txt': rc('3', 'S55sshd') }), []);
    assert.deepEqual(said('last-login', '/etc/inetd.conf', TELNET, { 'etc/crontab': '@reboot root /usr/sbin/dropbear\n', ...LISTS }), []);
  });
});

describe('the rule unneeded-daemon', () => {
  const RPC = rc('3', 'S11portmap', 'S14nfslock');

  it('says nothing of the port mapper and of the parts of NFS where a server of NFS is on, wherever that is', () => {
    assert.deepEqual(said('unneeded-daemon', 'rc3.d.txt', `${RPC}${link('S60nfs')}`), []);
    assert.deepEqual(said('unneeded-daemon', 'rc3.d.txt', RPC, { 'chkconfig.txt': row('nfs', 'on') }), []);
    assert.deepEqual(said('unneeded-daemon', 'rc3.d.txt', RPC), ['portmap info: ', 'nfslock info: ']);
    assert.deepEqual(said('unneeded-daemon', 'rc3.d.txt', `${RPC}${link('K20nfs')}`), ['portmap info: ', 'nfslock info: ']);
  });

  it('takes a client of NFS for a use of the port mapper and of the locks, and not of what serves mounts', () => {
    const parts = 'rpcbind=YES\nlockd=YES\nstatd=YES\nmountd=YES\n';
    assert.deepEqual(said('unneeded-daemon', '/etc/rc.conf', `rc_configured=YES\nnfs_client=YES\n${parts}`), ['mountd info: ']);
    assert.deepEqual(said('unneeded-daemon', '/etc/rc.conf', `rc_configured=YES\nnfs_client=NO\n${parts}`).length, 4);
    assert.deepEqual(
      said('unneeded-daemon', '/etc/rc.conf', 'nfs_client_enable="YES"\nrpc_lockd_enable="YES"\nrpcbind_enable="YES"\n'),
      [],
    );
  });

  it('takes NIS for a use of the port mapper, and not of the parts of NFS', () => {
    assert.deepEqual(said('unneeded-daemon', 'rc3.d.txt', `${RPC}${link('S12ypserv')}`), ['nfslock info: ', 'ypserv info: ']);
  });

  it('can be put right at the line that it names', () => {
    const [finding] = found('unneeded-daemon', '/etc/rc.conf', 'sshd_enable="YES"\nrpcbind_enable="YES"\n');
    assert.match(applyEdits('sshd_enable="YES"\nrpcbind_enable="YES"\n', finding?.fixes[0]?.edits ?? []), /rpcbind_enable="NO"\n$/);
  });
});
