// `schedule`: nonsense, and what cannot be read.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Tree } from '../workspace/memory.js';
import type { Setting } from './memory-io.js';
import { call, json } from './schedule-support.js';

describe('schedule: bad input', () => {
  const failing = async (args: readonly string[], tree: Tree = {}, setting: Setting = {}) => {
    const { status, stdout, stderr } = await call(args, tree, setting);
    assert.equal(status, 2);
    assert.doesNotMatch(`${stdout}${stderr}`, /internal error|^\s+at /m);
    return stderr;
  };

  it('nonsense: says which field, its value, why, and by whom', async () => {
    const said = async (...args: string[]) => (await failing(args)).replace(/^daemonlint: /, '').trimEnd();
    assert.equal(await said('61 * * * *'), "Debian's cron refuses it: bad minute “61”: minute is 0 to 59");
    assert.equal(
      await said('0 0 * * 8', '--dialect', 'cronie'),
      'cronie refuses it: bad day-of-week “8”: day-of-week is 0 to 7 or a three-letter name',
    );
    assert.match(await said('* * *'), /bad month: it is missing; month is 1 to 12/);
    assert.match(await said('@Daily'), /bad time specifier “@Daily”: the words are @reboot, /);
    assert.match(await said('a b c d e'), /bad minute “a”/);
    assert.match(await said('* * * * * * x'.replace('x', '*'), '--dialect', 'debian'), /bad command “\* \*”/);
    assert.match(await said('0 0 * * ?'), /bad day-of-week “\?”/);
    assert.equal(await said('nonsense'), 'nonsense: does not exist; an expression has five fields or an @ word, in quotes');
    assert.equal(await said(''), 'the expression: is empty; an expression has five fields or an @ word, in quotes');
    for (const text of ['A = b', '# 0 5 * * *'])
      assert.equal(
        await said(text),
        `${text}: is no schedule: cron takes it for an assignment or a comment; an expression has five fields or an @ word, in quotes`,
      );
    assert.match(await said('0 0 * * *\n0 1 * * *'), /the expression: is not one line/);
    assert.ok((await said(`${'9'.repeat(100_000)} * * * *`)).length < 200);
    assert.doesNotMatch(await said('\x1b[31m * * * *'), /\x1b/);
  });

  it('zones, times, numbers and dialects that there are not', async () => {
    assert.match(await failing(['@daily', '--zone', 'Mars/Olympus']), /'Mars\/Olympus'.*No time zone has this name/);
    assert.match(await failing(['@daily', '--zone', 'Europe/Berlim']), /Did you mean “Europe\/Berlin”/);
    assert.match(await failing(['@daily', '--from', 'tomorrow']), /--from: “tomorrow” is no time: write it as 2026-03-28/);
    assert.match(await failing(['@daily', '--from', '2026-02-30']), /“2026-02-30” is no time/);
    for (const count of ['0', '1001', '-1', 'x', '1.5', ''])
      assert.match(await failing(['@daily', '-n', count]), /number from 1 to 1000/, count);
    assert.match(await failing(['@daily', '--dialect', 'quartz']), /no dialect “quartz” of crontab: crontab has debian, cronie, /);
    assert.match(await failing(['@daily', '--dialect', 'openbsd-inetd']), /no dialect “openbsd-inetd” of crontab/);
    assert.match(await failing([]), /missing required argument/);
    assert.match(await failing(['@daily', '--format', 'yaml']), /Allowed choices are/);
  });

  it('a zone that a project does not know is a problem with its place; the machine’s counts', async () => {
    const { status, stdout, stderr } = await call(['@daily', '-n', '1'], { '/h/.daemonlint.json': '{\n  "zone": "Mars"\n}' });
    assert.equal(status, 2);
    assert.match(stderr, /\.daemonlint\.json:2:11: “Mars” is not a time zone/);
    assert.match(stdout, /Debian's cron, UTC/);
  });

  it('files that cannot be read', async () => {
    assert.match(await failing(['gone/tab']), /^daemonlint: gone\/tab: does not exist; an expression/);
    assert.equal(await failing(['etc'], { '/h/etc/crontab': '' }), 'daemonlint: etc: is a folder, not a file\n');
    assert.match(await failing(['tab'], { '/h/tab': Buffer.from('\x7fELF\0') }), /is an ELF program/);
  });

  it('a line of a megabyte, ten thousand list items, thirty thousand lines', async () => {
    const long = `0 0 * * * ${'x'.repeat(1 << 20)}\n`;
    assert.equal((await json(['-', '--dialect', 'busybox'], {}, { stdin: long })).entries.length, 1);
    const items = `${Array(10_000).fill('1-59/2').join()} 0 * * * x\n`;
    assert.equal((await json(['-', '-n', '1'], {}, { stdin: items })).entries[0]?.runs[0]?.time, '2026-01-01T00:01:00+00:00');
    const { stdout } = await call(['-', '-n', '1'], {}, { stdin: '*/5 0-12 * * 1-5 /usr/bin/true\n'.repeat(30_000) });
    assert.match(stdout, /<stdin>:30000: /);
  }).timeout(60_000);

  it('any expression whatever: an answer or a reason', async () => {
    const word = fc.oneof(
      fc.constantFrom('*', '*/7', '0', '31', '2', '1-5', '0~9', '~', 'feb', 'sun', '@yearly', '%', '\0', '-'),
      fc.string({ maxLength: 3 }),
    );
    const expression = fc.array(word, { minLength: 2, maxLength: 7 }).map((words) => ` ${words.join(' ')}`);
    await fc.assert(
      fc.asyncProperty(expression, async (text) => {
        const { status, stdout, stderr } = await call(['--', text]);
        assert.doesNotMatch(stderr, /internal error/);
        assert.ok(status === 0 ? stdout !== '' : stderr.startsWith('daemonlint: '), text);
      }),
      { numRuns: 300 },
    );
  }).timeout(60_000);
});
