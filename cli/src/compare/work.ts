/** The files of a working tree that a commit can be compared with: those that git holds, and new ones that it does not ignore. */
import { type Files, isFileError, parentOf, relativeTo, resolve, textOfBytes } from '../../../workspace/src/index.js';
import { git, repositoryOf } from '../git.js';
import type { Io } from '../io.js';

export interface Work {
  /** Lists what is no submodule, no repository of its own, and not ignored. */
  readonly files: Files;
  /** True for what a sparse checkout leaves out. */
  isLeftOut(path: string): boolean;
}

/** The tag of a path that is held and not in the folder. */
const LEFT_OUT = 'S';

const topOf = async (io: Io, folder: string): Promise<string | undefined> => {
  const { top, isBare } = await repositoryOf(io, folder);
  return isBare ? undefined : top;
};

/** Paths, and all folders above them. */
interface Known {
  readonly paths: Set<string>;
  readonly folders: Set<string>;
}

function add({ paths, folders }: Known, path: string): void {
  paths.add(path);
  for (let above = parentOf(path); above !== undefined && !folders.has(above); above = parentOf(above)) folders.add(above);
}

/** True for a path that git does not hold any more, in a folder of which nothing but what is left out is held: it would be left out as well. */
function liesAmong(path: string, leftOut: Known, held: Known): boolean {
  if (held.paths.has(path)) return false;
  let above = parentOf(path);
  while (above !== undefined && !leftOut.folders.has(above) && !held.folders.has(above)) above = parentOf(above);
  return above !== undefined && leftOut.folders.has(above) && !held.folders.has(above);
}

/** What is at work in `folder`; undefined where it is none of the repository that the current folder lies in, or git ignores it. Rejects with a FileError. */
async function workIn(folder: string, io: Io): Promise<Work | undefined> {
  const top = await topOf(io, folder);
  if (top === undefined || top !== (await topOf(io, io.cwd))) return undefined;
  const listing = textOfBytes(await git(io, folder, ['ls-files', '-z', '-t', '--cached', '--others', '--exclude-standard']));
  const held: Known = { paths: new Set(), folders: new Set() };
  const leftOut: Known = { paths: new Set(), folders: new Set() };
  for (const row of listing.split('\0')) if (row !== '') add(row.startsWith(LEFT_OUT) ? leftOut : held, resolve(folder, row.slice(2)));
  const folders = new Set([...held.folders, ...leftOut.folders]);
  if (!folders.has(folder)) return undefined;
  const list: Files['list'] = async (path) => {
    const entries = await io.files.list(path);
    if (relativeTo(folder, path) === undefined) return entries;
    return entries.filter(({ name, type }) => (type === 'directory' ? folders : held.paths).has(resolve(path, name)));
  };
  return { files: { ...io.files, list }, isLeftOut: (path) => leftOut.paths.has(path) || liesAmong(path, leftOut, held) };
}

/** The name of a side, and the type of what is there by it; undefined where it is a commit, if anything. */
type Named = readonly [name: string, type: string | undefined];

/** What is at work in the one of two sides that is a folder, where the other one is a commit. */
export async function workBeside([name, type]: Named, [other, beside]: Named, io: Io): Promise<Work | undefined> {
  const folder = type === undefined && beside === 'directory' ? other : type === 'directory' && beside === undefined ? name : undefined;
  try {
    return folder === undefined ? undefined : await workIn(resolve(io.cwd, folder), io);
  } catch (error) {
    // Without git the commit cannot be read either, which is said of that side.
    if (isFileError(error)) return undefined;
    throw error;
  }
}
