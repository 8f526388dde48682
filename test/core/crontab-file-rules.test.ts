/** Rules about the file as a whole: marks, lengths, line ends, names, permission bits. */
import assert from 'node:assert/strict';
import { applyEdits, type Finding } from '../../core/src/index.js';
import type { Host } from '../../core/src/model/host.js';
import { readAs } from '../support.js';
import { fixed, found, message, SYSTEM, USER } from './crontab-rule-support.js';

const codes = (text: string, path: string): string[] => readAs(path, text).findings.map(({ rule }) => rule);

describe('crontab/byte-order-mark', () => {
  it('is one finding, whatever the first line is, and its fix is safe', () => {
    for (const first of ['# nightly', '0 3 * * * root x', 'MAILTO=ann', '', '61 * * * * root x', 'export A=b']) {
      const text = `\uFEFF${first}\r\n0 4 * * * root y\r\n`;
      const [mark, ...more] = readAs(SYSTEM, text).findings.filter(({ span }) => span.start < first.length + 1);
      assert.equal(mark?.rule, 'crontab/byte-order-mark', first);
      assert.deepEqual(
        more.filter(({ rule }) => rule === 'crontab/syntax'),
        [],
        first,
      );
      assert.equal(mark?.fixes[0]?.safe, true);
      assert.equal(applyEdits(text, mark?.fixes[0]?.edits ?? []), text.slice(1));
    }
  });
  it('says what it costs: the file, the entry, or the variable', () => {
    assert.match(message('byte-order-mark', '\uFEFF# x\n', SYSTEM), /ignores the whole file/);
    assert.match(message('byte-order-mark', '\uFEFFMAILTO=ann\n', SYSTEM), /the name “MAILTO”, which then is never set/);
  });
});

describe('crontab/long-line', () => {
  const command = (bytes: number) => 'x'.repeat(bytes);
  const entry = (bytes: number) => `0 3 * * * ${command(bytes)}\n`;
  const dialect = (id: string, text: string) => `# daemonlint: dialect=${id}\n${text}`;
  it('counts bytes, by the cron', () => {
    assert.equal(found('long-line', dialect('debian', entry(998))).length, 0);
    assert.equal(found('long-line', dialect('debian', entry(999))).length, 1);
    assert.equal(found('long-line', dialect('freebsd', entry(999))).length, 0);
    assert.equal(found('long-line', dialect('freebsd', entry(1000))).length, 1);
    assert.equal(found('long-line', dialect('cronie', entry(131_071))).length, 0);
    assert.equal(found('long-line', dialect('cronie', entry(131_072))).length, 1);
    assert.equal(found('long-line', dialect('busybox', entry(200_000))).length, 0);
    assert.equal(found('long-line', dialect('debian', `0 3 * * * ${'ä'.repeat(499)}\n`)).length, 0);
    assert.equal(found('long-line', dialect('debian', `0 3 * * * ${'ä'.repeat(500)}\n`)).length, 1);
  });
  it('is told once, as an error where all refuse the line', () => {
    const text = dialect('debian', entry(1200));
    assert.deepEqual(codes(text, USER), ['crontab/long-line']);
    assert.equal(found('long-line', text)[0]?.severity, 'error');
    assert.equal(found('long-line', entry(1200))[0]?.severity, 'warning');
  });
  it('points at what is lost', () => {
    const text = dialect('openbsd', `0 3 * * * ${'ä'.repeat(499)}xyz\n`);
    assert.deepEqual(
      found('long-line', text).map(({ span }) => text.slice(span.start, span.end)),
      ['yz'],
    );
  });
  it('names each cron and what it does', () =>
    assert.match(
      message('long-line', entry(1200)),
      /has 1200 bytes: Debian's cron ignores the whole file.*998 at most; FreeBSD's cron cuts it after 999/,
    ));
  it('looks at assignments: what was run of Debian', () => {
    const quoted = (length: number) => dialect('debian', `A="${'x'.repeat(length)}"\n`);
    assert.equal(found('long-line', quoted(994)).length, 0);
    assert.equal(found('long-line', quoted(995)).length, 1);
    assert.match(message('long-line', quoted(995)), /whole file, since the closing quote/);
    assert.match(message('long-line', dialect('debian', `A=${'x'.repeat(1100)}\n`)), /cuts it after 998/);
  });
  it('lets comments be', () => assert.equal(found('long-line', `#${'x'.repeat(5000)}\n0 3 * * * x\n`).length, 0));
});

