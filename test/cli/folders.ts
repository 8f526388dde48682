/** Folders on the real disk, for tests of what is written there. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The path of a place in the folder; the folder itself without names. */
export type At = (...names: readonly string[]) => string;

/** A new folder for each test of the suite that calls this, filled by `fill` and gone afterwards. A blank is in its name. */
export function folderForEach(fill: (at: At) => void): At {
  let folder = '';
  const at: At = (...names) => path.join(folder, ...names);
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'daemonlint test '));
    fill(at);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  return at;
}
