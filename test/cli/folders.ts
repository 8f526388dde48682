/** Folders on the real disk, for tests of what is written there. */
import path from 'node:path';
import { temporaryFolder } from '../../scripts/temporary.mjs';

/** The path of a place in the folder; the folder itself without names. */
export type At = (...names: readonly string[]) => string;

/** A new folder for each test of the suite that calls this, filled by `fill`. A blank is in its name. */
export function folderForEach(fill: (at: At) => void): At {
  let folder = '';
  const at: At = (...names) => path.join(folder, ...names);
  beforeEach(() => {
    folder = temporaryFolder('daemonlint test ');
    fill(at);
  });
  return at;
}
