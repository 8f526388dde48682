/** Carries fixes out: the safe ones, or all. */
import { applyEdits, type Edit, type Finding, type Fix, fixFor, safeEdits } from '../../core/src/index.js';
import { type Problem, problemOf, spliceEdits } from '../../workspace/src/index.js';
import type { Io } from './io.js';
import type { Reviewed } from './review.js';
import type { Input } from './survey.js';

/** A fix, with the file whose finding it answers. */
export interface Answer {
  readonly of: Reviewed;
  readonly finding: Finding;
  readonly fix: Fix;
}

/** What `--fix` would do to one file. */
export interface Repair {
  readonly file: Reviewed;
  readonly edits: readonly Edit[];
  /** What remains to be done on the host. */
  readonly notes: readonly string[];
  readonly fixed: readonly Answer[];
}

/** False for a listing and for a directory of links. */
export const canBeFixed = ({ reading, input }: Reviewed): boolean => reading.kind.configures && input.source.bytes !== undefined;

/** The findings of `file` but those that a baseline puts up with. */
export const unaccepted = ({ reading, accepted }: Reviewed): readonly Finding[] =>
  reading.findings.filter((finding) => !accepted.has(finding));

/** The repair for a file that has something to fix. */
export function repairOf(file: Reviewed, unsafe: boolean): Repair | undefined {
  if (!canBeFixed(file)) return undefined;
  const findings = unaccepted(file);
  const { edits, notes } = safeEdits(findings, unsafe);
  const wanted = new Set(edits);
  const fixed = findings.flatMap((finding) => {
    const fix = fixFor(finding, unsafe);
    return fix?.edits.every((edit) => wanted.has(edit)) ? [{ of: file, finding, fix }] : [];
  });
  return edits.length === 0 ? undefined : { file, edits, notes, fixed };
}

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at]);

/** The input as it reads with `edits` carried out. */
function fixedInput({ input }: Reviewed, edits: readonly Edit[]): Input & { readonly bytes: Uint8Array } {
  const { source } = input;
  const bytes = spliceEdits(source.bytes ?? new Uint8Array(), source.text, source.encoding, edits);
  return { ...input, bytes, source: { ...source, bytes, text: applyEdits(source.text, edits) } };
}

/** Writes the fixed file, unless it is not any more what was reviewed. Gives the fixed input or the problem. */
export async function writeFixed({ file, edits }: Repair, io: Io): Promise<Input | Problem> {
  const { source, shown, isStdin } = file.input;
  const fixed = fixedInput(file, edits);
  if (isStdin) return fixed;
  try {
    const now = await io.files.read(source.path);
    // It may have been reached, and fixed, by another path.
    if (same(now, fixed.bytes)) return fixed;
    if (!same(now, source.bytes ?? new Uint8Array()))
      return { path: shown, message: 'was changed by someone else during the review and is left as it is; run it again' };
    await io.files.write(source.path, fixed.bytes);
    return fixed;
  } catch (error) {
    const { message } = problemOf(shown, error);
    return { path: shown, message: `cannot be written: ${message}` };
  }
}
