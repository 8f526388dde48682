/** A review that is measured by more than the rules: by what changed, or by a baseline. */
import type { Accepted, Problem } from '../../workspace/src/index.js';
import { type Baseline, marked, readBaseline, vanished } from './baseline.js';
import { type Changes, changesOf } from './changes/changes.js';
import { narrow, outsiders, touchedBy } from './changes/narrow.js';
import type { Gathered } from './gather.js';
import type { Io } from './io.js';
import type { CheckOptions } from './options.js';
import { underNewNames } from './renamed.js';
import { type Reviewed, review } from './review.js';

/** By what a review is measured, besides the rules. */
export interface Measure {
  readonly changes?: Changes;
  readonly baseline?: Baseline;
}

/** Without what it is to be measured by, a review would tell the wrong things. */
export async function measureOf(options: CheckOptions, io: Io): Promise<Measure | { readonly problems: readonly Problem[] }> {
  const changes = await changesOf(options, io);
  if (changes && 'message' in changes) return { problems: [changes] };
  const baseline = options.baseline === undefined ? undefined : await readBaseline(options.baseline, io);
  if (baseline && 'problems' in baseline) return baseline;
  return { ...(changes && { changes }), ...(baseline && { baseline }) };
}

export interface Measured {
  readonly files: Reviewed[];
  /** The same with the findings that no change is answerable for. */
  readonly whole: readonly Reviewed[];
  /** What the baseline accepts and is found no more. */
  readonly gone: readonly Accepted[];
  /** The baseline, with the names that its files have now. */
  readonly baseline?: Baseline;
}

/** The review of what was gathered, with the findings that a baseline accepts marked, and those left out that no change is answerable for. */
export async function measured(
  gathered: Gathered,
  paths: readonly string[],
  problems: Problem[],
  { audience }: CheckOptions,
  { changes, baseline }: Measure,
  io: Io,
): Promise<Measured> {
  // What a baseline accepts may be gone from anywhere.
  const inputs = changes && !baseline ? touchedBy(gathered.inputs, gathered, changes) : gathered.inputs;
  const all = await review(inputs, gathered, io, audience);
  const known = baseline && (await underNewNames(baseline, all, io));
  const files = known ? marked(all, known) : all;
  const gone = known ? vanished(known, all, paths, problems, io) : [];
  const told = { whole: files, gone, ...(known && { baseline: known }) };
  if (changes === undefined) return { files, ...told };
  const narrowed = await narrow(files, changes, gathered, io, audience);
  problems.push(...outsiders(gathered.inputs, changes), ...narrowed.problems);
  return { files: narrowed.files, ...told };
}
