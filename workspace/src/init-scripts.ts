/** The scripts of init.d of a host, for what their headers say of the order. */
import { type Host, type InitScript, readInitScript } from '../../core/src/index.js';
import { decode } from './decode.js';
import { type Entry, type Files, isFileError, isSurelyMissing } from './files.js';
import { join } from './paths.js';

/** Red Hat's comes first: there etc/init.d is a link to it, or is not. */
const FOLDERS = ['etc/rc.d/init.d', 'etc/init.d'];

/** No script is larger, in bytes, and no host has more of them. */
const LARGEST = 1024 * 1024;
const MOST = 1000;

/** What insserv leaves in the folder that it orders. */
const ORDERED = /^\.depend\.(?:boot|start|stop)$/;

const SILENT: InitScript = { provides: [], needs: [] };

async function scriptAt(files: Files, path: string): Promise<InitScript> {
  try {
    const { type, size } = await files.stat(path);
    if (type !== 'file' || size > LARGEST) return SILENT;
    const decoded = decode(await files.read(path));
    return 'text' in decoded ? readInitScript(decoded.text) : SILENT;
  } catch (error) {
    // Its name alone says that it is there.
    if (!isFileError(error)) throw error;
    return SILENT;
  }
}

async function listed(files: Files, folder: string): Promise<readonly Entry[]> {
  if (await isSurelyMissing(files, folder)) return [];
  try {
    return await files.list(folder);
  } catch (error) {
    if (!isFileError(error)) throw error;
    return [];
  }
}

/** The scripts of the host under `root`; undefined where it has none, or they cannot be looked at. */
export async function initScriptsOf(files: Files, root: string): Promise<Host['scripts']> {
  for (const folder of FOLDERS) {
    const entries = await listed(files, join(root, folder));
    const names = entries.map(({ name }) => name).filter((name) => !name.startsWith('.'));
    if (names.length === 0) continue;
    const scripts = new Map<string, InitScript>();
    for (const name of names) scripts.set(name, scripts.size < MOST ? await scriptAt(files, join(join(root, folder), name)) : SILENT);
    return { byName: scripts, isOrdered: entries.some(({ name }) => ORDERED.test(name)) };
  }
  return undefined;
}

/** The root of the host whose init.d `path` is, or lies in; undefined for other paths. */
export function rootOfScript(path: string): string | undefined {
  const found = /^(.*)\/etc\/(?:rc\.d\/)?init\.d(?:\/|$)/.exec(path)?.[1];
  return found === '' ? '/' : found;
}
