// `--format rdjson`: by the format's own validator, in bytes, and applied as reviewdog applies it.
import assert from 'node:assert/strict';
import { type DiagnosticResult, validate } from '@umbrelladocs/rdformat-validator';
import fc from 'fast-check';
import { daemonlint, FINGER, TELNET } from '../cli/memory-io.js';
import { bytesAt, type Tree } from '../workspace/memory.js';
import { ALL, findings, ODD, told, tree } from './support.js';

async function report(args: readonly string[] = ALL, files: Tree = tree()): Promise<DiagnosticResult['diagnostics']> {
  const { text } = await told('rdjson', args, files);
  const value: unknown = JSON.parse(text);
  const { valid, errors } = await validate(text, { strictMode: true });
  assert.ok(valid, JSON.stringify(errors));
  assert.equal(text, `${JSON.stringify(value, undefined, 2)}\n`);
  return (value as DiagnosticResult).diagnostics;
}

/** The bytes within a range of one line. */
function bytesWithin(files: Tree, { location: { path, range } }: DiagnosticResult['diagnostics'][number]): string {
  const lines = bytesAt(files, `/h/${path}`).split('\n');
  const { start, end } = range ?? { start: { line: 0 } };
  assert.equal(start.line, end?.line);
  return Buffer.from((lines[start.line - 1] ?? '').slice((start.column ?? 0) - 1, (end?.column ?? 0) - 1), 'latin1').toString();
}

describe('--format rdjson', () => {
  it('is valid by the format, and tells all findings and problems', async () => {
    const diagnostics = await report();
    const all = await findings();
    assert.equal(diagnostics.length, all.length + 1);
    assert.deepEqual(
      diagnostics.slice(0, -1).map(({ message, code, severity }) => [message, code?.value, severity]),
      all.map(({ message, rule, severity }) => [message, rule, severity === 'hint' ? 'INFO' : severity.toUpperCase()]),
    );
    assert.deepEqual(diagnostics.at(-1), {
      message: 'permission denied',
      location: { path: 'etc/cron.d/secret' },
      severity: 'ERROR',
      code: { value: 'problem' },
    });
    assert.ok(diagnostics.some(({ location }) => location.path === ODD));
    assert.deepEqual(await report(['etc/cron.d/clean']), []);
  });

  it('counts columns in bytes of UTF-8', async () => {
    const diagnostics = await report();
    const percent = diagnostics.find(({ code }) => code?.value === 'crontab/unescaped-percent');
    assert.equal(percent && bytesWithin(tree(), percent), '%');
    assert.equal(percent?.location.range?.start.column, '0 3 * * * root echo ++++ `date +%'.length);
  });

  it('gives a link no range', async () => {
    const link = (await report()).find(({ location }) => location.path === 'etc/rc.d/rc3.d/S50snmpd');
    assert.deepEqual([link?.location.range, link?.suggestions], [undefined, undefined]);
  });

  it('suggests whole lines: those of the first suggestion, which hosts ask for', async () => {
    for (const { suggestions = [] } of await report()) {
      for (const { range } of suggestions) assert.deepEqual(Object.keys({ ...range.start, ...range.end }), ['line']);
      assert.ok(new Set(suggestions.map(({ range }) => JSON.stringify(range))).size <= 1);
    }
  });

  it('suggests what --fix does, line for line', async () => {
    const line = fc.constantFrom(FINGER, TELNET, '# 😀 é\n', FINGER.replace(' stream', ' \\\n stream'), '\n');
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 5 }), fc.boolean(), async (lines, crlf) => {
        const text = lines.join('').replaceAll('\n', crlf ? '\r\n' : '\n');
        const files: Tree = { '/h/etc/inetd.conf': text };
        const diagnostics = (await report(['etc'], files)).filter(({ code }) => code?.value === 'risky-daemon');
        for (const { suggestions: [suggestion] = [] } of diagnostics) {
          if (suggestion === undefined) continue;
          const { start, end } = suggestion.range;
          const physical = text.split(/(?<=\n)/);
          const old = physical.splice(
            start.line - 1,
            (end?.line ?? start.line) - start.line + 1,
            `${suggestion.text}${crlf ? '\r\n' : '\n'}`,
          );
          assert.match(old[0] ?? '', /^finger/);
          assert.match(physical[start.line - 1] ?? '', /^#finger/);
          const alone: Tree = { '/h/etc/inetd.conf': old.join('') };
          await daemonlint(['check', '--fix', 'etc'], alone);
          assert.equal(suggestion.text, bytesAt(alone, '/h/etc/inetd.conf').replace(/\r?\n$/, ''));
        }
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);

  it('suggests nothing where a suggestion cannot say it, such as a missing line feed', async () => {
    const [missing] = await report(['etc'], { '/h/etc/crontab': '0 1 * * * root :' });
    assert.deepEqual([missing?.code?.value, missing?.suggestions], ['crontab/missing-newline', undefined]);
  });

  it('suggests no other lines than those that a fix changes, and none for the line ends of a whole file', async () => {
    const files: Tree = {
      '/h/etc/inetd.conf': `# a\n${FINGER}# b\n${TELNET}# c\n`.replaceAll('\n', '\r\n'),
      '/h/etc/cron.d/x': '# a\r\n0 3 * * * root cp a b-$(date +%F)\r\n# b\r\n',
    };
    const told = (await report(['etc'], files)).map(({ code, suggestions = [] }) => [
      code?.value,
      ...suggestions.map(({ range }) => range),
    ]);
    const line = (at: number) => ({ start: { line: at }, end: { line: at } });
    assert.deepEqual(told, [
      ['crontab/unescaped-percent', line(2)],
      ['crontab/carriage-return'],
      ['risky-daemon', line(2)],
      ['inetd/carriage-return'],
      ['cleartext-login', line(4)],
    ]);
  });
});
