// What one file of a host makes of another: the later rc.conf, the defaults of xinetd.conf, the unit of systemd, the mask.
import assert from 'node:assert/strict';
import { inventoryOf, placeText } from '../../core/src/index.js';
import { judge, readHosts } from '../../workspace/src/index.js';
import { memoryFiles, type Tree } from './memory.js';

const BASE = { zone: 'UTC', now: 0 };

/** The host of `tree`, whose root is `/s`: its services with their places, and its findings. */
async function read(tree: Tree) {
  const { hosts, problems } = await readHosts(memoryFiles(tree), '/s');
  assert.deepEqual(problems, []);
  const [one, ...others] = hosts;
  assert.ok(one);
  assert.deepEqual(others, []);
  const services = inventoryOf(one.host).map(({ name, state, places }) => [
    `${name} ${state}`,
    ...places.map((place) => `${place.file} ${placeText(place)}`),
  ]);
  const findings = judge(one, one.members, BASE).flatMap(({ member, reading }) =>
    reading.findings.map(({ rule, severity }) => `${member.source.path.slice('/s/'.length)} ${rule} ${severity}`),
  );
  return { services, findings };
}

describe('rc.conf and the files that are read after it', () => {
  it('is one setting: the file that is read last has the last word', async () => {
    const { services, findings } = await read({
      '/s/etc/rc.conf': 'sshd_enable="YES"\nrwhod_enable="NO"\nsnmpd_enable="YES"\nlpd_enable=YES\n',
      '/s/etc/rc.conf.local': 'rwhod_enable="YES"\nsnmpd_enable="NO"\nlpd_enable=YES\n',
      '/s/etc/rc.conf.d/lpd': 'lpd_enable="YES"\n',
      '/s/usr/local/etc/rc.conf.d/lpd': 'lpd_enable="NO"\n',
    });
    assert.deepEqual(services, [
      ['lpd off', 'usr/local/etc/rc.conf.d/lpd off at boot'],
      ['rwhod on', 'etc/rc.conf.local on at boot'],
      ['snmpd off', 'etc/rc.conf.local off at boot'],
      ['sshd on', 'etc/rc.conf on at boot'],
    ]);
    assert.deepEqual(findings, [
      'etc/rc.conf rc-conf/overridden warning',
      'etc/rc.conf rc-conf/overridden info',
      'etc/rc.conf rc-conf/overridden info',
      'etc/rc.conf.d/lpd rc-conf/overridden info',
      'etc/rc.conf.local risky-daemon warning',
      'etc/rc.conf.local rc-conf/overridden info',
    ]);
  });

  it('knows a file of rc.conf.d by what the script calls itself, not by the name of its file', async () => {
    const { services, findings } = await read({
      '/s/etc/rc.conf': 'mysql_enable="YES"\navahi_daemon_enable="YES"\nours_enable="YES"\n',
      '/s/etc/rc.conf.d/mysql-server': 'mysql_enable="NO"\n',
      '/s/etc/rc.conf.d/avahi-daemon': 'avahi_daemon_enable="NO"\n',
      '/s/etc/rc.conf.d/theirs': 'ours_enable="NO"\n',
    });
    assert.deepEqual(
      services.map(([service]) => service),
      ['avahi-daemon on', 'mysql on', 'ours on'],
    );
    assert.deepEqual(
      findings.filter((finding) => finding.includes('rc-conf/')),
      ['etc/rc.conf.d/avahi-daemon rc-conf/other-script warning', 'etc/rc.conf.d/mysql-server rc-conf/other-script warning'],
    );
  });

  it('takes the files of a folder of rc.conf.d in the order of their names', async () => {
    const { services } = await read({
      '/s/etc/rc.conf.d/snmpd/10-ours': 'snmpd_enable="NO"\n',
      '/s/etc/rc.conf.d/snmpd/20-theirs': 'snmpd_enable="YES"\n',
    });
    assert.deepEqual(services, [['snmpd on', 'etc/rc.conf.d/snmpd/20-theirs on at boot']]);
  });

  it('hears nothing of a variable in the file of another service', async () => {
    const { services } = await read({ '/s/etc/rc.conf': 'sshd_enable="YES"\n', '/s/etc/rc.conf.d/lpd': 'sshd_enable="NO"\n' });
    assert.deepEqual(services, [['sshd on', 'etc/rc.conf on at boot']]);
  });

  it('takes what the defaults turn on for on, and nothing that they leave off for turned off', async () => {
    const defaults = '# do not edit\nsendmail_enable="YES"\nrwhod_enable="NO"\ncron_enable="YES"\n';
    const { services, findings } = await read({
      '/s/etc/defaults/rc.conf': defaults,
      '/s/etc/rc.conf': 'rwhod_enable="YES"\nsshd_enable="YES"\n',
    });
    assert.deepEqual(services, [
      ['crond on', 'etc/defaults/rc.conf on at boot'],
      ['rwhod on', 'etc/rc.conf on at boot'],
      ['sendmail on', 'etc/defaults/rc.conf on at boot'],
      ['sshd on', 'etc/rc.conf on at boot'],
    ]);
    assert.deepEqual(findings, ['etc/defaults/rc.conf unneeded-daemon info', 'etc/rc.conf risky-daemon warning']);
    const off = await read({ '/s/etc/defaults/rc.conf': defaults, '/s/etc/rc.conf': 'sendmail_enable="NONE"\n' });
    assert.ok(!off.findings.some((finding) => finding.startsWith('etc/defaults')), off.findings.join());
  });

  it('finds nothing in what rc.conf.local of OpenBSD is there for', async () => {
    const { services, findings } = await read({
      '/s/etc/rc.conf': 'httpd_flags=NO\nsshd_flags=\n',
      '/s/etc/rc.conf.local': 'httpd_flags=\n',
    });
    assert.deepEqual(
      services.map(([service]) => service),
      ['httpd on', 'sshd on'],
    );
    assert.deepEqual(
      findings.filter((finding) => finding.includes('overridden')),
      [],
    );
  });
});

