/** The units of systemd that a host has, by name: what they hold is not read. */
import type { Host } from '../../core/src/index.js';
import { entriesIn, type Files } from './files.js';
import { join } from './paths.js';

/** Where systemd looks for units, but for those that are made while it runs [systemd.unit(5)]. */
const FOLDERS = ['etc/systemd/system', 'usr/local/lib/systemd/system', 'usr/lib/systemd/system', 'lib/systemd/system'];

const UNIT = /\.(?:service|socket|timer|path)$/;

/** Undefined where there are none, or none that can be listed. */
export async function unitsOf(files: Files, root: string): Promise<Host['units']> {
  const entries = (await Promise.all(FOLDERS.map((folder) => entriesIn(files, join(root, folder))))).flat();
  const names = entries.flatMap(({ name, type }) => (UNIT.test(name) && type !== 'directory' ? [name] : []));
  return names.length === 0 ? undefined : new Set(names);
}

/** The root of the host whose folder of units `path` is, or lies in; undefined for other paths. */
export function rootOfUnit(path: string): string | undefined {
  const found = /^(.*?)\/(?:etc|usr\/(?:local\/)?lib|lib)\/systemd\/system(?:\/[^/]*)?$/.exec(path)?.[1];
  return found === '' ? '/' : found;
}
