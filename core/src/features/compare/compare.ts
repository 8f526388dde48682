/** Compares two trees of configuration: pure, from what was read of them. */

import type { Reading } from '../../lint/lint.js';
import { byName } from './by-name.js';
import { filePairs } from './file-pairs.js';
import { findingChanges } from './findings.js';
import { jobChange, jobsIn } from './jobs.js';
import type {
  ComparedFile,
  ComparedHost,
  ComparedRuns,
  HostComparison,
  Job,
  JobChange,
  Pair,
  ScriptChange,
  ServiceChange,
  SettingChange,
} from './model.js';
import { pairsOf } from './pairing.js';
import { underNewNames } from './renamed.js';
import { serviceChanges } from './services.js';
import { settingChanges } from './settings.js';

/** True for two readings of the same text as the same thing. */
const isSame = (a: Reading, b: Reading): boolean =>
  a.document.text === b.document.text &&
  a.document.form === b.document.form &&
  a.kind === b.kind &&
  a.document.dialects.join() === b.document.dialects.join() &&
  a.context.zone === b.context.zone &&
  a.context.mode === b.context.mode;

const isChanged = ({ before, after }: Pair<ComparedFile>): boolean =>
  !before || !after || before.path !== after.path || !isSame(before.reading, after.reading);

function jobPairs(pairs: readonly Pair<ComparedFile>[], runs: ComparedRuns): readonly Pair<Job>[] {
  const jobs = (files: readonly (ComparedFile | undefined)[]) => files.flatMap((file) => (file ? [...jobsIn(file, runs)] : []));
  return pairsOf(jobs(pairs.map(({ before }) => before)), jobs(pairs.map(({ after }) => after)));
}

function jobChanges(pairs: readonly Pair<Job>[], settings: readonly SettingChange[]): JobChange[] {
  const changes = pairs.flatMap((pair) => jobChange(pair, settings) ?? []);
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

/** True for a program that nothing is known of and that a job starts, such as one at the boot: it is told as the job that it is. */
function isToldAsJob({ before, after, where }: ServiceChange, jobs: readonly JobChange[]): boolean {
  if ((after ?? before)?.fact !== undefined || where.length === 0) return false;
  const told = jobs.flatMap((change) => [change.before, change.after]);
  return where.every(({ file, line }) => told.some((job) => job?.file === file && job.line === line));
}

/** Scripts are told by themselves: there the name is half of what cron goes by. */
const renamedIn = ({ before, after }: Pair<ComparedFile>): HostComparison['renamed'] =>
  before && after && before.path !== after.path && !after.reading.kind.scripts ? [{ before: before.path, after: after.path }] : [];

/** True for a variable of a file that came or went whole: it is told of the jobs that are altered by it. Where it ends all mail, it is told. */
function isOfJobsAlone({ file, name, after }: SettingChange, pairs: readonly Pair<ComparedFile>[], jobs: readonly Pair<Job>[]): boolean {
  if (name === 'MAILTO' && after === '') return false;
  const isWhole = pairs.some(({ before: was, after: is }) => (was === undefined) !== (is === undefined) && (is ?? was)?.path === file);
  return isWhole && jobs.some((job) => job.before?.file === file || job.after?.file === file);
}

function compareHost(before: ComparedHost | undefined, after: ComparedHost | undefined, told: ComparedRuns): HostComparison {
  const pairs = filePairs(before?.files ?? [], after?.files ?? []);
  const changed = pairs.filter(isChanged);
  const paired = jobPairs(changed, told);
  const settings = changed.flatMap(settingChanges);
  const jobs = jobChanges(paired, settings);
  return {
    name: (after ?? before)?.name ?? '',
    ...(before?.was !== undefined && { was: before.was }),
    renamed: pairs.flatMap(renamedIn),
    services: serviceChanges(before, after).filter((change) => !isToldAsJob(change, jobs)),
    jobs,
    settings: settings.filter((change) => !isOfJobsAlone(change, changed, paired)),
    scripts: changed.flatMap(scriptChanges),
    ...findingChanges(pairs, paired),
  };
}

const isEmpty = ({ was, renamed, services, jobs, settings, scripts, appeared, solved, putAside: aside }: HostComparison): boolean =>
  was === undefined && [renamed, services, jobs, settings, scripts, appeared, solved, aside].every((list) => list.length === 0);

/** What became of the hosts of `before` in `after`, by name; those of which nothing is to be told are left out. */
export function compareHosts(before: readonly ComparedHost[], after: readonly ComparedHost[], told: ComparedRuns): HostComparison[] {
  const named = (hosts: readonly ComparedHost[]) => new Map(hosts.map((host) => [host.name, host]));
  return [...byName(named(underNewNames(before, after)), named(after))]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((host) => compareHost(host.before, host.after, told))
    .filter((one) => !isEmpty(one));
}
