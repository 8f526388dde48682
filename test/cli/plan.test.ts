// The command `plan`: what it is for, which system it takes a folder for, and what it refuses.
import assert from 'node:assert/strict';
import type { Tree } from '../workspace/memory.js';
import { daemonlint, FINGER, SSH, TELNET } from './memory-io.js';

const CHKCONFIG = 'atd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\nsshd 0:off 1:off 2:on 3:on 4:on 5:on 6:off\n';
const FOLDER = { folder: true } as const;

/** What the header says the script is for. */
const systemOf = (script: string): string | undefined => /^# For: (.*)\.$/m.exec(script)?.[1];

const plan = (tree: Tree, ...args: string[]) => daemonlint(['plan', ...args, '/h'], tree);

describe('daemonlint plan', () => {
  const systems: readonly (readonly [what: string, tree: Tree, system: string | undefined])[] = [
    ['a listing of chkconfig', { '/h/chkconfig.txt': CHKCONFIG }, 'Red Hat with SysV init (chkconfig)'],
    ['rc.d/init.d', { '/h/etc/inetd.conf': FINGER, '/h/etc/rc.d/init.d/atd': '' }, 'Red Hat with SysV init (chkconfig)'],
    ['debian_version', { '/h/etc/inetd.conf': FINGER, '/h/etc/debian_version': '7\n' }, 'Debian with SysV init (update-rc.d)'],
    ['systemd/system', { '/h/etc/inetd.conf': FINGER, '/h/etc/systemd/system': FOLDER }, 'systemd'],
    ['systemd on Debian', { '/h/etc/inetd.conf': FINGER, '/h/etc/systemd/system': FOLDER, '/h/etc/debian_version': '12\n' }, 'systemd'],
    ['systemd on Red Hat', { '/h/etc/crontab': '', '/h/chkconfig.txt': CHKCONFIG, '/h/etc/systemd/system': FOLDER }, 'systemd'],
    ['runlevels, and a rc.conf', { '/h/etc/inetd.conf': FINGER, '/h/etc/runlevels': FOLDER, '/h/etc/rc.conf': '' }, 'OpenRC'],
    ['rc.conf', { '/h/etc/inetd.conf': FINGER, '/h/etc/rc.conf': 'sshd_enable="YES"\n' }, 'FreeBSD'],
    ['rc.conf and rc.conf.local', { '/h/etc/inetd.conf': FINGER, '/h/etc/rc.conf': '', '/h/etc/rc.conf.local': '' }, 'OpenBSD'],
    [
      'rc.conf and a rc.conf.local with the variables of FreeBSD',
      { '/h/etc/inetd.conf': FINGER, '/h/etc/rc.conf': 'hostname="h"\n', '/h/etc/rc.conf.local': 'sshd_enable="YES"\n' },
      'FreeBSD',
    ],
    [
      'the rc.conf of Arch',
      { '/h/etc/inetd.conf': FINGER, '/h/etc/rc.conf': 'DAEMONS=(network @sshd)\n' },
      'any system (only files are changed)',
    ],
    ['nothing', { '/h/etc/inetd.conf': FINGER }, 'any system (only files are changed)'],
  ];
  for (const [what, tree, system] of systems)
    it(`is for ${system} where there is ${what}`, async () => {
      const { status, stdout, stderr } = await plan(tree);
      assert.deepEqual([status, stderr, systemOf(stdout)], [0, '', system]);
    });

  it('is for systemd where a paste of several listings names units', async () => {
    const { stdout } = await plan({
      '/h/paste.rclist': '$ systemctl list-unit-files\natd.service enabled enabled\n$ service --status-all\n [ + ]  atd\n',
    });
    assert.equal(systemOf(stdout), 'systemd');
  });

  it('is for what --for says', async () => {
    const { stdout } = await plan({ '/h/chkconfig.txt': CHKCONFIG }, '--for', 'openrc');
    assert.equal(systemOf(stdout), 'OpenRC');
    assert.match(stdout, /run rc-update -a del/);
  });

  it('names the choices where the files tell of several systems, or of none that a service needs', async () => {
    const several = await plan({ '/h/chkconfig.txt': CHKCONFIG, '/h/etc/runlevels': FOLDER });
    assert.equal(several.status, 2);
    assert.equal(several.stdout, '');
    assert.equal(
      several.stderr,
      'daemonlint: the files tell of several systems (redhat, openrc): say which with --for (redhat, debian, systemd, openrc, freebsd, openbsd, netbsd)\n',
    );
    const none = await plan({ '/h/rc3.d.txt': 'S40atd -> ../init.d/atd\n' });
    assert.deepEqual([none.status, none.stdout], [2, '']);
    assert.match(
      none.stderr,
      /^daemonlint: services are to be turned off and nothing tells which system this is: say which with --for \(redhat, /,
    );
  });

  it('does not offer the commands of other systems for a host of Solaris', async () => {
    const svcs =
      'STATE          STIME    FMRI\nonline         Nov_12   svc:/network/telnet:default\nonline  Nov_12 svc:/network/ssh:default\n';
    const { status, stdout, stderr } = await plan({ '/h/svcs.txt': svcs });
    assert.deepEqual([status, stdout], [2, '']);
    assert.equal(
      stderr,
      'daemonlint: this is a host of Solaris, and there are no plans for its commands: check tells for each service which one turns it off\n',
    );
    const only = await plan({
      '/h/svcs.txt': 'STATE          STIME    FMRI\nonline  Nov_12 svc:/network/ssh:default\n',
      '/h/etc/inetd.conf': FINGER,
    });
    assert.equal(only.status, 0, 'lines of files need no command');
  });

  it('is for one host, and for something to read', async () => {
    const { status, stderr } = await plan({ '/h/a/etc/inetd.conf': FINGER, '/h/b/etc/inetd.conf': FINGER });
    assert.equal(status, 2);
    assert.equal(stderr, 'daemonlint: /h holds several hosts, and a plan is for one: give one of “/h/a”, “/h/b”\n');
    const nothing = await plan({ '/h/notes.txt': 'x' });
    assert.deepEqual(
      [nothing.status, nothing.stderr],
      [2, 'daemonlint: /h holds no file that daemonlint knows: there is nothing to plan\n'],
    );
    const missing = await daemonlint(['plan', '/no'], {});
    assert.deepEqual([missing.status, missing.stderr], [2, 'daemonlint: /no: does not exist\n']);
    const file = await daemonlint(['plan', 'etc/inetd.conf'], { '/h/etc/inetd.conf': FINGER });
    assert.deepEqual(
      [file.status, file.stderr],
      [2, 'daemonlint: etc/inetd.conf is no folder: a plan is for the root of a host, or a copy of it\n'],
    );
    assert.equal((await plan({}, '--for', 'windows')).status, 2);
    assert.equal((await daemonlint(['plan'], {})).status, 2);
  });

  it('says what it could not read, and plans the rest', async () => {
    const { status, stdout, stderr } = await plan({ '/h/etc/inetd.conf': FINGER, '/h/etc/crontab': { denied: true } });
    assert.equal(status, 2);
    assert.match(stderr, /^daemonlint: etc\/crontab: permission denied$/m);
    assert.match(stdout, /^replace \/etc\/inetd\.conf 'finger /m);
  });

  it('turns a cleartext login off only where an encrypted one is on', async () => {
    const alone = await plan({ '/h/etc/inetd.conf': TELNET });
    assert.match(alone.stdout, /^# - telnet in etc\/inetd\.conf: no encrypted login is in sight/m);
    assert.match(alone.stdout, /^echo 'Nothing to turn off\.'$/m);
    const two = await plan({ '/h/etc/inetd.conf': TELNET + SSH });
    assert.match(two.stdout, /^replace \/etc\/inetd\.conf 'telnet\t/m);
    assert.doesNotMatch(two.stdout, /^replace .* ssh /m);
  });

  it('keeps what the project keeps', async () => {
    const { stdout } = await plan({ '/h/etc/inetd.conf': FINGER, '/h/.daemonlint.json': '{"keep": ["finger"]}' });
    assert.match(stdout, /^echo 'Nothing to turn off\.'$/m);
  });

  it('says that a file outside of any host is left to a person', async () => {
    const { stdout } = await plan({ '/h/inetd.conf': FINGER });
    assert.match(stdout.replaceAll('\n#   ', ' '), /^# - finger in inetd\.conf: its path does not tell where it lies on the host/m);
  });

  it('turns a super-server off when nothing is left for it, and leaves it where its file was not read', async () => {
    const inet = 'inet 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n';
    const empty = await plan({ '/h/chkconfig.txt': inet, '/h/etc/inetd.conf': FINGER });
    assert.match(empty.stdout, /^# inet: nothing is left for it to serve\..*\nturn_off inet$/m);
    const busy = await plan({ '/h/chkconfig.txt': inet, '/h/etc/inetd.conf': FINGER + SSH });
    assert.doesNotMatch(busy.stdout, /turn_off inet/);
    const unread = await plan({ '/h/chkconfig.txt': inet });
    assert.match(unread.stdout, /^# - inet in chkconfig\.txt: what it serves is in no file that was read/m);
  });

  it('prints the script that takes it back', async () => {
    const { stdout } = await plan({ '/h/chkconfig.txt': CHKCONFIG }, '--undo');
    assert.match(stdout, /^# Takes back what the plan of daemonlint has done/m);
    assert.match(stdout, /^allow \/usr\/bin\/at$/m);
    assert.match(stdout, /^start_again atd$/m);
  });
});
