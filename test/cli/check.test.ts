// `daemonlint check`: what it reads, what it says, and with which code it ends.
import assert from 'node:assert/strict';
import { kinds } from '../../core/src/index.js';
import { DENIED, memoryFiles } from '../workspace/memory.js';
import { daemonlint, FINGER, SSH, TELNET } from './memory-io.js';

const last = (text: string): string => text.trimEnd().split('\n').at(-1) ?? '';

describe('check', () => {
  it('tells an auditor as hints what unlikely crons make of a file, whatever the project says', async () => {
    const tree = { '/h/crontabs/ann': '@weekly /bin/true\n', '/h/.daemonlint.json': '{"audience": "regular"}' };
    assert.equal((await daemonlint(['check'], tree)).stdout.includes('portability'), false);
    const { status, stdout } = await daemonlint(['check', '--audience', 'auditor'], tree);
    assert.match(stdout, /hint.*systemd-cron.*\[crontab\/portability\]/s);
    assert.equal(status, 0);
    assert.match((await daemonlint(['check'], { ...tree, '/h/.daemonlint.json': '{"audience": "auditor"}' })).stdout, /portability/);
    const wrong = await daemonlint(['check', '--audience', 'nobody'], tree);
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /regular, auditor/);
  });

  it('shows each finding with its line and carets, and counts', async () => {
    const { status, stdout, stderr } = await daemonlint(['check', 'etc/inetd.conf'], { '/h/etc/inetd.conf': `# ours\n${FINGER}` });
    const lines = stdout.split('\n');
    assert.match(lines[0] ?? '', /^etc\/inetd\.conf:2:1: warning: .*finger.* \[risky-daemon\]$/);
    assert.equal(lines[1], '2 | finger stream tcp nowait nobody /usr/sbin/tcpd in.fingerd');
    assert.equal(lines[2], '  | ^^^^^^');
    assert.equal(last(stdout), '1 finding (1 warning) in 1 file');
    assert.deepEqual([status, stderr], [1, '']);
  });

  it('ends with 0 when nothing is found', async () => {
    const { status, stdout } = await daemonlint(['check', '/h/etc/inetd.conf'], { '/h/etc/inetd.conf': SSH });
    assert.deepEqual([status, stdout], [0, 'no findings in 1 file\n']);
  });

  it('is meant when no command is named', async () => {
    const tree = { '/h/etc/inetd.conf': FINGER };
    const expected = (await daemonlint(['check', 'etc'], tree)).stdout;
    assert.ok(expected.includes('risky-daemon'));
    assert.equal((await daemonlint(['etc'], tree)).stdout, expected);
  });

  it('reviews the current folder when no path is named, with plain paths', async () => {
    const tree = { '/h/etc/inetd.conf': FINGER, '/h/README': FINGER };
    for (const args of [['check'], ['check', '.'], ['check', './']]) {
      const { status, stdout } = await daemonlint(args, tree);
      assert.match(stdout, /^etc\/inetd\.conf:1:1: /);
      assert.equal(last(stdout), '1 finding (1 warning) in 1 file');
      assert.equal(status, 1);
    }
  });

  it('shows paths as they were given', async () => {
    const tree = { '/h/etc/inetd.conf': FINGER };
    const given: readonly (readonly [string, string])[] = [
      ['./etc', 'etc/inetd.conf'],
      ['etc/', 'etc/inetd.conf'],
      ['/h', '/h/etc/inetd.conf'],
      ['../h', '../h/etc/inetd.conf'],
      ['./etc/inetd.conf', './etc/inetd.conf'],
    ];
    for (const [path, shown] of given) assert.ok((await daemonlint([path], tree)).stdout.startsWith(`${shown}:1:1: `), path);
  });

  it('reads each file once, however often it is named', async () => {
    const { stdout } = await daemonlint(['check', 'etc', '/h/etc/inetd.conf', 'etc/inetd.conf', '.'], { '/h/etc/inetd.conf': FINGER });
    assert.equal(last(stdout), '1 finding (1 warning) in 1 file');
  });

  it('sniffs files that are named, and only those', async () => {
    const tree = { '/h/doors': `${FINGER}${TELNET}${SSH}`, '/h/etc/crontab': '' };
    assert.equal((await daemonlint(['check', 'doors'], tree)).status, 1);
    assert.equal(last((await daemonlint(['check', '.'], tree)).stdout), 'no findings in 1 file');
  });

  it('takes --kind and --form for named files', async () => {
    const tree = { '/h/odd': FINGER, '/h/jobs': '@daily /bin/true\n' };
    const { stdout } = await daemonlint(['check', 'odd', '--kind', 'inetd', '--format', 'json'], tree);
    assert.equal(JSON.parse(stdout).files[0].kind, 'inetd');
    const forms = ['user', 'system'].map(async (form) => {
      const { stdout: json } = await daemonlint(['check', 'jobs', '--kind', 'crontab', '--form', form, '--format', 'json'], tree);
      return JSON.parse(json).files[0].form;
    });
    assert.deepEqual(await Promise.all(forms), ['user', 'system']);
  });

  it('says of a named file that it knows not what it is, and goes on', async () => {
    const { status, stdout, stderr } = await daemonlint(['check', 'poem', 'etc/inetd.conf'], {
      '/h/poem': 'O rose\n',
      '/h/etc/inetd.conf': FINGER,
    });
    const ids = kinds.map(({ id }) => id).join(', ');
    assert.match(stderr, /^daemonlint: poem: is no kind of file .* --kind \([^)]*\)\n$/);
    assert.ok(stderr.includes(`(${ids})`), stderr);
    assert.equal(last(stdout), '1 finding (1 warning) in 1 file');
    assert.equal(status, 2);
  });

  it('passes over what is none of ours where that is asked for, and nothing else', async () => {
    const files = {
      '/h/etc/cron.d/README': 'Jobs go here.\n',
      '/h/backup.cron': '#!/bin/sh\ntar c /srv\n',
      '/h/program.cron': Buffer.from('\x7fELF\x02\x01\x01\0\0\0', 'latin1'),
      '/h/etc/inetd.conf': FINGER,
    };
    const call = (...paths: string[]) => daemonlint(['check', '--ignore-unknown', ...paths], files);
    const names = ['etc/cron.d/README', 'backup.cron', 'program.cron'];
    assert.deepEqual([(await call(...names)).status, (await daemonlint(['check', ...names], files)).status], [0, 2]);
    const { status, stderr, stdout } = await call('etc/inetd.conf', ...names);
    assert.deepEqual([status, stderr], [1, '']);
    assert.equal(last(stdout), '1 finding (1 warning) in 1 file');
    const missing = await call('etc/inetd.conf', 'gone.cron');
    assert.deepEqual([missing.status, missing.stderr], [2, 'daemonlint: gone.cron: does not exist\n']);
  });

  it('says so when a folder holds nothing to review', async () => {
    const { status, stdout, stderr } = await daemonlint(['check'], { '/h/poem': 'O rose\n' });
    assert.deepEqual([status, stdout], [0, 'no findings in 0 files\n']);
    assert.match(stderr, /name files yourself/);
  });

  it('fails from the severity on that --fail-on names', async () => {
    const tree = { '/h/etc/inetd.conf': FINGER };
    const status = async (level: string) => (await daemonlint(['check', '--fail-on', level], tree)).status;
    assert.deepEqual([await status('error'), await status('warning'), await status('info'), await status('never')], [0, 1, 1, 0]);
  });

  it('reads a directory of links as a listing', async () => {
    const { stdout } = await daemonlint(['check', 'etc'], { '/h/etc/rc.d/rc3.d/S50snmpd': { link: '../init.d/snmpd' } });
    assert.match(
      stdout,
      /^etc\/rc\.d\/rc3\.d\/S50snmpd:1:1: warning: .*\[risky-daemon\]\n \| S50snmpd -> \.\.\/init\.d\/snmpd\n \| {4}\^{5}\n/,
    );
  });

  it('offers commands alone for a directory of links, whatever the project says of its path', async () => {
    const tree = {
      '/h/.daemonlint.json': '{"files": {"etc/rc.d/*": {"kind": "listing", "form": "links"}}}',
      '/h/etc/rc.d/rc3.d/S50snmpd': { link: '../init.d/snmpd' },
    };
    const { stdout } = await daemonlint(['check', 'etc', '--format', 'json'], tree);
    const [{ form, findings }] = JSON.parse(stdout).files;
    assert.equal(form, 'directory');
    assert.ok(findings[0].fixes.length > 0);
    for (const { copy, edits } of findings[0].fixes) {
      assert.match(copy, /snmpd/);
      assert.deepEqual(edits, []);
    }
  });

  it('names the links that a finding points to', async () => {
    const link = { link: '../init.d/snmpd' };
    const { stdout } = await daemonlint(['check', 'etc'], { '/h/etc/rc.d/rc3.d/S50snmpd': link, '/h/etc/rc.d/rc3.d/K50snmpd': link });
    assert.match(stdout, /^ = etc\/rc\.d\/rc3\.d\/[KS]50snmpd:1:1: /m);
    assert.doesNotMatch(stdout, /rc3\.d:\d/);
  });

  it('tells people at a terminal where to read more, once something is found', async () => {
    const tree = { '/h/etc/inetd.conf': FINGER, '/h/ok/inetd.conf': SSH };
    const tail = async (path: string, isTTY: boolean) =>
      last((await daemonlint(['check', path], tree, { isTTY, env: { NO_COLOR: '1' } })).stdout);
    assert.match(await tail('etc', true), /^`daemonlint explain NAME` tells more/);
    assert.match(await tail('etc', false), /^1 finding/);
    assert.equal(await tail('ok', true), 'no findings in 1 file');
  });

  it('heeds the project file, and says what is wrong in it', async () => {
    const tree = { '/h/.daemonlint.json': '{"keep": ["finger"],\n "colour": 1}', '/h/etc/inetd.conf': FINGER };
    const { status, stdout, stderr } = await daemonlint(['check'], tree);
    assert.equal(stdout, 'no findings in 1 file\n');
    assert.match(stderr, /^daemonlint: \.daemonlint\.json:2:2: there is no key “colour”/);
    assert.equal(status, 2);
  });

  it('sees what other files of the same host do, and only those', async () => {
    const link = 'lrwxrwxrwx 1 root root 14 Jan 1 2000 S50inet -> ../init.d/inet\n';
    const tree = { '/h/a/etc/rc.d/rc3.d.txt': link, '/h/a/etc/inetd.conf': `#${FINGER}`, '/h/b/etc/inetd.conf': SSH };
    const { stdout } = await daemonlint(['check', '.'], tree);
    assert.match(stdout, /^a\/etc\/rc\.d\/rc3\.d\.txt:1:\d+: warning: .*\[super-server\]$/m);
    const named = await daemonlint(['check', 'a/etc/rc.d/rc3.d.txt', 'b/etc/inetd.conf'], tree);
    assert.match(named.stdout, /rc3\.d\.txt:1:\d+: info: .*\[super-server\]$/m);
  });

  it('shows places of other files of the host', async () => {
    const link = 'lrwxrwxrwx 1 root root 14 Jan 1 2000 K50inet -> ../init.d/inet\n';
    const { stdout } = await daemonlint(['check', 'a'], { '/h/a/etc/rc.d/rc3.d.txt': link, '/h/a/etc/inetd.conf': `\n${SSH}` });
    assert.match(stdout, /^ {2}= a\/etc\/inetd\.conf:2:1: ssh/m);
  });
});

