/** The command `compare`: what a change starts, stops and runs otherwise. */
import { type ComparedHost, compareHosts, instantIn } from '../../../core/src/index.js';
import { baseName, join, type Problem, problemOf } from '../../../workspace/src/index.js';
import { coloursFor } from '../colour.js';
import { unheededDialect } from '../dialect-names.js';
import { baseOf, rangeIn } from '../git.js';
import type { Io } from '../io.js';
import type { CompareOptions } from '../options.js';
import { problemText } from '../report/problem.js';
import { comparisonReporters } from './report.js';
import { settingChanges } from './settings.js';
import { differing, isThere, type Side, sideOf } from './sides.js';

/** `path` below the folder of a host, as it would be below that of another name. */
function underName(path: string, was: string, is: string): string {
  const inside = was === '' ? path : path.startsWith(`${was}/`) ? path.slice(was.length + 1) : undefined;
  return inside === undefined || was === is ? path : join(is, inside);
}

/** Both sides judged, where they differ. The only host of each side is the same one, and so are two files, whatever they are called. */
async function judged(before: Side, after: Side): Promise<readonly [readonly ComparedHost[], readonly ComparedHost[]]> {
  const paths = [...before.paths, ...after.paths];
  const [hostsBefore, hostsAfter] = [before.hosts(paths), after.hosts(paths)];
  const names = differing(hostsBefore, hostsAfter);
  const [old, now] = [await hostsBefore.judge(names), await hostsAfter.judge(names)];
  const [other, only] = [old[0], now[0]];
  if (hostsBefore.byName.size !== 1 || hostsAfter.byName.size !== 1 || !other || !only) return [old, now];
  const path = before.isFile && after.isFile ? only.files[0]?.path : undefined;
  const files = other.files.map((file) => ({ ...file, path: path ?? underName(file.path, other.name, only.name), from: file.path }));
  return [[{ ...other, name: only.name, files }], now];
}

const isUnreadable = ({ paths, problems }: Side): boolean => paths.length === 0 && problems.length > 0;

function complain(problems: readonly Problem[], io: Io): void {
  for (const text of new Set(problems.map(problemText))) io.stderr(`${text}\n`);
}

const NOTHING = 'neither side has a file that is named as an inetd.conf, a crontab or a listing of rc links';

/** The name of a commit as far as people read it. */
const SHORT = 10;

/** `.` says little of what was compared, the folder's name more; of a whole hash the beginning will do. */
const shown = (argument: string, io: Io): string =>
  argument === '.' ? baseName(io.cwd) : argument.replace(/^[0-9a-f]{40,64}$/, (hash) => hash.slice(0, SHORT));

interface Names {
  readonly before: string;
  readonly after: string;
  readonly title: string;
}

/** The sides by their names. `A..B` stands for both of them, as of git; with three dots the first is where B, or the work at hand, parted from A. */
async function namesOf(before: string, after: string, io: Io): Promise<Names | Problem> {
  const range = after === '.' ? rangeIn(before) : undefined;
  if (range === undefined || (await isThere(before, io))) return { before, after, title: `${shown(before, io)} to ${shown(after, io)}` };
  const tip = range.to || after;
  const title = `${shown(range.from, io)}${range.parted ? ' (where they parted)' : ''} to ${shown(tip, io)}`;
  if (!range.parted) return { before: range.from, after: tip, title };
  try {
    return { before: await baseOf(io, io.cwd, range.from, range.to || undefined), after: tip, title };
  } catch (error) {
    return problemOf(before, error);
  }
}

/** 0; 1 with `--exit-code` where something is to be told; 2 where something cannot be read, and what can be told is told all the same. */
export async function compare(first: string, second: string, options: CompareOptions, io: Io): Promise<0 | 1 | 2> {
  const zone = options.zone ?? io.zone;
  const from = options.from === undefined ? io.now : instantIn(zone, options.from);
  if (from === undefined) {
    io.stderr(`daemonlint: --from: “${options.from}” is no time: write it as 2026-03-28, 2026-03-28T02:00 or 2026-03-28T02:00+01:00\n`);
    return 2;
  }
  const named = await namesOf(first, second, io);
  if ('message' in named) {
    complain([named], io);
    return 2;
  }
  const { before, after, title } = named;
  const old = await sideOf(before, after, options, io);
  const now = isUnreadable(old) ? old : await sideOf(after, before, options, io);
  complain([...old.problems, ...now.problems], io);
  if (isUnreadable(old) || isUnreadable(now)) return 2;
  complain(unheededDialect(options.dialect, new Map([...old.kinds, ...now.kinds])), io);
  if (old.paths.length === 0 && now.paths.length === 0) io.stderr(`daemonlint: ${NOTHING}\n`);
  const [was, is] = await judged(old, now);
  const comparisons = compareHosts(was, is, { from, count: options.count });
  const settings = settingChanges(old.settings, now.settings);
  io.stdout(comparisonReporters[options.format]({ comparisons, settings, title, before, after }, coloursFor(io)));
  if (old.problems.length > 0 || now.problems.length > 0) return 2;
  return options.exitCode && comparisons.length + settings.length > 0 ? 1 : 0;
}
