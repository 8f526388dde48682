/** From a folder to the script that turns off what is found on the host in it, or the one that takes that back. */
import {
  type About,
  type PlacedReading,
  type PlanSystem,
  planOf,
  planScript,
  systemsOf,
  tellingPaths,
  undoScript,
} from '../../core/src/index.js';
import { type Files, isFileError, type Problem } from './files.js';
import { type Base, judge, type ReadHost, readHosts } from './members.js';
import { join, relativeTo } from './paths.js';

export interface PlanWish {
  /** Whose commands to use; told from the files when it is left out. */
  readonly system?: PlanSystem | undefined;
  readonly undo: boolean;
}

export type PlanAnswer = { readonly problems: readonly Problem[] } & (
  | { readonly type: 'script'; readonly script: string }
  /** No file there is of a known kind. */
  | { readonly type: 'nothing' }
  /** A plan is for one. */
  | { readonly type: 'hosts'; readonly roots: readonly string[] }
  /** The files tell of several systems, or of none where a service is to be turned off. */
  | { readonly type: 'systems'; readonly told: readonly PlanSystem[] }
);

async function isThere(files: Files, path: string): Promise<boolean> {
  try {
    await files.stat(path);
    return true;
  } catch (error) {
    if (!isFileError(error)) throw error;
    return false;
  }
}

/** Those of the paths that tell of a system which are there under `root`. */
async function tellingPathsUnder(files: Files, root: string): Promise<ReadonlySet<string>> {
  const paths = Object.values(tellingPaths).flat();
  const there = await Promise.all(paths.map((path) => isThere(files, join(root, path))));
  return new Set(paths.filter((_, index) => there[index]));
}

const readingsOf = (read: ReadHost, base: Base): readonly PlacedReading[] =>
  judge(read, read.members, base).map(({ member, reading }) => ({
    path: relativeTo(read.host.root, member.source.path) ?? member.source.path,
    reading,
  }));

/** Reads the host in `folder` and writes its script. What cannot be read is a problem, and the script is about the rest. */
export async function planFor(
  files: Files,
  folder: string,
  { system: asked, undo }: PlanWish,
  about: About,
  base: Base,
): Promise<PlanAnswer> {
  const { hosts, problems } = await readHosts(files, folder);
  const [read, ...others] = hosts;
  if (read === undefined) return { type: 'nothing', problems };
  if (others.length > 0) return { type: 'hosts', roots: hosts.map(({ host }) => host.root), problems };
  const readings = readingsOf(read, base);
  const told = asked === undefined ? systemsOf(await tellingPathsUnder(files, read.host.root), readings) : [asked];
  const plan = told.length > 1 ? undefined : planOf(readings, told[0]);
  if (plan === undefined) return { type: 'systems', told, problems };
  return { type: 'script', script: (undo ? undoScript : planScript)(plan, about), problems };
}
