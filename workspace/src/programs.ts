/** The programs of a host, for rules that ask whether what is to be started is there. */
import type { Host } from '../../core/src/index.js';
import { type Entry, type Files, isFileError, isSurelyMissing } from './files.js';
import { isAbsolute, join } from './paths.js';

/** Where every system has its shell. */
const SHELLS = ['bin', 'usr/bin'];

/** Where systems keep programs. */
const PROGRAMS = [...SHELLS, 'sbin', 'usr/sbin', 'usr/local/bin', 'usr/local/sbin', 'usr/libexec'];

/** What {@link namesIn} asks. */
type Asked = Pick<Files, 'list' | 'readLink'>;

/** `files`, each folder of which is listed once: the folders of programs lie beside each other, or are the same. */
function listingOnce(files: Files): Asked {
  const known = new Map<string, Promise<readonly Entry[]>>();
  return {
    ...(files.readLink && { readLink: files.readLink }),
    list: (path) => {
      const entries = known.get(path) ?? files.list(path);
      known.set(path, entries);
      return entries;
    },
  };
}

/** The names in `folder` of the tree under `root`; undefined where there is none. Its links are taken as the host would take them, which has `root` for its `/`. */
async function namesIn(files: Asked, root: string, folder: string): Promise<ReadonlySet<string> | undefined> {
  let at = root;
  for (const part of folder.split('/')) {
    const entry = (await files.list(at)).find(({ name }) => name === part);
    const target = entry?.type === 'link' ? await files.readLink?.(join(at, part)) : part;
    if (entry === undefined || target === undefined || target.split('/').includes('..')) return undefined;
    at = isAbsolute(target) ? join(root, target.slice(1)) : join(at, target);
  }
  return new Set((await files.list(at)).map(({ name }) => name));
}

/**
 * What lies in the folders of programs under `root`, as far as they can be listed. Undefined where there is no shell: such a tree is a part of a
 * system, to be laid over the rest, and what it does not have tells nothing.
 */
export async function programsOf(files: Files, root: string): Promise<Host['programs']> {
  const mayHaveShell = await Promise.all(SHELLS.map(async (folder) => !(await isSurelyMissing(files, join(root, folder)))));
  if (!mayHaveShell.includes(true)) return undefined;
  const found = new Map<string, ReadonlySet<string>>();
  const asked = listingOnce(files);
  for (const folder of PROGRAMS) {
    try {
      const names = await namesIn(asked, root, folder);
      if (names) found.set(`/${folder}`, names);
    } catch (error) {
      if (!isFileError(error)) throw error;
    }
  }
  return SHELLS.some((folder) => found.get(`/${folder}`)?.has('sh')) ? found : undefined;
}
