// `daemonlint baseline` and `check --baseline`: findings that are put up with.
import assert from 'node:assert/strict';
import { bytesAt, DENIED, type Tree } from '../workspace/memory.js';
import { daemonlint, FINGER, SSH, TELNET } from './memory-io.js';
import { Repository } from './repository.js';

const CONF = '/h/etc/inetd.conf';
const BASELINE = '/h/.daemonlint-baseline.json';

async function withBaseline(tree: Tree, ...args: string[]): Promise<Tree> {
  const { status, stderr } = await daemonlint(['baseline', ...args], tree);
  assert.deepEqual([status, stderr], [0, '']);
  return tree;
}

const check = (tree: Tree, ...args: string[]) => daemonlint(['check', '--baseline', '.daemonlint-baseline.json', ...args], tree);

describe('a baseline', () => {
  it('is written with one finding on each line, says so, and is the same the next time', async () => {
    const tree = { [CONF]: TELNET + FINGER };
    const { stdout } = await daemonlint(['baseline'], tree);
    assert.equal(
      stdout,
      '2 findings in 1 file written to .daemonlint-baseline.json; check --baseline .daemonlint-baseline.json counts them no more\n',
    );
    const text = bytesAt(tree, BASELINE);
    const { version, findings } = JSON.parse(text);
    assert.deepEqual(
      [version, findings.map(({ path, rule }: { path: string; rule: string }) => `${path} ${rule}`)],
      [1, ['etc/inetd.conf cleartext-login', 'etc/inetd.conf risky-daemon']],
    );
    assert.equal(text.match(/^ {4}\{.*\},?$/gm)?.length, 2);
    await daemonlint(['baseline'], tree);
    assert.equal(bytesAt(tree, BASELINE), text);
  });

  it('marks what it accepts, wherever it has moved to, and counts the rest', async () => {
    const tree = await withBaseline({ [CONF]: TELNET });
    tree[CONF] = `# new\n${FINGER}${TELNET}`;
    const { status, stdout } = await check(tree);
    assert.match(stdout, /^etc\/inetd\.conf:2:1: warning: .*\[risky-daemon\]$/m);
    assert.match(stdout, /^etc\/inetd\.conf:3:1: accepted: .*\[cleartext-login\]$/m);
    assert.match(stdout, /1 finding \(1 warning\) in 1 file; 1 more in the baseline\n$/);
    assert.equal(status, 1);
    tree[CONF] = TELNET;
    assert.equal((await check(tree)).status, 0);
  });

  it('goes to standard output, and into a device, as it comes', async () => {
    const tree = await withBaseline({ [CONF]: TELNET });
    const { status, stdout, stderr } = await daemonlint(['baseline', '--output', '-'], tree);
    assert.deepEqual([status, stdout, stderr], [0, bytesAt(tree, BASELINE), '']);
    const repository = Repository.begin();
    repository.write({ 'etc/inetd.conf': TELNET });
    const full = await repository.daemonlint(['baseline', '--output', '/dev/full']);
    assert.match(full.stderr, /^daemonlint: \/dev\/full: cannot be written: no space is left on the disk\n$/);
    assert.deepEqual([full.status, full.stdout], [2, '']);
  });

  it('is dim on a terminal', async () => {
    const tree = await withBaseline({ [CONF]: TELNET });
    const { stdout } = await daemonlint(['check', '--baseline', BASELINE], tree, { env: { FORCE_COLOR: '1' } });
    assert.match(stdout, /^\x1b\[2metc\/inetd\.conf:1:1: accepted: .*\x1b\[22m\n/);
  });

  it('is told to programs', async () => {
    const tree = await withBaseline({ [CONF]: TELNET + FINGER });
    tree[CONF] = TELNET;
    const { files, gone, summary } = JSON.parse((await check(tree, '--format', 'json')).stdout);
    assert.equal(files[0].findings[0].suppressed, 'baseline');
    assert.deepEqual([summary.findings, summary.warnings, summary.suppressed], [0, 0, 1]);
    assert.deepEqual([gone.length, gone[0].path, gone[0].rule], [1, 'etc/inetd.conf', 'risky-daemon']);
  });

  it('tells what it accepts and is found no more, of files that are gone as well, but not of those that were not asked for', async () => {
    const tree = await withBaseline({ [CONF]: FINGER, '/h/b/etc/inetd.conf': TELNET });
    delete tree[CONF];
    const { status, stdout } = await check(tree);
    assert.match(
      stdout,
      /^etc\/inetd\.conf: gone, and still in the baseline: risky-daemon \(finger\)\n`daemonlint baseline` writes it anew\n/m,
    );
    assert.equal(status, 0);
    for (const path of ['b', 'b/etc/inetd.conf']) assert.ok(!(await check(tree, path)).stdout.includes('gone'));
    tree[CONF] = DENIED;
    assert.ok(!(await check(tree)).stdout.includes('gone'), 'nobody knows');
  });

  it('knows a file, or a folder of files, that has another name by now, and a copy for what it is', async () => {
    const web = { '/h/web/etc/inetd.conf': TELNET + FINGER, '/h/web/etc/cron.d/x': '61 * * * * root x\n' };
    const tree = await withBaseline({ ...web, '/h/db/etc/inetd.conf': SSH });
    const under = (name: string): Tree => Object.fromEntries(Object.entries(web).map(([path, text]) => [path.replace('web', name), text]));
    const rest = { '/h/db/etc/inetd.conf': SSH, [BASELINE]: tree[BASELINE] ?? '' };
    const renamed = await check({ ...rest, ...under('www'), '/h/www/etc/inetd.conf': `# new\n${FINGER}` });
    assert.equal(renamed.status, 0, renamed.stdout);
    assert.match(renamed.stdout, /^www\/etc\/inetd\.conf: gone, and still in the baseline: cleartext-login \(telnet\)$/m);
    assert.match(renamed.stdout, /no findings in 3 files; 2 more in the baseline\n$/);
    const another = await check({ ...rest, '/h/www/etc/inetd.conf': SSH + TELNET.replace('root', 'nobody') });
    assert.match(another.stdout, /^www\/etc\/inetd\.conf:2:1: warning: .*\[cleartext-login\]$/m);
    const copied = await check({ ...rest, ...web, ...under('www') });
    assert.match(copied.stdout, /3 findings \(1 error, 2 warnings\) in 5 files; 3 more in the baseline\n$/);
  });

  it('holds paths as they are from its own folder', async () => {
    const tree = await withBaseline({ [CONF]: TELNET, '/h/ci/x': '' }, '--output', 'ci/known.json');
    assert.match(bytesAt(tree, '/h/ci/known.json'), /"path":"\.\.\/etc\/inetd\.conf"/);
    const { status } = await daemonlint(['check', '--baseline', '../ci/known.json'], tree, { cwd: '/h/etc' });
    assert.equal(status, 0);
  });

  it('does not accept the same once more', async () => {
    const tree = await withBaseline({ [CONF]: FINGER });
    tree[CONF] = FINGER + FINGER;
    assert.equal((await check(tree)).status, 1);
  });

  it('is left alone by --fix', async () => {
    const tree = await withBaseline({ [CONF]: SSH + TELNET });
    tree[CONF] = SSH + TELNET + FINGER;
    const { status, stdout } = await check(tree, '--fix');
    assert.equal(bytesAt(tree, CONF), `${SSH}${TELNET}#${FINGER}`);
    assert.match(stdout, /no findings in 1 file; 1 more in the baseline\n$/);
    assert.equal(status, 0);
  });

  const refusals: readonly (readonly [string, string, RegExp])[] = [
    [
      'of another version',
      '{"version": 2, "findings": []}',
      /:1:13: is a baseline of version 2; this daemonlint reads version 1: write it anew/,
    ],
    ['without a version', '{}', /:1:1: is no baseline, or one without a version/],
    ['that is broken', '{\n "version": 1,\n "findings": [}', /:3:15: is not valid JSON here: value expected/],
    ['with something else in it', '{"version": 1, "findings": [{"path": 1}]}', /:1:38: 1 is not a string/],
    ['that is empty', '', /is empty|value expected/],
    ['of bytes', '\0\x01\x02\x03\x04', /is a binary file/],
  ];
  for (const [what, text, message] of refusals)
    it(`${what} is refused, and nothing is checked by half`, async () => {
      const { status, stdout, stderr } = await check({ [CONF]: TELNET, [BASELINE]: text });
      assert.match(stderr, message);
      assert.match(stderr, /^daemonlint: \.daemonlint-baseline\.json/);
      assert.deepEqual([status, stdout], [2, '']);
    });

  it('that is not there is missed', async () => {
    const { status, stderr } = await check({ [CONF]: TELNET });
    assert.equal(stderr, 'daemonlint: .daemonlint-baseline.json: does not exist: no baseline; `daemonlint baseline` writes one\n');
    assert.equal(status, 2);
  });

  it('is not written from half of the files, over what cannot be written, or of standard input', async () => {
    const tree: Tree = { [CONF]: TELNET, '/h/b/etc/inetd.conf': DENIED };
    const { status, stderr } = await daemonlint(['baseline'], tree);
    assert.match(stderr, /permission denied\n.*was not written/);
    assert.deepEqual([status, tree[BASELINE]], [2, undefined]);
    const denied = await daemonlint(['baseline'], { [CONF]: TELNET, [BASELINE]: DENIED });
    assert.match(denied.stderr, /\.daemonlint-baseline\.json: cannot be written: permission denied/);
    assert.equal(denied.status, 2);
    assert.equal((await daemonlint(['baseline', '-'])).status, 2);
  });

  it('is not written under settings with mistakes, and the settings are what is named', async () => {
    const refusal = (name: string) =>
      `daemonlint: .daemonlint-baseline.json was not written: it would not be what the settings mean, because of the mistakes in ${name}; mend them first`;
    const UNREAD = 'what cannot be read cannot be accepted; mend it, or exclude it in .daemonlint.json';
    const last = (stderr: string) => stderr.trimEnd().split('\n').at(-1);
    const wrong: Tree = { [CONF]: TELNET, '/h/.daemonlint.json': '{"nosuch": 1, "zone": 2}' };
    const { status, stdout, stderr } = await daemonlint(['baseline'], wrong);
    assert.match(stderr, /^daemonlint: \.daemonlint\.json:1:2: there is no key “nosuch”/);
    assert.equal(last(stderr), refusal('.daemonlint.json'));
    assert.deepEqual([status, stdout, wrong[BASELINE]], [2, '', undefined]);
    const named = await daemonlint(['baseline', '--config', 'ci/strict.json'], { [CONF]: TELNET, '/h/ci/strict.json': '{' });
    assert.equal(last(named.stderr), refusal('ci/strict.json'));
    const both = await daemonlint(['baseline'], { ...wrong, '/h/b/etc/inetd.conf': DENIED });
    assert.equal(last(both.stderr), `${refusal('.daemonlint.json')}; ${UNREAD}`);
    const unread = await daemonlint(['baseline'], { [CONF]: TELNET, '/h/b/etc/inetd.conf': DENIED });
    assert.equal(last(unread.stderr), `daemonlint: .daemonlint-baseline.json was not written: ${UNREAD}`);
  });
});
