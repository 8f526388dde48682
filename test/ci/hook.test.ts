// The pre-commit hook: parsed, and called as pre-commit calls it; test/review has the real one call it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { root, workspace } from './support.js';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
  readonly require_serial?: boolean;
}

const program = path.join(root, 'dist', 'cli.js');

/** A pattern of Python with (?x), as JavaScript reads it. */
const patternOf = ({ files }: Hook): RegExp => new RegExp(files.replace('(?x)', '').replace(/\s+/g, ''));

describe('.pre-commit-hooks.yaml', function () {
  this.timeout(60_000);

  const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly Hook[];
  const [hook, fixing] = hooks;
  assert.ok(hook && fixing);

  it('names the program that the package brings', () => {
    const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: Record<string, string> };
    for (const { entry, language } of hooks) assert.deepEqual([language, bin[entry.split(' ')[0] ?? '']], ['node', './dist/cli.js']);
  });

  it('has all files in one call: what one says of another is said where both are looked at', () => {
    for (const each of hooks) assert.equal(each.require_serial, true, each.id);
  });

  it('asks for the files that a scan of a folder finds, and for no others', () => {
    const { stdout } = spawnSync(process.execPath, [program, 'check', '--format', 'json', 'samples'], { encoding: 'utf8' });
    const found = (JSON.parse(stdout) as { files: { path: string }[] }).files.map(({ path }) => path);
    assert.ok(found.length > 10);
    for (const file of found) assert.match(file, patternOf(hook));
    for (const file of [
      'etc/cron.daily/logrotate',
      'crontab',
      'a/b/anacrontab',
      'cron.d/x',
      'inetd.conf',
      'host/chkconfig.txt',
      'x.crontab',
    ])
      assert.match(file, patternOf(hook), file);
    for (const file of ['README.md', 'package.json', 'src/cron.ts', 'docs/crontab.md', 'etc/passwd', 'inetd.conf.1', 'crontabx'])
      assert.doesNotMatch(file, patternOf(hook), file);
  });

  it('is called with file names behind its entry, in batches, and fails by its exit code', () => {
    const space = workspace();
    const call = ({ entry }: Hook, files: readonly string[]) =>
      spawnSync(process.execPath, [program, ...entry.split(' ').slice(1), ...files], { cwd: space.folder, encoding: 'utf8' });
    const batches = [['etc/inetd.conf'], ['etc/cron.d/my backup']].map((files) => call(hook, files));
    assert.deepEqual(
      batches.map(({ status }) => status),
      [1, 0],
    );
    const fixed = call(fixing, ['etc/inetd.conf']);
    assert.match(fixed.stdout, /^etc\/inetd\.conf:3:1: fixed: /m);
    assert.match(space.git('diff', '--stat'), /etc\/inetd\.conf/);
  });
});
