// `--fix` and `--diff`: the bytes that change, and no others.
import assert from 'node:assert/strict';
import { applyPatch } from 'diff';
import fc from 'fast-check';
import { patchOf } from '../../cli/src/patch.js';
import { applyEdits } from '../../core/src/index.js';
import { fileError } from '../../workspace/src/index.js';
import { bytesAt, memoryFiles, type Tree } from '../workspace/memory.js';
import { daemonlint, FINGER, SSH, TELNET } from './memory-io.js';

const CONF = '/h/etc/inetd.conf';

describe('--fix', () => {
  it('comments risky entries out, says so, and says once what to signal', async () => {
    const tree: Tree = { [CONF]: `${SSH}${TELNET}${FINGER}` };
    const { status, stdout, stderr } = await daemonlint(['check', '--fix'], tree);
    assert.equal(bytesAt(tree, CONF), `${SSH}#${TELNET}#${FINGER}`);
    assert.match(
      stdout,
      /^etc\/inetd\.conf:2:1: fixed: .* \[cleartext-login\]\netc\/inetd\.conf:3:1: fixed: .* \[risky-daemon\]\nStill to do: [^\n]*HUP[^\n]*\nno findings in 1 file\n$/,
    );
    assert.deepEqual([status, stderr], [0, '']);
  });

  it('=unsafe sets SHELL once for all entries below', async () => {
    const jobs = '0 1 * * * [[ -e /a ]] && /b\n0 2 * * * [[ -e /c ]] && /d\n';
    const tree: Tree = { '/h/night.cron': jobs };
    assert.match((await daemonlint(['check', '--fix=unsafe', '/h'], tree)).stdout, /no findings in 1 file/);
    assert.equal(bytesAt(tree, '/h/night.cron'), `SHELL=/bin/bash\n${jobs}`);
  });

  it('=unsafe carries out what a person should look at, too', async () => {
    const tree: Tree = { [CONF]: `${TELNET}${FINGER}` };
    const { status, stdout } = await daemonlint(['check', '--fix=unsafe'], tree);
    assert.equal(bytesAt(tree, CONF), `#${TELNET}#${FINGER}`, 'the last way in goes');
    assert.match(stdout, /:1:1: fixed: .* \[cleartext-login\]\n/);
    assert.equal(status, 0);
    const patch = await daemonlint(['check', '--diff=unsafe'], { [CONF]: TELNET });
    assert.match(patch.stdout, /^\+#telnet/m);
  });

  it('takes the path behind it for a path, and no other level', async () => {
    const tree: Tree = { [CONF]: FINGER, '/h/other/etc/inetd.conf': FINGER };
    await daemonlint(['check', '--fix', 'etc'], tree);
    assert.deepEqual([bytesAt(tree, CONF), bytesAt(tree, '/h/other/etc/inetd.conf')], [`#${FINGER}`, FINGER]);
    const { status, stderr } = await daemonlint(['check', '--fix=all'], tree);
    assert.match(stderr, /all.*Allowed choices are safe, unsafe/);
    assert.equal(status, 2);
  });

  it('does nothing a second time', async () => {
    const tree: Tree = { [CONF]: `${SSH}${FINGER}` };
    await daemonlint(['check', '--fix'], tree);
    const once = bytesAt(tree, CONF);
    assert.equal((await daemonlint(['check', '--fix'], tree)).stdout, 'no findings in 1 file\n');
    assert.equal(bytesAt(tree, CONF), once);
  });

  it('reports what remains, and ends by it', async () => {
    const tree: Tree = { [CONF]: `${TELNET}${FINGER}` };
    const { status, stdout } = await daemonlint(['check', '--fix'], tree);
    assert.equal(bytesAt(tree, CONF), `${TELNET}#${FINGER}`, 'the last way in stays');
    assert.match(stdout, /1 finding \(1 warning\) in 1 file\n$/);
    assert.equal(status, 1);
  });

  it('reports what remains on a line that was fixed', async () => {
    const path = '/h/etc/cron.d/x';
    const tree: Tree = { [path]: '0 3 * * * root cp a b-$(date +%F)\r\n61 * * * * root x\r\n' };
    const { status, stdout } = await daemonlint(['check', '--fix'], tree);
    assert.match(bytesAt(tree, path), /date \+\\%F\)\r\n/);
    const again = await daemonlint(['check'], tree);
    const findings = (text: string) => [...text.matchAll(/^\S+: (?:error|warning): .*\[(.*)\]$/gm)].map(([, rule]) => rule);
    assert.deepEqual(findings(stdout), ['crontab/carriage-return', 'crontab/syntax']);
    assert.deepEqual([findings(again.stdout), again.status], [findings(stdout), status]);
  });

  it('keeps CRLF, bytes that are no UTF-8, a BOM, and a missing last line end', async () => {
    const lines = `# caf\xe9 \xff\xfe\r\n${FINGER.replace('\n', ' \xe9\r\n')}${SSH}#\ttail`;
    const tree: Tree = { [CONF]: Buffer.from(lines, 'latin1') };
    await daemonlint(['check', '--fix'], tree);
    assert.equal(bytesAt(tree, CONF), lines.replace('finger', '#finger'));
    const marked: Tree = { [CONF]: `\ufeff# 漢\n${FINGER}` };
    await daemonlint(['check', '--fix'], marked);
    assert.equal(bytesAt(marked, CONF), Buffer.from(`\ufeff# 漢\n#${FINGER}`).toString('latin1'));
  });

  it('puts the mark before an entry that the project asks for', async () => {
    const tree: Tree = { [CONF]: FINGER, '/h/.daemonlint.json': '{"offMark": "#<off># "}' };
    await daemonlint(['check', '--fix'], tree);
    assert.equal(bytesAt(tree, CONF), `#<off># ${FINGER}`);
  });

  it('never touches a listing or a directory of links', async () => {
    const listing = 'lrwxrwxrwx 1 root root 15 Jan 1 2000 S50snmpd -> ../init.d/snmpd\n';
    const tree: Tree = { '/h/rc3.d.txt': listing, '/h/etc/rc.d/rc3.d/S50snmpd': { link: '../init.d/snmpd' } };
    const { stdout } = await daemonlint(['check', '--fix'], tree);
    assert.equal(bytesAt(tree, '/h/rc3.d.txt'), listing);
    assert.match(stdout, /2 findings \(2 warnings\) in 2 files\n$/);
    assert.doesNotMatch(stdout, /fixed:/);
  });

  it('leaves a file that changed during the review, and one that cannot be written', async () => {
    const tree: Tree = { [CONF]: FINGER };
    const files = memoryFiles(tree);
    let reads = 0;
    const changing = {
      ...files,
      read: (path: string) => (path === CONF && ++reads > 1 ? Promise.resolve(Buffer.from('new')) : files.read(path)),
    };
    const changed = await daemonlint(['check', '--fix'], tree, { files: changing });
    assert.match(changed.stderr, /^daemonlint: etc\/inetd\.conf: was changed by someone else/);
    const locked = { ...files, write: () => Promise.reject(fileError('denied', 'permission denied')) };
    const refused = await daemonlint(['check', '--fix'], tree, { files: locked });
    assert.match(refused.stderr, /^daemonlint: etc\/inetd\.conf: cannot be written: permission denied\n$/);
    assert.match(refused.stdout, /^etc\/inetd\.conf:1:1: warning: /);
    assert.equal(bytesAt(tree, CONF), FINGER);
    assert.deepEqual([changed.status, refused.status], [2, 2]);
  });

  it('fixes a file once that is reached by two paths', async () => {
    const tree: Tree = { [CONF]: FINGER, '/h/b/etc/inetd.conf': { link: '../../etc/inetd.conf' } };
    const { status } = await daemonlint(['check', '--fix'], tree);
    assert.equal(bytesAt(tree, CONF), `#${FINGER}`);
    assert.equal(status, 0);
  });

  it('keeps the JSON report apart from what it says', async () => {
    const { stdout, stderr } = await daemonlint(['check', '--fix', '--format', 'json'], { [CONF]: FINGER });
    assert.equal(JSON.parse(stdout).summary.findings, 0);
    assert.match(stderr, /fixed: /);
  });
});

