// `parse`: what cannot be read, and what can all the same.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DENIED, type Tree } from '../workspace/memory.js';
import { daemonlint, FINGER, type Setting } from './memory-io.js';
import { bitsOf, checked, crontab, lineOf, parsed, type Row } from './parse-support.js';

describe('parse: bad input', () => {
  const failing = async (args: readonly string[], tree: Tree = {}, stdin: Setting['stdin'] = '') => {
    const { status, stdout, stderr } = await daemonlint(['parse', ...args], tree, { stdin });
    assert.deepEqual([status, stdout], [2, ''], stderr);
    assert.doesNotMatch(stderr, /internal error|^\s+at /m);
    return stderr;
  };

  it('names what cannot be read', async () => {
    assert.equal(await failing(['gone']), 'daemonlint: gone: does not exist\n');
    assert.equal(await failing(['etc'], { '/h/etc/crontab': '' }), 'daemonlint: etc: is a folder, not a file\n');
    assert.equal(await failing(['etc/crontab'], { '/h/etc/crontab': DENIED }), 'daemonlint: etc/crontab: permission denied\n');
    assert.match(await failing(['etc/crontab'], { '/h/etc/crontab': Buffer.from('\x7fELF\0\0') }), /is an ELF program, not text/);
    assert.match(await failing(['-'], {}, ''), /^daemonlint: <stdin>: is no kind of file/);
    assert.match(await failing([]), /missing required argument/);
    assert.match(await failing(['--format', 'text', 'x']), /Allowed choices are json/);
    assert.match(
      await failing(['--bits', 'etc/inetd.conf'], { '/h/etc/inetd.conf': FINGER }),
      /etc\/inetd\.conf: --bits is for crontabs of users/,
    );
    assert.match(await failing(['--stdin-filename', 'x', 'y']), /goes with -/);
  });

  it('names the dialects that there are', async () => {
    assert.match(await failing(['--dialect', 'vixie', '-']), /no dialect “vixie”: inetd has netkit, .*; crontab has debian, cronie, /);
    assert.match(await failing(['--dialect', 'cronie', '--kind', 'inetd', '-']), /no dialect “cronie” of inetd: inetd has netkit, /);
    assert.match(await failing(['--dialect', 'cronie', 'etc/inetd.conf'], { '/h/etc/inetd.conf': FINGER }), /no dialect “cronie” of inetd/);
  });

  it('an empty file, of which the path says what it is', async () => {
    const { lines, fileIgnored } = await parsed(['etc/crontab'], '', { '/h/etc/crontab': '' });
    assert.deepEqual([lines, fileIgnored], [[], false]);
  });

  it('a NUL ends the line for the daemons, and what follows is one of its own', async () => {
    assert.deepEqual(await bitsOf('* * * * * a\0b', 'debian'), { error: 'bad minute' });
    assert.equal((await bitsOf('* * * * * a\0# b', 'debian')).cmd, 'a');
    assert.deepEqual(await bitsOf('*\0 * * * * x', 'busybox'), { ignored: true });
  });

  it('invalid UTF-8, controls, a byte order mark', async () => {
    const { lines } = await parsed(['--kind', 'crontab', '-'], Buffer.from('0 0 * * * \xe9\xff\n\x1b[31m\n', 'latin1'));
    assert.deepEqual([lines[0]?.command, lines[1]?.type], ['éÿ', 'rejected']);
    assert.equal((await crontab('\ufeff0 0 * * * x\n')).lines[0]?.field, 'minute');
  });

  it('a line of a megabyte, ten thousand list items, a hundred thousand lines', async () => {
    assert.equal(String((await lineOf(`0 0 * * * ${'x'.repeat(1 << 20)}`, '--dialect', 'busybox')).command).length, 1 << 20);
    assert.equal((await lineOf('\0'.repeat(1000) + ' '.repeat(1 << 20))).type, 'rejected');
    assert.deepEqual((await lineOf(`${Array(10_000).fill('1-59/2').join()} 0 * * * x`)).hour, [0]);
    const text = `${'*/5 0-12 * * 1-5 /usr/bin/true\n'.repeat(99_999)}61 * * * * x\n`;
    const { status, stdout } = await daemonlint(['parse', '--kind', 'crontab', '-'], {}, { stdin: text });
    const { lines } = JSON.parse(stdout);
    assert.deepEqual([status, lines.length, lines.at(-1).line, lines.at(-1).type], [0, 100_000, 100_000, 'rejected']);
  }).timeout(60_000);

  it('any text whatever: valid output, each line in one row', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        '*',
        '*/5',
        '0',
        '7',
        '1-3',
        '~',
        '@daily',
        '@reboot',
        'root',
        'x',
        '%',
        '\\%',
        '-n',
        'A=',
        '"',
        '#',
        '\0',
        '\r',
        '\t',
      ),
      fc.string({ maxLength: 4 }),
    );
    const text = fc
      .array(
        fc.array(word, { maxLength: 9 }).map((words) => words.join(' ')),
        { maxLength: 6 },
      )
      .map((lines) => lines.join('\n'));
    const dialect = fc.constantFrom('debian', 'cronie', 'freebsd', 'openbsd', 'netbsd', 'busybox');
    await fc.assert(
      fc.asyncProperty(text, dialect, fc.constantFrom('user', 'system'), async (source, name, form) => {
        const args = ['parse', '--kind', 'crontab', '--dialect', name, '--form', form];
        const plain = await daemonlint([...args, '-'], {}, { stdin: source });
        if (plain.status === 2) return assert.match(plain.stderr, /is a binary file|UTF-16/);
        const value = checked(plain.stdout);
        // One that BusyBox joins to those behind it is a row with them.
        let next = 1;
        for (const { line, lastLine = line } of value.lines) {
          assert.equal(line, next);
          next = Number(lastLine) + 1;
        }
        assert.equal(next - 1, source.split('\n').length - (source === '' || source.endsWith('\n') ? 1 : 0));
        const bits = JSON.parse((await daemonlint([...args, '--bits', '-'], {}, { stdin: source })).stdout);
        const entries = (rows: readonly Row[], key: string) => rows.filter((row) => row[key] === 'entry').length;
        const lost = value.lines.filter((row) => row.type === 'ignored' && row.field === null).length;
        // The bits are those of FreeBSD 11, which was run: it knew no flags, and took `-n` for the command.
        if (name !== 'freebsd') assert.ok(entries(bits.lines, 'ok') - entries(value.lines, 'type') <= lost);
      }),
      { numRuns: 200 },
    );
  }).timeout(60_000);
});
