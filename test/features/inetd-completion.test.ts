/** What is proposed in each field of an inetd.conf, and what hovers say of it. */
import assert from 'node:assert/strict';
import { applyEdits, completionsAt, hoverAt } from '../../core/src/index.js';
import { at } from './support.js';

const PATH = '/etc/inetd.conf';

function offered(marked: string, dialect = '') {
  const { reading, offset } = at(PATH, dialect === '' ? marked : `# daemonlint: dialect=${dialect}\n${marked}`);
  return { reading, found: completionsAt(reading, offset) };
}
const labels = (marked: string, dialect?: string): string[] => offered(marked, dialect).found.map(({ label }) => label);
const first = (marked: string, dialect?: string): string | undefined => labels(marked, dialect)[0];
const has = (marked: string, ...wanted: string[]) => {
  const found = labels(marked);
  for (const label of wanted) assert.ok(found.includes(label), `${label} is not offered at ${marked}`);
};
/** The text after `label` was taken. */
function taking(marked: string, label: string): string {
  const { reading, found } = offered(marked);
  const one = found.find((each) => each.label === label);
  assert.ok(one, `${label} is not offered at ${marked}`);
  return applyEdits(reading.document.text, [{ span: one.span, text: one.insert ?? one.label }]);
}

describe('completion in inetd.conf', () => {
  it('offers services with their ports, and the address of loopback', () => {
    has('‸', 'ssh', 'tftp', '127.0.0.1:');
    assert.equal(offered('‸').found.find(({ label }) => label === 'tftp')?.detail, '69/udp');
    assert.equal(taking('ft‸ stream tcp\n', 'ftp'), 'ftp stream tcp\n');
    assert.equal(taking('127.0.0.1:s‸\n', 'ssh'), '127.0.0.1:ssh\n');
    assert.ok(!labels('127.0.0.1:s‸\n').includes('127.0.0.1:'));
    assert.ok(!labels('‸', 'freebsd').includes('127.0.0.1:'));
  });

  it('offers the names of the host too', () => {
    const { reading, offset } = at(PATH, '‸');
    const host = { root: '/h', files: [], services: new Set(['measure/tcp', 'ssh/tcp']) };
    const found = completionsAt({ ...reading, context: { ...reading.context, host } }, offset);
    assert.equal(found.filter(({ label }) => label === 'ssh').length, 1);
    assert.ok(found.some(({ label }) => label === 'measure'));
  });

  it('offers socket types and protocols, those that go with the service and the inetd first', () => {
    assert.deepEqual(labels('ssh ‸'), ['stream', 'dgram']);
    assert.deepEqual(labels('tftp ‸'), ['dgram', 'stream']);
    assert.equal(taking('tftp st‸ udp\n', 'dgram'), 'tftp dgram udp\n');
    assert.deepEqual(labels('ssh stream ‸', 'busybox'), ['tcp', 'tcp6', 'unix']);
    assert.ok(labels('ssh stream ‸', 'freebsd').includes('tcp46'));
    assert.ok(labels('rstatd/1 dgram ‸', 'openbsd').includes('rpc/udp'));
    assert.deepEqual(labels('/run/own stream ‸', 'openbsd'), ['unix']);
  });

  it('offers the wait words, with limits as the inetd in question reads them', () => {
    assert.equal(first('ssh stream tcp ‸'), 'nowait');
    assert.equal(first('tftp dgram udp ‸'), 'wait');
    assert.ok(labels('ssh stream tcp ‸', 'openbsd-inetd').includes('nowait.40'));
    assert.ok(labels('ssh stream tcp ‸', 'freebsd').includes('nowait/40'));
    assert.deepEqual(labels('ssh stream tcp ‸'), ['nowait', 'wait'], 'none that all of them read');
  });

  it('offers users, those of the file first', () => {
    assert.equal(first('4711 stream tcp nowait own /x x\nssh stream tcp nowait ‸\n'), 'own');
    has('ssh stream tcp nowait ‸', 'root', 'nobody');
  });

  it('offers servers that are known for the service, and their arguments', () => {
    has('tftp dgram udp wait nobody ‸', '/usr/sbin/in.tftpd', '/usr/sbin/tcpd');
    assert.equal(first('discard stream tcp nowait root ‸'), 'internal');
    assert.ok(!labels('tftp dgram udp wait nobody ‸').includes('internal'));
    assert.deepEqual(labels('ssh stream tcp nowait root /usr/sbin/sshd ‸'), ['sshd']);
    assert.deepEqual(labels('ssh stream tcp nowait root /usr/sbin/sshd sshd ‸'), ['-i']);
    assert.ok(labels('ftp stream tcp nowait root /usr/sbin/tcpd ‸').includes('in.ftpd'));
    assert.deepEqual(labels('tftp dgram udp wait nobody /usr/sbin/tcpd in.tftpd ‸'), ['-s']);
    assert.deepEqual(labels('discard stream tcp nowait root internal ‸'), []);
  });

  it('goes on in an indented line, and is silent in comments', () => {
    assert.ok(labels('ssh stream tcp nowait\n\tro‸\n').includes('root'));
    assert.deepEqual(labels('#ssh stream tcp nowait ‸\n'), []);
  });
});

describe('hovers of services', () => {
  const hover = (marked: string): string => {
    const { reading, offset } = at(PATH, marked);
    return hoverAt(reading, offset)?.markdown ?? '';
  };

  it('tell their ports', () => {
    assert.match(hover('ss‸h stream tcp nowait root /x x\n'), /“ssh”: port 22 over TCP, by the common names/);
    assert.match(hover('doma‸in stream tcp nowait root /x x\n'), /port 53 over TCP and UDP/);
    assert.match(hover('6‸9 dgram udp wait root /x x\n'), /Port 69: tftp\./);
    assert.match(hover('47‸11 dgram udp wait root /x x\n'), /Port 4711, which has no common name/);
    assert.match(hover('meas‸ure stream tcp nowait root /x x\n'), /none of the common names/);
    assert.match(hover('rsta‸td/1 dgram rpc/udp wait root /x x\n'), /RPC program 100001/);
  });
});
