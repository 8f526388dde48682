/** Puts files together that belong to one host: those under one root. */
import { type Host, type Reading, servicesIn, summarise } from '../../core/src/index.js';
import { type Files, isFileError, readWhole } from './files.js';
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

/** What files of a host tell that are none of ours. */
export type HostTold = Pick<Host, 'system' | 'services'>;

/** The host under `root` as its files tell of it. */
export const hostOf = (
  root: string,
  files: readonly { readonly path: string; readonly document: Reading['document'] }[],
  told: HostTold = {},
): Host => ({
  root,
  ...told,
  files: files.map(({ path, document }) => summarise(relativeTo(root, path) ?? path, document)),
});

/** What only Debian and its likes have. */
const DEBIAN = ['etc/debian_version', 'etc/apt'];

/** The system of the host under `root`, as far as its files tell; what cannot be looked at tells nothing. */
async function systemOf(files: Files, root: string): Promise<Host['system']> {
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

/** Where a host keeps the names of its services. */
const SERVICES = 'etc/services';

/** True for the file that names the services of the host which it lies in. */
export const isServicesFile = (path: string): boolean => path === SERVICES || path.endsWith(`/${SERVICES}`);

/** The services that the host under `root` has names for; undefined where it has no such file, or none that can be read. */
async function servicesOf(files: Files, root: string): Promise<Host['services']> {
  try {
    const { bytes } = await readWhole(files, join(root, SERVICES));
    return servicesIn(new TextDecoder().decode(bytes));
  } catch (error) {
    if (!isFileError(error)) throw error;
    return undefined;
  }
}

/** What other files under `root` tell of the host. */
export async function toldOf(files: Files, root: string): Promise<HostTold> {
  const [system, services] = await Promise.all([systemOf(files, root), servicesOf(files, root)]);
  return { ...(system && { system }), ...(services && { services }) };
}

/** The path of a file of the host under `root`; one that lies elsewhere has its own. */
export const onHost = (root: string, file: string): string => (isAbsolute(file) ? file : join(root, file));
