/** Files that need not be asked for twice: what a folder does not hold is told by its listing. */
import type { Files } from './files.js';
import { baseName, parentOf } from './paths.js';

/** No name has it. */
const BETWEEN = '\0';

const among = (names: readonly string[]): string => `${BETWEEN}${names.join(BETWEEN)}${BETWEEN}`;

/** `files` for one run: what a folder did not hold when it was listed, they know to be missing without the disk. */
export function remembering<F extends Files>(files: F): F {
  /** The names in each folder. A tree has thousands of folders, and many of them hold the same. */
  const namesIn = new Map<string, string>();
  const alike = new Map<string, string>();

  function remember(folder: string, names: string): void {
    const same = alike.get(names);
    if (same === undefined) alike.set(names, names);
    namesIn.set(folder, same ?? names);
  }

  /** True where a folder that was listed has no such name; a folder that was not may be missing itself. */
  function isNowhere(path: string): boolean {
    for (let at = path, folder = parentOf(at); folder !== undefined; at = folder, folder = parentOf(at)) {
      const names = namesIn.get(folder);
      if (names !== undefined) return !names.includes(among([baseName(at)]));
    }
    return false;
  }

  return {
    ...files,
    async list(path) {
      const entries = await files.list(path);
      remember(path, among(entries.map(({ name }) => name)));
      return entries;
    },
    isMissing: async (path) => isNowhere(path) || (await files.isMissing?.(path)) === true,
  };
}
