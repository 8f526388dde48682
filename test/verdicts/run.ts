/**
 * Runs `daemonlint parse --bits` over the recorded verdicts of the real crons, where their folder lies beside the project, and compares key by key.
 * Prints the agreement of each dialect; exits 1 on a disagreement that is not listed below with its reason.
 */
import { existsSync, readFileSync } from 'node:fs';
import { daemonlint } from '../cli/memory-io.js';

const folder = new URL('../../../shared/verdicts/', import.meta.url);
const DIALECTS = ['debian', 'cronie', 'freebsd', 'openbsd', 'busybox'] as const;

type Value = Readonly<Record<string, unknown>>;

interface Row {
  readonly line: string;
  readonly mode: 'user' | 'system';
  readonly random?: true;
  readonly [dialect: string]: unknown;
}

/** What our parser prints of each line, by the same way as anybody gets it. */
async function ours(dialect: string, form: string, lines: readonly string[]): Promise<readonly Value[]> {
  const args = ['parse', '--kind', 'crontab', '--dialect', dialect, '--form', form, '--bits', '-'];
  const { status, stdout, stderr } = await daemonlint(args, {}, { stdin: Buffer.from(lines.map((line) => `${line}\n`).join('')) });
  if (status !== 0) throw new Error(`parse failed: ${stderr}`);
  return (JSON.parse(stdout) as { lines: Value[] }).lines;
}

/** Who exists is a matter of the recording machine, not of the syntax. */
const LOCAL = new Set(['bad username', 'bad group name']);

interface Tally {
  judged: number;
  agreed: number;
  local: number;
  readonly listed: Map<string, number>;
  readonly wrong: string[];
}

/** Keys of a recorded verdict that ours has otherwise. */
function differences(said: Value, own: Value, random: boolean): string[] {
  // What a `~` draws is chance: there only the verdict counts.
  const keys = random && said.ok === 'entry' ? ['ok'] : Object.keys(said);
  return keys.filter((key) => JSON.stringify(said[key]) !== JSON.stringify(own[key]));
}

async function overLines(rows: readonly Row[], dialect: string): Promise<Tally> {
  const tally: Tally = { judged: 0, agreed: 0, local: 0, listed: new Map(), wrong: [] };
  for (const form of ['user', 'system'] as const) {
    const asked = rows.filter(({ mode }) => mode === form);
    const read = await ours(dialect, form, asked.map(({ line }) => line));
    for (const [index, row] of asked.entries()) {
      const said = row[dialect] as Value | undefined;
      if (said === undefined) continue;
      if (LOCAL.has(String(said.error))) {
        tally.local++;
        continue;
      }
      tally.judged++;
      const own = read[index] ?? {};
      const other = differences(said, own, row.random === true);
      if (other.length === 0) tally.agreed++;
      else tally.wrong.push(`${JSON.stringify(row.line)} (${form}): ${other.map((key) => `${key} is ${JSON.stringify(said[key])}, ours ${JSON.stringify(own[key])}`).join('; ')}`);
    }
  }
  return tally;
}

async function main(): Promise<void> {
  const rows = readFileSync(new URL('crontab.jsonl', folder), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Row);
  let failed = 0;
  for (const dialect of DIALECTS) {
    const { judged, agreed, local, wrong } = await overLines(rows, dialect);
    failed += wrong.length;
    console.log(`${dialect}: ${agreed} of ${judged} lines agree${local > 0 ? `; ${local} turn on who exists on the recording machine` : ''}`);
    for (const text of wrong.slice(0, 20)) console.log(`  ${text}`);
  }
  process.exitCode = failed > 0 ? 1 : 0;
}

if (existsSync(folder)) void main();
else console.log('no recorded verdicts here: nothing to do');
