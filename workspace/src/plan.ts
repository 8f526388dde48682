/** From a folder to the script that turns off what is found on the host in it, or the one that takes that back. */
import {
  type About,
  identify,
  type PlacedReading,
  type PlanSystem,
  planOf,
  planScript,
  systemsOf,
  tellingPaths,
  undoScript,
} from '../../core/src/index.js';
import { type Files, isThere, type Problem } from './files.js';
import { seenOn } from './host.js';
import { type Base, hasFilesBeside, judge, type ReadHost } from './members.js';
import { join } from './paths.js';
import { readSource } from './source.js';

export interface PlanWish {
  /** Whose commands to use; told from the files when it is left out. */
  readonly system?: PlanSystem | undefined;
  readonly undo: boolean;
  /** Of the host that is meant, where there may be several. */
  readonly root?: string | undefined;
}

/** Hosts as they were read. */
export interface FoundHosts {
  readonly hosts: readonly ReadHost[];
  readonly problems: readonly Problem[];
}

export type PlanAnswer = { readonly problems: readonly Problem[] } & (
  | { readonly type: 'script'; readonly script: string }
  /** No file there is of a known kind. */
  | { readonly type: 'nothing' }
  /** A plan is for one. `apart`: by the names of their files alone, which lie beside each other. */
  | { readonly type: 'hosts'; readonly roots: readonly string[]; readonly apart: boolean }
  /** The files tell of several systems, or of none where a service is to be turned off. `unplanned`: the system that its listings are of, where there are no plans for it. */
  | { readonly type: 'systems'; readonly told: readonly PlanSystem[]; readonly unplanned?: string }
);

const isNamed = (path: string, text: string): boolean => identify({ path, text, sniff: false }) !== undefined;

/** True where something is at `path`, and a file is what its name says: Arch and OpenRC have an rc.conf as well. */
async function isTelling(files: Files, path: string): Promise<boolean> {
  if (!(await isThere(files, path))) return false;
  if (!isNamed(path, '')) return true;
  const source = await readSource(files, { path, type: 'file' });
  return 'message' in source || isNamed(path, source.text);
}

/** Those of the paths that tell of a system which are there under `root`. */
async function tellingPathsUnder(files: Files, root: string): Promise<ReadonlySet<string>> {
  const paths = Object.values(tellingPaths).flat();
  const there = await Promise.all(paths.map((path) => isTelling(files, join(root, path))));
  return new Set(paths.filter((_, index) => there[index]));
}

const readingsOf = (read: ReadHost, base: Base): readonly PlacedReading[] =>
  judge(read, read.members, base).map(({ member, reading }) => ({ path: seenOn(read.host.root, member.source.path), reading }));

/** True where a listing is of SMF, whose commands no plan has. */
const isOfSolaris = (readings: readonly PlacedReading[]): boolean => readings.some(({ reading }) => reading.document.form === 'smf');

/** The script for the only one of `hosts`, or the one that is meant. What could not be read is a problem, and the script is about the rest. */
export async function planFor(
  files: Files,
  { hosts, problems }: FoundHosts,
  { system: asked, undo, root }: PlanWish,
  about: About,
  base: Base,
): Promise<PlanAnswer> {
  const read = hosts.length > 1 ? hosts.find(({ host }) => host.root === root) : hosts[0];
  if (hosts.length === 0) return { type: 'nothing', problems };
  if (read === undefined) return { type: 'hosts', roots: hosts.map(({ host }) => host.root), apart: hosts.some(hasFilesBeside), problems };
  const readings = readingsOf(read, base);
  const told = asked === undefined ? systemsOf(await tellingPathsUnder(files, read.host.root), readings) : [asked];
  const plan = told.length > 1 ? undefined : planOf(readings, told[0]);
  if (plan === undefined)
    return { type: 'systems', told, ...(told.length === 0 && isOfSolaris(readings) && { unplanned: 'Solaris' }), problems };
  return { type: 'script', script: (undo ? undoScript : planScript)(plan, about), problems };
}
