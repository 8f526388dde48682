/** Findings that a change brings, mends or puts aside. */

import type { Reading } from '../../lint/lint.js';
import type { Finding } from '../../model/finding.js';
import { lineIndexAt } from '../../model/line-at.js';
import { memo } from '../../model/memo.js';
import { lineStarts, placeOf } from '../../text/lines.js';
import { keysOf } from '../identity.js';
import { areAlike } from './likeness.js';
import type { ComparedFile, FindingChange, HostComparison, Job, Pair, PutAside } from './model.js';
import { whereabouts } from './whereabouts.js';

const knownKeys = memo<Reading, ReadonlyMap<Finding, string>>();

/** What the findings of `file` are known by: asked for several times. */
const keysIn = ({ reading }: ComparedFile): ReadonlyMap<Finding, string> =>
  knownKeys.get(reading) ?? knownKeys.set(reading, keysOf(reading));

/** Where findings of `file` are told to be. */
function seenIn(file: ComparedFile): (finding: Finding) => FindingChange {
  const starts = lineStarts(file.reading.document.text);
  return (finding) => ({ ...whereabouts(file, finding.span.start, placeOf(starts, finding.span.start).line), finding });
}

/** The findings of `file` that `other` does not have. */
function findingsBeyond(file: ComparedFile | undefined, other: ComparedFile | undefined): FindingChange[] {
  if (file === undefined) return [];
  const keys = other && keysIn(other);
  const known = new Set(other?.reading.findings.map((finding) => keys?.get(finding)));
  const [own, seen] = [keysIn(file), seenIn(file)];
  return file.reading.findings.flatMap((finding) => (known.has(own.get(finding)) ? [] : [seen(finding)]));
}

/** The keys of what is put aside in `file`. */
function silencedKeys(file: ComparedFile | undefined): ReadonlySet<string | undefined> {
  const keys = file && keysIn(file);
  return new Set(file?.reading.silenced.map(({ finding }) => keys?.get(finding)));
}

/** What `after` puts aside and `before` does not: who silences a finding has not mended what it is about. */
function putAside(before: ComparedFile | undefined, after: ComparedFile | undefined): PutAside[] {
  if (after === undefined) return [];
  const [known, own, seen] = [silencedKeys(before), keysIn(after), seenIn(after)];
  return after.reading.silenced.flatMap(({ finding, silence }) => (known.has(own.get(finding)) ? [] : [{ ...seen(finding), silence }]));
}

/** What is gone from `before`, and not only silenced. */
function solvedIn(before: ComparedFile | undefined, after: ComparedFile | undefined): FindingChange[] {
  const [silenced, keys] = [silencedKeys(after), before && keysIn(before)];
  return findingsBeyond(before, after).filter(({ finding }) => !silenced.has(keys?.get(finding)));
}

/** A finding, and the Line that it is of. */
interface Place {
  readonly change: FindingChange;
  readonly at: string;
  readonly text: string;
}

/** Names the line that a job stands on. */
const lineAt = ({ file, line }: Pick<Job, 'file' | 'line'>): string => `${file}\0${line}`;

function placesOf(file: ComparedFile | undefined, changes: readonly FindingChange[]): readonly Place[] {
  if (file === undefined) return [];
  const { document } = file.reading;
  const starts = lineStarts(document.text);
  return changes.map((change) => {
    const index = lineIndexAt(document, change.finding.span.start);
    const line = placeOf(starts, document.starts[index] ?? 0).line + 1;
    return { change, at: lineAt({ file: file.path, line }), text: document.lines[index]?.text ?? '' };
  });
}

/** What jobs tell of findings without a subject: which line became which. */
interface Lines {
  /** From the lines of jobs of the new side to what they were; to undefined for new jobs. */
  readonly was: ReadonlyMap<string, string | undefined>;
  /** The lines of all jobs of the old side. */
  readonly jobs: ReadonlySet<string>;
}

const linesOf = (pairs: readonly Pair<Job>[]): Lines => ({
  was: new Map(pairs.flatMap(({ before, after }) => (after ? [[lineAt(after), before && lineAt(before)] as const] : []))),
  jobs: new Set(pairs.flatMap(({ before }) => (before ? [lineAt(before)] : []))),
});

/** True where `now` says of a line that was altered what `old` said of it. */
function isSaidStill(old: Place, now: Place, { was, jobs }: Lines): boolean {
  if (now.change.finding.subject !== undefined) return true;
  if (was.has(now.at) || jobs.has(old.at)) return was.get(now.at) === old.at;
  return areAlike(old.text, now.text);
}

const saidIn = ({ change: { finding } }: Place): string => `${finding.rule}\0${finding.subject}\0${finding.message}`;

/** With so many lines one that is no job's is compared: a file of thousands was written anew. */
const MOST = 100;

/** Those of both sides that say the same of the same thing, out of the lists: an entry that is edited keeps what is said of it. */
function withoutSame(solved: readonly Place[], appeared: readonly Place[], lines: Lines): readonly [readonly Place[], readonly Place[]] {
  const left = new Map<string, Place[]>();
  for (const one of solved) {
    const others = left.get(saidIn(one));
    if (others === undefined) left.set(saidIn(one), [one]);
    else others.push(one);
  }
  const fresh = appeared.filter((now) => {
    const others = left.get(saidIn(now)) ?? [];
    const at = others.findIndex((old, index) => (index < MOST || lines.was.has(now.at)) && isSaidStill(old, now, lines));
    if (at !== -1) others.splice(at, 1);
    return at === -1;
  });
  const gone = new Set([...left.values()].flat());
  return [solved.filter((one) => gone.has(one)), fresh];
}

/** The findings of files that come and those that go; `jobs` tells which line of a crontab was which. */
export function findingChanges(
  pairs: readonly Pair<ComparedFile>[],
  jobs: readonly Pair<Job>[],
): Pick<HostComparison, 'appeared' | 'solved' | 'putAside'> {
  const lines = linesOf(jobs);
  const byFile = pairs.map(({ before, after }) =>
    withoutSame(placesOf(before, solvedIn(before, after)), placesOf(after, findingsBeyond(after, before)), lines),
  );
  // A job or a service may have gone into another file, and what is said of it with it.
  const isOfOne = ({ at, change }: Place) => change.finding.subject !== undefined || lines.was.has(at) || lines.jobs.has(at);
  const [gone, fresh] = [byFile.flatMap(([old]) => old), byFile.flatMap(([, now]) => now)];
  const [goneOnes, freshOnes] = withoutSame(gone.filter(isOfOne), fresh.filter(isOfOne), lines);
  const kept = new Set([...goneOnes, ...freshOnes]);
  const told = (places: readonly Place[]) => places.filter((one) => !isOfOne(one) || kept.has(one)).map(({ change }) => change);
  return { appeared: told(fresh), solved: told(gone), putAside: pairs.flatMap(({ before, after }) => putAside(before, after)) };
}
