// Plans run on scratch hosts by real shells: what they change, that a second run changes nothing, and that the undo gives every byte back.
import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { systemTitles } from '../../core/src/features/plan/model.js';
import * as hosts from './hosts/index.js';
import { callsOf, changesOf, daemonlintOnDisk, runScript, scratch, scriptsFor, shells, stateOf, thereAndBack, write } from './scratch.js';

interface Expected {
  /** Beginnings of the changes, in order; links of the runlevels are told by `runlevels`. */
  readonly files: readonly string[];
  /** For how many services the links of the runlevels change. */
  readonly services?: number;
  /** The commands of the host that were run, questions left out. */
  readonly calls: readonly string[];
}

const wanted: Readonly<Record<keyof typeof hosts.families, Expected>> = {
  redhat: {
    files: [
      'etc/crontab',
      'etc/inetd.conf',
      'etc/inittab: file 644 id:3:initdefault:\nt1:345:',
      'usr/bin/at: file 4755 at -> file 0 at',
      'usr/bin/lpr: file 2711 lpr -> file 0 lpr',
      'var/lock/subsys/atd: file 644  -> nothing',
      'var/lock/subsys/inet: file 644  -> nothing',
      'var/lock/subsys/sendmail: file 644  -> nothing',
      'var/spool/cron/root: file 600 0 4 * * * /usr/sbin/snmpd\n -> file 600 #0 4 * * * /usr/sbin/snmpd\n',
    ],
    services: 7,
    calls: [
      'kill -HUP 4711',
      'kill -HUP 1',
      'chkconfig gpm off',
      'chkconfig sendmail off',
      'service sendmail stop',
      'chkconfig lpd off',
      'chkconfig snmpd off',
      'chkconfig inet off',
      'service inet stop',
      'chkconfig atd off',
      'service atd stop',
      'chkconfig portmap off',
    ],
  },
  xinetd: {
    files: ['etc/xinetd.d/telnet: file 640 ', 'etc/xinetd.d/tftp: file 644 ', 'var/lock/subsys/xinetd: file 644  -> nothing'],
    services: 1,
    calls: ['service xinetd reload', 'chkconfig xinetd off', 'service xinetd stop'],
  },
  systemd: {
    files: [
      'etc/inetd.conf',
      'etc/systemd/system/alias-of-atd.service: link /lib/systemd/system/atd.service -> nothing',
      'etc/systemd/system/multi-user.target.wants/atd.service: link /lib/systemd/system/atd.service -> nothing',
      'etc/systemd/system/multi-user.target.wants/rpcbind.service: link /lib/systemd/system/rpcbind.service -> nothing',
      'etc/systemd/system/sockets.target.wants: folder 755 -> nothing',
      'etc/systemd/system/sockets.target.wants/rpcbind.socket: link /lib/systemd/system/rpcbind.socket -> nothing',
      'run/active/atd.service: file 644  -> nothing',
      'run/active/rpcbind.socket: file 644  -> nothing',
      'usr/bin/at: file 6755 at -> file 0 at',
    ],
    calls: [
      'systemctl disable atd.service',
      'systemctl stop atd.service',
      'systemctl disable rpcbind.socket',
      'systemctl stop rpcbind.socket',
      'systemctl disable rpcbind.service',
    ],
  },
  debian: {
    files: [
      'etc/init.d/.depend.start: file 644 TARGETS = rsyslog atd ssh\n -> file 644 TARGETS = rsyslog ssh\n',
      'etc/init.d/.depend.stop: nothing -> file 644 TARGETS =\n',
      'run/atd: file 644  -> nothing',
      'usr/bin/at: file 6755 at -> file 0 at',
    ],
    // insserv numbers ssh anew.
    services: 3,
    calls: ['update-rc.d atd disable', 'invoke-rc.d atd stop', 'update-rc.d nfs-common disable'],
  },
  openrc: {
    files: [
      'etc/crontabs/root: file 600 @reboot /usr/sbin/snmpd\n -> file 600 #@reboot /usr/sbin/snmpd\n',
      'etc/runlevels/boot/rpcbind: link /etc/init.d/rpcbind -> nothing',
      'etc/runlevels/default/rpcbind: link /etc/init.d/rpcbind -> nothing',
      'etc/runlevels/default/snmpd: link /etc/init.d/snmpd -> nothing',
      'run/started/snmpd: file 644  -> nothing',
    ],
    calls: ['rc-update -a del snmpd', 'rc-service snmpd stop', 'rc-update -a del rpcbind'],
  },
  freebsd: {
    files: [
      'etc/crontab',
      'etc/inetd.conf',
      'etc/rc.conf: file 600 # set up in a hurry\nhostname="argon"\n',
      'etc/rc.conf.d/lpd: file 640 lpd_flags=""\nlpd_enable="YES"\n -> file 640 lpd_flags=""\nlpd_enable="NO"\n',
      'etc/rc.conf.local: file 644 rwhod_enable="YES"\n -> file 644 rwhod_enable="NO"\n',
      'run/inetd: file 644  -> nothing',
      'run/rpcbind: file 644  -> nothing',
      'run/sendmail: file 644  -> nothing',
    ],
    calls: [
      'kill -HUP 99',
      'sysrc sendmail_enable=NONE',
      'sysrc sendmail_submit_enable=NO',
      'sysrc sendmail_outbound_enable=NO',
      'sysrc sendmail_msp_queue_enable=NO',
      'service sendmail onestop',
      // It stands in a file of its own, which outvotes rc.conf.
      'sysrc -f /etc/rc.conf.d/lpd lpd_enable=NO',
      'sysrc snmpd_enable=NO',
      'sysrc rwhod_enable=NO',
      'sysrc inetd_enable=NO',
      'service inetd onestop',
      'sysrc rpcbind_enable=NO',
      'service rpcbind onestop',
    ],
  },
  openbsd: {
    files: ['etc/rc.conf.local: file 644 httpd_flags=\nportmap_flags=\n -> nothing', 'run/httpd: file 644  -> nothing'],
    calls: ['rcctl disable httpd', 'rcctl stop httpd', 'rcctl disable portmap'],
  },
  netbsd: {
    files: [
      'etc/crontab',
      'etc/inetd.conf',
      'etc/rc.conf: file 600 #\t$NetBSD: rc.conf,v 1.97 2014/10/25 14:14:28 jmcneill Exp $\n',
      'run/inetd: file 644  -> nothing',
      'run/lpd: file 644  -> nothing',
      'run/rwhod: file 644  -> nothing',
    ],
    calls: ['kill -HUP 99', 'service lpd onestop', 'service rwhod onestop', 'service inetd onestop'],
  },
};

