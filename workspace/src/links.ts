/** A directory of rc links, or of what a unit of systemd wants, read as the listing that `ls` would print of it. */
import { type Files, isFileError } from './files.js';
import { join, parentOf } from './paths.js';

interface LinkFolder {
  readonly path: RegExp;
  readonly name: RegExp;
}

const FOLDERS: readonly LinkFolder[] = [
  { path: /(?:^|\/)rc[0-9S]\.d$/, name: /^[SK]\d\d./ },
  {
    path: /(?:^|\/)systemd\/system\/[^/]+\.(?:wants|requires)$/,
    name: /\.(?:service|socket|timer|path|target|mount|automount|swap|slice)$/,
  },
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

async function lineOf(files: Files, folder: string, name: string): Promise<string> {
  try {
    const target = await files.readLink?.(join(folder, name));
    return target === undefined ? printable(name) : `${printable(name)} -> ${printable(target)}`;
  } catch (error) {
    // Not a link, or gone by now: its name alone still says what is on.
    if (!isFileError(error)) throw error;
    return printable(name);
  }
}

/** True for a directory of such links, by its name and the names in it. */
export const isLinkFolder = (folder: string, names: readonly string[]): boolean => names.some((name) => folderAt(folder)?.name.test(name));

/** The listing of the links in `folder`: a header with its path, then `NAME -> TARGET` or NAME, sorted. Rejects with a FileError. */
export async function listingOf(files: Files, folder: string): Promise<string> {
  const wanted = folderAt(folder)?.name;
  const names = (await files.list(folder)).map(({ name }) => name).filter((name) => wanted?.test(name));
  const lines = await Promise.all(names.sort().map((name) => lineOf(files, folder, name)));
  return [`${printable(folder)}:`, ...lines, ''].join('\n');
}

/** The name of the link on the line of `offset` in a {@link listingOf}; undefined on its header and behind its end. */
export function linkAt(listing: string, offset: number): string | undefined {
  const start = listing.lastIndexOf('\n', offset - 1) + 1;
  if (start === 0) return undefined;
  return listing.slice(start).split(/ -> |\n/, 1)[0] || undefined;
}
