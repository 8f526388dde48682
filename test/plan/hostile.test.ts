// Names and lines that would like to be run: in scripts they are words, and nothing but what the plan names is touched.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { comment, quoted } from '../../core/src/features/plan/quote.js';
import { describeWhere } from '../where.js';
import * as hosts from './hosts/index.js';
import {
  changesOf,
  hasShellcheck,
  runScript,
  type Scratch,
  scratch,
  scriptsFor,
  shells,
  stateOf,
  type Tree,
  thereAndBack,
  write,
} from './scratch.js';

/** What a shell, printf, awk, grep, a terminal or an editor might obey. */
const EVIL = [
  '$(touch pwned)',
  '`touch pwned`',
  '; touch pwned #',
  "' ; touch pwned ; '",
  '" ; touch pwned ; "',
  '\\" \\\\ \\n \\101 %s %d %n &&',
  '-e --help -n',
  '* ? [a-z] ~ {a,b} !!',
  '\x1b[2J\x07\x7f\x01',
  '\u202egnp.\u2066 \u200b\ufeff',
  'caf\u00e9 \u{1f480}',
] as const;

/** Entries of a crontab that run something besides the daemon. */
const DOES_MORE = /^@reboot root \S+ (?:[$`;])/;

const NAME = '-x $(touch pwned) "q" \'s\' \\ `t`\nnext line\n';

const hostile: Tree = {
  ...hosts.redhat.tree,
  'etc/crontab': EVIL.map((evil) => `@reboot root /usr/sbin/snmpd ${evil.replaceAll('%', '\\%')}\n`).join(''),
  'etc/inetd.conf': EVIL.map((evil) => `finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd ${evil}\r\n`).join(''),
  "etc/cron.d/it's $(touch pwned)": '@reboot root /usr/sbin/snmpd\n',
  'etc/cron.d/-n': '@reboot root /usr/sbin/snmpd\n',
  'etc/cron.d/two\nlines': '@reboot root /usr/sbin/snmpd\n',
  'etc/rc.d/rc3.d/S50snmpd $(touch pwned)': { link: '../init.d/snmpd' },
  'etc/rc.d/rc3.d/S99`touch pwned`': { link: '../init.d/$(touch pwned)\n-> x ' },
  'etc/rc.d/rc3.d/K01new\nline': { link: '-n' },
};

describe('plans of hostile hosts', function () {
  this.timeout(60_000);

  /** All that lies beside the root but what the test itself puts there. */
  const besides = ({ root }: Scratch) =>
    Object.fromEntries(
      Object.entries(stateOf(path.dirname(root))).filter(
        ([name]) => !name.startsWith(path.basename(root)) && !/^beside\/(?:calls|script\.sh|tools)/.test(name),
      ),
    );

  for (const [shell, words] of Object.entries(shells))
    it(`touch nothing else, by ${shell}`, async () => {
      const host = scratch(hostile, hosts.redhat.standIns, NAME);
      const before = besides(host);
      const { changes, calls } = await thereAndBack(host, words);
      assert.deepEqual(besides(host), before);
      const lines = changes.filter((change) => /^etc\/(?:crontab|cron\.d|inetd)/.test(change));
      assert.equal(lines.length, 5);
      // Each line of theirs has a mark before it now and is the same otherwise, but for those that do other work too.
      for (const change of lines) {
        const [, was = '', is = ''] = /^.*?: (file \d+ .*) -> (file \d+ .*)$/s.exec(change) ?? [];
        const marked = was.replace(/(?<=^|\d )(?:@reboot|finger).*/gm, (line) => (DOES_MORE.test(line) ? line : `#${line}`));
        assert.equal(is.replace(/^16 \* \* \* \* root .*\n/m, ''), marked);
        assert.notEqual(is, was);
      }
      assert.ok(calls.includes('chkconfig snmpd off'));
      assert.ok(
        calls.every((call) => /^(?:chkconfig|service|kill) [\w -]+$/.test(call)),
        calls.join('\n'),
      );
    });

  it('go no further than the scratch host where links lead out of it', async () => {
    const { plan, undo } = await scriptsFor(scratch(hosts.redhat.tree, hosts.redhat.standIns).root);
    const host = scratch(hosts.redhat.tree, hosts.redhat.standIns);
    const outside = path.join(host.beside, 'outside');
    write(outside, { 'inetd.conf': hosts.INETD, 'cron/root': '0 4 * * * /usr/sbin/snmpd\n', 'bin/at': { text: 'at', mode: 0o4755 } });
    for (const [name, target] of [
      ['etc/inetd.conf', 'inetd.conf'],
      ['var/spool/cron', 'cron'],
      ['usr/bin', 'bin'],
    ] as const) {
      rmSync(path.join(host.root, name), { recursive: true });
      symlinkSync(path.join(outside, target), path.join(host.root, name));
    }
    const before = stateOf(outside);
    const first = stateOf(host.root);
    const { status, stdout } = runScript(host, plan, ['sh']);
    assert.equal(status, 3);
    for (const name of ['/etc/inetd.conf', '/var/spool/cron/root', '/usr/bin/at'])
      assert.ok(stdout.includes(`${name}: a link may lead out of ${host.root}; left alone\n`), stdout);
    assert.equal(runScript(host, undo, ['sh']).status, 0);
    assert.deepEqual(changesOf(before, stateOf(outside)), []);
    assert.deepEqual(changesOf(first, stateOf(host.root)), []);
  });

  it('keep nothing where a link leads out of the scratch host', async () => {
    const host = scratch(hosts.redhat.tree, hosts.redhat.standIns);
    const { plan } = await scriptsFor(host.root);
    const outside = path.join(host.beside, 'outside');
    mkdirSync(outside);
    rmSync(path.join(host.root, 'var/lib'), { recursive: true });
    symlinkSync(outside, path.join(host.root, 'var/lib'));
    const { status, stderr } = runScript(host, plan, ['sh']);
    assert.equal(status, 1);
    assert.match(stderr, /var\/lib is a link: nothing is kept there/);
    assert.deepEqual(stateOf(outside), {});
  });
});