describe('--fix with -', () => {
  it('prints the fixed text and nothing else', async () => {
    const text = Buffer.from(`# caf\xe9\n${FINGER}`, 'latin1');
    const { raw, stderr, status } = await daemonlint(['check', '--fix', '-'], {}, { stdin: text });
    assert.equal(raw, `# caf\xe9\n#${FINGER}`);
    assert.match(stderr, /^<stdin>:2:1: fixed: /);
    assert.equal(status, 0);
  });

  it('prints what it cannot review as it came, so that a pipe loses nothing', async () => {
    for (const stdin of ['O rose\n', '\x7fELF\0\0\0', Buffer.from('\ufeffa b', 'utf16le')]) {
      const { raw, status } = await daemonlint(['check', '--fix', '-'], {}, { stdin });
      assert.equal(raw, Buffer.from(stdin).toString('latin1'));
      assert.equal(status, 2);
    }
  });
});

describe('--diff', () => {
  it('prints the patch of what --fix would do, and changes nothing', async () => {
    const filler = Array.from({ length: 9 }, (_, at) => `# ${at}\n`).join('');
    const before = `${FINGER}${filler}${TELNET}${SSH}`;
    const tree: Tree = { [CONF]: before, '/h/etc/crontab': '' };
    const { status, stdout, stderr } = await daemonlint(['check', '--diff'], tree);
    const hunks = [
      '@@ -1,4 +1,4 @@\n',
      `-${FINGER}+#${FINGER} # 0\n # 1\n # 2\n`,
      '@@ -8,5 +8,5 @@\n',
      ` # 6\n # 7\n # 8\n-${TELNET}+#${TELNET} ${SSH}`,
    ];
    assert.equal(stdout, `--- a/etc/inetd.conf\n+++ b/etc/inetd.conf\n${hunks.join('')}`);
    assert.deepEqual([status, stderr], [1, '']);
    assert.equal(bytesAt(tree, CONF), before);
    assert.equal(applyPatch(before, stdout), before.replace(/^(finger|telnet)/gm, '#$1'));
  });

  it('is empty, and ends with 0, when nothing would be fixed', async () => {
    const { status, stdout } = await daemonlint(['check', '--diff'], { [CONF]: TELNET });
    assert.deepEqual([status, stdout], [0, '']);
  });

  it('keeps bytes that are no UTF-8', async () => {
    const { raw } = await daemonlint(['check', '--diff'], { [CONF]: Buffer.from(`# caf\xe9\n${FINGER}`, 'latin1') });
    assert.ok(raw.includes('\n # caf\xe9\n-finger'));
  });
});

