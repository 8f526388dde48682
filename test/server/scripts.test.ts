/** Scripts of cron.daily, and permission bits of crontabs: what the server knows of the disk besides texts. */
import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describeWhere } from '../where.js';
import { type Client, codesOf, spoken, start, stopAll } from './client.js';
import { type Folder, folder } from './disk.js';

const able = {
  workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
};

const SCRIPT = '#!/bin/sh\nexec /usr/sbin/in.telnetd\n';
const JOB = '0 3 * * * root /usr/local/sbin/backup\n';

describeWhere(process.platform !== 'win32', 'There are no permission bits here', 'what the server knows of files on the disk', function () {
  this.timeout(120_000);
  let client: Client;
  let disk: Folder;
  const chmod = (file: string, mode: number) => chmodSync(fileURLToPath(disk.uri(file)), mode);
  beforeEach(async () => {
    disk = folder({ 'etc/cron.daily/backup': SCRIPT, 'etc/cron.daily/fine': SCRIPT, 'etc/cron.d/job': JOB });
    chmod('etc/cron.daily/backup', 0o644);
    chmod('etc/cron.daily/fine', 0o755);
    chmod('etc/cron.d/job', 0o755);
    client = await start({ root: disk.root, capabilities: able, settings: () => ({}) });
  });
  afterEach(stopAll);

  it('scripts that run-parts passes over, open or not; nothing of the others', async () => {
    await client.until(disk.uri('etc/cron.daily/backup'), spoken('run-parts/not-executable'));
    assert.ok(!client.pushes.some(({ uri }) => uri === disk.uri('etc/cron.daily/fine')));
    chmod('etc/cron.daily/backup', 0o755);
    await client.changedOnDisk(disk.uri('etc/cron.daily/backup'));
    await client.until(disk.uri('etc/cron.daily/backup'), spoken());
    chmod('etc/cron.daily/backup', 0o644);
    await client.changedOnDisk(disk.uri('etc/cron.daily/backup'));
    await client.until(disk.uri('etc/cron.daily/backup'), spoken('run-parts/not-executable'));
    disk.remove('etc/cron.daily/backup');
    await client.changedOnDisk(disk.uri('etc/cron.daily/backup'));
    await client.until(disk.uri('etc/cron.daily/backup'), spoken());
  });

  it('nothing of an rc.conf that is not open, and what is typed of one that is', async () => {
    const [local, main] = [disk.uri('etc/rc.conf.local'), disk.uri('etc/rc.conf')];
    disk.write('etc/rc.conf.local', 'snmpd_enable="YES"\n');
    disk.write('etc/rc.conf', 'telnetd_enable="YES"\n');
    await stopAll();
    client = await start({ root: disk.root, capabilities: able, settings: () => ({}) });
    await client.open(main, 'rc-conf', 'sshd_enable="YES"\n');
    await client.until(disk.uri('etc/cron.daily/backup'), spoken('run-parts/not-executable'));
    disk.write('etc/cron.daily/more', SCRIPT);
    await client.changedOnDisk(disk.uri('etc/cron.daily/more'));
    await client.until(disk.uri('etc/cron.daily/more'), spoken('run-parts/not-executable'));
    assert.deepEqual(
      client.pushes.filter(({ uri }) => uri === local).map(({ diagnostics }) => codesOf(diagnostics)),
      [],
    );
    assert.deepEqual(codesOf(client.pushes.filter(({ uri }) => uri === main).at(-1)?.diagnostics ?? []), []);
  });

  it('names that Debian passes over, once the host is known for one', async () => {
    disk.write('etc/cron.daily/sweep.sh', SCRIPT);
    chmod('etc/cron.daily/sweep.sh', 0o755);
    disk.write('etc/debian_version', '12\n');
    await stopAll();
    client = await start({ root: disk.root, capabilities: able, settings: () => ({}) });
    await client.until(disk.uri('etc/cron.daily/sweep.sh'), spoken('run-parts/file-name'));
  });

  it('programs that init is to start and that the tree has not', async () => {
    disk.write('bin/sh', '');
    disk.write('sbin/getty', '');
    disk.write('etc/inittab', 'id:2:initdefault:\n1:2345:respawn:/sbin/mingetty tty1\n');
    const uri = disk.uri('etc/inittab');
    await client.open(uri, 'inittab', 'id:2:initdefault:\n1:2345:respawn:/sbin/mingetty tty1\n2:2345:respawn:/sbin/getty tty2\n');
    await client.until(uri, spoken('missing-program'));
  });

  it('the bits of an open crontab', async () => {
    const uri = disk.uri('etc/cron.d/job');
    await client.open(uri, 'crontab', JOB);
    await client.until(uri, spoken('crontab/file-mode'));
    chmod('etc/cron.d/job', 0o644);
    await client.changedOnDisk(uri);
    await client.until(uri, spoken());
  });

  it('the bits of a file outside of the workspace', async () => {
    const other = folder({ 'etc/cron.d/job': JOB });
    chmodSync(fileURLToPath(other.uri('etc/cron.d/job')), 0o755);
    const uri = other.uri('etc/cron.d/job');
    const first = codesOf(await client.open(uri, 'crontab', JOB));
    if (first.length === 0) await client.until(uri, spoken('crontab/file-mode'));
    else assert.deepEqual(first, ['crontab/file-mode']);
  });
});
