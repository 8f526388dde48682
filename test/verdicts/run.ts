/**
 * Runs `daemonlint parse --bits` over the recorded verdicts of the real crons, where their folder lies beside the project, and compares key by key;
 * and `daemonlint check` over those of the real inetds.
 * Prints the agreement of each dialect; exits 1 on a disagreement that is not listed below with its reason.
 */
import { existsSync, readFileSync } from 'node:fs';
import { agrees, type Case, casesIn, shownIn } from './cases.js';
import { count, LOCAL, ours, overLines, rowsIn, shownLine } from './crontab.js';
import { overInetds } from './inetd.js';
import { report, type Tally } from './tally.js';

const folder = new URL('../../../shared/verdicts/', import.meta.url);
const DIALECTS = ['debian', 'cronie', 'freebsd', 'openbsd', 'busybox', 'systemd-cron'] as const;

/** Names of the columns of the table. */
const COLUMNS: Readonly<Record<string, string>> = { freebsd: 'freebsd11', openbsd: 'openbsd78' };

async function overCases(cases: readonly Case[], dialect: string): Promise<Tally> {
  const tally: Tally = { agreed: 0, local: 0, listed: [], wrong: [] };
  for (const form of ['user', 'system'] as const) {
    const asked = cases.filter((one) => one.form === form);
    const read = await ours(
      dialect,
      form,
      asked.map(({ line }) => line),
    );
    for (const [index, { name, line, verdicts }] of asked.entries()) {
      const shown = shownIn(verdicts[COLUMNS[dialect] ?? dialect] ?? '');
      const own = read[index] ?? {};
      const local = shown.type === 'refused' && LOCAL.has(shown.message);
      const problem = `${name}, ${shownLine(line, form)}: ${JSON.stringify(shown)}, ours ${JSON.stringify(own).slice(0, 200)}`;
      count(tally, `${name}, ${dialect}`, local, agrees(shown, own, line.includes('~')) ? '' : problem);
    }
  }
  return tally;
}

async function main(): Promise<void> {
  const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
  const rows = rowsIn(read('crontab.jsonl'));
  const cases = casesIn(read('crontab-cases.tsv'));
  let wrong = 0;
  for (const dialect of DIALECTS) {
    wrong += report(`${dialect}, generated lines`, await overLines(rows, dialect));
    wrong += report(`${dialect}, named cases`, await overCases(cases, dialect));
  }
  for (const [what, tally] of await overInetds(read('inetd.jsonl'))) wrong += report(what, tally);
  process.exitCode = wrong > 0 ? 1 : 0;
}

if (existsSync(folder)) void main();
else console.log('no recorded verdicts here: nothing to do');