describe('words of strangers in a script', () => {
  const text = fc
    .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constantFrom(...EVIL))
    .map((said) => said.replaceAll('\0', '').replace(/\n+$/, ''))
    .filter((said) => !/\p{Cs}/u.test(said));

  for (const [shell, [program = 'sh', ...words]] of Object.entries(shells))
    it(`are what they are, by ${shell}`, () => {
      fc.assert(
        fc.property(fc.array(text, { minLength: 20, maxLength: 60 }), (texts) => {
          const script = texts.map((said) => `printf '%s\\000' ${quoted(said)}\n`).join('');
          const { stdout } = spawnSync(program, [...words, '-c', `LC_ALL=C; export LC_ALL\n${script}`], { encoding: 'utf8' });
          assert.deepEqual(stdout.split('\0').slice(0, -1), texts);
        }),
        { numRuns: 20 },
      );
    });

  it('show all that is in them', () => {
    fc.assert(
      fc.property(text, (said) => {
        for (const written of [quoted(said), comment(said)]) assert.doesNotMatch(written, /[^\P{C}\n\t]|[\p{Zl}\p{Zp}]/u);
        assert.match(comment(said), /^(?:# .*\n)*$/);
      }),
    );
  });
});

describeWhere(hasShellcheck, 'There is no shellcheck here', 'shellcheck', function () {
  this.timeout(60_000);

  const trees = { ...hosts.families, hostile: { tree: hostile, standIns: {} } };
  for (const [name, { tree }] of Object.entries(trees))
    it(`has nothing to say of the scripts for ${name}`, async () => {
      const { plan, undo } = await scriptsFor(scratch(tree, {}).root);
      for (const input of [plan, undo]) {
        const { status, stdout } = spawnSync('shellcheck', ['--norc', '--shell=sh', '-'], { input, encoding: 'utf8' });
        assert.equal(status, 0, stdout);
      }
    });
});
