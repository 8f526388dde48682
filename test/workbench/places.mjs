// Where the stand-in editor lives and which versions of it are wanted: the one place to change either.
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onPath } from '../../scripts/debian.mjs';

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

/** The browser that shows the workbench: `CHROMIUM` if set, else one of the usual names on PATH. */
export function browserBinary() {
  return process.env.CHROMIUM ?? onPath('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
}
