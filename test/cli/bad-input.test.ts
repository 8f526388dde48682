// Bad input: a clear message or a plain result, never a stack trace, a hang or a lost byte.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commandNames } from '../../cli/src/command-names.js';
import { bytesAt, type Tree } from '../workspace/memory.js';
import { daemonlint, FINGER, SSH } from './memory-io.js';

const CONF = '/h/etc/inetd.conf';

/** Runs over one file, named and in a scan; checks what holds for all bad input. */
async function both(content: string | Uint8Array, ...args: string[]) {
  const named = await daemonlint(['check', 'etc/inetd.conf', ...args], { [CONF]: content });
  const scanned = await daemonlint(['check', ...args], { [CONF]: content });
  for (const { stderr, stdout } of [named, scanned]) {
    assert.doesNotMatch(stderr, /^\s+at |internal error/m);
    assert.doesNotMatch(stdout, /^\s+at /m);
  }
  return { named, scanned };
}

/** What of `after` is not `before` with what fixes may add to it: marks, the quotes of an empty value, a line end behind the last line. Marks may move, but none may go. */
function wrongly(before: string, after: string): string | undefined {
  const [old, fresh] = [before.replaceAll('#', ''), after.replaceAll('#', '')];
  if (after.length - fresh.length < before.length - old.length) return 'a mark is gone';
  let at = 0;
  for (let place = 0; place < fresh.length; ) {
    const ends = at === old.length && /^\r?\n$/.test(fresh.slice(place)) && !old.endsWith('\n');
    const isQuoted = fresh.startsWith('=""', place - 1) && old[at] !== '"';
    if (!ends && !isQuoted && fresh[place] !== old[at]) return fresh.slice(place);
    if (ends) return undefined;
    if (!isQuoted) at++;
    place += isQuoted ? 2 : 1;
  }
  return at === old.length ? undefined : `without ${old.slice(at)}`;
}

