/** What `--fix` and `--diff` do with all the files of a review. */
import { encode, type Problem } from '../../workspace/src/index.js';
import { type Repair, repairOf, writeFixed } from './fix.js';
import type { Gathered } from './gather.js';
import type { Io } from './io.js';
import { patchOf } from './patch.js';
import { spotter } from './place.js';
import type { Reviewed } from './review.js';
import type { Input } from './survey.js';
import { visible } from './visible.js';

export const repairsOf = (files: readonly Reviewed[], unsafe: boolean): Repair[] => files.flatMap((file) => repairOf(file, unsafe) ?? []);

/** `--diff`: the patch and nothing else on standard output. Gives the exit code. */
export function showPatch(repairs: readonly Repair[], problems: readonly Problem[], io: Io): 0 | 1 | 2 {
  let changes = false;
  for (const { file, edits } of repairs) {
    const { shown, source } = file.input;
    const patch = patchOf(shown, source.text, edits);
    changes ||= patch !== '';
    io.stdout(encode(patch, source.encoding));
  }
  if (problems.length > 0) return 2;
  return changes ? 1 : 0;
}

/** Says what was fixed, and once for all files what remains to be done. */
function sayFixed(repairs: readonly Repair[], say: (text: string) => void): void {
  for (const { file, fixed } of repairs) {
    const spot = spotter(file.input.source.text);
    for (const { finding, fix } of fixed) {
      const { line, column } = spot(finding.span.start);
      say(`${visible(file.input.shown)}:${line}:${column}: fixed: ${visible(fix.title)} [${finding.rule}]\n`);
    }
  }
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
  for (const file of files) {
    const repair = repairOf(file, unsafe);
    const fixed = repair && (await writeFixed(repair, io));
    if (fixed && 'message' in fixed) problems.push(fixed);
    else if (repair) done.push(repair);
    inputs.push(fixed && 'source' in fixed ? fixed : file.input);
  }
  sayFixed(done, say);
  return inputs;
}

/** Prints standard input as it reads now: what was taken in must come out, fixed or not. */
export function passOn(inputs: readonly Input[], { unread }: Gathered, io: Io): void {
  const bytes = inputs.find(({ isStdin }) => isStdin)?.source.bytes ?? unread;
  if (bytes) io.stdout(bytes);
}
