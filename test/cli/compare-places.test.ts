// Services with several entries in a comparison: which entry is which, and which came and went.
import assert from 'node:assert/strict';
import type { Tree } from '../workspace/memory.js';
import { type Change, compared, sides } from './compare-support.js';
import { daemonlint } from './memory-io.js';

interface Told extends Change {
  readonly name: string;
  readonly changes: readonly {
    readonly of: string;
    readonly name?: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** What is told of services and of variables, by name. */
async function told(before: Tree, after: Tree) {
  const [host] = await compared(before, after);
  const services: readonly Told[] = host?.services ?? [];
  const variables: readonly { name: string; before: string | null; after: string | null }[] = host?.variables ?? [];
  return {
    services: services.map(({ name, turn, changes }) => [
      name,
      turn,
      ...changes.map((change) => `${change.name ?? change.of}: ${change.before} > ${change.after}`),
    ]),
    variables: variables.map(({ name, before: was, after: is }) => `${name}: ${was} > ${is}`),
  };
}

const inetd = (...lines: readonly string[]): Tree => ({ 'etc/inetd.conf': lines.map((line) => `${line}\n`).join('') });
const inittab = (...lines: readonly string[]): Tree => ({ 'etc/inittab': lines.map((line) => `${line}\n`).join('') });

describe('entries of one service', () => {
  const [tcp, udp] = ['echo stream tcp nowait root internal', 'echo dgram udp wait root internal'];
  const nothing = { services: [], variables: [] };

  it('are the same in another order, and told once where all of them say the same', async () => {
    assert.deepEqual(await told(inetd(tcp, udp), inetd(udp, '', tcp)), nothing);
    const limited = inetd(udp.replace('wait', 'wait.9'), tcp.replace('nowait', 'nowait.9'));
    assert.deepEqual((await told(inetd(tcp, udp), limited)).services, [['echo', 'changed', 'limits: null > 9']]);
  });

  it('are told by themselves where one comes or goes and nothing else says so', async () => {
    const [here, there] = [
      '10.0.0.1:ftp stream tcp nowait root /usr/sbin/ftpd ftpd',
      '10.0.0.2:ftp stream tcp nowait root /usr/sbin/ftpd ftpd',
    ];
    assert.deepEqual((await told(inetd(here), inetd(here, there))).services, [['ftp', 'changed', `entry: null > ${there}`]]);
    assert.deepEqual((await told(inetd(here, there), inetd(there))).services, [['ftp', 'changed', `entry: ${here} > null`]]);
    assert.deepEqual((await told(inetd(here), inetd(there))).services, [['ftp', 'changed', 'addresses: 10.0.0.1 > 10.0.0.2']]);
    // To whom it is offered says it already.
    assert.deepEqual((await told(inetd(tcp), inetd(tcp, udp))).services, [
      ['echo', 'changed', 'reach: tcp to the network > tcp to the network, udp to the network'],
    ]);
    const secret = await daemonlint(['compare', 'a', 'b'], sides(inetd(here), inetd(here, `${there} --password hunter2`)));
    assert.ok(/ {2}also {2}.*••••\n/.test(secret.stdout) && !secret.stdout.includes('hunter2'), secret.stdout);
    const { stdout } = await daemonlint(['compare', 'a', 'b'], sides(inetd(here), inetd(here, there)));
    assert.match(stdout, /\n {6}also {2}10\.0\.0\.2:ftp stream tcp nowait root \/usr\/sbin\/ftpd ftpd\n/);
  });
});

describe('an inittab in a comparison', () => {
  const [first, second] = ['1:2345:respawn:/sbin/getty 38400 tty1', '2:23:respawn:/sbin/getty 38400 tty2'];

  it('tells of each terminal, of runlevels and of actions', async () => {
    assert.deepEqual((await told(inittab(first, second), inittab(second, first))).services, []);
    assert.deepEqual((await told(inittab(first), inittab(first, second))).services, [
      ['/sbin/getty', 'changed', `entry: null > ${second}`],
    ]);
    assert.deepEqual((await told(inittab(first, second), inittab(first, second.replace('23', '2')))).services, [
      ['/sbin/getty', 'changed', 'runlevels: 2 3 > 2'],
    ]);
    assert.deepEqual((await told(inittab(first, second), inittab(first.replace('respawn', 'once'), second))).services, [
      ['/sbin/getty', 'changed', 'action: respawn > once'],
    ]);
  });

  it('takes another terminal for another entry', async () => {
    const [serial, other] = ['ttyS0::respawn:/sbin/getty -L ttyS0 115200 vt100', 'ttyS1::respawn:/sbin/getty -L ttyS1 9600 vt100'];
    const init = '::sysinit:/etc/init.d/rcS';
    assert.deepEqual((await told(inittab(init, serial), inittab(init, other))).services, [
      ['/sbin/getty', 'changed', `entry: ${serial} > null`, `entry: null > ${other}`],
    ]);
  });

  it('tells what is run when something happens, all of it, with the runlevels where they are some', async () => {
    const down = ['::shutdown:/bin/umount -a -r', '::shutdown:/sbin/swapoff -a'];
    assert.deepEqual(
      (await told(inittab('::sysinit:/etc/rc', ...down), inittab('::sysinit:/etc/rc', '::shutdown:/sbin/swapoff -a'))).variables,
      ['shutdown: /bin/umount -a -r; /sbin/swapoff -a > /sbin/swapoff -a'],
    );
    const keys = 'ca:12345:ctrlaltdel:/sbin/shutdown -r now';
    assert.deepEqual((await told(inittab(first, keys), inittab(first, 'ca::ctrlaltdel:/bin/true', 'kb::kbrequest:/bin/keys'))).variables, [
      'ctrlaltdel: /sbin/shutdown -r now (runlevels 1, 2, 3, 4, 5) > /bin/true',
      'kbrequest: null > /bin/keys',
    ]);
  });
});

describe('an rc.conf in a comparison', () => {
  it('takes no assignment for a variable that a later one, of a service, makes vain', async () => {
    const conf = (...lines: readonly string[]): Tree => ({ 'etc/rc.conf': lines.map((line) => `${line}="YES"\n`).join('') });
    assert.deepEqual(await told(conf('ntpd_enable', 'sshd_enable', 'ntpd_enable'), conf('sshd_enable', 'ntpd_enable')), {
      services: [],
      variables: [],
    });
    assert.deepEqual((await told(conf('ntpd_enable'), conf('ntpd_enable', 'ntpd_sync_on_start'))).variables, [
      'ntpd_sync_on_start: null > YES',
    ]);
  });
});

describe('xinetd in a comparison', () => {
  const tftp = (...more: readonly string[]): Tree => ({
    'etc/xinetd.d/tftp': `service tftp\n{\n\tsocket_type = dgram\n\twait = yes\n\tuser = root\n\tserver = /usr/sbin/in.tftpd\n${more.map((line) => `\t${line}\n`).join('')}}\n`,
  });

  it('goes by the settings that xinetd takes: of most the first, of lists the last = and what is added', async () => {
    assert.deepEqual((await told(tftp('instances = 5'), tftp('instances = 9', 'instances = 5'))).services, [
      ['tftp', 'changed', 'instances: 5 > 9'],
    ]);
    assert.deepEqual((await told(tftp('only_from = 10.0.0.0/8'), tftp('only_from = 192.0.2.1', 'only_from = 10.0.0.0/8'))).services, []);
    assert.deepEqual((await told(tftp('only_from = 10.0.0.1'), tftp('only_from = 10.0.0.1', 'only_from += 10.0.0.2'))).services, [
      ['tftp', 'changed', 'only_from: 10.0.0.1 > 10.0.0.1 += 10.0.0.2'],
    ]);
  });

  it('is named where a table of services says that it starts one', async () => {
    const table = (state: string): Tree => ({
      'chkconfig.txt': `sshd 0:off 1:off 2:on 3:on 4:on 5:on 6:off\nxinetd based services:\n\ttftp: ${state}\n`,
    });
    assert.deepEqual((await told(table('off'), table('on'))).services, [['tftp', 'on', 'reach: null > by xinetd']]);
  });

  it('warns of a fence of all services that goes, as of one', async () => {
    const defaults = (...more: readonly string[]): Tree => ({ 'etc/xinetd.conf': `defaults\n{\n\tinstances = 60\n${more.join('')}}\n` });
    const { stdout } = await daemonlint(
      ['compare', 'a', 'b', '--format', 'markdown'],
      sides(defaults('\tonly_from = 10.0.0.0/8\n'), defaults()),
    );
    assert.match(stdout, /\n- \*\*−\*\* ⚠️ `defaults only_from`, /);
  });

  it('warns of a fence that lets everybody in', async () => {
    const say = async (list: string) =>
      (await daemonlint(['compare', 'a', 'b', '--format', 'markdown'], sides(tftp('only_from = 10.0.0.0/8'), tftp(`only_from = ${list}`))))
        .stdout;
    for (const open of ['10.0.0.0/8 0.0.0.0/0', '0.0.0.0', '::/0 10.0.0.0/8'])
      assert.ok((await say(open)).includes(`only_from: \`10.0.0.0/8\` → **\`${open}\`**`), open);
    assert.ok(!(await say('10.0.0.0/8 192.0.2.0/24')).includes('⚠️'));
  });
});