describe('the defaults of xinetd.conf', () => {
  const service = (name: string, more = '') =>
    `service ${name}\n{\n${more}\tsocket_type = stream\n\twait = no\n\tuser = root\n\tserver = /usr/sbin/in.${name}d\n}\n`;
  const main = (line: string) => `defaults\n{\n\t${line}\n}\nincludedir /etc/xinetd.d\n`;
  const said = async (line: string, tree: Tree) => {
    const { services, findings } = await read({ '/s/etc/xinetd.conf': main(line), ...tree });
    return { services: services.map(([name]) => name), findings };
  };

  it('turn services off in the files that it includes', async () => {
    const found = await said('disabled = telnet', {
      '/s/etc/xinetd.d/telnet': service('telnet'),
      '/s/etc/xinetd.d/finger': service('finger'),
    });
    assert.deepEqual(found.services, ['finger on', 'telnet off']);
    assert.deepEqual(
      found.findings.filter((finding) => finding.includes('telnet')),
      [],
    );
  });

  it('leave on what they name in enabled alone', async () => {
    const found = await said('enabled = finger', {
      '/s/etc/xinetd.d/telnet': service('telnet'),
      '/s/etc/xinetd.d/finger': service('finger'),
    });
    assert.deepEqual(found.services, ['finger on', 'telnet off']);
  });

  it('go by the id of a service', async () => {
    const found = await said('disabled = ours', {
      '/s/etc/xinetd.d/a': service('telnet', '\tid = ours\n'),
      '/s/etc/xinetd.d/b': service('finger', '\tid = theirs\n'),
    });
    assert.deepEqual(found.services, ['finger on', 'telnet off']);
  });

  it('say who may call a service that does not say so itself', async () => {
    const { services, findings } = await read({
      '/s/etc/xinetd.conf': main('only_from = 127.0.0.1'),
      '/s/etc/xinetd.d/telnet': service('telnet'),
      '/s/etc/xinetd.d/finger': service('finger', '\tonly_from = 10.0.0.0/8\n'),
    });
    assert.deepEqual(services, [
      ['finger on', 'etc/xinetd.d/finger on when somebody asks'],
      ['telnet on', 'etc/xinetd.d/telnet on when this host asks'],
    ]);
    assert.ok(findings.includes('etc/xinetd.d/telnet cleartext-login info'), findings.join());
    assert.ok(findings.includes('etc/xinetd.d/finger risky-daemon warning'), findings.join());
  });

  it('say nothing to files that nothing includes, nor on another host', async () => {
    const files = { '/s/etc/xinetd.conf': 'defaults\n{\n\tdisabled = telnet\n}\n', '/s/etc/xinetd.d/telnet': service('telnet') };
    assert.deepEqual((await read(files)).services[0]?.[0], 'telnet on');
    const { hosts } = await readHosts(
      memoryFiles({ '/s/a/etc/xinetd.conf': main('disabled = telnet'), '/s/b/etc/xinetd.d/telnet': service('telnet') }),
      '/s',
    );
    assert.deepEqual(
      hosts.map(({ host }) =>
        inventoryOf(host)
          .map(({ name, state }) => `${name} ${state}`)
          .join(),
      ),
      ['', 'telnet on'],
    );
  });
});

