// Ignores in .daemonlint.json that silence nothing: told at their places, and only where all that they could mean was reviewed.
import assert from 'node:assert/strict';
import type { Tree } from '../workspace/memory.js';
import { daemonlint, FINGER, SSH, TELNET } from './memory-io.js';
import { Repository } from './repository.js';

const GONE = 'this silences nothing, and would hide what comes later: what it was for is gone. Delete it.';

/** A config with an entry on each line from the second on. */
const config = (entries: readonly object[], more: object = {}): string => {
  const list = entries.map((entry) => JSON.stringify({ ...entry, reason: 'x' })).join(',\n');
  return `{${JSON.stringify(more).slice(1, -1)}${Object.keys(more).length > 0 ? ',' : ''}"ignore": [\n${list}]}\n`;
};

const tree = (entries: readonly object[], more?: object): Tree => ({
  '/h/.daemonlint.json': config(entries, more),
  '/h/a/etc/inetd.conf': FINGER,
  '/h/b/etc/inetd.conf': SSH,
});

/** What is told of the config: line, column and message. */
const notes = (stderr: string): string[] =>
  stderr.split('\n').flatMap((line) => /^daemonlint: (?:\.\.\/)*\.daemonlint\.json:(\d+:\d+: .*)$/.exec(line)?.[1] ?? []);

async function told(entries: readonly object[], args: readonly string[] = [], more?: object): Promise<string[]> {
  const { stderr } = await daemonlint(['check', ...args], tree(entries, more));
  assert.equal(notes(stderr).length, stderr.split('\n').length - 1, stderr);
  return notes(stderr);
}

describe('an ignore of .daemonlint.json that silences nothing', () => {
  it('is told at its place, and is no finding', async () => {
    const { stderr, stdout, status } = await daemonlint(['check'], tree([{ rule: 'risky-daemon' }, { path: 'b/', rule: 'risky-daemon' }]));
    assert.deepEqual(notes(stderr), [`3:1: ${GONE}`]);
    assert.match(stdout, /^no findings/m);
    assert.equal(status, 0);
  });

  it('may mean a file that is not there any more', async () => {
    assert.deepEqual(await told([{ path: 'c/etc/*', rule: 'risky-daemon' }]), [
      '2:1: this silences nothing: no file is reviewed that “c/etc/*” fits. Mend the path, or delete the entry.',
    ]);
  });

  it('may be one by subject, which goes by any of its names', async () => {
    assert.deepEqual(await told([{ subject: 'fingerd' }, { subject: 'telnet' }]), [`3:1: ${GONE}`]);
  });

  it('is none where a comment, a keep or another entry silences the same', async () => {
    const files = tree([{ path: 'a/', rule: 'risky-daemon' }, { subject: 'finger' }], { keep: ['finger'] });
    files['/h/a/etc/inetd.conf'] = `# daemonlint: ignore[risky-daemon]: ours\n${FINGER}`;
    assert.equal((await daemonlint(['check'], files)).stderr, '');
  });

  it('is none of a rule that is off, nor of one that has more to say to auditors', async () => {
    const entries = [{ rule: 'cleartext-login' }, { rule: 'crontab/portability' }];
    assert.deepEqual(await told(entries, [], { severity: { 'cleartext-login': 'off' } }), []);
    assert.deepEqual(await told(entries, ['--audience', 'auditor'], { severity: { 'cleartext-login': 'off' } }), [`3:1: ${GONE}`]);
  });

  it('is looked for in what was reviewed whole, and nowhere else', async () => {
    const entries = [{ path: 'b/etc/*' }, { path: 'b' }, { rule: 'cleartext-login' }];
    assert.deepEqual(
      await told(entries, ['.']),
      ['2', '3', '4'].map((line) => `${line}:1: ${GONE}`),
    );
    assert.deepEqual(await told(entries, ['b']), [`2:1: ${GONE}`], '“b” may be a file anywhere');
    assert.deepEqual(await told(entries, ['a']), []);
    assert.deepEqual(await told(entries, ['a/etc/inetd.conf', 'b/etc/inetd.conf']), []);
    assert.deepEqual(await told(entries, ['--dialect', 'netkit', '.']), []);
  });

  it('is not told where something could not be read, or all was not', async () => {
    const files: Tree = { ...tree([{ path: 'b/' }]), '/h/etc/cron.d/secret': { denied: true } };
    assert.deepEqual(notes((await daemonlint(['check'], files)).stderr), []);
    const stopped = await daemonlint(['check'], tree([{ path: 'b/' }]), { goesOn: async () => false });
    assert.deepEqual([notes(stopped.stderr), stopped.status], [[], 130]);
  });

  it('is not told of standard input', async () => {
    const { stderr } = await daemonlint(['check', '--stdin-filename', 'b/etc/inetd.conf', '-'], tree([{ path: 'b/' }]), { stdin: SSH });
    assert.equal(stderr, '');
  });

  it('is told with a baseline and with fixes, which know all as well', async () => {
    const files = tree([{ path: 'b/' }]);
    await daemonlint(['baseline', '--output', 'known.json'], files);
    assert.deepEqual(notes((await daemonlint(['check', '--baseline', 'known.json'], files)).stderr), [`2:1: ${GONE}`]);
    assert.deepEqual(notes((await daemonlint(['check', '--fix'], files)).stderr), [`2:1: ${GONE}`]);
  });

  it('is not told of what changed, which is a part of all', async () => {
    const repository = Repository.begin();
    repository.commit({ '.daemonlint.json': config([{ path: 'b/' }]), 'b/etc/inetd.conf': SSH });
    repository.write({ 'b/etc/inetd.conf': SSH + TELNET });
    assert.equal((await repository.daemonlint(['check', '--changed-since', 'HEAD'])).stderr, '');
  });

  it('is told of the file that --config names', async () => {
    const files = { ...tree([]), '/h/ci/strict.json': config([{ path: 'b/' }, { path: 'a/' }]) };
    const { stderr } = await daemonlint(['check', '--config', 'ci/strict.json'], files);
    assert.equal(stderr, `daemonlint: ci/strict.json:2:1: ${GONE}\n`);
  });
});
