/** Compares two trees of configuration: pure, from what was read of them. */

import type { Reading } from '../../lint/lint.js';
import type { Finding } from '../../model/finding.js';
import { memo } from '../../model/memo.js';
import { lineStarts, placeOf } from '../../text/lines.js';
import { keysOf } from '../identity.js';
import { byName } from './by-name.js';
import { jobChange, jobsIn } from './jobs.js';
import type {
  ComparedFile,
  ComparedHost,
  ComparedRuns,
  FindingChange,
  HostComparison,
  JobChange,
  Pair,
  PutAside,
  ScriptChange,
  ServiceChange,
} from './model.js';
import { pairsOf } from './pairing.js';
import { underNewNames } from './renamed.js';
import { serviceChanges } from './services.js';
import { settingChanges } from './settings.js';
import { whereabouts } from './whereabouts.js';

const byPath = (files: readonly ComparedFile[]): ReadonlyMap<string, ComparedFile> => new Map(files.map((file) => [file.path, file]));

/** True for two readings of the same text as the same thing. */
const isSame = (a: Reading, b: Reading): boolean =>
  a.document.text === b.document.text &&
  a.document.form === b.document.form &&
  a.kind === b.kind &&
  a.document.dialects.join() === b.document.dialects.join() &&
  a.context.zone === b.context.zone &&
  a.context.mode === b.context.mode;

/** Files in pairs by their paths, or by their text where one was renamed; in order. */
function filePairs(before: readonly ComparedFile[], after: readonly ComparedFile[]): Pair<ComparedFile>[] {
  const [old, now] = [byPath(before), byPath(after)];
  const moved = new Map(before.filter(({ path }) => !now.has(path)).map((file) => [file.reading.document.text, file]));
  const taken = new Set<ComparedFile>();
  const pairs = after.map((is): Pair<ComparedFile> => {
    const was = old.get(is.path) ?? moved.get(is.reading.document.text);
    if (was === undefined || taken.has(was) || was.reading.kind !== is.reading.kind) return { after: is };
    taken.add(was);
    return { before: was, after: is };
  });
  const gone = before.filter((file) => !taken.has(file)).map((was): Pair<ComparedFile> => ({ before: was }));
  const pathOf = ({ before: was, after: is }: Pair<ComparedFile>) => (is ?? was)?.path ?? '';
  return [...pairs, ...gone].sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
}

const isChanged = ({ before, after }: Pair<ComparedFile>): boolean =>
  !before || !after || before.path !== after.path || !isSame(before.reading, after.reading);

function jobChanges(pairs: readonly Pair<ComparedFile>[], runs: ComparedRuns): JobChange[] {
  const jobs = (files: readonly (ComparedFile | undefined)[]) => files.flatMap((file) => (file ? [...jobsIn(file, runs)] : []));
  const found = pairsOf(jobs(pairs.map(({ before }) => before)), jobs(pairs.map(({ after }) => after)));
  const changes = found.flatMap((pair) => jobChange(pair) ?? []);
  const placeOf = ({ before, after }: JobChange) => [(after ?? before)?.file ?? '', (after ?? before)?.line ?? 0] as const;
  return changes.sort((a, b) => {
    const [[file, line], [other, below]] = [placeOf(a), placeOf(b)];
    return file === other ? line - below : file < other ? -1 : 1;
  });
}

const EXECUTE = 0o111;

/** True for a script that is run as far as its bits tell; unknown ones do. */
const runs = ({ reading }: ComparedFile): boolean => ((reading.context.mode ?? EXECUTE) & EXECUTE) !== 0;

/** A script with another name is another one: the name is half of what cron goes by. */
function scriptChanges({ before, after }: Pair<ComparedFile>): ScriptChange[] {
  if (before && after && before.path !== after.path) return [...scriptChanges({ before }), ...scriptChanges({ after })];
  const file = after ?? before;
  if (!file?.reading.kind.scripts) return [];
  const [was, is] = [before !== undefined && runs(before), after !== undefined && runs(after)];
  return was || is ? [{ file: file.path, turn: was && is ? 'changed' : is ? 'on' : 'off' }] : [];
}

const keys = memo<Reading, ReadonlyMap<Finding, string>>();

/** What the findings of `file` are known by: asked for several times. */
const keysIn = ({ reading }: ComparedFile): ReadonlyMap<Finding, string> => keys.get(reading) ?? keys.set(reading, keysOf(reading));

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

/** `findings` without those that `others` have of the same thing: an entry that is edited keeps what is said of its service. */
function without(findings: readonly FindingChange[], others: readonly FindingChange[]): readonly FindingChange[] {
  const keyOf = ({ finding: { rule, subject, message } }: FindingChange) => `${rule}\0${subject}\0${message}`;
  const known = others.filter(({ finding }) => finding.subject !== undefined).map(keyOf);
  return findings.filter((one) => {
    const at = known.indexOf(keyOf(one));
    if (at !== -1) known.splice(at, 1);
    return at === -1;
  });
}

/** The findings of a file that come and those that go. */
function findingChanges({ before, after }: Pair<ComparedFile>): Pick<HostComparison, 'appeared' | 'solved' | 'putAside'> {
  const [appeared, solved] = [findingsBeyond(after, before), solvedIn(before, after)];
  return { appeared: without(appeared, solved), solved: without(solved, appeared), putAside: putAside(before, after) };
}

/** True for a program that nothing is known of and that a job starts, such as one at the boot: it is told as the job that it is. */
function isToldAsJob({ before, after, where }: ServiceChange, jobs: readonly JobChange[]): boolean {
  if ((after ?? before)?.fact !== undefined || where.length === 0) return false;
  const told = jobs.flatMap((change) => [change.before, change.after]);
  return where.every(({ file, line }) => told.some((job) => job?.file === file && job.line === line));
}

function compareHost(before: ComparedHost | undefined, after: ComparedHost | undefined, told: ComparedRuns): HostComparison {
  const pairs = filePairs(before?.files ?? [], after?.files ?? []);
  const changed = pairs.filter(isChanged);
  const jobs = jobChanges(changed, told);
  const found = pairs.map(findingChanges);
  return {
    name: (after ?? before)?.name ?? '',
    ...(before?.was !== undefined && { was: before.was }),
    services: serviceChanges(before, after).filter((change) => !isToldAsJob(change, jobs)),
    jobs,
    settings: changed.flatMap(settingChanges),
    scripts: changed.flatMap(scriptChanges),
    appeared: found.flatMap(({ appeared }) => appeared),
    solved: found.flatMap(({ solved }) => solved),
    putAside: found.flatMap((changes) => changes.putAside),
  };
}

const isEmpty = ({ was, services, jobs, settings, scripts, appeared, solved, putAside: aside }: HostComparison): boolean =>
  was === undefined && [services, jobs, settings, scripts, appeared, solved, aside].every((list) => list.length === 0);

/** What became of the hosts of `before` in `after`, by name; those of which nothing is to be told are left out. */
export function compareHosts(before: readonly ComparedHost[], after: readonly ComparedHost[], told: ComparedRuns): HostComparison[] {
  const named = (hosts: readonly ComparedHost[]) => new Map(hosts.map((host) => [host.name, host]));
  return [...byName(named(underNewNames(before, after)), named(after))]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((host) => compareHost(host.before, host.after, told))
    .filter((one) => !isEmpty(one));
}
