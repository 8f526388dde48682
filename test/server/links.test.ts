/** A real directory of rc links in the workspace: what is found is shown at each link. */
import assert from 'node:assert/strict';
import { type Client, codesOf, spoken, start, stopAll, TOP } from './client.js';
import { type Folder, folder } from './disk.js';

const able = {
  workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
};

const silent = spoken();

function host(): Folder {
  const made = folder({ 'etc/inetd.conf': 'ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd\n' });
  for (const [name, script] of Object.entries({ S85gpm: 'gpm', S80sendmail: 'sendmail', S50inet: 'inet', S12syslog: 'syslog' }))
    made.link(`etc/rc.d/rc3.d/${name}`, `../init.d/${script}`);
  return made;
}

describe('a directory of rc links in the workspace', function () {
  this.timeout(120_000);
  let client: Client;
  let disk: Folder;
  let settings: object;
  const at = (name: string) => disk.uri(`etc/rc.d/rc3.d/${name}`);
  beforeEach(async () => {
    disk = host();
    settings = {};
    client = await start({ root: disk.root, capabilities: able, settings: () => settings });
  });
  afterEach(stopAll);

  it('shows what is found at the link, with its page, at the top of it', async () => {
    const [gpm] = await client.until(at('S85gpm'), spoken('risky-daemon'));
    assert.deepEqual(gpm?.range, TOP);
    assert.match(gpm?.codeDescription?.href ?? '', /risky-daemon\.md$/);
    await client.until(at('S80sendmail'), spoken('unneeded-daemon'));
    assert.ok(!client.pushes.some(({ uri }) => uri === at('S12syslog')), 'nothing to say of syslog');
  });

  it('takes it back when the link vanishes, and says it of the link that comes', async () => {
    await client.until(at('S85gpm'), spoken('risky-daemon'));
    const before = client.pushes.length;
    disk.link('etc/rc.d/rc3.d/K15gpm', '../init.d/gpm');
    await client.changedOnDisk(disk.remove('etc/rc.d/rc3.d/S85gpm'), at('K15gpm'));
    await client.until(at('S85gpm'), silent);
    assert.ok(!client.pushes.some(({ uri }) => uri === at('K15gpm')), 'off is as it should be');
    assert.deepEqual(
      client.pushes.slice(before).map(({ uri }) => uri),
      [at('S85gpm')],
      'the other links are as they were',
    );
    disk.link('etc/rc.d/rc3.d/S85gpm', '../init.d/gpm');
    await client.changedOnDisk(disk.remove('etc/rc.d/rc3.d/K15gpm'), at('S85gpm'));
    await client.until(at('S85gpm'), spoken('risky-daemon'));
  });

  it('takes all back when the folder vanishes', async () => {
    await client.until(at('S85gpm'), spoken('risky-daemon'));
    await client.changedOnDisk(disk.remove('etc/rc.d/rc3.d'));
    for (const name of ['S85gpm', 'S80sendmail']) await client.until(at(name), silent);
  });

  it('takes all back when the folder leaves the workspace', async () => {
    await client.until(at('S85gpm'), spoken('risky-daemon'));
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: disk.root, name: 'host' }] },
    });
    for (const name of ['S85gpm', 'S80sendmail']) await client.until(at(name), silent);
  });

  it('follows the other files of the host', async () => {
    await client.until(at('S85gpm'), spoken('risky-daemon'));
    assert.ok(!client.pushes.some(({ uri, diagnostics }) => uri === at('S50inet') && diagnostics.length > 0), 'inetd has work to do');
    await client.changedOnDisk(disk.write('etc/inetd.conf', '#ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd\n'));
    const [empty] = await client.until(at('S50inet'), spoken('super-server'));
    assert.match(String(empty?.message), /offers no service any more/);
    disk.link('etc/rc.d/rc3.d/K50inet', '../init.d/inet');
    disk.write('etc/inetd.conf', 'ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd\n');
    await client.changedOnDisk(disk.remove('etc/rc.d/rc3.d/S50inet'), at('K50inet'), disk.uri('etc/inetd.conf'));
    await client.until(at('S50inet'), silent);
    const [off] = await client.until(at('K50inet'), spoken('super-server'));
    assert.equal(off?.relatedInformation?.[0]?.location.uri, disk.uri('etc/inetd.conf'));
  });

  it('follows the settings of the editor and of the project', async () => {
    await client.until(at('S80sendmail'), spoken('unneeded-daemon'));
    settings = { keep: ['sendmail'], severity: { 'risky-daemon': 'error' } };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until(at('S80sendmail'), silent);
    const [gpm] = await client.until(at('S85gpm'), (now) => now[0]?.severity === 1);
    assert.equal(gpm?.code, 'risky-daemon');
    await client.changedOnDisk(disk.write('.daemonlint.json', '{"severity": {"risky-daemon": "off"}}'));
    await client.until(at('S85gpm'), silent);
    await client.changedOnDisk(disk.remove('.daemonlint.json'));
    await client.until(at('S85gpm'), spoken('risky-daemon'));
    settings = { enable: false };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.until(at('S85gpm'), silent);
  });

  it('is part of the host of the other files', async () => {
    await client.until(at('S85gpm'), spoken('risky-daemon'));
    // telnet may be turned off by itself only where another way in is on.
    const text = 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n';
    const conf = disk.uri('etc/inetd.conf');
    assert.deepEqual(codesOf(await client.open(conf, 'inetd-conf', text)), ['cleartext-login', 'last-login']);
    assert.deepEqual(await client.actions(conf, TOP, ['source.fixAll']), []);
    disk.link('etc/rc.d/rc3.d/S55sshd', '../init.d/sshd');
    await client.changedOnDisk(at('S55sshd'));
    for (let tries = 0; tries < 100 && (await client.actions(conf, TOP, ['source.fixAll'])).length === 0; tries++)
      await new Promise((done) => setTimeout(done, 20));
    assert.equal((await client.actions(conf, TOP, ['source.fixAll'])).length, 1);
  });
});

