/** Which programs a tree has, links seen as its own host would see them; and that what init starts is held against it. */
import assert from 'node:assert/strict';
import { programsOf } from '../../workspace/src/programs.js';
import { daemonlint } from '../cli/memory-io.js';
import { memoryFiles } from './memory.js';

const INITTAB = 'id:2:initdefault:\n1:2345:respawn:/sbin/mingetty tty1\n2:2345:respawn:/sbin/getty 38400 tty2\n';

describe('the programs of a tree', () => {
  const names = async (tree: Parameters<typeof memoryFiles>[0]) =>
    [...((await programsOf(memoryFiles(tree), '/h')) ?? [])].map(([folder, found]) => `${folder}: ${[...found].sort().join(' ')}`);

  it('are those in its folders for programs', async () => {
    assert.deepEqual(await names({ '/h/sbin/getty': '', '/h/usr/bin/x': '', '/h/etc/inittab': '' }), ['/sbin: getty', '/usr/bin: x']);
    assert.deepEqual(await names({ '/h/etc/inittab': '' }), []);
  });

  it('are found behind links, which stay in the tree', async () => {
    assert.deepEqual(await names({ '/h/usr/sbin/getty': '', '/h/sbin': { link: 'usr/sbin' } }), ['/sbin: getty', '/usr/sbin: getty']);
    assert.deepEqual(await names({ '/h/usr/sbin/getty': '', '/h/sbin': { link: '/usr/sbin' }, '/usr/sbin/other': '' }), [
      '/sbin: getty',
      '/usr/sbin: getty',
    ]);
    assert.deepEqual(await names({ '/h/usr/sbin/getty': '', '/h/sbin': { link: '../sbin' }, '/sbin/other': '' }), ['/usr/sbin: getty']);
  });

  it('are what init is held to, where the tree has any', async () => {
    const check = async (tree: Readonly<Record<string, string>>) =>
      JSON.parse((await daemonlint(['check', '--format', 'json', '.'], tree)).stdout).files.flatMap(
        ({ findings }: { findings: { rule: string; start: { line: number } }[] }) =>
          findings.map(({ rule, start }) => `${rule}@${start.line}`),
      );
    assert.deepEqual(await check({ '/h/etc/inittab': INITTAB }), []);
    assert.deepEqual(await check({ '/h/etc/inittab': INITTAB, '/h/sbin/getty': '' }), ['inittab/missing-program@2']);
    assert.deepEqual(await check({ '/h/etc/inittab': INITTAB, '/h/sbin/getty': '', '/h/sbin/mingetty': '' }), []);
  });
});
