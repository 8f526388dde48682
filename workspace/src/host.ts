/** Puts files together that belong to one host: those under one root. */
import { type Host, type HostFile, type Reading, summarise } from '../../core/src/index.js';
import { type Files, isFileError } from './files.js';
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
  /** The root where nothing tells of one. */
  readonly fallback: string;
}

/**
 * The root of each path: what the project names, or the path tells. One that tells of none belongs to the nearest root above it that another path tells of.
 */
export function rootsOf(paths: readonly Rooted[]): ReadonlyMap<string, string> {
  const own = ({ path, named }: Rooted): string | undefined => named ?? rootOf(path);
  const roots = new Set(paths.flatMap((one) => own(one) ?? []));
  const above = (path: string): string | undefined => {
    for (let folder = parentOf(path); folder !== undefined; folder = parentOf(folder)) if (roots.has(folder)) return folder;
    return undefined;
  };
  return new Map(paths.map((one) => [one.path, own(one) ?? above(one.path) ?? one.fallback]));
}

/** The host under `root` as its files tell of it. */
export const hostOf = (
  root: string,
  files: readonly { readonly path: string; readonly document: Reading['document'] }[],
  { system, scripts }: Pick<Host, 'system' | 'scripts'> = {},
): Host => ({
  root,
  ...(system && { system }),
  ...(scripts && { scripts }),
  files: files.map(({ path, document }) => summarise(relativeTo(root, path) ?? path, document)),
});

/** What only Debian and its likes have. */
const DEBIAN = ['etc/debian_version', 'etc/apt'];

/** The system of the host under `root`, as far as its files tell; what cannot be looked at tells nothing. */
export async function systemOf(files: Files, root: string): Promise<Host['system']> {
  for (const path of DEBIAN) {
    try {
      await files.stat(join(root, path));
      return 'debian';
    } catch (error) {
      if (!isFileError(error)) throw error;
    }
  }
  return undefined;
}

/** Where systems keep the programs that init starts. */
const PROGRAMS = ['bin', 'sbin', 'usr/bin', 'usr/sbin', 'usr/local/bin', 'usr/local/sbin', 'usr/libexec'];

/** The names in `folder` of the tree under `root`; undefined where there is none. Its links are taken as the host would take them, which has `root` for its `/`. */
async function namesIn(files: Files, root: string, folder: string): Promise<ReadonlySet<string> | undefined> {
  let at = root;
  for (const part of folder.split('/')) {
    const entry = (await files.list(at)).find(({ name }) => name === part);
    const target = entry?.type === 'link' ? await files.readLink?.(join(at, part)) : part;
    if (entry === undefined || target === undefined || target.split('/').includes('..')) return undefined;
    at = isAbsolute(target) ? join(root, target.slice(1)) : join(at, target);
  }
  return new Set((await files.list(at)).map(({ name }) => name));
}

/** What lies in the folders of programs under `root`, as far as they can be listed; undefined where none can: a folder with `etc` alone tells nothing of programs. */
export async function programsOf(files: Files, root: string): Promise<Host['programs']> {
  const found = new Map<string, ReadonlySet<string>>();
  for (const folder of PROGRAMS) {
    try {
      const names = await namesIn(files, root, folder);
      if (names) found.set(`/${folder}`, names);
    } catch (error) {
      if (!isFileError(error)) throw error;
    }
  }
  return found.size === 0 ? undefined : found;
}

/** True where what init starts again and again is among the launches: then it matters whether the programs are there. */
export const asksForPrograms = ({ launches }: Pick<HostFile, 'launches'>): boolean => launches.some(({ when }) => when.type === 'respawn');

/** The path of a file of the host under `root`; one that lies elsewhere has its own. */
export const onHost = (root: string, file: string): string => (isAbsolute(file) ? file : join(root, file));
