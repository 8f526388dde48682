/** What changed: by git since a commit, or as a diff says. */
import {
  fileError,
  isFileError,
  type Problem,
  parentOf,
  problemOf,
  relativeTo,
  resolve,
  textOfBytes,
} from '../../../workspace/src/index.js';
import { baseOf, git, repositoryOf, withoutFilters } from '../git.js';
import type { Io } from '../io.js';
import { type FilePatch, readDiff } from './diff.js';
import { inOne } from './series.js';

export interface Changes {
  /** By absolute path, of each file that the change made or left. */
  readonly changed: ReadonlyMap<string, FilePatch>;
  /** From the absolute paths of files that the change gave another name to the ones that they had. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Absolute paths of what is no more there under this name, in the order of the diff. */
  readonly gone: ReadonlyMap<string, FilePatch>;
  /** Files outside of it are nobody's to judge; absent where a diff came from elsewhere. */
  readonly top?: string;
}

/** A file that git does not hold yet: all of it is new. */
const UNTRACKED: FilePatch = {
  prefixed: false,
  isRename: false,
  isBinary: false,
  said: '',
  isNew: () => true,
  lineBefore: (line) => line,
  before: () => undefined,
};

const withoutPrefix = (name: string, parts = 1): string => name.split('/').slice(parts).join('/');

const DIFF = ['diff', '--no-color', '--no-ext-diff', '--no-textconv', '--unified=0', '--find-renames', '--ignore-submodules'];
const SIDES = ['--src-prefix=a/', '--dst-prefix=b/'];

/** What the work at hand changed since it parted from `ref`. Rejects with a FileError. */
async function changesSince(ref: string, io: Io): Promise<Changes> {
  const base = await baseOf(io, io.cwd, ref);
  const { top, isBare } = await repositoryOf(io, io.cwd);
  if (isBare) throw fileError('other', 'lies in a bare repository, which holds no files: go into a clone with files');
  const patches = readDiff(await git(io, top, [...(await withoutFilters(io, top)), ...DIFF, ...SIDES, base, '--'])) ?? [];
  const untracked = textOfBytes(await git(io, top, ['ls-files', '-z', '--others', '--exclude-standard'])).split('\0');
  const at = (name: string) => resolve(top, withoutPrefix(name));
  const changed = new Map(patches.flatMap((patch) => (patch.to === undefined ? [] : [[at(patch.to), patch]])));
  for (const name of untracked) if (name !== '') changed.set(resolve(top, name), UNTRACKED);
  return { top, changed, renamed: renamedIn(changed, at), gone: goneIn(patches, at, changed) };
}

const renamedIn = (changed: Changes['changed'], at: (name: string) => string): Changes['renamed'] =>
  new Map([...changed].flatMap(([path, { from, isRename }]) => (isRename && from !== undefined ? [[path, at(from)] as const] : [])));

/** What is no more at the path that it had: taken away, or renamed. */
const goneIn = (patches: readonly FilePatch[], at: (name: string) => string, changed: Changes['changed']): Changes['gone'] =>
  new Map(patches.flatMap((patch) => (patch.from === undefined || changed.has(at(patch.from)) ? [] : [[at(patch.from), patch] as const])));

/** True for what is there, and for a link, wherever it leads to. */
async function exists(path: string, { files }: Io): Promise<boolean> {
  for (const look of [files.stat, files.readLink])
    try {
      await look?.(path);
      return look !== undefined;
    } catch (error) {
      if (!isFileError(error)) throw error;
    }
  return false;
}

/** The folders that names in a diff may be seen from: the top of the repository, as git has it, and the current one. */
async function basesOf(io: Io): Promise<readonly string[]> {
  for (let folder: string | undefined = io.cwd; folder !== undefined; folder = parentOf(folder))
    if (await exists(resolve(folder, '.git'), io)) return [...new Set([folder, io.cwd])];
  return [io.cwd];
}

/** So many folders may stand before a name that mean nothing here. */
const MOST_PARTS = 8;

/** The file that `name` means: as it stands, or without folders at its beginning; those of git's sides go first. */
async function fileNamed(name: string, prefixed: boolean, bases: readonly string[], io: Io): Promise<string | undefined> {
  const most = Math.min(MOST_PARTS, name.split('/').length - 1);
  const counts = Array.from({ length: most + 1 }, (_, parts) => parts);
  const ordered = prefixed ? [1, 0, ...counts.slice(2)] : counts;
  for (const parts of ordered)
    for (const base of bases) {
      const path = resolve(base, withoutPrefix(name, parts));
      if (await exists(path, io)) return path;
    }
  return undefined;
}

const NO_DIFF = 'is no unified diff, or was cut short: make one with git diff or diff -u';
const NAMELESS = 'has hunks and does not name their files: put lines such as --- a/etc/crontab and +++ b/etc/crontab before those of each';
const JSON_ANSWER =
  'is JSON and no unified diff: GitHub answers with the diff itself to “Accept: application/vnd.github.diff”, GitLab at …/merge_requests/N/raw_diffs';

/** Why nothing can be told of it. */
function noDiff(text: string): string {
  if (/^\s*[[{]/.test(text)) return JSON_ANSWER;
  return /^@@ -\d/m.test(text) && !/^(?:---|\+\+\+) /m.test(text) ? NAMELESS : NO_DIFF;
}
const NONE_HERE = 'none of the files that it names is here: go into the folder that its paths begin in';

/** What a diff from anywhere changed in the files here. Rejects with a FileError; the problem says why nothing can be told. */
async function changesIn(argument: string, io: Io): Promise<Changes | Problem> {
  const bytes = await (argument === '-' ? io.stdin() : io.files.read(resolve(io.cwd, argument)));
  const path = argument === '-' ? 'the diff' : argument;
  const read = readDiff(bytes);
  if (read === undefined) return { path, message: noDiff(textOfBytes(bytes)) };
  const patches = inOne(read);
  const bases = await basesOf(io);
  const changed = new Map<string, FilePatch>();
  for (const patch of patches) {
    const file = patch.to === undefined ? undefined : await fileNamed(patch.to, patch.prefixed, bases, io);
    if (file !== undefined) changed.set(file, patch);
  }
  const left = patches.some(({ to }) => to !== undefined);
  if (left && changed.size === 0) return { path, message: NONE_HERE };
  const prefixed = patches.every((patch) => patch.prefixed);
  const at = (name: string) => resolve(bases[0] ?? io.cwd, withoutPrefix(name, prefixed ? 1 : 0));
  return { changed, renamed: renamedIn(changed, at), gone: goneIn(patches, at, changed) };
}

export interface ChangeOptions {
  readonly changedSince?: string;
  /** A file, or `-`. */
  readonly changedIn?: string;
}

/** What changed; a problem where that cannot be told, and then nothing can be checked; undefined where nobody asks. */
export async function changesOf({ changedSince, changedIn }: ChangeOptions, io: Io): Promise<Changes | Problem | undefined> {
  try {
    if (changedSince !== undefined) return await changesSince(changedSince, io);
    return changedIn === undefined ? undefined : await changesIn(changedIn, io);
  } catch (error) {
    return problemOf(changedSince ?? (changedIn === '-' ? 'the diff' : (changedIn ?? '')), error);
  }
}

/** True for a file that git can tell nothing of. */
export const isOutside = ({ top }: Changes, path: string): boolean => top !== undefined && relativeTo(top, path) === undefined;
