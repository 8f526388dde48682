// Several reports from one run, files that are written whole, and the formats that are only lines.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { formats } from '../../cli/src/options.js';
import { folderForEach } from '../cli/folders.js';
import { daemonlint, FINGER } from '../cli/memory-io.js';
import { bytesAt } from '../workspace/memory.js';
import { ALL, findings, told, toldAside, tree } from './support.js';

const read = (name: string) => JSON.parse(readFileSync(`schemas/${name}`, 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addSchema(read('report.schema.json'), 'report.schema.json');
const validLine = ajv.compile(read('report-line.schema.json'));

describe('--format jsonl', () => {
  it('has a line for each finding, each problem and the sums, valid by its schema', async () => {
    const { text } = await told('jsonl');
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const line of lines) assert.ok(validLine(line), ajv.errorsText(validLine.errors));
    const all = await findings();
    assert.deepEqual(
      lines.map(({ type }) => type),
      [...all.map(() => 'finding'), 'problem', 'summary'],
    );
    assert.deepEqual(
      lines.slice(0, all.length).map(({ type, kind, form, ...finding }) => finding),
      all,
    );
    assert.equal(lines.at(-1).findings, all.length);
  });

  it('marks what a baseline accepts, and tells what of it is gone', async () => {
    const lines = (await toldAside('jsonl', 'risky-daemon'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    for (const line of lines) assert.ok(validLine(line), ajv.errorsText(validLine.errors));
    const accepted = lines.filter(({ type, suppressed }) => type === 'finding' && suppressed === 'baseline');
    assert.equal(accepted.length, lines.at(-1).suppressed);
    assert.ok(accepted.length > 0 && accepted.every(({ rule }) => rule === 'risky-daemon'));
    assert.deepEqual(
      lines.filter(({ type }) => type === 'gone').map(({ path }) => path),
      ['etc/cron.d/clean'],
    );
  });
});

describe('formats without a mark for what a baseline accepts', () => {
  for (const format of ['github', 'gitlab', 'rdjson', 'checkstyle'] as const)
    it(`${format} tells the rest only`, async () => {
      const text = await toldAside(format, 'risky-daemon');
      assert.ok(!text.includes('risky-daemon') && text.includes('cleartext-login'));
    });
});

describe('a command to be copied', () => {
  for (const format of ['text', 'json', 'sarif', 'markdown', 'html'] as const)
    it(`is as seen from the current folder: ${format}`, async () => {
      const files = { "/h/host s/etc/cron.d/it's.q": '@daily root /usr/bin/x\n', '/h/host s/etc/apt/x': '' };
      const { stdout } = await daemonlint(['check', '--format', format, '.'], files);
      const said = stdout.replaceAll('&#39;', "'").replaceAll('\\\\', '\\');
      assert.ok(said.includes("mv -n 'host s/etc/cron.d/it'\\''s.q' 'host s/etc/cron.d/it-s-q'"), said);
      assert.ok(!stdout.includes('/h/host'), stdout);
    });
});

describe('several reports', () => {
  it('are written in one run: one to standard output, the others to files', async () => {
    const files = tree();
    const wishes = formats.flatMap((format) => ['--format', format === 'text' ? format : `${format}=etc/out.${format}`]);
    const { stdout, status } = await daemonlint(['check', ...wishes, ...ALL], files);
    assert.equal(status, 2);
    assert.match(stdout, /\d+ findings \(.*\) in \d+ files\n$/);
    for (const format of formats.filter((one) => one !== 'text'))
      assert.equal(Buffer.from(bytesAt(files, `/h/etc/out.${format}`), 'latin1').toString(), (await told(format)).text, format);
  });

  it('leave standard output alone where all have files', async () => {
    const { stdout } = await daemonlint(['check', '--format', 'text=out', 'etc/inetd.conf'], tree(), {
      isTTY: true,
      columns: 40,
      env: { FORCE_COLOR: '1' },
    });
    assert.equal(stdout, '');
  });

  it('know no colours and no terminal in files', async () => {
    const files = tree();
    await daemonlint(['check', '--format', 'text=out', ...ALL], files, { isTTY: true, columns: 40, env: { FORCE_COLOR: '1' } });
    assert.equal(Buffer.from(bytesAt(files, '/h/out'), 'latin1').toString(), (await told('text')).text);
  });

  for (const [what, args, message] of [
    ['two to standard output, one by its sign', ['json=-', 'sarif'], /One report can go to standard output/],
    ['two to standard output', ['json', 'sarif'], /One report can go to standard output; give the others a file/],
    ['the same file twice', ['json=a', 'sarif=a'], /This file would be written twice/],
    ['the same file twice, however it is spelled', ['json=out/../a', 'sarif=.//a'], /This file would be written twice/],
    ['no file behind the =', ['json='], /Behind the = stands the file/],
    ['an unknown format', ['sarf=x'], /The formats are text, .*\. Did you mean “sarif”\?\n$/],
  ] as const)
    it(`refuse ${what}`, async () => {
      const { stderr, status } = await daemonlint(['check', ...args.flatMap((arg) => ['--format', arg])], tree());
      assert.match(stderr, message);
      assert.equal(status, 2);
    });

  it('say what cannot be written; the others are', async () => {
    const files = tree();
    const { stderr, status } = await daemonlint(['check', '--format', 'json=gone/x', '--format', 'sarif=ok', 'etc/inetd.conf'], files);
    assert.match(stderr, /^daemonlint: gone\/x: the report cannot be written: its folder does not exist$/m);
    assert.equal(status, 2);
    assert.ok(bytesAt(files, '/h/ok').length > 1000);
  });
});

describe('a report in a file', function () {
  this.timeout(60_000);

  const at = folderForEach((place) => {
    mkdirSync(place('etc'));
    mkdirSync(place('out'));
    writeFileSync(place('etc/inetd.conf'), FINGER);
  });
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', path.resolve('cli/src/main.ts'), 'check', ...args, at('etc')], {
      encoding: 'utf8',
      cwd: process.cwd(),
    });

  it('is new, or takes the place of an old one with its mode; nothing is left beside it', () => {
    writeFileSync(at('out/old'), 'x'.repeat(100_000));
    chmodSync(at('out/old'), 0o640);
    const { status, stdout, stderr } = run('--format', `json=${at('out/new')}`, '--format', `json=${at('out/old')}`);
    assert.deepEqual([status, stdout, stderr], [1, '', '']);
    assert.equal(readFileSync(at('out/new'), 'utf8'), readFileSync(at('out/old'), 'utf8'));
    assert.equal(JSON.parse(readFileSync(at('out/new'), 'utf8')).summary.findings, 1);
    assert.equal(statSync(at('out/old')).mode & 0o7777, 0o640);
    assert.equal(statSync(at('out/new')).mode & 0o7777, 0o666 & ~process.umask());
    assert.deepEqual(readdirSync(at('out')).sort(), ['new', 'old']);
  });

  it('goes where a link leads, and into a pipe', () => {
    writeFileSync(at('real'), '');
    symlinkSync(at('real'), at('out/link'));
    run('--format', `json=${at('out/link')}`);
    assert.ok(lstatSync(at('out/link')).isSymbolicLink());
    assert.equal(JSON.parse(readFileSync(at('real'), 'utf8')).summary.findings, 1);
    const command = `"$0" --import tsx cli/src/main.ts check --format json=/dev/stdout "$1" | cat`;
    const piped = spawnSync('sh', ['-c', command, process.execPath, at('etc')], { encoding: 'utf8' });
    assert.equal(JSON.parse(piped.stdout).summary.findings, 1);
  });

  it('is reported where the disk is full or the folder is not there', () => {
    const full = run('--format', 'json=/dev/full');
    assert.match(full.stderr, /^daemonlint: \/dev\/full: the report cannot be written: /m);
    const gone = run('--format', `json=${at('gone/x')}`);
    assert.match(gone.stderr, /gone\/x: the report cannot be written: its folder does not exist$/m);
    assert.deepEqual([full.status, gone.status], [2, 2]);
  });
});
