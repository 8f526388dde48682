/**
 * Lines that nobody has recorded, before the real programs and before our parser: `node --import tsx test/verdicts/fresh.ts [SEED [COUNT [PROGRAM]]]`.
 * PROGRAM is what refuses them: `crontab` of Debian's cron (that of the path, if none is named) or of cronie, or a `busybox` with crond, as root.
 * Prints where the two differ; exits 1 when they do, or when there is no such program.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { daemonlint } from '../cli/memory-io.js';
import { linesAtRandom } from './lines.js';
import { oddLines } from './odd-lines.js';

interface Judge {
  readonly dialect: string;
  /** Part of what the program prints about itself. */
  readonly mark: RegExp;
  /** What it says of a file with this one line: `bad minute`, or `taken`. */
  readonly verdict: (program: string, folder: string, line: string) => string;
  /** Lines that it is not asked about. */
  readonly spares?: RegExp;
}

/** How many milliseconds BusyBox's crond takes to read its files; then it would wait for the clock. */
const READS = 80;

/** A complaint of `crontab` about the first line, behind its place. */
const COMPLAINT = /^".*":\d+: (.*)$/m;

function checked(program: string, flag: string, folder: string, line: string): string {
  const file = join(folder, 'tab');
  writeFileSync(file, `${line}\n`);
  const { error, status, stderr } = spawnSync(program, [flag, file], { encoding: 'utf8' });
  if (error) throw error;
  return status === 0 ? 'taken' : (COMPLAINT.exec(stderr)?.[1] ?? stderr);
}

function entered(program: string, folder: string, line: string): string {
  const log = join(folder, 'log');
  const tabs = join(folder, 'tabs');
  spawnSync('mkdir', ['-p', tabs]);
  writeFileSync(join(tabs, 'root'), `${line}\n`);
  rmSync(log, { force: true });
  const { signal } = spawnSync(program, ['crond', '-f', '-l', '0', '-L', log, '-c', tabs], { timeout: READS });
  if (signal !== 'SIGTERM') return 'the program breaks off';
  const said = readFileSync(log, 'utf8');
  return said.includes('parse error') ? 'refused' : /^[01]+$/m.test(said) ? 'taken' : 'passed over';
}

const judges: readonly Judge[] = [
  // That cronie draws beyond a field, and goes round at a Sunday 0 in its head alone, is chance, or another release.
  { dialect: 'cronie', mark: /-T\b/, verdict: (program, folder, line) => checked(program, '-T', folder, line), spares: /~/ },
  // Built without the folder of root's crontabs it breaks off at each word with an @.
  { dialect: 'busybox', mark: /BusyBox/, verdict: entered, spares: /^\s*@|\\$/ },
  { dialect: 'debian', mark: /-n\b/, verdict: (program, folder, line) => checked(program, '-n', folder, line) },
];

/** Our verdict of each line, by its number from 1. */
async function ours(lines: readonly string[], dialect: string): Promise<ReadonlyMap<number, string>> {
  const args = ['parse', '--kind', 'crontab', '--dialect', dialect, '--form', 'user', '--bits', '-'];
  const { status, stdout, stderr } = await daemonlint(args, {}, { stdin: Buffer.from(lines.map((line) => `${line}\n`).join('')) });
  if (status !== 0) throw new Error(`parse failed: ${stderr}`);
  const rows = (JSON.parse(stdout) as { lines: { line: number; ok?: string; error?: string }[] }).lines;
  const told = ({ ok, error }: { ok?: string; error?: string }) =>
    dialect !== 'busybox' ? (error ?? 'taken') : error !== undefined ? 'refused' : ok === 'entry' ? 'taken' : 'passed over';
  return new Map(rows.map((row) => [row.line, told(row)]));
}

async function main(seed: number, count: number, program: string): Promise<void> {
  const usage = spawnSync(program, ['--help'], { encoding: 'utf8' });
  const judge = judges.find(({ mark }) => mark.test(`${usage.stdout}${usage.stderr}`));
  if (judge === undefined) throw new Error(`${program} is none of the programs that are known here`);
  const all = [...linesAtRandom(count, seed), ...oddLines(count, seed)];
  const lines = all.filter((line) => judge.spares?.test(line) !== true);
  const own = await ours(lines, judge.dialect);
  const folder = temporaryFolder('crontab-');
  const wrong: string[] = [];
  for (const [index, line] of lines.entries()) {
    const [we = 'taken', they] = [own.get(index + 1), judge.verdict(program, folder, line)];
    if (we !== they) wrong.push(`${JSON.stringify(line)}: ${judge.dialect} says ${they}, we say ${we}`);
  }
  for (const line of wrong.slice(0, 20)) console.log(line);
  console.log(`${judge.dialect}, seed ${seed}: ${lines.length - wrong.length} passed, ${wrong.length} failed`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

const [seed = '1', count = '1500', program = 'crontab'] = process.argv.slice(2);
void main(Number(seed), Number(count), program);
