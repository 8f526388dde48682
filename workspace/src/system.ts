/** What a folder tells of the system whose host it holds. */
import { tellingPaths } from '../../core/src/index.js';
import { type Files, isFileError } from './files.js';
import { join } from './paths.js';

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
export async function tellingPathsUnder(files: Files, root: string): Promise<ReadonlySet<string>> {
  const paths = Object.values(tellingPaths).flat();
  const there = await Promise.all(paths.map((path) => isThere(files, join(root, path))));
  return new Set(paths.filter((_, index) => there[index]));
}
