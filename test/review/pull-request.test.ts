// A pull request, from a real git history through everything that reviews it: the built program, the action, the hook.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runAction } from '../ci/action.js';
import { root } from '../ci/support.js';
import type { Repository } from '../cli/repository.js';
import { describeWhere } from '../where.js';
import { type Hooked, hasPreCommit, hooked } from './hook.js';
import { pullRequest } from './pull-request.js';

const program = path.join(root, 'dist', 'cli.js');

/** `path:line rule` of each finding in a report as text, in the order of the alphabet: of so many files that one command cannot name them a hook is called for several batches. */
const told = (text: string): string[] =>
  [...text.matchAll(/^(\S+):(\d+):\d+: (?:error|warning|info|hint): .* \[(.*)\]$/gm)]
    .map(([, file, line, rule]) => `${file}:${line} ${rule}`)
    .sort();

const OF_OLD = 'etc/inetd.conf:2 risky-daemon';
const BROUGHT = ['etc/cron.d/backup:4 crontab/missing-newline', 'etc/crontab:6 crontab/day-match', 'etc/inetd.conf:3 cleartext-login'];

describe('a pull request', function () {
  this.timeout(60_000);
  let repository: Repository;
  before(() => {
    repository = pullRequest();
  });

  const daemonlint = (...args: readonly string[]) =>
    spawnSync(process.execPath, [program, ...args], { cwd: repository.folder, encoding: 'utf8', env: { PATH: process.env.PATH } });

  it('is told what it brought, by `check --changed-since`', () => {
    const all = daemonlint('check', '.');
    assert.deepEqual([told(all.stdout), all.status], [[...BROUGHT, OF_OLD].sort(), 1]);
    const { stdout, stderr, status } = daemonlint('check', '--changed-since', 'main', '.');
    assert.deepEqual([told(stdout), stderr, status], [BROUGHT, '', 1]);
    assert.match(stdout, /^3 findings \(1 error, 1 warning, 1 info\) in 5 files$/m);
  });

  it('is told the same where git is not asked and a diff is given', () => {
    const diff = repository.git('diff', 'main...');
    const read = spawnSync(process.execPath, [program, 'check', '--changed-in', '-'], {
      cwd: repository.folder,
      input: diff,
      encoding: 'utf8',
    });
    assert.deepEqual([told(read.stdout), read.stderr, read.status], [BROUGHT, '', 1]);
  });

  const compare = (...args: readonly string[]) => {
    const { stdout, stderr, status } = daemonlint('compare', '--zone', 'UTC', '--from', '2026-03-02', '-n', '2', ...args, 'main', 'change');
    assert.deepEqual([stderr, status], ['', 0]);
    return stdout;
  };

  it('is told what it starts, stops and runs otherwise, by `compare`', () => {
    const sections = new Map(
      compare()
        .split('\n\n')
        .map((section) => [section.split('\n')[0], section] as const),
    );
    const sectionOf = (title: string) => sections.get(title) ?? assert.fail(`no “${title}” in ${[...sections.keys()].join()}`);
    assert.match(sectionOf('Services newly on'), /^ {2}\+ telnet {2}etc\/inetd\.conf:3$[\s\S]*^ {6}runs as {2}root \(!\)$/m);
    assert.deepEqual(sectionOf('Services off now').match(/^ {2}- .*$/gm), ['  - rsync  etc/xinetd.d/rsync:1', '  - snmpd  etc/inittab:5']);
    const jobs = sectionOf('Jobs run otherwise')
      .replace(/\n\s+→/g, ' →')
      .split('\n');
    assert.deepEqual(jobs.slice(1), [
      '  ~ /usr/local/sbin/rotate-prints  etc/crontab:6',
      '      runs  At 02:30 every day → At 02:30 on day 1 of the month and also on Mondays',
      '      next  Mon 2026-03-02 02:30, Tue 2026-03-03 02:30 → Mon 2026-03-02 02:30, Mon 2026-03-09 02:30',
      '  ~ /usr/local/bin/thumbnails /srv/gallery  etc/crontab:7',
      '      runs as  www-data → root (!)',
    ]);
    assert.match(sectionOf('New errors'), /crontab\/missing-newline {2}etc\/cron\.d\/backup:4/);
  });

  it('is told it in a comment, with root marked', () => {
    const comment = compare('--format', 'markdown');
    assert.match(comment, /^### main to change: 1 service newly on \(telnet\), 2 services off now \(rsync, snmpd\), 2 jobs/);
    assert.match(comment, /⚠️ `\/usr\/local\/bin\/thumbnails \/srv\/gallery`, `etc\/crontab:7`\n {2}- runs as: `www-data` → \*\*`root`\*\*/);
    assert.match(comment, /^- \*\*−\*\* `rsync`, `etc\/xinetd\.d\/rsync:1`$/m);
  });

  it('is annotated by the action, which fails', () => {
    const { status, stdout, outputs, summary } = runAction(repository.folder, { 'changed-since': 'auto' }, { GITHUB_BASE_REF: 'main' });
    const annotations = [...stdout.matchAll(/^::(\w+) file=([^,]+),line=(\d+),.*title=daemonlint%3A ([^:]+)::/gm)];
    assert.deepEqual(annotations.map(([, level, file, line, rule]) => `${level} ${file}:${line} ${rule}`).sort(), [
      'error etc/cron.d/backup:4 crontab/missing-newline',
      'notice etc/crontab:6 crontab/day-match',
      'warning etc/inetd.conf:3 cleartext-login',
    ]);
    assert.deepEqual([status, outputs], [1, { 'exit-code': '1', findings: '3', errors: '1', warnings: '1', sarif: '', comparison: '' }]);
    assert.match(summary, /^### daemonlint: 3 findings/);
    for (const file of ['etc/cron.d/backup', 'etc/crontab', 'etc/inetd.conf']) assert.ok(summary.includes(file), file);
  });

  it('passes once it is mended, with what was there of old left alone', () => {
    const mended = pullRequest();
    mended.commit({
      'etc/inetd.conf': readFileSync(mended.at('etc/inetd.conf'), 'utf8').replace('telnet  ', '#telnet '),
      'etc/cron.d/backup': `${readFileSync(mended.at('etc/cron.d/backup'), 'utf8')}\n`,
    });
    const { status, outputs } = runAction(mended.folder, { 'changed-since': 'auto' }, { GITHUB_BASE_REF: 'main' });
    assert.deepEqual([status, outputs.findings, outputs.errors, outputs.warnings], [0, '1', '0', '0']);
  });
});

describeWhere(hasPreCommit, 'There is no pre-commit here', 'a pull request, before pre-commit itself', function () {
  this.timeout(120_000);
  let hooks: Hooked;
  before(() => {
    hooks = hooked();
  });

  it('finds hooks that pre-commit itself takes', () => {
    const { stdout, stderr, status } = spawnSync('pre-commit', ['validate-manifest', path.join(root, '.pre-commit-hooks.yaml')], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout + stderr);
  });

  it('is reviewed where CI runs the hook from base to head', () => {
    const repository = pullRequest();
    repository.write({ '.pre-commit-config.yaml': hooks.config('daemonlint', ['--changed-since=main']) });
    const { status, stdout } = hooks.run(repository, 'pre-commit', 'run', '--from-ref', 'main', '--to-ref', 'change');
    assert.match(stdout, /^daemonlint\.+Failed$/m);
    assert.deepEqual([told(stdout), status], [BROUGHT, 1]);
  });

  it('is not committed before it is right', () => {
    const repository = pullRequest({ staged: true });
    repository.write({ '.pre-commit-config.yaml': hooks.config('daemonlint', ['--changed-since=HEAD']) }).git('add', '-A');
    assert.equal(hooks.run(repository, 'pre-commit', 'install').status, 0);
    const commit = () => hooks.run(repository, 'git', 'commit', '-m', 'What people do');
    const refused = commit();
    assert.deepEqual([told(refused.stderr), refused.status], [BROUGHT, 1]);
    assert.equal(repository.git('log', '--oneline', 'main..').trim(), '');
    repository.write({ 'etc/cron.d/backup': `${readFileSync(repository.at('etc/cron.d/backup'), 'utf8')}\n` });
    repository.git('checkout', 'main', '--', 'etc/inetd.conf');
    repository.git('add', '-A');
    const { status, stderr } = commit();
    assert.deepEqual([status, repository.git('log', '--format=%s', 'main..').trim()], [0, 'What people do'], stderr);
  });

  it('is mended by the hook that fixes, as far as that is safe', () => {
    const repository = pullRequest({ staged: true });
    repository.write({ '.pre-commit-config.yaml': hooks.config('daemonlint-fix', ['--changed-since=HEAD']) }).git('add', '-A');
    const { status, stdout } = hooks.run(repository, 'pre-commit', 'run');
    assert.match(stdout, /files were modified by this hook/);
    assert.equal(status, 1);
    assert.equal(repository.git('diff', '--stat', '--name-only').trim(), 'etc/cron.d/backup');
    assert.ok(readFileSync(repository.at('etc/cron.d/backup'), 'utf8').endsWith('prune-copies\n'));
  });
});
