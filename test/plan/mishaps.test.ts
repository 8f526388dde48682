// What may go wrong between the review, the plan and its undo: nothing is lost, nothing is half done, and it is said.
import assert from 'node:assert/strict';
import { linkSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as hosts from './hosts/index.js';
import { callsOf, changesOf, runScript, type Scratch, scratch, scriptsFor, stateOf, write } from './scratch.js';

const SH = ['sh'];

const at = ({ root }: Scratch, name: string): string => path.join(root, name);

/** Replaces the stand-in `name`. */
function standIn({ beside }: Scratch, name: string, body: string): void {
  writeFileSync(path.join(beside, 'commands', name), `#!/bin/sh\nR=$DAEMONLINT_ROOT\n${body}\n`, { mode: 0o755 });
}

describe('plan and undo when something is in the way', function () {
  this.timeout(60_000);

  let host: Scratch;
  let before: Readonly<Record<string, string>>;
  let plan = '';
  let undo = '';
  beforeEach(async () => {
    host = scratch(hosts.redhat.tree, hosts.redhat.standIns);
    ({ plan, undo } = await scriptsFor(host.root));
    before = stateOf(host.root);
  });

  const isUndone = () => {
    const { status, stderr } = runScript(host, undo, SH);
    assert.equal(status, 0, stderr);
    assert.deepEqual(changesOf(before, stateOf(host.root)), []);
  };

  it('leaves a line alone that is not what was reviewed, and does the rest', () => {
    const other = hosts.INETD.replace('in.telnetd', 'in.telnetd -a none');
    writeFileSync(at(host, 'etc/inetd.conf'), other);
    before = stateOf(host.root);
    const { status, stdout, stderr } = runScript(host, plan, SH);
    assert.equal(status, 3);
    assert.match(stdout, /^\/etc\/inetd\.conf: not as it was reviewed, left alone; these lines are not there:\ntelnet\t/m);
    assert.match(stderr, /^Done, but for what was left alone above \(1\)/);
    assert.equal(readFileSync(at(host, 'etc/inetd.conf'), 'utf8'), other.replace(/^(?=ftp|finger)/gm, '#'));
    isUndone();
  });

  it('leaves a file alone that holds bytes of zero or is gone, and says which line to add', () => {
    writeFileSync(at(host, 'etc/inetd.conf'), `${hosts.INETD}\0`);
    rmSync(at(host, 'etc/crontab'));
    before = stateOf(host.root);
    const { status, stdout } = runScript(host, plan, SH);
    assert.equal(status, 3);
    assert.match(stdout, /^Add this line yourself, with crontab -u root -e: 16 \* \* \* \* root \/usr\/sbin\/sendmail -q$/m);
    assert.equal(readFileSync(at(host, 'etc/inetd.conf'), 'utf8'), `${hosts.INETD}\0`);
    isUndone();
  });

  it('stops where a command fails, goes on when it is mended, and is undone', () => {
    standIn(host, 'chkconfig', 'echo "chkconfig: the disk is on fire" >&2; exit 1');
    const { status, stderr, stdout } = runScript(host, plan, SH);
    assert.equal(status, 1, stdout);
    assert.match(stderr, /the disk is on fire\ndaemonlint: stopped at chkconfig gpm off\. What comes before it is done, the rest is not/);
    assert.doesNotMatch(stdout, /chkconfig sendmail off/);
    standIn(host, 'chkconfig', hosts.redhat.standIns.chkconfig);
    assert.equal(runScript(host, plan, SH).status, 0);
    isUndone();
  });

  it('is undone from where it failed', () => {
    standIn(host, 'service', 'exit 7');
    assert.equal(runScript(host, plan, SH).status, 7);
    standIn(host, 'service', hosts.redhat.standIns.service);
    isUndone();
  });

  it('is undone after it was killed in the middle of a command', () => {
    standIn(host, 'chkconfig', `${hosts.redhat.standIns.chkconfig}\n[ "$1" != lpd ] || kill -9 "$PPID"`);
    assert.equal(runScript(host, plan, SH).signal, 'SIGKILL');
    assert.ok(changesOf(before, stateOf(host.root)).length > 10);
    isUndone();
  });

  it('goes on after it was killed, and is undone', () => {
    standIn(host, 'chkconfig', `${hosts.redhat.standIns.chkconfig}\n[ "$1" != lpd ] || kill -9 "$PPID"`);
    runScript(host, plan, SH);
    standIn(host, 'chkconfig', hosts.redhat.standIns.chkconfig);
    assert.equal(runScript(host, plan, SH).status, 0);
    isUndone();
  });

  it('does not undo what somebody has changed since, says where the old one is, and does once that is settled', () => {
    assert.equal(runScript(host, plan, SH).status, 0);
    const planned = readFileSync(at(host, 'etc/inetd.conf'), 'utf8');
    writeFileSync(at(host, 'etc/inetd.conf'), `${planned}ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n`);
    const { status, stdout, stderr } = runScript(host, undo, SH);
    assert.equal(status, 3);
    const [, kept = ''] =
      /^\/etc\/inetd\.conf: somebody has changed it since; left alone\. As it was before the plan: (.*)$/m.exec(stdout) ?? [];
    assert.equal(readFileSync(kept, 'utf8'), hosts.INETD);
    assert.match(stderr, /^Undone, but for what was left alone above \(1\)\.$/m);
    const left = changesOf(before, stateOf(host.root)).filter((change) => !change.startsWith('var/lib/daemonlint'));
    assert.deepEqual(
      left.map((change) => change.split(':', 1)[0]),
      ['etc/inetd.conf'],
    );
    writeFileSync(at(host, 'etc/inetd.conf'), planned);
    isUndone();
  });

  it('leaves links and permissions alone that somebody has made since', () => {
    assert.equal(runScript(host, plan, SH).status, 0);
    rmSync(at(host, 'etc/rc.d/rc3.d/K66gpm'));
    symlinkSync('../init.d/gpm', at(host, 'etc/rc.d/rc3.d/S99gpm'));
    symlinkSync('../init.d/other', at(host, 'etc/rc.d/rc3.d/S11portmap'));
    write(host.root, { 'usr/bin/at': { text: 'at', mode: 0o755 } });
    const { status, stdout } = runScript(host, undo, SH);
    assert.equal(status, 3);
    assert.match(stdout, /^\/etc\/rc\.d\/rc3\.d\/S11portmap: somebody has put something else there since; left alone$/m);
    assert.match(stdout, /^\/usr\/bin\/at: somebody has given it other permissions since; left alone\. They were 4755$/m);
    const left = changesOf(before, stateOf(host.root)).filter((change) => !change.startsWith('var/lib/daemonlint'));
    assert.deepEqual(left, [
      'etc/rc.d/rc3.d/S11portmap: link ../init.d/portmap -> link ../init.d/other',
      'etc/rc.d/rc3.d/S99gpm: nothing -> link ../init.d/gpm',
      'usr/bin/at: file 4755 at -> file 755 at',
    ]);
  });

  it('runs no command of this machine in a trial without stand-ins, and says so', () => {
    const { status, stdout, stderr } = runScript(host, plan, SH, { bare: true });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^atd: not turned off, this is a trial without DAEMONLINT_COMMANDS$/m);
    assert.match(stdout, /^inetd: not told, this is a trial without DAEMONLINT_COMMANDS$/m);
    assert.deepEqual(callsOf(host), []);
    assert.equal(runScript(host, undo, SH, { bare: true }).status, 0);
    assert.deepEqual(changesOf(before, stateOf(host.root)), []);
  });

  it('takes no permissions from a link and from a program of several names', () => {
    rmSync(at(host, 'usr/bin/at'));
    write(host.root, { 'bin/busybox': { text: 'busybox', mode: 0o755 } });
    linkSync(at(host, 'bin/busybox'), at(host, 'usr/bin/at'));
    rmSync(at(host, 'usr/bin/lpr'));
    symlinkSync('../../bin/busybox', at(host, 'usr/bin/lpr'));
    before = stateOf(host.root);
    const { stdout } = runScript(host, plan, SH);
    assert.match(stdout, /^\/usr\/bin\/at: a link, or a program of several names; left alone$/m);
    assert.equal(stateOf(host.root)['bin/busybox'], 'file 755 busybox');
    isUndone();
  });

  it('wants to be root on the host itself, and a folder for a trial', () => {
    // The id of somebody else; should it count for nothing, there is no such file on this machine that could change.
    const harmless = plan.replaceAll(/^(?:replace|append|turn_off|withdraw|tell|picture_links).*$/gm, ':');
    write(host.beside, { 'tools/id': { text: '#!/bin/sh\necho 1000\n', mode: 0o755 } });
    const run = (root: string) => runScript({ ...host, root }, harmless, SH);
    assert.equal(run('').stderr, 'daemonlint: run this as root; or set DAEMONLINT_ROOT to a scratch copy of the host to try it\n');
    assert.match(run('/no/such').stderr, /^daemonlint: DAEMONLINT_ROOT is no folder: \/no\/such/);
    assert.match(run('/').stderr, /^daemonlint: DAEMONLINT_ROOT is the host itself/);
  });
});
