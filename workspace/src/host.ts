/** Puts files together that belong to one host: those under one root. */
import { type Host, type Reading, seenBeside, summarise } from '../../core/src/index.js';
import { isAbsolute, join, parentOf, relativeTo } from './paths.js';

/** The root of a host shows by the folders that every Unix has in it. */
const BELOW_ROOT = /^(.*?)\/(?:(?:usr\/(?:local|pkg)|private)\/)?(?:etc|var\/(?:spool|cron))\//;

/** The root that `path` tells of: what stands before the last `etc/` or `var/spool/`; undefined when it tells of none. */
export function rootOf(path: string): string | undefined {
  let found: string | undefined;
  let rest = path;
  for (let hit = BELOW_ROOT.exec(rest); hit; hit = BELOW_ROOT.exec(rest)) {
    const done = path.length - rest.length;
    found = path.slice(0, done + (hit[1] ?? '').length);
    rest = rest.slice(hit[0].length - 1);
  }
  return found === '' ? '/' : found;
}

/** A path, and what else tells where its host begins. */
export interface Rooted {
  readonly path: string;
  /** The root that its project names; absent where it names none. */
  readonly named?: string | undefined;
  /** The root that its neighbours tell of; absent where they tell of none. */
  readonly beside?: string | undefined;
  /** The root where nothing tells of one. */
  readonly fallback: string;
}

/**
 * Finds the root of a path in the company of `paths`, of which it need not be one: what the project names, or the path tells. One that tells of none belongs to the nearest root above it that
 * another path, or its neighbours, tell of.
 */
export function rootFinder(paths: readonly Rooted[]): (one: Rooted) => string {
  const own = ({ path, named }: Rooted): string | undefined => named ?? rootOf(path);
  const roots = new Set(paths.flatMap((one) => own(one) ?? []));
  const above = ({ path, beside = '' }: Rooted): string | undefined => {
    for (let folder = parentOf(path); folder !== undefined && folder.length > beside.length; folder = parentOf(folder))
      if (roots.has(folder)) return folder;
    return undefined;
  };
  return (one) => own(one) ?? above(one) ?? one.beside ?? one.fallback;
}

/** The host under `root` as its files tell of it. */
export const hostOf = (root: string, files: readonly { readonly path: string; readonly document: Reading['document'] }[]): Host => ({
  root,
  files: files.map(({ path, document }) => summarise(relativeTo(root, path) ?? path, document)),
});

/** The path of a file of the host under `root`; one that lies elsewhere has its own. */
export const onHost = (root: string, file: string): string => (isAbsolute(file) ? file : join(root, file));

/** The path of `file` as people are told of it: as the host under `root` has it; what lies beside the root, as files do whose names alone tell of their hosts, by its name. */
export const seenOn = (root: string, file: string): string => relativeTo(root, file) || seenBeside(root, file) || file;
