// What `daemonlint compare` takes, and the formats that people read.
import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';
import { DENIED, type Tree } from '../workspace/memory.js';
import { sides } from './compare-support.js';
import { daemonlint, FINGER, SSH, TELNET } from './memory-io.js';
import { Repository } from './repository.js';

async function text(before: Tree, after: Tree, format = 'text'): Promise<string> {
  const call = ['compare', 'a', 'b', '--from', '2026-01-01', '--zone', 'UTC', '--format', format, '-n', '2'];
  return (await daemonlint(call, sides(before, after))).stdout;
}

describe('the words of a comparison', function () {
  this.timeout(60_000);

  const BEFORE = { 'etc/inetd.conf': SSH, 'etc/cron.d/x': '30 2 * * * backup /usr/bin/backup\n' };
  const AFTER = { 'etc/inetd.conf': SSH + TELNET, 'etc/cron.d/x': '30 2 * * 1 root /usr/bin/backup\n' };

  it('are text', async () => {
    const said = await text(BEFORE, AFTER);
    assert.match(said, /^Services newly on\n {2}\+ telnet {2}etc\/inetd\.conf:2\n/);
    assert.match(
      said,
      /runs {5}At 02:30 every day\n +→ At 02:30 on Mondays\n +next {5}Thu 2026-01-01 02:30, Fri 2026-01-02 02:30\n +→ Mon 2026-01-05 02:30, /,
    );
    assert.match(said, /runs as {2}backup\n +→ root \(!\)\n/);
    assert.match(said, /\na to b: 1 service newly on \(telnet\), 1 job run otherwise, \d+ new findings?\n$/);
    assert.equal(await text(BEFORE, BEFORE), 'a to b: nothing changed that starts a program\n');
  });

  it('begin with the hosts that deserve a second look, and there with what costs lines or whole files', async () => {
    const said = await text(
      { 'db/etc/inetd.conf': FINGER + SSH, 'web/etc/inetd.conf': FINGER, 'web/etc/cron.d/x': '30 2 * * * ann /bin/x\n' },
      { 'db/etc/inetd.conf': SSH, 'web/etc/inetd.conf': SSH, 'web/etc/cron.d/x': '30 3 * * * ann /bin/x\n0 4 1 * 1 ann /bin/y' },
    );
    const heads = said.match(/^[A-Za-z].*$/gm) ?? [];
    assert.deepEqual(heads.slice(0, 8), [
      'web',
      'New errors',
      'Services newly on',
      'Services off now',
      'Jobs newly run',
      'Jobs run otherwise',
      'Other new findings',
      'Findings that are gone',
    ]);
    assert.match(said, /^web\nNew errors\n {2}\+ crontab\/missing-newline {2}web\/etc\/cron\.d\/x:2\n/);
    assert.match(
      said,
      /1 service newly on \(sshd\), 2 services off now \(finger on 2 hosts\), 1 job newly run, 1 job run otherwise, \d new findings \(1 error\)\n$/,
    );
  });

  it('tell once what is the same on many hosts, and of each that differs by itself', async () => {
    const fleet = (jobs: string): Tree =>
      Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`hosts/h${index + 10}/etc/cron.d/x`, jobs]));
    const [before, after] = [fleet('30 2 * * * ann /bin/x\n'), fleet('30 3 * * * ann /bin/x\n')];
    const told = [
      { ...before, 'hosts/h20/etc/inetd.conf': SSH },
      { ...after, 'hosts/h20/etc/inetd.conf': SSH + TELNET, 'hosts/h30/etc/cron.d/x': '30 4 * * * ann /bin/x\n' },
    ] as const;
    const said = await text(...told);
    assert.deepEqual(said.match(/^hosts\/h\d+$/gm), ['hosts/h20', 'hosts/h10', 'hosts/h30']);
    assert.equal(said.match(/^The same in .*$/gm)?.length, 1);
    assert.match(said, /^hosts\/h10\nThe same in hosts\/h11, hosts\/h12, .*, hosts\/h31, hosts\/h32 and 7 more\nJobs run otherwise\n/m);
    assert.match(said, /30 jobs run otherwise, 1 new finding\n$/);
    const markdown = await text(...told, 'markdown');
    assert.match(markdown, /^#### `hosts\/h10`\n\nThe same in `hosts\/h11`, .* and 7 more\n\n\*\*Jobs run otherwise/m);
    assert.match(await text(...told, 'html'), /<p>The same in <code>hosts\/h11<\/code>, /);
  });

  it('name places of one of several hosts as the findings do, and links by their names', async () => {
    const repository = Repository.begin();
    repository.commit({ 'web/etc/inetd.conf': SSH, 'db/etc/inetd.conf': SSH });
    repository.write({ 'web/etc/inetd.conf': SSH + TELNET, 'web/etc/rc3.d/README': '', 'db/etc/inetd.conf': FINGER });
    symlinkSync('../init.d/snmpd', repository.at('web/etc/rc3.d/S50snmpd'));
    const { stdout } = await repository.daemonlint(['compare', 'HEAD', '.']);
    assert.match(stdout, /\n {2}\+ telnet {2}web\/etc\/inetd\.conf:2\n {6}telnet is offered to the network\./);
    assert.match(stdout, /\n {2}\+ snmpd {2}web\/etc\/rc3\.d\/S50snmpd\n {6}snmpd is on\./);
    // The runlevel of a folder of links is no variable.
    assert.ok(!stdout.includes('Variables'), stdout);
  });

  it('are Markdown in which nothing of a file means anything', async () => {
    const evil = '@daily root echo `x` **b** | <img src=x onerror=alert(1)> @maintainer [l](http://h) ``` \\\n';
    const said = await text({ 'etc/cron.d/x': '' }, { 'etc/cron.d/x': evil, 'etc/cron.d/y<b>': evil }, 'markdown');
    assert.match(said, /^### a to b: 2 jobs newly run/);
    const html = new MarkdownIt({ html: true, linkify: true }).render(said);
    assert.ok(!/<(?:img|a |b>)/.test(html), html);
    const outside = html.replace(/<code>[\s\S]*?<\/code>/g, '');
    assert.ok(!/@\w/.test(outside), outside);
    assert.ok(html.includes('<code>echo `x` **b** | &lt;img src=x onerror=alert(1)&gt; @maintainer [l](http://h) ``` \\</code>'));
  });

  it('warn of what gains root', async () => {
    const said = await text(BEFORE, AFTER, 'markdown');
    assert.match(
      said,
      /⚠️ `\/usr\/bin\/backup`, `etc\/cron\.d\/x:1`\n {2}- runs: At 02:30 every day → At 02:30 on Mondays\n {2}- next: [^\n]+\n {2}- runs as: `backup` → \*\*`root`\*\*\n/,
    );
    const script = { 'etc/cron.daily/old': { text: '#!/bin/sh\nx\n', mode: 0o755 } };
    const scripts = await text(script, {
      'etc/cron.daily/old': { text: '#!/bin/sh\ny\n', mode: 0o755 },
      'etc/cron.hourly/new': { text: '#!/bin/sh\n', mode: 0o755 },
    });
    assert.match(scripts, /\n {2}~ etc\/cron\.daily\/old\n {6}Its text is another one; root runs it\.\n/);
    assert.match(scripts, /\n {2}\+ etc\/cron\.hourly\/new\n {6}runs {5}hourly\n {6}runs as {2}root \(!\)\n/);
  });

  it('fit into a comment', async () => {
    const many = Array.from({ length: 2000 }, (_, at) => `${at % 60} 1 * * * root /usr/local/bin/job-${at}\n`).join('');
    const said = await text({}, { 'etc/cron.d/x': many }, 'markdown');
    assert.ok(said.length < 65_536);
    assert.match(said, /\n… and more: .*\n$/);
  });

  it('are a page that loads nothing and runs nothing', async () => {
    const said = await text(BEFORE, { ...AFTER, 'etc/cron.d/y': '@daily root echo </td><script>x</script>\n' }, 'html');
    assert.match(said, /^<!DOCTYPE html>[\s\S]*default-src 'none'[\s\S]*<\/html>\n$/);
    assert.ok(!said.includes('<script'));
    assert.ok(said.includes('<strong>root</strong>'));
  });
});