describe('a unit of systemd and the rc link of its name', () => {
  const link = (target: string) => ({ link: target });
  const LINKS = {
    '/s/etc/rc3.d/S20snmpd': link('../init.d/snmpd'),
    '/s/etc/rc3.d/S20rwhod': link('../init.d/rwhod'),
    '/s/etc/init.d/snmpd': '',
    '/s/etc/init.d/rwhod': '',
  };
  const RWHOD = ['rwhod on', 'etc/rc3.d on in runlevel 3'];

  it('goes by the unit, wherever it lies', async () => {
    for (const folder of ['etc/systemd/system', 'usr/lib/systemd/system', 'lib/systemd/system']) {
      const { services, findings } = await read({ ...LINKS, [`/s/${folder}/snmpd.service`]: '[Unit]\n' });
      assert.deepEqual(services, [RWHOD], folder);
      assert.ok(!findings.some((finding) => finding.includes('snmpd')));
    }
  });

  it('goes by the unit of a script whose name ends in .sh', async () => {
    const { services } = await read({
      '/s/etc/rcS.d/S02hwclock.sh': link('../init.d/hwclock.sh'),
      '/s/lib/systemd/system/hwclock.service': link('/dev/null'),
    });
    assert.deepEqual(services, []);
  });

  it('is on where the unit is wanted', async () => {
    const { services } = await read({
      ...LINKS,
      '/s/etc/systemd/system/multi-user.target.wants/snmpd.service': link('/lib/systemd/system/snmpd.service'),
    });
    assert.deepEqual(services, [RWHOD, ['snmpd on', 'etc/systemd/system/multi-user.target.wants on at boot']]);
  });

  it('goes by the list of unit files that lies beside', async () => {
    const { services } = await read({
      ...LINKS,
      '/s/list-unit-files.txt': 'UNIT FILE STATE\nsnmpd.service disabled\nx.service generated\n',
    });
    assert.deepEqual(services, [RWHOD, ['snmpd off', 'list-unit-files.txt off at boot']]);
  });

  it('is off where the unit is masked', async () => {
    const { services, findings } = await read({
      ...LINKS,
      '/s/etc/systemd/system/snmpd.service': link('/dev/null'),
      '/s/etc/systemd/system/dbus-org.example.service': link('/lib/systemd/system/example.service'),
      '/s/etc/systemd/system/multi-user.target.wants/cron.service': link('/lib/systemd/system/cron.service'),
    });
    assert.deepEqual(services, [
      ['crond on', 'etc/systemd/system/multi-user.target.wants on at boot'],
      RWHOD,
      ['snmpd off', 'etc/systemd/system off (masked)'],
    ]);
    assert.ok(!findings.some((finding) => finding.includes('systemd')), findings.join());
  });

  it('stays with the links where sysvinit starts the host, whatever units lie about', async () => {
    const { services } = await read({
      ...LINKS,
      '/s/etc/inittab': 'id:3:initdefault:\n',
      '/s/lib/systemd/system/snmpd.service': '[Unit]\n',
    });
    assert.deepEqual(services, [RWHOD, ['snmpd on', 'etc/rc3.d on in runlevel 3']]);
  });
});
