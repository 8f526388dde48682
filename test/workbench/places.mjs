// Where the stand-in editor lives and which versions of it are wanted: the one place to change either.
import { accessSync, constants } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const root = resolve(fileURLToPath(import.meta.url), '../../..');

export const versions = { node: '24.21.0', codeServer: '4.139.1' };

const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');

/** The folder that the stand-in is installed into; `DAEMONLINT_WORKBENCH` names another. */
export const workbench = process.env.DAEMONLINT_WORKBENCH ?? join(cache, 'daemonlint', 'workbench');

export const nodeHome = join(workbench, `node-${versions.node}`);
export const nodeBinary = join(nodeHome, 'bin', 'node');
export const codeServerHome = join(workbench, `code-server-${versions.codeServer}`);
export const codeServerEntry = join(codeServerHome, 'node_modules', 'code-server', 'out', 'node', 'entry.js');
export const stamp = join(workbench, 'installed.json');

/** The full path of the first of `names` that can be run, or undefined. */
export function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(canRun);
}

/** The browser that shows the workbench: `CHROMIUM` if set, else one of the usual names on PATH. */
export function browserBinary() {
  return process.env.CHROMIUM ?? onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
