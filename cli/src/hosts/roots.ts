/** Several hosts where one is wanted. */
import { isThere } from '../../../workspace/src/index.js';
import type { Io } from '../io.js';

/** True where each of `roots` is a folder that can be named; else the names of files in one folder tell hosts apart. */
export async function canBeNamed(roots: readonly string[], io: Io): Promise<boolean> {
  const there = await Promise.all(roots.map((root) => isThere(io.files, root)));
  return there.every(Boolean);
}
