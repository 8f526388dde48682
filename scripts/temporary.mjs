// Folders for scratch work, of tests and scripts alike: they go when the process ends, also where it fails or is told to end.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

const made = new Set();
let isWatching = false;

/** Makes an empty folder whose name begins with `name`, and gives its real path. */
export function temporaryFolder(name) {
  if (!isWatching) removeAtTheEnd();
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), name)));
  made.add(folder);
  return folder;
}

/** Those that are there. */
export const temporaryFolders = () => [...made];

/** Removes them; where a process that has just been ended is still writing, it is tried again. */
export function removeTemporaryFolders(folders = temporaryFolders()) {
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    made.delete(folder);
  }
}

function removeAtTheEnd() {
  isWatching = true;
  process.once('exit', () => removeTemporaryFolders());
  // A signal that nobody hears ends the process without its exit; who else listens has to end it.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => {
      if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
    });
}
