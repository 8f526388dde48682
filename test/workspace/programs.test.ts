/** Which programs a tree has, links seen as its own host would see them; and that what init starts is held against it. */
import assert from 'node:assert/strict';
import { programsOf } from '../../workspace/src/programs.js';
import { daemonlint } from '../cli/memory-io.js';
import { memoryFiles } from './memory.js';

const INITTAB = 'id:2:initdefault:\n1:2345:respawn:/sbin/mingetty tty1\n2:2345:respawn:/sbin/getty 38400 tty2\n';

describe('the programs of a tree', () => {
  const names = async (tree: Parameters<typeof memoryFiles>[0]) =>
    [...((await programsOf(memoryFiles(tree), '/h')) ?? [])].map(([folder, found]) => `${folder}: ${[...found].sort().join(' ')}`).sort();

  it('are those in its folders for programs', async () => {
    const tree = { '/h/bin/sh': '', '/h/sbin/getty': '', '/h/usr/bin/x': '', '/h/etc/inittab': '' };
    assert.deepEqual(await names(tree), ['/bin: sh', '/sbin: getty', '/usr/bin: x']);
    assert.deepEqual(await names({ '/h/etc/inittab': '' }), []);
    assert.deepEqual(await names({ '/h/sbin/getty': '', '/h/bin/own': '', '/h/etc/inittab': '' }), [], 'a part of a system');
  });

  it('are found behind links, which stay in the tree', async () => {
    const found = ['/bin: sh', '/usr/bin: sh'];
    assert.deepEqual(await names({ '/h/usr/bin/sh': '', '/h/bin': { link: 'usr/bin' } }), found);
    assert.deepEqual(await names({ '/h/usr/bin/sh': '', '/h/bin': { link: '/usr/bin' }, '/usr/bin/other': '' }), found);
    assert.deepEqual(await names({ '/h/usr/bin/sh': '', '/h/bin': { link: '../bin' }, '/bin/other': '' }), ['/usr/bin: sh']);
  });

  it('are what is held against what shall be started, where the tree is a whole system', async () => {
    const check = async (tree: Readonly<Record<string, string>>) =>
      JSON.parse((await daemonlint(['check', '--format', 'json', '.'], tree)).stdout).files.flatMap(
        ({ findings }: { findings: { rule: string; start: { line: number } }[] }) =>
          findings.map(({ rule, start }) => `${rule}@${start.line}`),
      );
    assert.deepEqual(await check({ '/h/etc/inittab': INITTAB }), []);
    assert.deepEqual(await check({ '/h/etc/inittab': INITTAB, '/h/sbin/getty': '' }), []);
    const system = { '/h/bin/sh': '', '/h/sbin/getty': '' };
    assert.deepEqual(await check({ '/h/etc/inittab': INITTAB, ...system }), ['missing-program@2']);
    assert.deepEqual(await check({ '/h/etc/inittab': INITTAB, ...system, '/h/sbin/mingetty': '' }), []);
    const JOB = '0 4 * * * root /sbin/getty\n0 5 * * * root /usr/bin/sweep\n0 6 * * * root /sbin/sweep\n';
    assert.deepEqual(await check({ '/h/etc/cron.d/job': JOB, ...system }), ['missing-program@3']);
    const INETD = '1234 stream tcp nowait nobody /sbin/getty getty\n1235 stream tcp nowait nobody /sbin/serve serve\n';
    assert.deepEqual(await check({ '/h/etc/inetd.conf': INETD, ...system }), ['missing-program@2']);
  });
});
