/** A directory of rc links, of what a unit of systemd wants, of what a runlevel of OpenRC starts, or of units that are masked, read as the listing that `ls` would print of it. */
import { type Entry, type Files, isFileError } from './files.js';
import { join, parentOf } from './paths.js';

interface LinkFolder {
  readonly path: RegExp;
  readonly name: RegExp;
  /** Only links that lead there are of interest, and what else is in the folder is looked at by itself. */
  readonly target?: string;
}

const UNIT = /\.(?:service|socket|timer|path|target|mount|automount|swap|slice)$/;

const FOLDERS: readonly LinkFolder[] = [
  { path: /(?:^|\/)rc[0-9S]\.d$/, name: /^[SK]\d\d./ },
  {
    path: /(?:^|\/)systemd\/system\/[^/]+\.(?:wants|requires)$/,
    name: UNIT,
  },
  { path: /(?:^|\/)etc\/runlevels\/[\w.-]+$/, name: /^[^.]/ },
  { path: /(?:^|\/)etc\/systemd\/system$/, name: UNIT, target: '/dev/null' },
];

const folderAt = (path: string): LinkFolder | undefined => FOLDERS.find((folder) => folder.path.test(path));

/** The directory of links that `path` is or lies in; undefined for other paths. */
export function linkFolderOf(path: string): string | undefined {
  if (folderAt(path)) return path;
  const above = parentOf(path);
  return above !== undefined && folderAt(above) ? above : undefined;
}

/** Names with line feeds and the like would break the listing apart: `?` stands for them, as with `ls`. */
const printable = (name: string): string => name.replace(/[\0-\x1f\x7f]/g, '?');

async function lineOf(files: Files, folder: string, name: string, wanted: string | undefined): Promise<string | undefined> {
  try {
    const target = await files.readLink?.(join(folder, name));
    if (wanted !== undefined && target !== wanted) return undefined;
    return target === undefined ? printable(name) : `${printable(name)} -> ${printable(target)}`;
  } catch (error) {
    // Not a link, or gone by now: its name alone still says what is on.
    if (!isFileError(error)) throw error;
    return wanted === undefined ? printable(name) : undefined;
  }
}

const isWanted = ({ name: wanted, target }: LinkFolder, { name, type }: Entry): boolean =>
  wanted.test(name) && (target === undefined || type === 'link');

/** What a directory of that path is, by the names in it: `only` for one of such links, `also` where other files of interest may lie among them. */
export function linksIn(path: string, entries: readonly Entry[]): 'only' | 'also' | undefined {
  const folder = folderAt(path);
  if (folder === undefined || !entries.some((entry) => isWanted(folder, entry))) return undefined;
  return folder.target === undefined ? 'only' : 'also';
}

/** The listing of the links in `path`: a header with it, then `NAME -> TARGET` or NAME, sorted. Rejects with a FileError. */
export async function listingOf(files: Files, path: string): Promise<string> {
  const folder = folderAt(path);
  const entries = (await files.list(path)).filter((entry) => folder && isWanted(folder, entry));
  const names = entries.map(({ name }) => name).sort();
  const lines = await Promise.all(names.map((name) => lineOf(files, path, name, folder?.target)));
  return [`${printable(path)}:`, ...lines.filter((line) => line !== undefined), ''].join('\n');
}

/** True for a listing of nothing. */
export const isEmptyListing = (listing: string): boolean => listing.indexOf('\n') === listing.length - 1;

/** The name of the link on the line of `offset` in a {@link listingOf}; undefined on its header and behind its end. */
export function linkAt(listing: string, offset: number): string | undefined {
  const start = listing.lastIndexOf('\n', offset - 1) + 1;
  if (start === 0) return undefined;
  return listing.slice(start).split(/ -> |\n/, 1)[0] || undefined;
}

/** True for the path of what {@link listingOf} would have a line of, as far as its name tells. */
export function isLinkPath(path: string): boolean {
  const above = parentOf(path);
  return above !== undefined && folderAt(above)?.name.test(path.slice(above.length).replace(/^\//, '')) === true;
}

/**
 * The listing of the links in `path` as it was: `now` is that of today (undefined where there is none), and `old` has, by the names of those that
 * are not as they were, where they led; null for one that was not there. Undefined where there was none.
 */
export function listingBefore(path: string, now: string | undefined, old: ReadonlyMap<string, string | null>): string | undefined {
  const folder = folderAt(path);
  const stayed = (now ?? '')
    .split('\n')
    .slice(1, -1)
    .filter((line) => !old.has(line.split(' -> ', 1)[0] ?? ''));
  const other = [...old].flatMap(([name, target]) => {
    // What holds lines is a file that took the place of a link, or gave its own to one.
    const led = target !== null && !target.includes('\n') && (folder?.target === undefined || target === folder.target);
    return led && folder?.name.test(name) ? [`${printable(name)} -> ${printable(target)}`] : [];
  });
  const lines = [...stayed, ...other].sort();
  return lines.length === 0 ? undefined : [`${printable(path)}:`, ...lines, ''].join('\n');
}
