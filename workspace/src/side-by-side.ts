/** Hosts that nothing but their neighbours tells of: `web/inetd.conf` beside `db/inetd.conf`, `web1-inetd.conf` beside `db1-inetd.conf`. */
import { rootOf } from './host.js';
import { hostsNamedAlike } from './named-alike.js';
import { baseName, join, parentOf, relativeTo } from './paths.js';

/** A folder that is a part of a host, whatever lies beside it: one name in cron.daily and in cron.weekly is two jobs, not two hosts. */
const PART = /\.d$|^cron(?:tabs?|\.\w+)?$|^(?:tabs|15min|hourly|daily|weekly|monthly)$/;

/** The folders above a file that a host may begin at, and what the host calls the file, folders that are a part of it included. */
function placeOf(names: readonly string[]): { readonly above: readonly string[]; readonly name: string } {
  let at = names.length - 1;
  while (at > 0 && PART.test(names[at - 1] ?? '')) at--;
  return { above: names.slice(0, at), name: names.slice(at).join('/') };
}

/** Folders that hold files of one name, and the next folders on the way to these; '' where the file lies there itself. */
interface Fork {
  readonly parent: string;
  readonly ways: Set<string>;
}

/** Of paths that tell of no root themselves. */
function forksIn(folder: string, paths: readonly string[]): readonly Fork[] {
  const forks = new Map<string, Fork>();
  for (const path of paths) {
    const { above, name } = placeOf((relativeTo(folder, path) ?? '').split('/'));
    let parent = folder;
    for (const way of [...above, '']) {
      const key = `${parent}\0${name}`;
      let fork = forks.get(key);
      if (fork === undefined) forks.set(key, (fork = { parent, ways: new Set() }));
      if (!PART.test(way)) fork.ways.add(way);
      parent = join(parent, way);
    }
  }
  return [...forks.values()].filter(({ ways }) => ways.size > 1);
}

/**
 * From a path below `folder` to the folder that its host begins at, where the names of all `paths` tell of one. No host has two files of one
 * name in one place: where folders side by side do, each folder there is a host, and the innermost counts. Files of one folder may have their names tell of hosts
 * as well; what that gives is a folder that need not be there.
 */
export function hostsSideBySide(folder: string, paths: readonly string[]): (path: string) => string | undefined {
  const hosts = new Set<string>();
  const streets = new Set<string>();
  const rootless = paths.filter((path) => rootOf(path) === undefined);
  for (const { parent, ways } of forksIn(folder, rootless)) {
    for (const way of ways) if (way !== '') hosts.add(join(parent, way));
    if (!ways.has('') || ways.size > 2) streets.add(parent);
  }
  const namedAt = hostsNamedAlike(rootless.filter((path) => !PART.test(baseName(parentOf(path) ?? ''))));
  const isHost = (at: string): boolean => hosts.has(at) || (streets.has(parentOf(at) ?? '') && !PART.test(baseName(at)));
  return (path) => {
    const named = namedAt(path);
    if (named !== undefined || hosts.size === 0) return named;
    for (let at = parentOf(path); at !== undefined && at.length > folder.length; at = parentOf(at)) if (isHost(at)) return at;
    return undefined;
  };
}
