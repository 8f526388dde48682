// `--changed-since` and `--changed-in`: what a change is answerable for, and nothing else.
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { FINGER, SSH, TELNET } from './memory-io.js';
import { Repository, told } from './repository.js';

const CONF = 'etc/inetd.conf';

describe('a change', function () {
  this.timeout(60_000);
  let repository: Repository;
  beforeEach(() => {
    repository = Repository.begin();
  });

  /** What is told, by git and by the diff that git prints, which must be the same. */
  async function since(ref: string, folder = '', ...args: string[]) {
    const outcome = await repository.daemonlint(['check', '--changed-since', ref, ...args], {}, folder);
    repository.git('add', '-AN');
    const diff = repository.git('diff', `${ref}...`.replace('...', ''), '--');
    const read = await repository.daemonlint(['check', '--changed-in', '-', ...args], { stdin: diff }, folder);
    assert.deepEqual([told(read.stdout), read.status], [told(outcome.stdout), outcome.status], read.stderr);
    return { ...outcome, told: told(outcome.stdout) };
  }

  it('is answerable for its own lines', async () => {
    repository.commit({ [CONF]: FINGER + SSH, 'etc/cron.d/old': '61 * * * * root x\n' });
    repository.write({ [CONF]: `# more\n${FINGER}${SSH}${TELNET}` });
    const { told: findings, status, stderr } = await since('HEAD');
    assert.deepEqual([findings, status, stderr], [[`${CONF}:4 cleartext-login`], 1, '']);
  });

  it('is answerable for nothing when it is harmless, whatever was there before', async () => {
    repository.commit({ [CONF]: FINGER });
    repository.write({ [CONF]: `# by ann\n${FINGER}` });
    const { told: findings, status, stdout } = await since('HEAD');
    assert.deepEqual([findings, status], [[], 0]);
    assert.match(stdout, /^no findings in 1 file/);
  });

  it('is not answerable for lines that only moved, or stand in other columns, but for one that there is more of', async () => {
    repository.commit({ [CONF]: TELNET + SSH + FINGER });
    repository.write({ [CONF]: FINGER.replaceAll('\t', '   ') + SSH + TELNET });
    assert.deepEqual((await since('HEAD')).told, []);
    repository.write({ [CONF]: FINGER + TELNET + SSH + TELNET });
    assert.deepEqual((await since('HEAD')).told, [`${CONF}:4 cleartext-login`, `${CONF}:4 inetd/duplicate-service`]);
  });

  it('is answerable for what it makes of lines that it leaves alone', async () => {
    repository.commit({ 'etc/cron.d/job': 'SHELL=/bin/bash\n@daily root [[ -e /x ]] && /bin/x\n@hourly root /bin/y\n' });
    repository.write({ 'etc/cron.d/job': '@daily root [[ -e /x ]] && /bin/x\n@hourly root /bin/y' });
    const { told: findings } = await since('HEAD');
    assert.deepEqual(findings, ['etc/cron.d/job:1 crontab/bashism', 'etc/cron.d/job:2 crontab/missing-newline']);
  });

  it('is answerable for other files of the host, too', async () => {
    repository.commit({ [CONF]: SSH, 'etc/rc3.d.txt': 'S50inet -> ../init.d/inet\n' });
    assert.deepEqual((await since('HEAD')).told, []);
    repository.write({ [CONF]: `#${SSH}` });
    assert.deepEqual((await since('HEAD')).told, ['etc/rc3.d.txt:1 super-server']);
    rmSync(repository.at(CONF));
    assert.deepEqual((await since('HEAD')).told, ['etc/rc3.d.txt:1 super-server']);
  });

  it('keeps hosts side by side apart, before the change as after it', async () => {
    const ON = 'S50inet -> ../init.d/inet\n';
    repository.commit({
      'web/inetd.conf': SSH,
      'web/rc3.d.txt': ON,
      'db/inetd.conf': `#${SSH}`,
      'mail/rc3.d.txt': ON,
      'mail/inetd.conf': SSH,
    });
    assert.deepEqual((await since('HEAD')).told, []);
    repository.write({ 'web/inetd.conf': `#${SSH}` });
    assert.deepEqual((await since('HEAD')).told, ['web/rc3.d.txt:1 super-server']);
    rmSync(repository.at('mail/inetd.conf'));
    assert.deepEqual((await since('HEAD')).told, ['mail/rc3.d.txt:1 super-server', 'web/rc3.d.txt:1 super-server']);
  });

  it('follows a file that was renamed, and looks at it all again where its new name means something else', async () => {
    repository.commit({ 'etc/cron.d/jobs': '@daily root /bin/x\n61 * * * * root x\n5 4 * * * root /bin/y\n' });
    mkdirSync(repository.at('box/etc/cron.d'), { recursive: true });
    repository.git('mv', 'etc/cron.d/jobs', 'box/etc/cron.d/jobs');
    assert.deepEqual((await since('HEAD')).told, []);
    repository.git('mv', 'box/etc/cron.d/jobs', 'box/etc/cron.d/jo+bs');
    assert.deepEqual((await since('HEAD')).told, ['box/etc/cron.d/jo+bs:1 crontab/file-name']);
  });

  it('tells of files that git does not hold yet, but not of those that it ignores', async () => {
    repository.commit({ '.gitignore': 'etc/cron.d/mine\n' });
    repository.write({ [CONF]: FINGER, 'etc/cron.d/mine': '61 * * * * root x\n' });
    assert.deepEqual((await since('HEAD')).told, [`${CONF}:1 risky-daemon`]);
  });

  it('begins where the work parted from a branch', async () => {
    repository.commit({ [CONF]: FINGER }).git('checkout', '-q', '-b', 'work');
    repository.commit({ 'etc/cron.d/job': '61 * * * * root x\n' }).git('checkout', '-q', 'main');
    repository.commit({ [CONF]: SSH }).git('checkout', '-q', 'work');
    const { stdout } = await repository.daemonlint(['check', '--changed-since', 'main']);
    assert.deepEqual(told(stdout), ['etc/cron.d/job:1 crontab/syntax']);
  });

  it('is seen from a subfolder', async () => {
    repository.commit({ 'box/etc/inetd.conf': SSH, 'other/etc/inetd.conf': SSH });
    repository.write({ 'box/etc/inetd.conf': SSH + FINGER, 'other/etc/inetd.conf': FINGER });
    assert.deepEqual((await since('HEAD', 'box')).told, ['etc/inetd.conf:2 risky-daemon']);
  });

  it('of links in a directory is told by link', async () => {
    repository.commit({ 'etc/rc3.d/README': 'x' });
    symlinkSync('../init.d/snmpd', repository.at('etc/rc3.d/S50snmpd'));
    repository.commit();
    symlinkSync('../init.d/innd', repository.at('etc/rc3.d/S60innd'));
    assert.deepEqual((await since('HEAD')).told, ['etc/rc3.d/S60innd:1 risky-daemon']);
    unlinkSync(repository.at('etc/rc3.d/S60innd'));
    renameSync(repository.at('etc/rc3.d/S50snmpd'), repository.at('etc/rc3.d/S51snmpd'));
    assert.deepEqual((await since('HEAD')).told, ['etc/rc3.d/S51snmpd:1 risky-daemon']);
  });

  it('of the mode alone is one', async () => {
    repository.commit({ 'etc/cron.daily/job': '#!/bin/sh\n' });
    chmodSync(repository.at('etc/cron.daily/job'), 0o755);
    repository.commit();
    chmodSync(repository.at('etc/cron.daily/job'), 0o644);
    assert.deepEqual((await since('HEAD')).told, ['etc/cron.daily/job:1 run-parts/not-executable']);
  });

  it('of text into bytes, or back, is of the whole file', async () => {
    repository.commit({ [CONF]: Buffer.from([0, 1, 2, 3, 0, 255]), 'etc/crontab': '61 * * * * root x\n' });
    repository.write({ [CONF]: FINGER, 'etc/crontab': Buffer.from([0, 1, 2, 3, 0, 255]) });
    const { told: findings, stderr, status } = await since('HEAD');
    assert.deepEqual([findings, stderr, status], [[`${CONF}:1 risky-daemon`], 'daemonlint: etc/crontab: is a binary file, not text\n', 2]);
  });

  it('is found whatever bytes the names have', async () => {
    const names = ['a b', ' lead', 'tail ', 'x"y', "x'y", 'tab\there', 'new\nline', 'back\\slash', 'caf\u00e9', 'voil\u00e0', '\\303\\251'];
    const odd = Buffer.from(repository.at('caf\u0000'));
    odd[odd.length - 1] = 0xe9;
    repository.commit({ README: '' });
    for (const name of names) repository.write({ [`${name}/etc/inetd.conf`]: FINGER });
    const folder = Buffer.concat([odd, Buffer.from('/etc')]);
    mkdirSync(folder, { recursive: true });
    writeFileSync(Buffer.concat([folder, Buffer.from('/inetd.conf')]), FINGER);
    const { stdout, stderr } = await repository.daemonlint(['check', '--changed-since', 'HEAD', '--format', 'json']);
    assert.deepEqual([JSON.parse(stdout).summary.findings, stderr], [names.length + 1, '']);
    repository.git('add', '-A');
    for (const quote of ['true', 'false']) {
      const diff = repository.git('-c', `core.quotePath=${quote}`, 'diff', '--cached');
      const bytes = await repository.daemonlint(['check', '--changed-in', 'p', '--format', 'json', '--baseline', 'none']);
      assert.equal(bytes.status, 2);
      const read = await repository.daemonlint(['check', '--changed-in', '-', '--format', 'json'], { stdin: diff });
      // The test reads git's output as UTF-8, so the name that is none is told by its octal digits alone.
      assert.equal(JSON.parse(read.stdout).summary.findings, names.length + (quote === 'true' ? 1 : 0), read.stderr);
    }
  });

  it('of CRLF files, and in a diff that has CRLF itself, is read', async () => {
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    repository.commit({ [CONF]: crlf(SSH + FINGER) });
    repository.write({ [CONF]: crlf(`${SSH}${FINGER}# x\n${TELNET}`) });
    const { told: findings } = await since('HEAD');
    assert.deepEqual(
      findings.filter((one) => !one.includes('carriage')),
      [`${CONF}:4 cleartext-login`],
    );
    repository.commit({ [CONF]: SSH + FINGER }).write({ [CONF]: `${SSH}${FINGER}# x\n${TELNET}` });
    const stdin = crlf(repository.git('diff'));
    const { stdout, stderr } = await repository.daemonlint(['check', '--changed-in', '-'], { stdin });
    assert.deepEqual([told(stdout), stderr], [[`${CONF}:4 cleartext-login`], '']);
    // Of a file that lost its last line feed, whose diff says so on a line of its own.
    repository.commit({ 'etc/cron.d/x': '@daily root /usr/bin/x\n' }).write({ 'etc/cron.d/x': '@daily root /usr/bin/x' });
    const cut = await repository.daemonlint(['check', '--changed-in', '-'], { stdin: crlf(repository.git('diff')) });
    assert.deepEqual([told(cut.stdout), cut.stderr], [['etc/cron.d/x:1 crontab/missing-newline'], '']);
  });

  it('is fixed alone', async () => {
    repository.commit({ [CONF]: FINGER + SSH }).write({ [CONF]: FINGER + SSH + TELNET });
    const { status, stdout } = await repository.daemonlint(['check', '--changed-since', 'HEAD', '--fix']);
    assert.match(stdout, /inetd\.conf:3:1: fixed: .*\n[^\n]*\nno findings in 1 file\n$/);
    assert.equal(status, 0);
    assert.equal(
      repository
        .git('diff')
        .match(/^\+.*telnetd$/gm)
        ?.join(),
      `+#${TELNET.trim()}`,
    );
  });

  describe('that cannot be told', () => {
    const refused = async (args: readonly string[], pattern: RegExp, setting = {}, folder = '') => {
      const { status, stdout, stderr } = await repository.daemonlint(['check', ...args], setting, folder);
      assert.match(stderr, pattern);
      assert.deepEqual([status, stdout], [2, '']);
    };

    it('is no change: a ref that does not exist', async () => {
      repository.commit({ [CONF]: FINGER });
      await refused(
        ['--changed-since', 'mian'],
        /^daemonlint: mian: git knows no such commit, branch or tag here; git branch --all [^\n]*\n$/,
      );
      await refused(['--changed-since', '--output=x'], /^daemonlint: --output=x: git knows no such commit/);
      await refused(['--changed-since', ''], /Name a commit, a branch or a tag/);
    });

    it('is no change: a shallow clone', async () => {
      repository.commit({ [CONF]: FINGER }).git('tag', 'base');
      repository.commit({ [CONF]: SSH }).commit({ [CONF]: TELNET });
      const clone = new Repository();
      clone.git('clone', '-q', '--depth', '1', pathToFileURL(repository.folder).href, 'c');
      const { status, stdout, stderr } = await clone.daemonlint(['check', '--changed-since', 'base'], {}, 'c');
      assert.match(
        stderr,
        /^daemonlint: base: git knows no such commit, branch or tag here; this clone is shallow: .*--unshallow.*fetch-depth: 0/,
      );
      assert.deepEqual([status, stdout], [2, '']);
      // The tag is fetched alone: it is there, and what lies between is not.
      clone.git('-C', 'c', 'fetch', '-q', '--depth', '1', 'origin', 'tag', 'base');
      const parted = await clone.daemonlint(['check', '--changed-since', 'base'], {}, 'c');
      assert.match(parted.stderr, /^daemonlint: base: where it parted from the work at hand cannot be told; this clone is shallow/);
      assert.equal(parted.status, 2);
    });

    it('is no change: histories that never met, a folder without a repository, one without files, no git', async () => {
      repository.commit({ [CONF]: FINGER }).git('checkout', '-q', '--orphan', 'other');
      repository.commit({ [CONF]: SSH });
      await refused(['--changed-since', 'main'], /no history in common; --changed-in takes any diff\n$/);
      await refused(['--changed-since', 'main'], /^daemonlint: main: no git repository holds the current folder/, { cwd: '/' });
      repository.git('clone', '-q', '--bare', '.', 'bare.git');
      await refused(['--changed-since', 'HEAD'], /lies in a bare repository/, {}, 'bare.git');
      await refused(['--changed-since', 'HEAD'], /^daemonlint: HEAD: git cannot be run: install it/, {
        git: async () => (await import('../../cli/src/node-io.js')).nodeIo().git([], '/nowhere/at/all'),
      });
    });

    it('is no change: what is no diff, or one of other files', async () => {
      repository.commit({ [CONF]: FINGER });
      await refused(
        ['--changed-in', '-'],
        /^daemonlint: the diff: is no unified diff, or was cut short: make one with git diff or diff -u\n$/,
        {
          stdin: 'hello\n',
        },
      );
      await refused(['--changed-in', '-'], /is JSON and no unified diff: GitHub answers with the diff itself/, {
        stdin: '[{"filename":"etc/inetd.conf","patch":"@@ -1 +1 @@"}]\n',
      });
      await refused(['--changed-in', '-'], /has hunks and does not name their files: put lines such as/, {
        stdin: '@@ -1 +1 @@\n-a\n+b\n',
      });
      await refused(['--changed-in', 'none.diff'], /^daemonlint: none\.diff: does not exist\n$/);
      const stdin = '--- a/other/crontab\n+++ b/other/crontab\n@@ -1 +1 @@\n-a\n+b\n';
      await refused(['--changed-in', '-'], /none of the files that it names is here/, { stdin });
    });

    it('is said where a diff does not lead to the file, and the lines that it names are told', async () => {
      repository.commit({ [CONF]: SSH + FINGER + TELNET });
      const stdin = `--- a/${CONF}\n+++ b/${CONF}\n@@ -1,2 +1,2 @@\n ${SSH}-old\n+new\n`;
      const { status, stdout, stderr } = await repository.daemonlint(['check', '--changed-in', '-'], { stdin });
      assert.match(stderr, /^daemonlint: etc\/inetd\.conf: is not what the diff leads to/);
      assert.deepEqual([status, told(stdout)], [2, [`${CONF}:2 risky-daemon`]]);
    });

    it('is said of files outside of the repository', async () => {
      repository.commit({ [CONF]: FINGER });
      const other = new Repository().write({ [CONF]: FINGER });
      const { status, stderr } = await repository.daemonlint(['check', '--changed-since', 'HEAD', other.folder]);
      assert.match(stderr, /inetd\.conf: lies outside of the repository/);
      assert.equal(status, 2);
    });

    it('is refused for standard input', async () => {
      await refused(['--changed-since', 'HEAD', '-'], /--changed-since goes with files/);
      await refused(['--changed-in', '-', '-'], /--changed-in goes with files/);
      await refused(['--changed-in', 'x', '--changed-since', 'y'], /cannot be used with/);
    });
  });

  it('that is empty is answerable for nothing', async () => {
    repository.commit({ [CONF]: FINGER });
    const { status, stdout } = await repository.daemonlint(['check', '--changed-in', '-'], { stdin: '' });
    assert.deepEqual([status, told(stdout)], [0, []]);
  });
});
