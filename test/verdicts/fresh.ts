/**
 * Lines that nobody has recorded, before the real `crontab -n` of Debian and before our parser: `node --import tsx test/verdicts/fresh.ts [SEED [COUNT]]`.
 * Prints where the two differ; exits 1 when they do, or when there is no such crontab.
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { daemonlint } from '../cli/memory-io.js';
import { linesAtRandom } from './lines.js';

/** Our verdict of each line, by its number from 1: `taken`, or the refusal. */
async function ours(lines: readonly string[]): Promise<ReadonlyMap<number, string>> {
  const args = ['parse', '--kind', 'crontab', '--dialect', 'debian', '--form', 'user', '--bits', '-'];
  const { status, stdout, stderr } = await daemonlint(args, {}, { stdin: Buffer.from(lines.map((line) => `${line}\n`).join('')) });
  if (status !== 0) throw new Error(`parse failed: ${stderr}`);
  const rows = (JSON.parse(stdout) as { lines: { line: number; error?: string }[] }).lines;
  return new Map(rows.map(({ line, error }) => [line, error ?? 'taken']));
}

/** What Debian's crontab says of a file with this one line: `bad minute`, or `taken`. */
function theirs(file: string, line: string): string {
  writeFileSync(file, `${line}\n`);
  const said = spawnSync('crontab', ['-n', file], { encoding: 'utf8' });
  if (said.error) throw said.error;
  return said.status === 0 ? 'taken' : (/^".*":\d+: (.*)$/m.exec(said.stderr)?.[1] ?? said.stderr);
}

async function main(seed: number, count: number): Promise<void> {
  const lines = linesAtRandom(count, seed);
  const own = await ours(lines);
  const folder = temporaryFolder('crontab-');
  const wrong: string[] = [];
  for (const [index, line] of lines.entries()) {
    const [we = 'taken', they] = [own.get(index + 1), theirs(join(folder, 'tab'), line)];
    if (we !== they) wrong.push(`${JSON.stringify(line)}: crontab -n says ${they}, we say ${we}`);
  }
  for (const line of wrong.slice(0, 20)) console.log(line);
  console.log(`seed ${seed}: ${lines.length - wrong.length} passed, ${wrong.length} failed`);
  process.exitCode = wrong.length > 0 ? 1 : 0;
}

const [seed = 1, count = 2500] = process.argv.slice(2).map(Number);
void main(seed, count);