describe('check -', () => {
  it('reviews standard input', async () => {
    const { status, stdout } = await daemonlint(
      ['check', '-'],
      {},
      { stdin: '0 3 * * * service snmpd start\n15 4 * * * /usr/bin/backup\n' },
    );
    assert.match(stdout, /^<stdin>:1:\d+: warning: .*\[risky-daemon\]$/m);
    assert.equal(status, 1);
  });

  it('says how to name it when its content does not tell', async () => {
    const { status, stderr } = await daemonlint(['check', '-'], {}, { stdin: 'O rose, thou art sick\n' });
    assert.match(stderr, /^daemonlint: <stdin>: is no kind .* --kind /);
    assert.equal(status, 2);
  });

  it('finds nothing in an empty crontab, as `crontab -l` prints it, nor in an empty file', async () => {
    for (const stdin of ['', '\n', ' \t\r\n\n', '# m h  dom mon dow   command\n', '\ufeff\n', ' \t# x\r\n#\n']) {
      const { status, stdout, stderr } = await daemonlint(['check', '-'], {}, { stdin });
      assert.deepEqual([status, stdout], [0, 'no findings in 0 files\n'], JSON.stringify(stdin));
      assert.equal(stderr, 'daemonlint: <stdin>: holds no entry: there is nothing to check\n');
      const { files, problems } = JSON.parse((await daemonlint(['check', '-', '--format', 'json'], {}, { stdin })).stdout);
      assert.deepEqual([files, problems], [[], []]);
      assert.deepEqual((await daemonlint(['check', '-', '--fix'], {}, { stdin })).raw, Buffer.from(stdin).toString('latin1'));
      assert.deepEqual((await daemonlint(['check', '-', '--diff'], {}, { stdin })).status, 0);
      const named = await daemonlint(['check', 'odd'], { '/h/odd': stdin });
      assert.deepEqual([named.status, named.stderr], [0, 'daemonlint: odd: holds no entry: there is nothing to check\n']);
    }
    for (const stdin of ['x\n', '# a\rx', '#\n\t .\n']) assert.equal((await daemonlint(['check', '-'], {}, { stdin })).status, 2, stdin);
  });

  it('reviews an empty one that is said to be of a kind', async () => {
    const { status, stdout, stderr } = await daemonlint(['check', '-', '--kind', 'crontab']);
    assert.deepEqual([status, stdout, stderr], [0, 'no findings in 1 file\n', '']);
  });

  it('takes it for the file that --stdin-filename names, settings of its project included', async () => {
    const tree = { '/h/p/.daemonlint.json': '{"severity": {"risky-daemon": "hint"}}' };
    const { status, stdout } = await daemonlint(['check', '-', '--stdin-filename', 'p/etc/inetd.conf'], tree, { stdin: FINGER });
    assert.match(stdout, /^p\/etc\/inetd\.conf:1:1: hint: /);
    assert.equal(status, 0);
  });

  it('is what --stdin-filename is for', async () => {
    const { status, stderr } = await daemonlint(['check', '--stdin-filename', 'x']);
    assert.deepEqual([status, stderr], [2, 'daemonlint: --stdin-filename goes with -, which stands for standard input\n']);
  });
});

