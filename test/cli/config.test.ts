// One configuration: what .daemonlint.json ignores, `--config`, and the first one that `init` writes.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { parse as parseJson } from 'jsonc-parser';
import { parseConfig } from '../../workspace/src/index.js';
import { bytesAt, DENIED, type Tree } from '../workspace/memory.js';
import { daemonlint, FINGER, SSH, TELNET } from './memory-io.js';
import { Repository } from './repository.js';

const LISTING = 'snmpd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\natd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n';

const told = ({ stdout }: { readonly stdout: string }): string[] =>
  [...stdout.matchAll(/^(\S+):\d+:\d+: \w+: .*\[(.*)\]$/gm)].map(([, path, rule]) => `${path} ${rule}`);

describe('ignore in .daemonlint.json', () => {
  it('silences what is meant in files that take no comments, and nothing else', async () => {
    const ignore = [
      { path: 'old/', reason: 'a museum' },
      { path: 'chkconfig.txt', rule: 'risky-daemon', subject: 'snmpd', reason: 'the lab' },
    ];
    const tree: Tree = { '/h/chkconfig.txt': LISTING, '/h/old/etc/inetd.conf': FINGER, '/h/etc/inetd.conf': FINGER };
    const before = told(await daemonlint(['check'], tree));
    const after = told(await daemonlint(['check'], { ...tree, '/h/.daemonlint.json': JSON.stringify({ ignore }) }));
    assert.equal(before.length, 4);
    assert.deepEqual(after, ['chkconfig.txt risky-daemon', 'etc/inetd.conf risky-daemon']);
  });

  it('is not fixed', async () => {
    const ignore = [{ path: 'etc/inetd.conf', subject: 'finger', reason: 'ours' }];
    const tree: Tree = { '/h/etc/inetd.conf': FINGER + SSH, '/h/.daemonlint.json': JSON.stringify({ ignore }) };
    await daemonlint(['check', '--fix'], tree);
    assert.equal(bytesAt(tree, '/h/etc/inetd.conf'), FINGER + SSH);
  });
});

describe('--config', () => {
  const tree: Tree = {
    '/h/.daemonlint.json': '{"severity": {"cleartext-login": "off"}}',
    '/h/ci/strict.json': '{"severity": {"cleartext-login": "error"}, "exclude": ["etc/"], "keep": ["finger"]}',
    '/h/etc/inetd.conf': TELNET,
    '/h/sub/inetd.conf': TELNET + FINGER,
  };

  it('counts instead of all others, with globs that begin in the current folder', async () => {
    const { stdout, status } = await daemonlint(['check', '--config', 'ci/strict.json'], tree);
    assert.match(stdout, /^sub\/inetd\.conf:1:1: error: .*\[cleartext-login\]$/m);
    assert.match(stdout, /1 finding \(1 error\) in 1 file\n$/);
    assert.equal(status, 1);
  });

  it('holds for baseline and compare as well, and there for commits', async () => {
    const { stdout } = await daemonlint(['baseline', '--config', 'ci/strict.json'], { ...tree });
    assert.match(stdout, /^1 finding in 1 file /);
    const repository = Repository.begin();
    repository.commit({ 'a/etc/inetd.conf': SSH, 'b/etc/inetd.conf': SSH });
    repository.commit({ 'a/etc/inetd.conf': TELNET, 'b/etc/inetd.conf': FINGER }).write({ 'ci.json': '{"exclude": ["a/"]}' });
    const { stdout: said } = await repository.daemonlint(['compare', '--config', 'ci.json', 'HEAD~1', 'HEAD']);
    assert.match(said, /newly on \(finger\)/);
    assert.ok(!said.includes('telnet'));
  });

  it('is missed where it is not there, and told where it is broken', async () => {
    const none = await daemonlint(['check', '--config', 'none.json'], tree);
    assert.match(none.stderr, /^daemonlint: none\.json: does not exist\n$/);
    assert.equal(none.status, 2);
    const broken = await daemonlint(['check', '--config', 'x.json'], { ...tree, '/h/x.json': '{"kep": 1}' });
    assert.match(broken.stderr, /^daemonlint: x\.json:1:2: there is no key “kep”\. Did you mean “keep”\?\n$/);
    assert.match(broken.stdout, /in 2 files\n$/);
    assert.equal(broken.status, 2);
  });
});

describe('daemonlint init', () => {
  const PATH = '/h/.daemonlint.json';

  it('writes a config that is right, names what is on and what looks like a crontab, and changes nothing', async () => {
    const tree: Tree = {
      '/h/etc/inetd.conf': TELNET + SSH,
      '/h/backup/jobs.tab': '0 3 * * * /usr/bin/backup --all\n5 4 * * 1 /usr/bin/report\n',
      '/h/README': 'Read me.\n',
      '/h/bin/tool': Buffer.from([0, 1, 2, 3]),
    };
    const before = await daemonlint(['check'], tree);
    const { status, stdout, stderr } = await daemonlint(['init'], tree, { zone: 'Europe/Berlin' });
    assert.deepEqual([status, stdout, stderr], [0, '.daemonlint.json written, from 1 file of 1 host\n', '']);
    const text = bytesAt(tree, PATH);
    assert.deepEqual(parseConfig(PATH, text).problems, []);
    assert.ok(new Ajv({ strict: false }).validate(JSON.parse(readFileSync('schemas/daemonlint.schema.json', 'utf8')), parseJson(text)));
    assert.match(text, /^ {4}\/\/ "telnet",$/m);
    assert.match(text, /^ {4}\/\/ "backup\/jobs\.tab": \{"kind":"crontab","form":"user"\},$/m);
    assert.match(text, /^ {2}\/\/ "zone": "Europe\/Berlin",$/m);
    assert.deepEqual(await daemonlint(['check'], tree), before);
    const woken = text.replace(/^( *)\/\/ (".*,)$/gm, '$1$2');
    assert.deepEqual(parseConfig(PATH, woken).problems, []);
    assert.deepEqual(parseConfig(PATH, woken).config.keep, ['telnet']);
  });

  it('leaves one that is there as it is, and says so', async () => {
    const tree: Tree = { [PATH]: '{}' };
    const { status, stderr } = await daemonlint(['init'], tree);
    assert.equal(stderr, 'daemonlint: .daemonlint.json: is there already, and was left as it is\n');
    assert.deepEqual([status, tree[PATH]], [2, '{}']);
  });

  it('works in a folder with nothing in it, and with files that cannot be read', async () => {
    const tree: Tree = { '/h/x': DENIED };
    assert.equal((await daemonlint(['init'], tree)).status, 0);
    assert.deepEqual(parseConfig(PATH, bytesAt(tree, PATH)).problems, []);
  });
});