const RUNLEVEL = /^etc\/(?:rc\.d\/)?rc\d\.d\/[SK]\d\d([^:]+)/;

describe('plan and undo on a scratch host', function () {
  this.timeout(60_000);

  for (const [shell, words] of Object.entries(shells))
    for (const [name, { files, services = 0, calls }] of Object.entries(wanted))
      it(`${name}, by ${shell}`, async () => {
        const { tree, standIns } = hosts.families[name as keyof typeof wanted];
        const found = await thereAndBack(scratch(tree, standIns), words);
        const links = found.changes.filter((change) => RUNLEVEL.test(change));
        const others = found.changes.filter((change) => !RUNLEVEL.test(change));
        assert.equal(new Set(links.map((change) => RUNLEVEL.exec(change)?.[1])).size, services);
        assert.equal(others.length, files.length, others.join('\n'));
        for (const [index, file] of files.entries()) assert.ok(others[index]?.startsWith(file), others[index]);
        assert.deepEqual(found.calls, calls);
      });

  it('has a family for each system that a plan may be for', async () => {
    const told = Object.values(hosts.families).map(
      async ({ tree }) => /^# For: (.*)\.$/m.exec((await scriptsFor(scratch(tree, {}).root)).plan)?.[1],
    );
    const titles = [...new Set(await Promise.all(told))];
    assert.deepEqual(titles.sort(), Object.values(systemTitles).sort());
  });

  it('needs no listing beside the rc.conf.local of OpenBSD', async () => {
    const { 'rcctl.rclist': _, ...tree } = hosts.openbsd.tree;
    const { changes, calls } = await thereAndBack(scratch(tree, hosts.openbsd.standIns), ['sh']);
    assert.deepEqual(calls, wanted.openbsd.calls);
    assert.equal(changes.length, wanted.openbsd.files.length);
  });

  it('comments out what was reviewed, and adds the run of the queue to a crontab without a last line feed', async () => {
    const { changes } = await thereAndBack(scratch(hosts.redhat.tree, hosts.redhat.standIns), ['sh']);
    const changed = (name: string) => changes.find((change) => change.startsWith(`${name}: `))?.split(' -> ')[1];
    const marked = hosts.INETD.replace(/^(?=ftp|telnet|finger)/gm, '#');
    assert.equal(changed('etc/inetd.conf'), `file 600 ${marked}`);
    const quiet = hosts.CRONTAB.replace('30 6', '#30 6');
    assert.equal(changed('etc/crontab'), `file 644 ${quiet}\n16 * * * * root /usr/sbin/sendmail -q\n`);
  });

  it('runs the queue of sendmail 8.12 in its own way', async () => {
    const tree = { ...hosts.redhat.tree, 'etc/mail/submit.cf': '' };
    const { changes } = await thereAndBack(scratch(tree, hosts.redhat.standIns), ['sh']);
    assert.match(changes.join(), /\n16 \* \* \* \* root \/usr\/sbin\/sendmail -L sm-msp-queue -Ac -q\n/);
  });

  it('runs the queue of a sendmail that was off before, and no more once that is taken back', async () => {
    const job = '0 4 * * * /usr/local/sbin/job >/dev/null\n';
    const off = { 'etc/rc.d/rc3.d/K30sendmail': { link: '../init.d/sendmail' }, 'var/spool/cron/root': { text: job, mode: 0o600 } };
    const { changes, calls } = await thereAndBack(scratch(off, {}), ['sh']);
    const known = changes.filter((change) => !change.startsWith('var/lib'));
    assert.deepEqual(known, [`var/spool/cron/root: file 600 ${job} -> file 600 ${job}16 * * * * /usr/sbin/sendmail -q\n`]);
    assert.deepEqual(calls, []);
  });

  it('turns off by chkconfig what is a service of xinetd and stands in a listing alone', async () => {
    const { tree, standIns } = hosts.xinetd;
    const { plan, undo } = await scriptsFor(
      scratch({ 'chkconfig.txt': 'sshd 0:off 1:off 2:on 3:on 4:on 5:on 6:off\nxinetd based services:\n\ttelnet:\ton\n' }, {}).root,
    );
    const host = scratch(tree, standIns);
    const before = stateOf(host.root);
    assert.equal(runScript(host, plan, ['sh']).status, 0);
    assert.deepEqual(callsOf(host), ['chkconfig telnet off']);
    assert.match(stateOf(host.root)['etc/xinetd.d/telnet'] ?? '', /disable\t= yes/);
    assert.equal(runScript(host, plan, ['sh']).status, 0);
    assert.deepEqual(callsOf(host), []);
    assert.equal(runScript(host, undo, ['sh']).status, 0);
    assert.deepEqual(changesOf(before, stateOf(host.root)), []);
  });

  for (const [shell, words] of Object.entries(shells))
    it(`leaves no folder that it made to keep things in, and no other is taken for one, by ${shell}`, async () => {
      const tree = { 'etc/inetd.conf': hosts.INETD };
      // var itself is missing, then there and empty: an empty folder that was there before stays.
      const bare = scratch(tree, hosts.redhat.standIns);
      const changes = (await thereAndBack(bare, words)).changes.map((change) => change.split(':')[0]);
      assert.deepEqual(changes, ['etc/inetd.conf', 'var', 'var/lib']);
      mkdirSync(path.join(bare.root, 'var'));
      await thereAndBack(bare, words);
      // Somebody puts a file of theirs there in between.
      const { plan, undo } = await scriptsFor(bare.root);
      const before = stateOf(bare.root);
      assert.equal(runScript(bare, plan, words).status, 0);
      write(bare.root, { 'var/lib/theirs': 'x' });
      assert.equal(runScript(bare, undo, words).status, 0);
      const left = changesOf(before, stateOf(bare.root)).map((change) => change.split(':')[0]);
      assert.deepEqual(left, ['var/lib', 'var/lib/theirs']);
    });

  it('leaves no folder behind where there was nothing to change', async () => {
    const host = scratch({ 'etc/inetd.conf': hosts.INETD }, {});
    const { plan } = await scriptsFor(host.root);
    write(host.root, { 'etc/inetd.conf': hosts.INETD.replace(/^(?=ftp|telnet|finger)/gm, '#') });
    const before = stateOf(host.root);
    assert.match(runScript(host, plan, ['sh']).stdout, /is so already/);
    assert.deepEqual(changesOf(before, stateOf(host.root)), []);
  });

  it('takes back the sample of Red Hat 6.1 to the last folder', async () => {
    const host = scratch({}, hosts.redhat.standIns);
    cpSync('samples/redhat-6.1', host.root, { recursive: true });
    assert.equal(existsSync(path.join(host.root, 'var/lib')), false);
    // Its services are in listings alone: the stand-ins find no script, and turn nothing off.
    assert.ok((await thereAndBack(host, ['sh'])).changes.length > 2);
  });

  it('leaves nothing for a second plan to turn off', async () => {
    const host = scratch(hosts.redhat.tree, hosts.redhat.standIns);
    const { plan } = await scriptsFor(host.root);
    assert.equal(runScript(host, plan, ['sh']).status, 0);
    const again = await daemonlintOnDisk(['plan', host.root]);
    assert.match(again.stdout, /^echo 'Nothing to turn off\.'$/m);
  });
});