describe('patchOf', () => {
  const text = fc.array(fc.constantFrom('a', 'b\n', 'long line\n', '\n', 'c\r\n', '\r'), { maxLength: 30 }).map((parts) => parts.join(''));
  const picks = fc.array(fc.tuple(fc.nat(), fc.nat(8), fc.constantFrom('', '#', 'new\n', 'x', '\ny')), { maxLength: 5 });

  /** Edits that do not overlap, from arbitrary numbers. */
  const editsOf = (length: number, wanted: readonly (readonly [number, number, string])[]) => {
    const edits = [];
    let free = 0;
    for (const [at, size, insertion] of [...wanted]
      .map(([pick, ...rest]) => [pick % (length + 1), ...rest] as const)
      .sort((a, b) => a[0] - b[0])) {
      if (at < free) continue;
      const end = Math.min(length, at + size);
      edits.push({ span: { start: at, end }, text: insertion });
      free = Math.max(end, at + 1);
    }
    return edits;
  };

  it('is what another program makes of it', () => {
    fc.assert(
      fc.property(text, picks, (before, wanted) => {
        const edits = editsOf(before.length, wanted);
        const after = applyEdits(before, edits);
        const patch = patchOf('/etc/a file', before, edits);
        if (before === after) assert.equal(patch, '');
        else assert.equal(applyPatch(before, patch, { autoConvertLineEndings: false }), after);
      }),
      { numRuns: 500 },
    );
  });

  it('takes no time over a file in which everything changes', () => {
    const lines = 100_000;
    const edits = Array.from({ length: lines }, (_, at) => ({ span: { start: at * FINGER.length, end: at * FINGER.length }, text: '#' }));
    assert.equal(patchOf('x', FINGER.repeat(lines), edits).match(/^\+#/gm)?.length, lines);
  });

  it('says where a last line end is missing', () => {
    const patch = patchOf('x', 'a\nb', [{ span: { start: 2, end: 2 }, text: '#' }]);
    assert.ok(patch.endsWith('\n a\n-b\n\\ No newline at end of file\n+#b\n\\ No newline at end of file\n'));
  });
});
