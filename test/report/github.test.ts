// `--format github`: workflow commands as GitHub's own toolkit writes them, ten at most; the rest in the log and in the summary.
import assert from 'node:assert/strict';
import { FINGER } from '../cli/memory-io.js';
import { bytesAt, type Tree } from '../workspace/memory.js';
import { ALL, findings, ODD, told, tree } from './support.js';

const annotations = (text: string): string[] => text.split('\n').filter((line) => /^::(error|warning|notice) /.test(line));

/** As the runner reads a command. */
function read(line: string) {
  const [, name = '', properties = '', data = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
  const back = (text: string) =>
    text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%3A/g, ':').replace(/%2C/g, ',').replace(/%25/g, '%');
  const entries = properties.split(',').map((part) => [part.slice(0, part.indexOf('=')), back(part.slice(part.indexOf('=') + 1))]);
  return { name, message: back(data), properties: Object.fromEntries(entries) as Record<string, string> };
}

/** What GitHub's toolkit prints for the same annotation. */
async function byToolkit(line: string): Promise<string> {
  const core = await import('@actions/core');
  const { name, message, properties } = read(line);
  const { write } = process.stdout;
  let printed = '';
  process.stdout.write = (text: string | Uint8Array) => {
    printed += String(text);
    return true;
  };
  try {
    const { file = '', line: startLine, endLine, col: startColumn, endColumn, title = '' } = properties;
    const numbers = { startLine, endLine, startColumn, endColumn };
    const given = Object.entries(numbers).flatMap(([key, value]) => (value === undefined ? [] : [[key, Number(value)]]));
    core[name as 'error' | 'warning' | 'notice'](message, { title, file, ...Object.fromEntries(given) });
  } finally {
    process.stdout.write = write;
  }
  return printed.trimEnd();
}

const sorted = (line: string): string =>
  line.replace(/ (.*?)::/, (_, properties: string) => ` ${properties.split(',').sort().join(',')}::`);

const many = (count: number): Tree => ({
  '/h/etc/crontab': '61 * * * * root :\n',
  '/h/etc/inetd.conf': Array.from({ length: count }, (_, at) => `10.0.0.${at}:${FINGER}`).join(''),
});

describe('--format github', () => {
  it('writes what the toolkit writes', async () => {
    const lines = annotations((await told('github')).text);
    assert.ok(lines.length >= 5);
    for (const line of lines) assert.equal(sorted(line), sorted(await byToolkit(line)));
  });

  it('says of each finding where it is and what is wrong', async () => {
    const all = await findings(['etc/inetd.conf']);
    const lines = annotations((await told('github', ['etc/inetd.conf'])).text).map(read);
    assert.deepEqual(
      lines.map(({ message, properties: { file, line, col, endLine, title } }) => [message, file, line, col, endLine, title]).sort(),
      all
        .map(({ message, path, start, end, rule }) => [
          message,
          path,
          `${start.line}`,
          `${start.column}`,
          `${end.line}`,
          `daemonlint: ${rule}`,
        ])
        .sort(),
    );
  });

  it('makes ten annotations at most, the worst first, and puts the rest into the log and the summary', async () => {
    const files = { ...many(30), '/h/summary': 'before\n' };
    const { text } = await told('github', ['etc'], files, { env: { GITHUB_STEP_SUMMARY: '/h/summary' } });
    const lines = annotations(text);
    assert.equal(lines.length, 10);
    assert.match(lines[0] ?? '', /^::error file=etc\/crontab,/);
    const all = await findings(['etc'], many(30));
    const rest = text.split('\n').filter((line) => line.startsWith('- '));
    assert.equal(rest.length, all.length - 10);
    assert.ok(text.includes(`${rest.length} more, without an annotation:\n`));
    const summary = Buffer.from(bytesAt(files, '/h/summary'), 'latin1').toString();
    assert.match(summary, /^before\n### daemonlint: \d+ findings/);
    assert.equal(summary.split('\n').filter((line) => /^\| (error|warning|info|hint) /.test(line)).length, all.length);
  });

  it('counts what could not be reviewed among the ten', async () => {
    const { text, status } = await told('github', ['etc'], { ...many(30), '/h/etc/cron.d/secret': { denied: true } });
    const lines = annotations(text);
    assert.deepEqual([lines.length, status], [10, 2]);
    assert.match(lines[0] ?? '', /^::error file=etc\/cron\.d\/secret,title=daemonlint%3A could not be reviewed::/);
  });

  it('lets no file name give a command', async () => {
    const files: Tree = { [`/h/${ODD}`]: many(30)['/h/etc/inetd.conf'] ?? '' };
    const { text } = await told('github', ['--kind', 'inetd', ODD], files);
    for (const line of text.split('\n').filter(Boolean))
      assert.ok(/^(- |\d+ more, )/.test(line) || read(line).properties.file === ODD, line);
  });

  it('keeps the summary within what GitHub takes', async () => {
    const files: Tree = { ...many(1), '/h/etc/inetd.conf': FINGER.repeat(9000), '/h/summary': '' };
    await told('github', ['etc'], files, { env: { GITHUB_STEP_SUMMARY: '/h/summary' } });
    const size = bytesAt(files, '/h/summary').length;
    assert.ok(size > 500_000 && size < 1 << 20, String(size));
    assert.match(bytesAt(files, '/h/summary'), /There is no room for \d+ more/);
  }).timeout(60_000);

  it('says so when the summary cannot be written', async () => {
    const files = { ...tree(), '/h/summary': { denied: true } as const };
    const { stderr, status } = await told('github', ALL, files, { env: { GITHUB_STEP_SUMMARY: '/h/summary' } });
    assert.match(stderr, /^daemonlint: \/h\/summary: cannot be added to: permission denied$/m);
    assert.equal(status, 2);
  });
});