describe('what the targets of systemd want, and the scripts of init.d', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  it('shows what is found at a link of a target, and takes it back when it is gone', async () => {
    const disk = folder({ 'etc/inetd.conf': '' });
    const folderOfWants = 'etc/systemd/system/multi-user.target.wants';
    disk.link(`${folderOfWants}/atd.service`, '/lib/systemd/system/atd.service');
    const client = await start({ root: disk.root, capabilities: able });
    const at = disk.uri(`${folderOfWants}/atd.service`);
    const [atd] = await client.until(at, spoken('risky-daemon'));
    assert.deepEqual(atd?.range, TOP);
    await client.changedOnDisk(disk.remove(`${folderOfWants}/atd.service`));
    await client.until(at, silent);
  });

  it('looks at init.d again when a script comes', async () => {
    const disk = folder({ 'etc/inetd.conf': '', 'etc/rc.d/init.d/acme': '#!/bin/sh\n', 'etc/rc.d/init.d/other': '#!/bin/sh\n' });
    for (const name of ['acme', 'other', 'gone']) disk.link(`etc/rc.d/rc3.d/S40${name}`, `../init.d/${name}`);
    const client = await start({ root: disk.root, capabilities: able });
    const at = disk.uri('etc/rc.d/rc3.d/S40gone');
    await client.until(at, spoken('listing/dangling-link'));
    await client.changedOnDisk(disk.write('etc/rc.d/init.d/gone', '#!/bin/sh\n'));
    await client.until(at, silent);
  });

  it('reads several listings in one paste, and offers the command of each', async () => {
    const disk = folder({ 'etc/inetd.conf': '' });
    const client = await start({ root: disk.root, capabilities: able });
    const text = '$ systemctl list-unit-files\nUNIT FILE STATE\natd.service enabled\n$ rc-update show\n lpd | default\n';
    const uri = disk.uri('paste.rclist');
    const found = await client.open(uri, 'rc-listing', text);
    assert.deepEqual(
      found.map(({ range, code }) => [range.start.line, code]),
      [
        [2, 'risky-daemon'],
        [4, 'unneeded-daemon'],
      ],
    );
    for (const [line, command] of [
      [2, 'systemctl disable --now atd.service'],
      [4, 'rc-update del lpd default'],
    ] as const) {
      const [first] = await client.actions(uri, { start: { line, character: 1 }, end: { line, character: 1 } });
      assert.match(first?.title ?? '', new RegExp(`: ${command}$`));
    }
  });
});
