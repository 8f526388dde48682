/** Recorded verdicts on lines of crontabs, compared key by key with what `daemonlint parse --bits` prints of them. */
import { daemonlint } from '../cli/memory-io.js';
import type { Tally } from './tally.js';

type Value = Readonly<Record<string, unknown>>;

/** A line, and what each daemon that was asked made of it, by the name of its dialect. */
export interface Row {
  readonly line: string;
  readonly mode: 'user' | 'system';
  readonly random?: true;
  readonly [dialect: string]: unknown;
}

/** The rows of a file that has one on each line. */
export const rowsIn = (text: string): readonly Row[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

/** What our parser prints of each line, by the same way as anybody gets it. */
export async function ours(dialect: string, form: string, lines: readonly string[]): Promise<readonly Value[]> {
  const args = ['parse', '--kind', 'crontab', '--dialect', dialect, '--form', form, '--bits', '-'];
  // Each was alone in its file: the next one must not be joined to it.
  const ended = lines.map((line) => (dialect === 'busybox' && line.endsWith('\\') ? `${line}\n\n` : `${line}\n`));
  const { status, stdout, stderr } = await daemonlint(args, {}, { stdin: Buffer.from(ended.join('')) });
  if (status !== 0) throw new Error(`parse failed: ${stderr}`);
  return (JSON.parse(stdout) as { lines: Value[] }).lines;
}

/** Who exists is a matter of the recording machine, not of the syntax. */
export const LOCAL = new Set(['bad username', 'bad group name']);

/** Why ours differs, by name of the case and dialect. */
const LISTED: Readonly<Record<string, string>> = {
  'utf8 nbsp, busybox':
    'the recorder, in Python, cut the line at the no-break space; BusyBox cuts at blanks and tabs, and five words are too few',
  'vtab, busybox': 'the recorder, in Python, cut the line at the vertical tab; BusyBox does not',
  'utf8 BOM, busybox': 'the recorder shows the three bytes of the mark as three characters',
  'NUL in field, busybox':
    'a text of C ends at the NUL: one word is too few, and is dropped without the complaint that the recorder waited for',
};

/** Keys of a recorded verdict that ours has otherwise. */
function differences(said: Value, own: Value, random: boolean): string[] {
  // What is drawn is chance: there only the verdict counts.
  const keys = random && said.ok === 'entry' ? ['ok'] : Object.keys(said);
  return keys.filter((key) => JSON.stringify(said[key]) !== JSON.stringify(own[key]));
}

export const shownLine = (line: string, form: string): string =>
  `${JSON.stringify(line.length > 70 ? `${line.slice(0, 70)}…` : line)} (${form})`;

/** Sorts a line in: `problem` is what ours has otherwise, or ''. */
export function count(tally: Tally, name: string, local: boolean, problem: string): void {
  if (problem === '') tally.agreed++;
  else if (local) tally.local++;
  else if (LISTED[name] !== undefined) tally.listed.push(`${name}: ${LISTED[name]}`);
  else tally.wrong.push(problem);
}

export async function overLines(rows: readonly Row[], dialect: string): Promise<Tally> {
  const tally: Tally = { agreed: 0, local: 0, listed: [], wrong: [] };
  for (const form of ['user', 'system'] as const) {
    const asked = rows.filter((row) => row.mode === form && row[dialect] !== undefined);
    const read = await ours(
      dialect,
      form,
      asked.map(({ line }) => line),
    );
    for (const [index, row] of asked.entries()) {
      const said = row[dialect] as Value;
      const own = read[index] ?? {};
      const other = differences(said, own, row.random === true);
      const parts = other.map((key) => `${key} is ${JSON.stringify(said[key])}, ours ${JSON.stringify(own[key])}`);
      count(tally, '', LOCAL.has(String(said.error)), other.length === 0 ? '' : `${shownLine(row.line, form)}: ${parts.join('; ')}`);
    }
  }
  return tally;
}
