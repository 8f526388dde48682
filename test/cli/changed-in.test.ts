// `--changed-in`: diffs that others wrote.
import assert from 'node:assert/strict';
import { chmodSync } from 'node:fs';
import { FINGER, SSH, TELNET } from './memory-io.js';
import { Repository, told } from './repository.js';

const CONF = 'etc/inetd.conf';

describe('a diff from elsewhere', function () {
  this.timeout(60_000);
  let repository: Repository;
  beforeEach(() => {
    repository = Repository.begin();
  });

  it('is read from mails, of which several may change a file, in colours, and with other letters or none before the names', async () => {
    const path = 'etc/cron.daily/rotate';
    repository.commit({ [CONF]: SSH, [path]: '#!/bin/sh\n- x\n' });
    chmodSync(repository.at(path), 0o755);
    repository.git('add', '-A');
    repository.git('commit', '-q', '-m', 'base');
    repository.git('tag', 'base');
    repository.commit({ [CONF]: `${SSH}${FINGER}` });
    repository.commit({ [CONF]: `# more\n${SSH}${FINGER}\n` });
    chmodSync(repository.at(path), 0o644);
    repository.commit({ [CONF]: `# more\n${SSH}\n${FINGER.replace('nobody', 'root')}${TELNET}` });
    const expected = told((await repository.daemonlint(['check', '--changed-since', 'base'])).stdout);
    assert.deepEqual(expected.slice(0, 1), [`${path}:1 run-parts/not-executable`]);
    for (const line of [':4 ', ':5 '])
      assert.ok(
        expected.some((one) => one.startsWith(CONF + line)),
        expected.join(),
      );
    const diffs = [
      ['format-patch', '--stdout', 'base'],
      ['diff', '--color=always', 'base'],
      ['-c', 'diff.mnemonicPrefix=true', 'diff', 'base'],
      ['diff', '--no-prefix', 'base'],
    ];
    for (const args of diffs) {
      const { stdout, stderr } = await repository.daemonlint(['check', '--changed-in', '-'], { stdin: repository.git(...args) });
      assert.deepEqual([told(stdout), stderr], [expected, ''], args.join(' '));
    }
  });

  it('is refused where it was cut short, in a hunk or before one', async () => {
    repository.commit({ [CONF]: SSH, 'etc/crontab': '' });
    repository.commit({ [CONF]: `${SSH}${FINGER}`, 'etc/crontab': '@daily root x\n' });
    repository.write({ 'etc/cron.d/none': '' });
    repository.git('add', '-A');
    const diff = repository.git('diff', 'HEAD~');
    const review = (stdin: string) => repository.daemonlint(['check', '--changed-in', '-'], { stdin });
    assert.equal((await review(diff)).status, 1);
    // A shell takes the last line feed of what it puts in place of a command.
    assert.equal((await review(diff.trimEnd())).status, 1);
    const first = diff.indexOf('diff --git', 1);
    const cuts = ['\nindex', '\n---', '\n+++', '\n@@', '\n+finger'].map((mark) => diff.lastIndexOf(mark));
    for (const end of [first + 20, ...cuts.filter((at) => at > 0)]) {
      const { stdout, stderr, status } = await review(diff.slice(0, end + 1));
      assert.deepEqual([stdout, status], ['', 2], diff.slice(0, end + 1));
      assert.match(stderr, /^daemonlint: the diff: is no unified diff, or was cut short: make one with git diff or diff -u\n$/);
    }
  });

  it('in a diff without git is found by its paths', async () => {
    repository.write({ [`new/${CONF}`]: SSH + FINGER });
    for (const name of [
      `old/${CONF}\n+++ new/${CONF}`,
      `${CONF}.orig\n+++ ${CONF}\t2026-01-01 00:00:00`,
      `x\n+++ some/where/new/${CONF}`,
    ]) {
      const stdin = `--- ${name}\n@@ -1 +1,2 @@\n ${SSH}+${FINGER}`;
      const folder = name.includes('.orig') ? 'new' : '';
      const { stdout, stderr } = await repository.daemonlint(['check', '--changed-in', '-'], { stdin }, folder);
      assert.equal(told(stdout).length, 1, stderr);
    }
  });
});