describe('bad input', () => {
  it('binary files: refused where they are named, and where a daemon reads what lies there', async () => {
    const { named, scanned } = await both(Buffer.from('\x7fELF\x02\x01\x01\0\0\0\0'));
    assert.deepEqual([named.status, named.stderr], [2, 'daemonlint: etc/inetd.conf: is an ELF program, not text\n']);
    assert.deepEqual([scanned.status, scanned.stderr], [2, 'daemonlint: etc/inetd.conf: is an ELF program, not text\n']);
    const nothing = new Uint8Array(300);
    const read = [
      'etc/cron.d/backup',
      'etc/crontab',
      'etc/inittab',
      'etc/rc.conf',
      'etc/xinetd.d/own',
      'var/spool/cron/crontabs/ann',
      'files/cron.d/backup',
    ];
    for (const path of read) {
      const { stdout, stderr, status } = await daemonlint(['check'], { [`/h/${path}`]: nothing, [CONF]: FINGER });
      assert.deepEqual([stderr, status], [`daemonlint: ${path}: is a binary file, not text\n`, 2]);
      assert.match(stdout, /^etc\/inetd\.conf:1:1: warning: finger/, 'the rest is told all the same');
    }
  });

  it('scripts: told where a daemon would read their lines, passed over elsewhere, and read where there are entries in them', async () => {
    const script = '#!/bin/sh\ncp /srv/a /srv/b\n';
    for (const path of ['etc/cron.d/backup', 'etc/xinetd.d/backup', 'var/spool/cron/crontabs/root'])
      for (const args of [
        ['check', '.'],
        ['check', path],
        ['check', '--ignore-unknown', path],
      ]) {
        const { stderr, status } = await daemonlint(args, { [`/h/${path}`]: script });
        assert.match(
          stderr,
          new RegExp(`^daemonlint: ${path}: is a script, and the daemon that reads this place .*: put it elsewhere`),
          path,
        );
        assert.equal(status, 2);
      }
    for (const path of ['etc/cron.d/backup.sh', 'docker/cron.d/backup', 'etc/cron.daily/backup']) {
      const { stderr } = await daemonlint(['check', '.'], { [`/h/${path}`]: script });
      assert.doesNotMatch(stderr, /is a script/, path);
    }
    const { stdout } = await daemonlint(['check', '.'], {
      '/h/etc/crontabs/root': '#!/bin/sh\n@reboot /usr/sbin/snmpd\n0 3 * * * /opt/a\n',
    });
    assert.match(stdout, /^etc\/crontabs\/root:2:9: .*\[risky-daemon\]$/m);
  });

  it('binary files: passed over in a scan where something else lies as often', async () => {
    const nothing = new Uint8Array(300);
    const tree = Object.fromEntries(
      [
        'usr/bin/crontab',
        'etc/cron.d/.placeholder',
        'etc/cron.daily/logrotate',
        'etc/cron.d/logo.png',
        'etc/.inetd.conf.swp',
        'src/crontab',
        'etc/alternatives/crontab',
      ].map((path) => [`/h/${path}`, nothing]),
    );
    const { stdout, stderr, status } = await daemonlint(['check'], { ...tree, [CONF]: SSH });
    assert.deepEqual([stdout, stderr, status], ['no findings in 1 file\n', '', 0]);
  });

  it('UTF-16: refused with the way to convert it', async () => {
    for (const { status, stderr } of Object.values(await both(Buffer.from(`\ufeff${FINGER}`, 'utf16le')))) {
      assert.match(stderr, /^daemonlint: etc\/inetd\.conf: is UTF-16 text.*iconv/m);
      assert.equal(status, 2);
    }
  });

  it('a BOM, a lone CR, a NUL: read as the daemons read them', async () => {
    for (const text of [
      `\ufeff${FINGER}`,
      FINGER.replaceAll('\n', '\r'),
      `\0${FINGER}`,
      FINGER.replace('tcp', 't\0cp'),
      '\r',
      '\0',
      '\ufeff',
    ])
      for (const { stdout } of Object.values(await both(`${text}${FINGER}`))) assert.match(stdout, / in 1 file\n$/);
  });

  it('invalid UTF-8: read, and fixed without a lost byte', async () => {
    const before = Buffer.from(`# \xff\xfe\xc3\x28 \xe9\n${FINGER}\xf0\x28\x8c`, 'latin1');
    const tree: Tree = { [CONF]: before };
    await daemonlint(['check', '--fix'], tree);
    assert.equal(bytesAt(tree, CONF), before.toString('latin1').replace('finger', '#finger'));
  });

  it('a line of a megabyte', async () => {
    const { named } = await both(`finger stream tcp nowait nobody /usr/sbin/in.fingerd ${'x'.repeat(1 << 20)}\n`);
    assert.match(named.stdout, /\[risky-daemon\]/);
    assert.ok(named.stdout.length < 4000);
  }).timeout(60_000);

  it('a file of ten megabytes', async () => {
    const line = `# ${'nothing to see here '.repeat(4)}\n`;
    const { stdout } = await daemonlint(['check', 'etc/inetd.conf'], { [CONF]: line.repeat(Math.ceil((10 << 20) / line.length)) + FINGER });
    assert.match(stdout, /1 finding \(1 warning\) in 1 file\n$/);
  }).timeout(60_000);

  it('loops of links, links that lead nowhere, names with blanks', async () => {
    const tree: Tree = {
      '/h/a dir/etc/inetd.conf': FINGER,
      '/h/a dir/etc/up': { link: '../..' },
      '/h/etc/crontab': { link: 'crontab' },
      '/h/etc/inetd.conf': { link: '/gone' },
    };
    const { status, stdout, stderr } = await daemonlint(['check'], tree);
    assert.match(stdout, /^a dir\/etc\/inetd\.conf:1:1: /);
    assert.deepEqual(stderr.trimEnd().split('\n'), [
      'daemonlint: etc/crontab: is a link that leads back to itself',
      'daemonlint: etc/inetd.conf: is a link that leads nowhere',
    ]);
    assert.equal(status, 2);
  });

  it('a path that vanishes between the scan and the reading', async () => {
    const tree: Tree = { [CONF]: FINGER, '/h/etc/crontab': '' };
    const { memoryFiles } = await import('../workspace/memory.js');
    const files = memoryFiles(tree);
    const stat = async (path: string) => {
      if (path === CONF) delete tree[CONF];
      return await files.stat(path);
    };
    const { status, stdout, stderr } = await daemonlint(['check'], tree, { files: { ...files, stat } });
    assert.equal(stderr, 'daemonlint: etc/inetd.conf: does not exist\n');
    assert.deepEqual([status, stdout], [2, 'no findings in 1 file\n']);
  });

  it('the judge of what is lost: it knows what fixes add, and every byte that goes', () => {
    for (const [before, after] of [
      ['X=\n #a\nb', 'X=""\n# a\n#b\n'],
      ['X=""\r\nb', 'X=""\r\nb\r\n'],
    ] as const)
      assert.equal(wrongly(before, after), undefined);
    for (const [before, after] of [
      ['X=""\n', 'X=\n'],
      ['X=\n', 'X=y\n'],
      ['# a\n', ' a\n'],
      ['a\n', 'a'],
      ['a\n', 'a\n\n'],
      ['a b\n', 'a""b\n'],
    ] as const)
      assert.notEqual(wrongly(before, after), undefined, before);
  });

  it('any bytes whatever, of any kind: the report comes, and what is fixed loses nothing', async () => {
    const names = ['/h/etc/inetd.conf', '/h/etc/crontab', '/h/rc3.d.txt', '/h/chkconfig.txt'];
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc
        .constantFrom(
          FINGER,
          '* * * * * root at now\n',
          'MAILTO=',
          '\n',
          'S50snmpd -> ../init.d/snmpd\n',
          'snmpd 3:on\n',
          '# daemonlint: ',
          '\r',
          '\t',
          '\\\n',
        )
        .map((text) => Buffer.from(text)),
    );
    const content = fc.array(piece, { maxLength: 8 }).map((pieces) => Buffer.concat(pieces));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), content, async (name, bytes) => {
        const tree: Tree = { [name]: bytes };
        const { stderr } = await daemonlint(['check', name, '--fix', '--format', 'json'], tree);
        assert.doesNotMatch(stderr, /internal error/);
        assert.equal(wrongly(bytes.toString('latin1'), bytesAt(tree, name)), undefined);
      }),
      { numRuns: 200 },
    );
  }).timeout(60_000);

  it('a command that is misspelled is taken for a path, and named', async () => {
    for (const [word, command] of [
      ['chekc', 'check'],
      ['comapre', 'compare'],
      ['basline', 'baseline'],
    ]) {
      const { stderr, status } = await daemonlint([word ?? ''], { [CONF]: FINGER });
      assert.deepEqual([stderr, status], [`daemonlint: ${word}: does not exist. Did you mean the command “${command}”?\n`, 2]);
    }
    for (const path of ['etc/chekc', 'zebra']) assert.equal((await daemonlint([path])).stderr, `daemonlint: ${path}: does not exist\n`);
    const { stdout } = await daemonlint(['--help']);
    const listed = [...(stdout.split('Commands:')[1]?.split('Examples:')[0] ?? '').matchAll(/^ {2}([a-z]+) /gm)].map(
      ([, name = '']) => name,
    );
    assert.deepEqual(listed.filter((name) => name !== 'help').sort(), [...commandNames].sort());
  });

  it('an unset variable is no commit', async () => {
    const { stderr, status } = await daemonlint(['check', '--changed-since', ''], { [CONF]: FINGER });
    assert.match(stderr, /'--changed-since <ref>' argument '' is invalid\. Name a commit, a branch or a tag\./);
    assert.equal(status, 2);
  });
});