describe('misuse', () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['an unknown option', ['check', '--fxi'], /unknown option '--fxi'\n\(Did you mean --fix\?\)/],
    ['an unknown value', ['check', '--format', 'xml'], /'xml' is invalid\. The formats are text, json, jsonl, sarif, /],
    ['an unknown kind', ['check', '--kind', 'cron'], /Allowed choices are inetd, crontab, listing/],
    ['--fix with --diff', ['check', '--fix', '--diff'], /'--diff \[level\]' cannot be used with option '--fix \[level\]'/],
    ['explain without a name', ['explain'], /missing required argument 'name'/],
    [
      'a level of fixing behind a blank',
      ['check', '--fix', 'unsafe'],
      /^daemonlint: unsafe: does not exist\. Did you mean --fix=unsafe or --diff=unsafe\?\n/,
    ],
    ['a path that is not there', ['chekc'], /^daemonlint: chekc: does not exist\. Did you mean the command “check”\?\n$/],
    ['a file that may not be read', ['denied'], /^daemonlint: denied: permission denied\n$/],
    ['a folder that may not be read', ['folder'], /^daemonlint: folder: permission denied\n$/],
    ['a device', ['null'], /^daemonlint: null: is a device or a socket, not a file\n$/],
  ];
  for (const [what, args, expected] of cases)
    it(`ends with 2: ${what}`, async () => {
      const { status, stderr } = await daemonlint(args, { '/h/denied': DENIED, '/h/folder': DENIED, '/h/null': { device: true } });
      assert.match(stderr, expected);
      assert.equal(status, 2);
      assert.doesNotMatch(stderr, /^\s+at /m);
    });
});

describe('--version and --help', () => {
  it('print and end with 0', async () => {
    const { version } = (await import('../../package.json')) as { version: string };
    assert.deepEqual(await daemonlint(['--version']), { status: 0, stdout: `${version}\n`, raw: `${version}\n`, stderr: '' });
    const help = await daemonlint(['--help']);
    for (const word of ['check', 'rules', 'explain', 'Exit status']) assert.ok(help.stdout.includes(word), word);
    assert.equal(help.status, 0);
    for (const option of ['--format', '--kind', '--form', '--stdin-filename', '--fix', '--diff', '--fail-on'])
      assert.ok((await daemonlint(['check', '--help'])).stdout.includes(option), option);
  });
});

describe('a bug of ours', () => {
  it('is said in one line and ends with 2', async () => {
    const files = { ...memoryFiles({}), stat: () => Promise.reject(new Error('told\nin two lines')) };
    const { status, stderr, stdout } = await daemonlint(['check', 'x'], {}, { files });
    assert.match(stderr, /^daemonlint: internal error: told; please report it[^\n]*\n$/);
    assert.deepEqual([status, stdout], [2, '']);
  });
});