describe('crontab/lone-return', () => {
  it('speaks of each line that holds another, and parts them', () => {
    assert.equal(fixed('lone-return', '0 3 * * * x\r0 4 * * * y\r\n'), '0 3 * * * x\n0 4 * * * y\r\n');
    assert.equal(fixed('lone-return', '# a\r\r0 4 * * * y\r'), '# a\n\n0 4 * * * y\n');
    assert.deepEqual(found('lone-return', '0 3 * * * x\r\n\r\r\n0 4 * * * y\r'), []);
  });
  it('is quick on a long run of them', () => {
    const text = `${'\r'.repeat(300_000)}x\n`;
    assert.equal(found('lone-return', text).length, 1);
    assert.ok(readAs(SYSTEM, `0 3 * * * root x${'\r'.repeat(300_000)}\n`).findings.length > 0);
  });
});

describe('a file in etc/cron.d that one cron passes over for its name', () => {
  const said = (path: string, text: string, host: Host = { root: '', files: [] }) =>
    readAs(path, text, { host }).findings.map(({ rule, message: words }) => `${rule.replace('crontab/', '')}: ${words}`);
  const SCRIPT = 'cd /srv\n./run --all';
  const debian: Host = { root: '', files: [], system: 'debian' };

  it('is judged by those that read it', () => {
    for (const path of ['/etc/cron.d/x.sh', '/srv/web/etc/cron.d/x.sh']) {
      const [first, ...more] = said(path, `${SCRIPT}\n`);
      assert.match(first ?? '', /^syntax: .*day of the week\. cronie skips the entry\.$/);
      assert.equal(more.length, 1);
    }
    assert.deepEqual(said('/etc/cron.d/x.sh', '0~5 * * * * root x\n'), [], 'no other cron reads it otherwise');
    assert.match(said('/etc/cron.d/x.sh', '0 3 * * * root x')[0] ?? '', /: cronie skips the last line\. Add one\.$/);
    assert.match(said('/etc/cron.d/x.sh', 'export A=b\n')[0] ?? '', /no time in it\. cronie skips the entry\./);
    assert.match(said('/etc/cron.d/x.sh', 'A="b" c\n')[0] ?? '', /closing quote\. cronie skips the entry\.$/);
    assert.match(said('/etc/cron.d/x.sh', '\uFEFF# x\n0 3 * * * root x\n')[0] ?? '', /: cronie skips the entry\./);
  });

  it('gets no word about its lines where nobody reads it: its name says it all', () => {
    const [first, ...more] = said('/etc/cron.d/x.sh', `# daemonlint: dialect=debian\n${SCRIPT}`);
    assert.match(first ?? '', /^file-name: This file is not read: .*If it is a script, put it where an entry can run it/);
    assert.deepEqual(more, []);
    assert.deepEqual(
      said('/etc/cron.d/x.sh', `${SCRIPT}\n0 3 * * * root x`, debian).map((words) => words.slice(0, 38)),
      ['file-name: No entry of this file runs:'],
    );
  });

  it('is read by all where it is but a file of a tree that may be renamed, and by who does not heed names', () => {
    assert.match(said('/srv/deploy/cron.d/x.cron', '61 * * * * root x\n')[0] ?? '', /Debian's cron ignores the whole file; cronie skips/);
    assert.match(said('/etc/cron.d/x', '61 * * * * root x\n')[0] ?? '', /Debian's cron ignores the whole file; cronie skips/);
    assert.match(
      said('/etc/cron.d/x+y', '0 3 * * * root x\n')[0] ?? '',
      /^file-name: Not every cron reads this file: Debian's cron reads files/,
    );
  });
});

describe('crontab/file-name', () => {
  const text = '0 3 * * * root x\n';
  const named = (name: string, id = '', system?: 'debian') => {
    const host = { root: '', files: [], ...(system && { system }) };
    const file = id === '' ? text : `# daemonlint: dialect=${id}\n${text}`;
    return readAs(`/etc/cron.d/${name}`, file, { host }).findings.filter(({ rule }) => rule === 'crontab/file-name');
  };
  it('speaks of dots only where the host is known for a Debian one', () => {
    for (const name of ['backup.cron', 'a.b', 'site.example.org']) {
      assert.equal(named(name).length, 0, name);
      assert.equal(named(name, 'debian').length, 1, name);
      assert.equal(named(name, '', 'debian').length, 1, name);
      assert.equal(named(name, 'cronie', 'debian').length, 0, name);
    }
  });
  it('speaks of names that Debian never reads, naming the cron', () => {
    for (const name of ['back up', 'back+up', 'päckchen', 'a@b']) {
      assert.match(named(name)[0]?.message ?? '', /^Not every cron reads this file: Debian's cron reads/, name);
      assert.match(named(name, 'debian')[0]?.message ?? '', /^No entry of this file runs: Debian's cron reads/, name);
    }
    assert.match(named('.hidden')[0]?.message ?? '', /Debian's cron.*; cronie/);
  });
  it('is silent on good names, on templates, and where no entry is lost', () => {
    for (const name of ['backup', 'back_up-2', 'BACKUP', '0hourly', 'backup.j2', 'backup.erb', 'backup-x.epp'])
      assert.deepEqual(named(name, 'debian'), [], name);
    assert.deepEqual(readAs('/etc/cron.d/a+b', '# nothing\n').findings, []);
    assert.deepEqual(readAs('/etc/crontab', text).findings, []);
  });
  it('copies a command that a shell takes as it is meant', () => {
    assert.equal(named('backup.cron', 'debian')[0]?.fixes[0]?.copy, 'mv -n /etc/cron.d/backup.cron /etc/cron.d/backup');
    assert.equal(named("it's")[0]?.fixes[0]?.copy, "mv -n '/etc/cron.d/it'\\''s' /etc/cron.d/it-s");
  });
});

describe('crontab/file-mode', () => {
  const judged = (path: string, mode: number | undefined, id = ''): readonly Finding[] =>
    readAs(path, `${id === '' ? '' : `# daemonlint: dialect=${id}\n`}0 3 * * * root x\n`, {}, {}, mode).findings.filter(
      ({ rule }) => rule === 'crontab/file-mode',
    );
  const LIVE = '/etc/cron.d/job';
  const TREE = '/home/ann/site/etc/cron.d/job';
  it('knows what each cron refuses of its own files', () => {
    const rows: readonly (readonly [mode: number, debian: boolean, cronie: boolean])[] = [
      [0o644, false, false],
      [0o600, false, false],
      [0o640, false, false],
      [0o755, false, true],
      [0o744, false, true],
      [0o645, false, true],
      [0o664, true, true],
      [0o646, true, true],
      [0o4644, false, true],
    ];
    for (const [mode, debian, cronie] of rows) {
      assert.equal(judged(LIVE, mode, 'debian').length > 0, debian, `Debian ${mode.toString(8)}`);
      assert.equal(judged(LIVE, mode, 'cronie').length > 0, cronie, `cronie ${mode.toString(8)}`);
    }
  });
  it('minds in a tree only what Git keeps', () => {
    assert.equal(judged(TREE, 0o664).length, 0);
    assert.equal(judged(TREE, 0o666).length, 0);
    assert.equal(judged(TREE, 0o755).length, 1);
    assert.equal(judged(TREE, 0o775).length, 1);
    assert.equal(judged(TREE, 0o755, 'debian').length, 0);
    assert.equal(judged(TREE, 0o777).length, 0, 'a disk without such bits');
  });
  it('is silent where nobody knows them, and on files that crontab takes in', () => {
    assert.deepEqual(judged(LIVE, undefined), []);
    assert.deepEqual(readAs('/home/ann/site/my.cron', '0 3 * * * x\n', {}, {}, 0o755).findings, []);
    assert.deepEqual(readAs('/var/spool/cron/ann', '0 3 * * * x\n', {}, {}, 0o600).findings, []);
  });
  it('says what is wrong, and copies the remedy', () => {
    const [finding] = judged(TREE, 0o755);
    assert.match(finding?.message ?? '', /with cronie: the file may be executed \(0755\)/);
    assert.deepEqual(
      finding?.fixes.map(({ copy }) => copy),
      ['chmod 644 /home/ann/site/etc/cron.d/job', 'git -C /home/ann/site/etc/cron.d update-index --chmod=-x job'],
    );
  });
});

describe('blanks that are none to cron', () => {
  it('make an assignment in quotes one that cannot be read, and belong to a value without', () => {
    for (const blank of ['\u00A0', '\u2003', '\uFEFF']) {
      assert.equal(readAs(SYSTEM, `MAILTO="ann"${blank}\n0 3 * * * root x\n`).document.lines[0]?.type, 'broken');
      assert.equal(readAs(SYSTEM, `MAILTO=ann${blank}\n0 3 * * * root x\n`).document.lines[0]?.tokens.at(-1)?.text, `ann${blank}`);
    }
    assert.equal(readAs(SYSTEM, 'MAILTO="ann" \t\n0 3 * * * root x\n').document.lines[0]?.type, 'setting');
  });
});
