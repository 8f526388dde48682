/** Files that need not be asked for twice: what a folder does not hold is told by its listing. */
import type { Files } from './files.js';
import { baseName, parentOf } from './paths.js';

/** `files` for one run: of what is in no folder that was listed before, they know without the disk that it is missing. */
export function remembering<F extends Files>(files: F): F {
  const namesIn = new Map<string, readonly string[]>();

  /** True where a folder that was listed has no such name; a folder that was not may be missing itself. */
  function isNowhere(path: string): boolean {
    for (let at = path, folder = parentOf(at); folder !== undefined; at = folder, folder = parentOf(at)) {
      const names = namesIn.get(folder);
      if (names !== undefined) return !names.includes(baseName(at));
    }
    return false;
  }

  return {
    ...files,
    async list(path) {
      const entries = await files.list(path);
      namesIn.set(
        path,
        entries.map(({ name }) => name),
      );
      return entries;
    },
    isMissing: async (path) => isNowhere(path) || (await files.isMissing?.(path)) === true,
  };
}
