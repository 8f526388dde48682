// Writing to a real disk: what is there at each moment, and what stays as it was.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { nodeIo } from '../../cli/src/node-io.js';
import { folderForEach } from './folders.js';
import { FINGER } from './memory-io.js';

const { write } = nodeIo().files;

describe('writing a file', function () {
  this.timeout(60_000);
  const at = folderForEach((place) => writeFileSync(place('inetd.conf'), FINGER));

  it('puts a new one in its place, with mode and owner', async () => {
    chmodSync(at('inetd.conf'), 0o4750);
    const before = statSync(at('inetd.conf'));
    await write(at('inetd.conf'), Buffer.from('new'));
    const after = statSync(at('inetd.conf'));
    assert.notEqual(after.ino, before.ino);
    assert.deepEqual([after.mode, after.uid, after.gid], [before.mode, before.uid, before.gid]);
    assert.deepEqual(readdirSync(at()), ['inetd.conf']);
  });

  it('replaces what a link leads to, and keeps the link', async () => {
    mkdirSync(at('etc'));
    symlinkSync('../inetd.conf', at('etc', 'inetd.conf'));
    const before = statSync(at('inetd.conf'));
    await write(at('etc', 'inetd.conf'), Buffer.from('new'));
    assert.ok(lstatSync(at('etc', 'inetd.conf')).isSymbolicLink());
    assert.equal(readFileSync(at('inetd.conf'), 'utf8'), 'new');
    assert.notEqual(statSync(at('inetd.conf')).ino, before.ino);
    assert.deepEqual(readdirSync(at('etc')), ['inetd.conf']);
  });

  it('makes one that is not there yet', async () => {
    await write(at('made'), Buffer.from('new'));
    assert.equal(readFileSync(at('made'), 'utf8'), 'new');
    await assert.rejects(write(at('no', 'folder'), Buffer.from('')), /does not exist/);
  });

  it('finds one whose name is no UTF-8', async () => {
    const name = Buffer.concat([Buffer.from(at('caf')), Buffer.of(0xe9)]);
    writeFileSync(name, 'old');
    await write(`${at('caf')}\udce9`, Buffer.from('new'));
    assert.equal(readFileSync(name, 'utf8'), 'new');
    assert.equal(readdirSync(at()).length, 2);
  });

  // The limit of a process stands for a full disk: it ends a write in the middle in the same way.
  const BIG = `${FINGER}${'# x\n'.repeat(60_000)}`;
  const limited = (file: string) => {
    const script = `ulimit -f 100; exec "$0" --import tsx cli/src/main.ts check --fix --kind inetd "$1"`;
    return spawnSync('bash', ['-c', script, process.execPath, file], { encoding: 'utf8', cwd: process.cwd() });
  };

  it('loses nothing on a full disk', () => {
    writeFileSync(at('inetd.conf'), BIG);
    const { status, stderr } = limited(at('inetd.conf'));
    assert.match(stderr, /^daemonlint: .*inetd\.conf: cannot be written: no space is left: the file would be larger than it may be\n$/);
    assert.equal(status, 2);
    assert.equal(readFileSync(at('inetd.conf'), 'utf8'), BIG);
    assert.deepEqual(readdirSync(at()), ['inetd.conf']);
  });

  it('puts the old bytes back where it could only overwrite', () => {
    mkdirSync(at('tmp'));
    writeFileSync(at('tmp', 'crontab.Ab12'), BIG);
    const { status } = limited(at('tmp', 'crontab.Ab12'));
    assert.equal(status, 2);
    assert.equal(readFileSync(at('tmp', 'crontab.Ab12'), 'utf8'), BIG);
  });

  it('says that a file may only be read, and leaves it', () => {
    mkdirSync(at('etc'));
    writeFileSync(at('etc', 'inetd.conf'), FINGER, { mode: 0o444 });
    chmodSync(at('etc'), 0o555);
    // Root may write everywhere: then somebody else tries, whom the folder of the project may be closed to.
    const who = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
    chmodSync(at(), 0o755);
    for (const name of ['cli.js', 'cli-main.js', 'cli-main.cache']) {
      copyFileSync(`dist/${name}`, at(name));
      chmodSync(at(name), 0o644);
    }
    const words = [at('cli.js'), 'check', '--fix', at('etc', 'inetd.conf')];
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', cwd: at(), ...who });
    chmodSync(at('etc'), 0o755);
    assert.match(stderr, /inetd\.conf: cannot be written: permission denied\n$/);
    assert.deepEqual([status, readFileSync(at('etc', 'inetd.conf'), 'utf8')], [2, FINGER]);
  });

  it('twice at once ends with what each of them would have made', async () => {
    const { spawn } = await import('node:child_process');
    writeFileSync(at('inetd.conf'), BIG);
    const args = ['--import', 'tsx', 'cli/src/main.ts', 'check', '--fix', at('inetd.conf')];
    const runs = Array.from({ length: 3 }, () => spawn(process.execPath, args, { stdio: 'ignore' }));
    const ends = await Promise.all(runs.map((child) => new Promise((resolve) => child.on('close', resolve))));
    assert.ok(ends.every((status) => status === 0 || status === 2));
    assert.ok(ends.includes(0));
    assert.equal(readFileSync(at('inetd.conf'), 'utf8'), `#${BIG}`);
    assert.deepEqual(readdirSync(at()), ['inetd.conf']);
  });
});
