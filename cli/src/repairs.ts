/** What `--fix` and `--diff` do with all the files of a review. */
import { encode, join, type Problem } from '../../workspace/src/index.js';
import { type Refused, withElsewhere } from './elsewhere.js';
import { type Answer, type Repair, repairOf, writeFixed } from './fix.js';
import type { Gathered } from './gather.js';
import type { Io } from './io.js';
import { patchOf } from './patch.js';
import { locator } from './report/report.js';
import type { Reviewed } from './review.js';
import type { Input } from './survey.js';
import { visible } from './visible.js';

type Repairs = ReturnType<typeof withElsewhere>;

export function repairsOf(files: readonly Reviewed[], unsafe: boolean): Repairs {
  const own = files.flatMap((file) => repairOf(file, unsafe) ?? []);
  return withElsewhere(files, own, unsafe);
}

/** Where a finding is: a place in a file, or a link by its name alone. */
function placer(): (answer: Answer) => string {
  const locate = locator();
  return ({ of, finding: { span } }) => {
    const at = locate(of, { span });
    if (at?.link !== undefined) return visible(join(at.path, at.link));
    return `${visible(of.input.shown)}:${at?.start.line}:${at?.start.column}`;
  };
}

function sayRefused(refused: readonly Refused[], say: (text: string) => void): void {
  const place = placer();
  for (const one of refused) say(`${place(one)}: not fixed: ${visible(one.fix.title)} (${one.why}) [${one.finding.rule}]\n`);
}

/** `--diff`: the patch and nothing else on standard output. Gives the exit code. */
export function showPatch({ repairs, refused }: Repairs, problems: readonly Problem[], io: Io): 0 | 1 | 2 {
  let changes = false;
  for (const { file, edits } of repairs) {
    const { shown, source } = file.input;
    const patch = patchOf(shown, source.text, edits);
    changes ||= patch !== '';
    io.stdout(encode(patch, source.encoding));
  }
  sayRefused(refused, io.stderr);
  if (problems.length > 0) return 2;
  return changes ? 1 : 0;
}

/** Says what was fixed, and once for all files what remains to be done. */
function sayFixed(repairs: readonly Repair[], say: (text: string) => void): void {
  const place = placer();
  for (const { fixed } of repairs) for (const one of fixed) say(`${place(one)}: fixed: ${visible(one.fix.title)} [${one.finding.rule}]\n`);
  for (const note of new Set(repairs.flatMap(({ notes }) => notes))) say(`Still to do: ${note}\n`);
}

/** `--fix`: writes, says what it did, and gives the inputs as they read now. */
export async function fixAll(
  files: readonly Reviewed[],
  unsafe: boolean,
  problems: Problem[],
  io: Io,
  say: (text: string) => void,
): Promise<Input[]> {
  const done: Repair[] = [];
  const inputs: Input[] = [];
  const { repairs, refused } = repairsOf(files, unsafe);
  const byFile = new Map(repairs.map((repair) => [repair.file, repair]));
  for (const file of files) {
    const repair = byFile.get(file);
    const fixed = repair && (await writeFixed(repair, io));
    if (fixed && 'message' in fixed) problems.push(fixed);
    else if (repair) done.push(repair);
    inputs.push(fixed && 'source' in fixed ? fixed : file.input);
  }
  sayFixed(done, say);
  sayRefused(refused, say);
  return inputs;
}

/** Prints standard input as it reads now: what was taken in must come out, fixed or not. */
export function passOn(inputs: readonly Input[], { unread }: Gathered, io: Io): void {
  const bytes = inputs.find(({ isStdin }) => isStdin)?.source.bytes ?? unread;
  if (bytes) io.stdout(bytes);
}
