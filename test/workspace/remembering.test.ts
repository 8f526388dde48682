// Files that a run has listed need not be asked for again; those of the disk are opened once.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { remembering } from '../../workspace/src/index.js';
import { blockingFiles } from '../../workspace/src/node.js';
import { itOnPosix } from '../where.js';
import { memoryFiles } from './memory.js';

describe('remembering', () => {
  it('knows of what a listed folder does not hold that it is missing, however deep, and asks for the rest', async () => {
    const asked: string[] = [];
    const memory = memoryFiles({ '/h/etc/crontab': '', '/h/lib': { link: '/h/usr/lib' }, '/h/usr/lib/systemd/system/a.service': '' });
    const files = remembering({
      ...memory,
      isMissing: async (path: string) => {
        asked.push(path);
        return path === '/elsewhere';
      },
    });
    assert.equal(await files.isMissing?.('/h/etc/apt'), false, 'before it is listed nobody knows');
    await files.list('/h');
    await files.list('/h/etc');
    assert.equal(await files.isMissing?.('/h/etc/apt'), true);
    assert.equal(await files.isMissing?.('/h/etc/systemd/system'), true);
    assert.equal(await files.isMissing?.('/h/opt/lib/systemd'), true);
    assert.deepEqual(asked, ['/h/etc/apt']);
    assert.equal(await files.isMissing?.('/h/etc/crontab'), false);
    assert.equal(await files.isMissing?.('/h/lib/systemd/system'), false, 'a link may lead anywhere');
    assert.equal(await files.isMissing?.('/elsewhere'), true);
    assert.deepEqual(asked.slice(1), ['/h/etc/crontab', '/h/lib/systemd/system', '/elsewhere']);
  });

  it('remembers no folder that could not be listed', async () => {
    const files = remembering(memoryFiles({ '/h/etc/crontab': '' }));
    await assert.rejects(files.list('/h/lib'));
    assert.equal(await files.isMissing?.('/h/lib/systemd'), false);
  });
});

describe('a plain file of the disk', () => {
  const folder = temporaryFolder('daemonlint-plain-');
  const at = (name: string) => path.join(folder, name);
  const read = (name: string, most = 100) => blockingFiles.readPlain?.(at(name), most);

  it('is read with its permission bits, at once', async () => {
    writeFileSync(at('a'), 'MAILTO=ann\n');
    chmodSync(at('a'), 0o640);
    const whole = await read('a');
    assert.deepEqual(whole && Buffer.from(whole.bytes).toString(), 'MAILTO=ann\n');
    if (process.platform !== 'win32') assert.equal(whole?.mode, 0o640);
  });

  it('is anything else left to those who tell what it is', async () => {
    writeFileSync(at('empty'), '');
    writeFileSync(at('large'), 'x'.repeat(101));
    mkdirSync(at('folder'));
    for (const name of ['empty', 'large', 'folder', 'missing']) assert.equal(await read(name), undefined, name);
  });

  itOnPosix('may have become a pipe, for which nobody waits', async () => {
    spawnSync('mkfifo', [at('pipe')]);
    symlinkSync(at('pipe'), at('link'));
    for (const name of ['pipe', 'link']) assert.equal(await read(name), undefined, name);
  });
});
