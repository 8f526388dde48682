/** What `--fix` and `--diff` do with all the files of a review. */
import { encode, join, linkIn, type Problem } from '../../workspace/src/index.js';
import { type Refused, withElsewhere } from './elsewhere.js';
import { type Answer, type Repair, repairOf, writeFixed } from './fix.js';
import type { Gathered } from './gather.js';
import type { Io } from './io.js';
import { patchOf } from './patch.js';
import { spotter } from './place.js';
import type { Reviewed } from './review.js';
import type { Input } from './survey.js';
import { visible } from './visible.js';

type Repairs = ReturnType<typeof withElsewhere>;

export function repairsOf(files: readonly Reviewed[], unsafe: boolean): Repairs {
  const own = files.flatMap((file) => repairOf(file, unsafe) ?? []);
  return withElsewhere(files, own, unsafe);
}

/** Where a finding is, as the reports have it: a place in a file, or a link. */
function placer(): (answer: Answer) => string {
  const spotters = new Map<Reviewed, ReturnType<typeof spotter>>();
  return ({ of, finding }) => {
    const { shown, source } = of.input;
    const link = linkIn(source, finding.span.start);
    if (link !== undefined) return visible(join(shown, link));
    const spot = spotters.get(of) ?? spotter(source.text);
    spotters.set(of, spot);
    const { line, column } = spot(finding.span.start);
    return `${visible(shown)}:${line}:${column}`;
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
