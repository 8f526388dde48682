// `check --dialect`: who reads the files.
import assert from 'node:assert/strict';
import type { Tree } from '../workspace/memory.js';
import { daemonlint, FINGER } from './memory-io.js';

const check = (args: readonly string[], tree: Tree) => daemonlint(['check', ...args], tree);

describe('check --dialect', () => {
  const STEP = { '/h/etc/crontab': '1/2 * * * * root /bin/true\n' };

  it('reads a named file as that daemon does', async () => {
    assert.match((await check(['etc/crontab'], STEP)).stdout, /\[crontab\/syntax\]/);
    assert.equal((await check(['--dialect', 'freebsd', 'etc/crontab'], STEP)).status, 0);
    assert.match((await check(['--dialect', 'openbsd', 'etc/crontab'], STEP)).stdout, /OpenBSD/);
  });

  it('goes before what the file and the project say', async () => {
    const tree = {
      '/h/.daemonlint.json': '{"files": {"etc/crontab": {"dialect": "debian"}}}',
      '/h/etc/crontab': '# daemonlint: dialect=debian\n1/2 * * * * root /bin/true\n',
    };
    assert.equal((await check(['etc/crontab'], tree)).status, 1);
    assert.equal((await check(['--dialect', 'freebsd', 'etc/crontab'], tree)).status, 0);
  });

  it('in a folder holds for the kinds that know the name', async () => {
    const tree = { ...STEP, '/h/etc/inetd.conf': FINGER };
    const { status, stdout, stderr } = await check(['--dialect', 'macos', '--format', 'json', 'etc'], tree);
    assert.deepEqual([status, stderr], [1, '']);
    const files: readonly { readonly path: string; readonly findings: readonly { readonly rule: string }[] }[] = JSON.parse(stdout).files;
    assert.deepEqual(
      files.map(({ path, findings }) => [path, findings.map(({ rule }) => rule)]),
      [
        ['etc/crontab', []],
        ['etc/inetd.conf', ['risky-daemon']],
      ],
    );
  });

  it('says where a name that others know has no say in any of the files that are named', async () => {
    const said = (kind: string) => `--dialect has no say in it: there is no dialect “netkit” of ${kind}: ${kind} has `;
    const tree = { ...STEP, '/h/etc/inetd.conf': FINGER, '/h/etc/cron.d/x': '', '/h/etc/xinetd.d/x': 'service x\n{\n}\n' };
    const told = async (...args: string[]) => (await check(['--dialect', 'netkit', ...args], tree)).stderr;
    const alone = await told('etc/crontab');
    assert.ok(alone.startsWith(`daemonlint: etc/crontab: ${said('crontab')}debian, cronie, `), alone);
    assert.match(alone, /^.*\n$/);
    const several = await told('etc/crontab', 'etc/cron.d/x', 'etc/xinetd.d/x');
    assert.deepEqual(
      several.split('\n').map((line) => line.slice(0, 60)),
      [`daemonlint: etc/crontab: ${said('crontab')}`, `daemonlint: etc/xinetd.d/x: ${said('xinetd')}`, ''].map((line) => line.slice(0, 60)),
    );
    const piped = await daemonlint(['check', '--dialect', 'netkit', '-'], {}, { stdin: '0 4 * * * /usr/bin/true\n' });
    assert.ok(piped.stderr.startsWith(`daemonlint: <stdin>: ${said('crontab')}`), piped.stderr);
    assert.deepEqual([piped.status, piped.stdout], [0, 'no findings in 1 file\n']);
    const accepted = await daemonlint(['baseline', '--dialect', 'netkit', 'etc/crontab'], tree);
    assert.ok(accepted.status === 0 && accepted.stderr.startsWith(`daemonlint: etc/crontab: ${said('crontab')}`), accepted.stderr);
    const fixed = await daemonlint(['check', '--dialect', 'netkit', '--fix', '-'], {}, { stdin: '0 4 * * * /usr/bin/true\n' });
    assert.ok(fixed.stderr.startsWith(`daemonlint: <stdin>: ${said('crontab')}`), fixed.stderr);
    // One that is of use, a folder, or nothing that was asked for.
    for (const args of [['etc/crontab', 'etc/inetd.conf'], ['etc'], ['etc/crontab', 'etc/xinetd.d']]) assert.equal(await told(...args), '');
    assert.equal((await check(['--dialect', 'auto', 'etc/xinetd.d/x'], tree)).stderr, '');
  });

  it('of a comparison is said to have no say where no file of either side is of a kind that knows the name', async () => {
    const compare = (name: string, ...paths: string[]) =>
      daemonlint(['compare', '--dialect', name, ...paths], {
        '/h/a/etc/crontab': '0 3 * * * root x\n',
        '/h/b/etc/crontab': '0 4 * * * root x\n',
      });
    for (const paths of [
      ['a', 'b'],
      ['a/etc/crontab', 'b/etc/crontab'],
    ]) {
      const { stderr, stdout, status } = await compare('netkit', ...paths);
      assert.match(
        stderr,
        /^daemonlint: a.*: (?:etc\/)?crontab: --dialect has no say in it: there is no dialect “netkit” of crontab: .*\n$/,
      );
      assert.deepEqual([status, stdout.includes('1 job run otherwise')], [0, true]);
      assert.equal((await compare('cronie', ...paths)).stderr, '');
    }
    const unknown = await compare('vixie', 'a', 'b');
    assert.deepEqual([unknown.status, unknown.stdout], [2, '']);
  });

  it('knows whose cron is that of System V', async () => {
    for (const name of ['solaris', 'aix']) {
      const { stdout, stderr } = await check(['--dialect', name, 'etc/crontab'], { '/h/etc/crontab': '*/5 4 * * * root /bin/true\n' });
      assert.match(stdout, /POSIX.*\[crontab\/syntax\]/, name);
      assert.equal(stderr, '');
    }
  });

  it('takes the names of systems, in any case, and auto', async () => {
    assert.match((await check(['--dialect', 'Ubuntu', 'etc/crontab'], STEP)).stdout, /Debian/);
    assert.equal((await check(['--dialect', 'auto', 'etc/crontab'], STEP)).stdout, (await check(['etc/crontab'], STEP)).stdout);
  });

  it('refuses a name that no kind knows, and names those that there are', async () => {
    const { status, stdout, stderr } = await check(['--dialect', 'vixie\x1b[2J', 'etc'], STEP);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(
      stderr,
      /^daemonlint: there is no dialect “vixie.*”: inetd has .*openbsd-inetd.*; crontab has debian, cronie, .*; listing has redhat, debian/,
    );
    assert.doesNotMatch(stderr, /\x1b/);
    assert.match(
      (await check(['--dialect', 'cronie', '--kind', 'listing', '-'], {})).stderr,
      /no dialect “cronie” of listing: listing has redhat/,
    );
  });
});
