/** Links that lead out of the repository which holds them: what is there belongs to the machine of whoever reviews it. */
import { type Files, isThere } from './files.js';
import { join, parentOf, relativeTo } from './paths.js';

/** Folders of a machine's own that some keep in git: what links there lead to is of the same machine. */
const OWN: ReadonlySet<string> = new Set(['/', '/etc', '/usr/local/etc']);

/** The real path of the repository that holds `folder`; undefined where none does. */
async function repositoryOf(files: Files, folder: string): Promise<string | undefined> {
  for (let at: string | undefined = folder; at !== undefined; at = parentOf(at))
    if (await isThere(files, join(at, '.git'))) return OWN.has(at) ? undefined : files.realPath?.(at);
  return undefined;
}

/** Tells of links below `folder` where they lead to, if that is out of the repository. Rejects with a FileError where they lead nowhere. */
export function leadingOut(files: Files, folder: string): (link: string) => Promise<string | undefined> {
  let top: Promise<string | undefined> | undefined;
  return async (link) => {
    if (files.realPath === undefined) return undefined;
    const repository = await (top ??= repositoryOf(files, folder));
    if (repository === undefined) return undefined;
    const target = await files.realPath(link);
    return relativeTo(repository, target) === undefined ? target : undefined;
  };
}