describe('the sides of a comparison', function () {
  this.timeout(60_000);
  let repository: Repository;
  beforeEach(() => {
    repository = Repository.begin();
  });
  const headline = async (args: readonly string[], folder = '') => {
    const { status, stdout, stderr } = await repository.daemonlint(['compare', ...args], {}, folder);
    assert.deepEqual([status, stderr], [0, '']);
    return stdout.trimEnd().split('\n').at(-1);
  };

  it('are a branch and the work at hand, two commits, a tag', async () => {
    repository.commit({ 'etc/inetd.conf': SSH }).git('tag', 'v1');
    repository.commit({ 'etc/inetd.conf': SSH + TELNET });
    repository.write({ 'etc/inetd.conf': SSH + FINGER });
    assert.match((await headline(['main'])) ?? '', /: 1 service newly on \(finger\), 1 service off now \(telnet\)/);
    assert.match((await headline(['v1', 'HEAD'])) ?? '', /^v1 to HEAD: 1 service newly on \(telnet\)/);
    assert.match((await headline(['HEAD', 'v1'])) ?? '', /1 service off now \(telnet\)$/);
    assert.match((await headline(['HEAD', 'HEAD'])) ?? '', /nothing changed that starts a program$/);
  });

  it('are seen from a subfolder, with links, settings and names of all sorts', async () => {
    repository.commit({
      'box/.daemonlint.json': '{"exclude": ["old"]}',
      'box/old/etc/inetd.conf': TELNET,
      'other/etc/inetd.conf': TELNET,
      'box/etc/x': '',
    });
    repository.git('tag', 'v1');
    repository.write({
      'box/old/etc/inetd.conf': FINGER,
      'other/etc/inetd.conf': FINGER,
      'box/etc/cron.d/caf\u00e9 x"y': '@daily root /bin/x\n',
      'box/etc/rc3.d/README': '',
    });
    symlinkSync('../init.d/snmpd', repository.at('box/etc/rc3.d/S50snmpd'));
    repository.commit();
    for (const args of [['v1', 'HEAD'], ['v1']])
      assert.match((await headline(args, 'box')) ?? '', /: 1 service newly on \(snmpd\), 1 job newly run/);
    assert.match((await headline(['HEAD~1', 'HEAD'], 'box/etc/rc3.d')) ?? '', /1 service newly on \(snmpd\)/);
  });

  it('are two files, whatever they are called', async () => {
    repository.write({
      'old.txt': 'snmpd 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n',
      'new.txt': 'snmpd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n',
    });
    assert.match((await headline(['old.txt', 'new.txt'])) ?? '', /^old\.txt to new\.txt: 1 service newly on \(snmpd\)/);
    const { stdout } = await repository.daemonlint(['compare', 'new.txt', 'old.txt']);
    assert.match(stdout, /^Findings that are gone\n {2}- risky-daemon {2}new\.txt:1$/m, 'where it was, not where it would be');
  });

  it('read a bare repository and a shallow clone as far as they go', async () => {
    repository.commit({ 'etc/inetd.conf': SSH }).commit({ 'etc/inetd.conf': SSH + TELNET });
    const other = new Repository();
    other.git('clone', '-q', '--depth', '1', pathToFileURL(repository.folder).href, 'c');
    const { status, stderr } = await other.daemonlint(['compare', 'HEAD~1', 'HEAD'], {}, 'c');
    assert.match(stderr, /^daemonlint: HEAD~1: is no folder or file here, and git knows no such commit.*shallow.*fetch-depth: 0/);
    assert.equal(status, 2);
    other.git('clone', '-q', '--bare', repository.folder, 'b.git');
    const bare = await other.daemonlint(['compare', 'HEAD~1', 'HEAD'], {}, 'b.git');
    assert.equal(bare.stderr, '');
    assert.match(bare.stdout, /1 service newly on \(telnet\)/);
    assert.equal(bare.status, 0);
  });

  it('are two by a range, as of git: one that went on does not seem to be taken back', async () => {
    repository.commit({ 'etc/inetd.conf': SSH }).git('checkout', '-q', '-b', 'work');
    repository.commit({ 'etc/crontab': '@daily root /usr/bin/x\n' }).git('checkout', '-q', 'main');
    repository.commit({ 'etc/inetd.conf': SSH + FINGER }).git('checkout', '-q', 'work');
    const last = async (...args: string[]) => (await repository.daemonlint(['compare', ...args])).stdout.trimEnd().split('\n').at(-1);
    assert.match((await last('main')) ?? '', /1 service off now \(finger\)/);
    assert.match((await last('main..work')) ?? '', /^main to work: 1 service off now \(finger\), 1 job new/);
    assert.match((await last('main...work')) ?? '', /^main \(where they parted\) to work: 1 job new/);
    repository.write({ 'etc/inetd.conf': SSH + TELNET });
    assert.match((await last('main...')) ?? '', /^main \(where they parted\) to [^:]*: 1 service newly on \(telnet\), 1 job new/);
    for (const [args, message] of [
      [['compare', 'main...no'], /^daemonlint: main\.\.\.no: git knows no such commit/],
      [
        ['compare', 'main..work', 'main'],
        /^daemonlint: main\.\.work: is no folder or file here, and names a range of commits, where one is asked for: main is/,
      ],
      [
        ['check', '--changed-since', 'main...work'],
        /^daemonlint: main\.\.\.work: names a range of commits, where one is asked for: main is where/,
      ],
    ] as const) {
      const { status, stderr } = await repository.daemonlint(args);
      assert.match(stderr, message);
      assert.equal(status, 2);
    }
  });

  it('have no files but those of the repository: none that it ignores, of a submodule, or that a sparse checkout leaves out', async () => {
    const other = Repository.begin();
    other.commit({ 'etc/inetd.conf': TELNET });
    repository.commit({ 'web/etc/inetd.conf': SSH, 'db/etc/inetd.conf': FINGER, '.gitignore': 'build/\n' });
    repository.git('submodule', '--quiet', 'add', other.folder, 'sub');
    repository.git('clone', '-q', other.folder, 'nested');
    repository.write({ 'build/etc/inetd.conf': TELNET, 'new/etc/inetd.conf': FINGER });
    repository.git('sparse-checkout', 'set', 'web', 'new');
    const headline = async (...args: string[]) => (await repository.daemonlint(['compare', ...args])).stdout.trimEnd().split('\n').at(-1);
    assert.match((await headline('HEAD')) ?? '', /: 1 service newly on \(finger\), 1 new finding$/);
    assert.match((await headline('.', 'HEAD')) ?? '', /: 1 service off now \(finger\)$/);
    // A file that the branch deleted where nothing is checked out is left out like its neighbours.
    repository.git('sparse-checkout', 'disable');
    repository.write({ 'db/etc/crontab': '@daily root /bin/x\n', 'web/etc/crontab': '@daily root /bin/y\n' });
    repository.git('add', 'db', 'web');
    repository.git('commit', '-qm', 'jobs');
    repository.git('rm', '-q', 'db/etc/inetd.conf', 'web/etc/crontab');
    repository.git('commit', '-qm', 'gone');
    repository.git('sparse-checkout', 'set', 'web', 'new');
    assert.match((await headline('HEAD~1')) ?? '', /: 1 service newly on \(finger\), 1 job run no more, 1 new finding$/);
    // Asked for by name it is read.
    assert.match((await headline('HEAD', 'build')) ?? '', /newly on \(telnet\)/);
  });

  it('are told when they are nothing, and what cannot be read does not hide the rest', async () => {
    const none = await repository.daemonlint(['compare', 'no-such', '.']);
    assert.match(none.stderr, /^daemonlint: no-such: is no folder or file here, and git knows no such commit/);
    assert.deepEqual([none.status, none.stdout], [2, '']);
    const outside = await repository.daemonlint(['compare', 'no-such', '.'], { cwd: '/' });
    assert.match(outside.stderr, /and no git repository holds the current folder/);
    const half = await daemonlint(
      ['compare', 'a', 'b'],
      sides({ 'etc/inetd.conf': SSH }, { 'etc/inetd.conf': TELNET, 'etc/crontab': DENIED }),
    );
    assert.match(half.stderr, /^daemonlint: b: etc\/crontab: permission denied\n$/);
    assert.match(half.stdout, /1 service newly on \(telnet\)/);
    assert.equal(half.status, 2);
    const empty = await daemonlint(['compare', 'a', 'b'], { '/h/a/x': '', '/h/b/x': '' });
    assert.match(empty.stderr, /neither side has a file/);
    for (const args of [
      ['-', 'b'],
      ['a', 'b', '--from', 'soon'],
      ['a', 'b', '--zone', 'Berlin'],
    ])
      assert.equal((await daemonlint(['compare', ...args])).status, 2);
  });

  it('end with 1 when that is asked for', async () => {
    const tree = sides({ 'etc/inetd.conf': SSH }, { 'etc/inetd.conf': TELNET });
    assert.equal((await daemonlint(['compare', '--exit-code', 'a', 'b'], tree)).status, 1);
    assert.equal((await daemonlint(['compare', '--exit-code', 'a', 'a'], tree)).status, 0);
  });
});
