/** What can be made of an entry of inetd.conf: bound to loopback, wrapped, shown as units of systemd. */
import assert from 'node:assert/strict';
import { actionsAt, applyEdits } from '../../core/src/index.js';
import { at } from './support.js';

const PATH = '/etc/inetd.conf';
const SSH = 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n';

interface Offer {
  readonly name: string;
  /** The text with the rewrite carried out, or the one that it opens. */
  readonly text: string;
}

function offers(text: string, dialect = ''): Offer[] {
  const head = dialect === '' ? '' : `# daemonlint: dialect=${dialect}\n`;
  const { reading, offset } = at(PATH, `${head}‸${text}`);
  return actionsAt(reading, { start: offset, end: offset }, ({ type }) => type === 'rewrite').flatMap(({ name, fix, opens }) =>
    name === undefined ? [] : [{ name, text: opens?.text ?? applyEdits(reading.document.text, fix.edits).slice(head.length) }],
  );
}

const one = (name: string, text: string, dialect?: string): string | undefined =>
  offers(text, dialect).find((offer) => offer.name === name)?.text;
/** The lines of the units without comments, blanks and descriptions. */
const units = (text: string, dialect = 'openbsd-inetd'): string[] =>
  (one('systemd', text, dialect) ?? '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('Description=') && (!line.startsWith('#') || line.startsWith('# /etc/systemd')));
const reason = (text: string): string => /There are no units that mean the same: (.*)/.exec(one('systemd', text) ?? '')?.[1] ?? '';

describe('bind to loopback', () => {
  it('writes the address before the service, where inetd knows addresses', () => {
    assert.equal(one('loopback', SSH), `127.0.0.1:${SSH}`);
    assert.equal(one('loopback', SSH.replace('tcp', 'tcp6')), `::1:${SSH.replace('tcp', 'tcp6')}`);
    assert.equal(one('loopback', SSH, 'freebsd'), undefined);
  });

  it('is not offered for what is bound, or is no port', () => {
    assert.equal(one('loopback', `10.0.0.1:${SSH}`), undefined);
    assert.equal(one('loopback', '/run/own stream unix nowait own /opt/own own\n'), undefined);
  });
});

describe('tcpd', () => {
  it('goes before a server, which it finds in its folder or by its path', () => {
    assert.equal(one('tcpd', SSH), 'ssh stream tcp nowait root /usr/sbin/tcpd sshd -i\n');
    assert.equal(one('tcpd', '4711 stream tcp nowait own /opt/own\n'), '4711 stream tcp nowait own /usr/sbin/tcpd /opt/own\n');
  });

  it('goes away again', () => {
    assert.equal(one('tcpd', 'ssh stream tcp nowait root /usr/sbin/tcpd sshd -i\n'), SSH);
    assert.equal(one('tcpd', '4711 stream tcp nowait own /usr/sbin/tcpd /opt/own -x\n'), '4711 stream tcp nowait own /opt/own own -x\n');
  });

  it('is not offered where it cannot serve', () => {
    for (const text of [
      'ntp dgram udp wait own /opt/own own\n',
      'discard stream tcp nowait root internal\n',
      '4711 stream tcp wait own /opt/own own\n',
      '4711 stream tcp nowait own /opt/own other-name\n',
    ])
      assert.equal(one('tcpd', text), undefined, text);
    assert.equal(one('tcpd', SSH, 'openbsd'), undefined);
  });
});

describe('an entry as units of systemd', () => {
  it('starts a program for each connection', () => {
    assert.deepEqual(units('127.0.0.1,::1:ssh stream tcp nowait.9 root.wheel /usr/sbin/sshd sshd -i\n'), [
      '# /etc/systemd/system/inetd-ssh.socket',
      '[Unit]',
      '[Socket]',
      'ListenStream=127.0.0.1:22',
      'ListenStream=[::1]:22',
      'Accept=yes',
      'TriggerLimitIntervalSec=60',
      'TriggerLimitBurst=9',
      '[Install]',
      'WantedBy=sockets.target',
      '# /etc/systemd/system/inetd-ssh@.service',
      '[Unit]',
      '[Service]',
      'ExecStart=-@/usr/sbin/sshd sshd -i',
      'User=root',
      'Group=wheel',
      'StandardInput=socket',
    ]);
  });

  it('hands the socket over where the program is waited for', () => {
    const text = 'ntp dgram udp4,rcvbuf=64k wait own /opt/own own "a b"\n';
    const found = units(text);
    for (const line of ['ListenDatagram=0.0.0.0:123', 'ReceiveBuffer=64K', 'Accept=no', '# /etc/systemd/system/inetd-ntp.service'])
      assert.ok(found.includes(line), `${line} is not in\n${found.join('\n')}`);
    assert.ok(found.includes('ExecStart=-@/opt/own own "\\"a" "b\\""'), found.join('\n'));
  });

  it('listens where the inetd in question does', () => {
    // FreeBSD takes a number for a name.
    const place = (protocol: string, dialect: string, service = '4711') =>
      units(`${service} stream ${protocol} nowait own /opt/own own\n`, dialect).filter((line) => /^(?:Listen|Bind)/.test(line));
    assert.deepEqual(place('tcp', 'openbsd-inetd'), ['ListenStream=4711', 'BindIPv6Only=both']);
    assert.deepEqual(place('tcp', 'inetutils'), ['ListenStream=0.0.0.0:4711']);
    assert.deepEqual(place('tcp6', 'openbsd-inetd'), ['ListenStream=[::]:4711', 'BindIPv6Only=ipv6-only']);
    assert.deepEqual(place('tcp46', 'freebsd', 'ssh'), ['ListenStream=22', 'BindIPv6Only=both']);
    const unix = units('/run/own.sock stream unix nowait own /opt/own own\n');
    assert.ok(unix.includes('ListenStream=/run/own.sock') && unix.includes('# /etc/systemd/system/inetd-own.sock.socket'));
  });

  it("takes FreeBSD's limits over", () => {
    const found = units('ssh stream tcp nowait/5/60/2 own /opt/own own\n', 'freebsd');
    assert.ok(found.includes('MaxConnections=5') && found.includes('MaxConnectionsPerSource=2'), found.join('\n'));
    assert.match(one('systemd', 'ssh stream tcp nowait/5/60/2 own /opt/own own\n', 'freebsd') ?? '', /no limit on the connections/);
  });

  it('says why where there are none', () => {
    assert.match(reason('discard stream tcp nowait root internal\n'), /inetd answers this service by itself/);
    assert.match(reason('390001/1 dgram rpc/udp wait own /opt/own own\n'), /port mapper/);
    assert.match(reason('measure stream tcp nowait own /opt/own own\n'), /none is known for measure/);
    assert.match(reason('box.example:ssh stream tcp nowait own /opt/own own\n'), /write that of box\.example/);
    assert.match(reason('tcpmux/own stream tcp nowait own /opt/own own\n'), /tcpmux/);
    assert.match(reason('ntp stream udp nowait own /opt/own own\n'), /does not go with udp/);
  });
});
