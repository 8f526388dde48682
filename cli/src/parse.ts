/** The command `parse`: what the daemon makes of each line of a file, as JSON; schemas/parse.schema.json describes it. */
import type { Choice, LineRecord } from '../../core/src/index.js';
import { version } from '../../package.json';
import { unknownDialect } from './dialect-names.js';
import type { Io } from './io.js';
import { readOne } from './one.js';
import type { ParseOptions, WishOptions } from './options.js';
import { countLineFeeds } from './place.js';
import { problemText } from './report/problem.js';

/** Lines printed at once: those of a large file do not wait in memory for one another. */
const BATCH = 1000;

type Printed = LineRecord | Readonly<Record<string, unknown>>;

type Recorder = (line: number) => Printed | undefined;

/** Each Line with its first physical line, 1-based, and the last one where it has several. */
function* recordsOf(lines: readonly { readonly text: string }[], recorder: Recorder): Generator<Printed, void> {
  let line = 1;
  for (const [index, { text }] of lines.entries()) {
    const record = recorder(index);
    const feeds = countLineFeeds(text);
    const last = line + feeds - (text.endsWith('\n') ? 1 : 0);
    yield { line, ...(last > line && { lastLine: last }), ...record };
    line += feeds;
  }
}

const costsFile = (record: Printed): boolean => record.costs === 'file';

/** Head and tail around the lines, each of which is one line of the output too. */
function print({ kind, form }: Choice, dialect: string, records: Iterable<Printed>, bits: boolean, io: Io): void {
  const head = { version, kind: kind.id, dialect, form };
  io.stdout(
    `{\n${Object.entries(head)
      .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`)
      .join('')}  "lines": [`,
  );
  let batch: string[] = [];
  let before = '\n    ';
  let fileIgnored = false;
  for (const record of records) {
    batch.push(before, JSON.stringify(record));
    before = ',\n    ';
    fileIgnored ||= costsFile(record);
    if (batch.length >= BATCH) {
      io.stdout(batch.join(''));
      batch = [];
    }
  }
  io.stdout(`${batch.join('')}${before.startsWith(',') ? '\n  ' : ''}]${bits ? '' : `,\n  "fileIgnored": ${fileIgnored}`}\n}\n`);
}

/** What is wrong with the dialect that was asked for, now that the kind is known. */
export const refusalOf = ({ kind }: Choice, { dialect }: WishOptions): string | undefined =>
  dialect === undefined ? undefined : unknownDialect(dialect, kind.id);

/** 0 whatever the lines are; 2 where nothing can be read. */
export async function parse(path: string, options: ParseOptions, io: Io): Promise<0 | 2> {
  const { one, problems } = await readOne(path, options, io);
  for (const problem of problems) io.stderr(`${problemText(problem)}\n`);
  if (one === undefined) return 2;
  const { choice, source, shown } = one;
  const bits = options.bits === true;
  // The one that was asked for, else the first that is plausible.
  const [dialect = ''] = choice.dialects;
  const asked = { form: choice.form, dialect };
  const read = choice.kind.read(source.text, { ...choice, dialects: [dialect] });
  const { lines } = read.document;
  const message =
    refusalOf(choice, options) ??
    (bits && lines.length > 0 && !read.bits(0, asked) ? '--bits is for crontabs of users and of the system' : undefined);
  if (message !== undefined) {
    io.stderr(`${problemText({ path: shown, message })}\n`);
    return 2;
  }
  const records = recordsOf(lines, (index) => (bits ? read.bits(index, asked) : read.record(index, asked)));
  print(choice, dialect, records, bits, io);
  return problems.length > 0 ? 2 : 0;
}
