// What a review knows besides the text: permission bits, the system of the host, the zone that the project names.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { hostOf, toldOf } from '../../workspace/src/index.js';
import { diskFiles } from '../../workspace/src/node.js';
import { itOnPosix } from '../where.js';
import { memoryFiles, type Tree } from '../workspace/memory.js';
import { daemonlint } from './memory-io.js';

const JOB = '0 3 * * * root /usr/local/sbin/backup\n';
const SCRIPT = '#!/bin/sh\nexec /usr/sbin/in.telnetd\n';

/** `FILE [rule]` for each finding. */
async function said(tree: Tree, args: readonly string[] = ['check', '.']): Promise<string[]> {
  const { stdout } = await daemonlint(args, tree);
  return [...stdout.matchAll(/^(\S+?):\d+:\d+: .* \[(\S+)\]$/gm)].map(([, file, rule]) => `${file ?? ''} ${rule ?? ''}`);
}

describe('what a review knows of files', () => {
  it('permission bits, where the disk has them', async () => {
    assert.deepEqual(await said({ '/h/etc/cron.d/job': { text: JOB, mode: 0o755 } }), ['etc/cron.d/job crontab/file-mode']);
    assert.deepEqual(await said({ '/h/etc/cron.d/job': { text: JOB, mode: 0o644 } }), []);
    assert.deepEqual(await said({ '/h/etc/cron.d/job': JOB }), []);
    assert.deepEqual(await said({ '/etc/crontab': { text: JOB, mode: 0o664 } }, ['check', '/etc/crontab']), [
      '/etc/crontab crontab/file-mode',
    ]);
  });

  it('not those of standard input', async () => {
    const { stdout } = await daemonlint(
      ['check', '--stdin-filename', '/etc/cron.d/job', '-'],
      { '/etc/cron.d/job': { text: JOB, mode: 0o755 } },
      { stdin: JOB },
    );
    assert.doesNotMatch(stdout, /file-mode/);
  });

  it('the system, by the files of the tree that the file is in', async () => {
    const named = { '/h/web/etc/cron.d/a.b': JOB, '/h/web/etc/cron.daily/c.sh': SCRIPT };
    assert.deepEqual(await said(named), []);
    const expected = ['web/etc/cron.d/a.b crontab/file-name', 'web/etc/cron.daily/c.sh run-parts/file-name'];
    assert.deepEqual(await said({ ...named, '/h/web/etc/debian_version': '12.5\n' }), expected);
    assert.deepEqual(await said({ ...named, '/h/web/etc/apt': { folder: true } }), expected);
    assert.deepEqual(await said({ ...named, '/h/db/etc/debian_version': '12.5\n' }), [], 'another host');
    assert.deepEqual(await said({ ...named, '/h/web/etc/apt': { folder: true } }, ['check', 'web/etc/cron.d/a.b']), expected.slice(0, 1));
  });

  it('a crontab in cron.d that is called a script, and no script there', async () =>
    assert.deepEqual(await said({ '/h/etc/debian_version': '12.5\n', '/h/etc/cron.d/a.sh': JOB, '/h/etc/cron.d/b.sh': SCRIPT }), [
      'etc/cron.d/a.sh crontab/file-name',
    ]));

  it('the dialect that is named', async () =>
    assert.deepEqual(await said({ '/h/etc/cron.daily/c.sh': SCRIPT }, ['check', '--dialect', 'ubuntu', 'etc']), [
      'etc/cron.daily/c.sh run-parts/file-name',
    ]));

  it('scripts in cron.daily, by name and bits alone', async () => {
    const tree = { '/etc/cron.daily/a': { text: SCRIPT, mode: 0o644 }, '/etc/cron.daily/b': { text: SCRIPT, mode: 0o755 } };
    assert.deepEqual(await said(tree, ['check', '/etc']), ['/etc/cron.daily/a run-parts/not-executable']);
    const binary = new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0]);
    const { stdout, stderr, status } = await daemonlint(['check', '/etc'], { '/etc/cron.daily/c': binary, '/etc/crontab': JOB });
    assert.deepEqual([stdout, stderr, status], ['no findings in 1 file\n', '', 0]);
  });

  it('the zone, where the project names it', async () => {
    const tree = { '/h/etc/crontabs/root': '30 2 * * * /opt/x\n' };
    assert.deepEqual(await said(tree), []);
    assert.deepEqual(await said({ ...tree, '/h/.daemonlint.json': '{"zone": "Europe/Berlin"}' }), ['etc/crontabs/root crontab/dst']);
    const { stdout } = await daemonlint(['check', '.'], tree, { zone: 'Europe/Berlin' });
    assert.doesNotMatch(stdout, /dst/, 'the zone of the machine is nobody’s word');
  });
});

describe('the system of a host', () => {
  it('is told by what only Debian has', async () => {
    assert.deepEqual(await toldOf('system', memoryFiles({ '/h/etc/debian_version': '12\n' }), '/h'), { system: 'debian' });
    assert.deepEqual(await toldOf('system', memoryFiles({ '/h/etc/apt': { folder: true } }), '/h'), { system: 'debian' });
    assert.deepEqual(await toldOf('system', memoryFiles({ '/h/etc/redhat-release': '9\n' }), '/h'), {});
    assert.deepEqual(hostOf('/h', []), { root: '/h', files: [] });
  });

  it('has the names of its own etc/services', async () => {
    const text = '# names\nssh 22/tcp # secure\nmeasure\t4711/udp  probe gauge\nbroken\nx y/tcp\n';
    const { services } = await toldOf('services', memoryFiles({ '/h/etc/services': text }), '/h');
    assert.deepEqual([...(services ?? [])], ['ssh/tcp', 'measure/udp', 'probe/udp', 'gauge/udp']);
    const entry = (name: string) => `${name} dgram udp wait own /opt/own/bin/own own\n`;
    const tree = { '/h/etc/services': text, '/h/etc/inetd.conf': entry('gauge') + entry('ssh') };
    const { stdout } = await daemonlint(['check', '.', '--format', 'json'], tree);
    assert.match(stdout, /etc\/services of this host has “ssh” only over TCP/);
    assert.doesNotMatch(stdout, /gauge/);
  });
});

describe('the disk', () => {
  itOnPosix('tells the permission bits and nothing else of the mode', async () => {
    const folder = temporaryFolder('daemonlint-bits-');
    const file = path.join(folder, 'x');
    writeFileSync(file, '', { mode: 0o744 });
    assert.equal((await diskFiles.stat(file)).mode, 0o744);
    mkdirSync(path.join(folder, 'd'), { mode: 0o700 });
    assert.equal((await diskFiles.stat(path.join(folder, 'd'))).mode, 0o700);
  });
});
