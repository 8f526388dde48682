/** The inputs of a review as they were before a change. */
import {
  baseName,
  bytesOfText,
  choiceOf,
  hostsSideBySide,
  isFileError,
  type ProjectOf,
  parentOf,
  relativeTo,
  type Source,
  sourceOf,
  textOfBytes,
  wishOf,
} from '../../../workspace/src/index.js';
import type { Io } from '../io.js';
import type { Input } from '../survey.js';
import type { Changes } from './changes.js';
import type { FilePatch } from './diff.js';

/** What became of one input: `new`: it was not there; `unknown`: nobody can tell what it was. */
export type Before = Input | 'new' | 'unknown';

const isDirectory = ({ bytes }: Source): boolean => bytes === undefined;

const inFolder = (folder: string, paths: ReadonlyMap<string, FilePatch>) => [...paths].filter(([path]) => parentOf(path) === folder);

/** A directory of links as it was: git has each link as a file that holds what the link says. */
function listingBefore({ path, text }: Source, { changed, gone }: Changes): string {
  const [header = '', ...rest] = text.split('\n');
  const lines = new Map(rest.filter(Boolean).map((line) => [line.split(' -> ', 1)[0] ?? '', line]));
  const was = (name: string, { said }: FilePatch) => lines.set(name, said === '' ? name : `${name} -> ${said}`);
  for (const [link, patch] of inFolder(path, changed))
    if (patch.from === undefined || patch.isRename) lines.delete(baseName(link));
    else was(baseName(link), patch);
  for (const [link, patch] of inFolder(path, gone)) was(baseName(link), patch);
  return [header, ...[...lines.values()].sort(), ''].join('\n');
}

async function isLink(path: string, io: Io): Promise<boolean> {
  try {
    await io.files.readLink?.(path);
    return io.files.readLink !== undefined;
  } catch (error) {
    if (isFileError(error)) return false;
    throw error;
  }
}

/** The permission to execute, which is all that git keeps of a mode. */
const EXECUTE = 0o111;

const modeBefore = ({ mode }: Source, patch: FilePatch) =>
  mode === undefined ? {} : { mode: patch.modeBefore === undefined ? mode : (mode & ~EXECUTE) | (patch.modeBefore & EXECUTE) };

function sourceBefore(source: Source, patch: FilePatch): Source | undefined {
  const text = patch.before(textOfBytes(source.bytes ?? new Uint8Array()));
  if (text === undefined) return undefined;
  const before = sourceOf(source.path, bytesOfText(text));
  return 'message' in before ? undefined : { ...before, ...modeBefore(source, patch) };
}

/** What `input` was; itself where it did not change. */
export async function inputBefore(input: Input, changes: Changes, projectOf: ProjectOf, io: Io): Promise<Before> {
  const { source } = input;
  if (isDirectory(source)) return { ...input, source: { ...source, text: listingBefore(source, changes) } };
  const patch = changes.changed.get(source.path);
  if (patch === undefined) return input;
  if (patch.from === undefined) return 'new';
  // What git tells of a link is what it says, not what it leads to.
  if (patch.isBinary || (await isLink(source.path, io))) return 'new';
  const before = sourceBefore(source, patch);
  if (before === undefined) return 'unknown';
  const old = changes.renamed.get(source.path);
  return old === undefined ? { ...input, source: before } : ((await underName(input, { ...before, path: old }, projectOf)) ?? 'new');
}

/** `input` as what its old name, that of `source`, said that it was; undefined where that said nothing. */
async function underName(input: Input, source: Source, projectOf: ProjectOf): Promise<Input | undefined> {
  const project = await projectOf(parentOf(source.path) ?? input.folder);
  const { kind } = input.choice.because;
  const choice = kind === 'flag' ? input.choice : choiceOf(source, wishOf(project, source.path), { sniff: kind === 'content' });
  return choice && { ...input, source, choice, project };
}

/** Files in the folders of `inputs` that are no more there under their names. */
export async function inputsGone(inputs: readonly Input[], { gone }: Changes, projectOf: ProjectOf): Promise<Input[]> {
  const homes = new Map(inputs.map(({ folder, beside }) => [beside ?? folder, { folder, beside }]));
  const inner = [...homes].sort(([a], [b]) => b.length - a.length);
  const paths = [...inputs.map(({ source }) => source.path), ...gone.keys()];
  const besideIn = new Map([...homes.values()].map(({ folder }) => [folder, hostsSideBySide(folder, paths)]));
  const isBelow = (at: string, path: string) => relativeTo(at, path) !== undefined;
  const found = await Promise.all(
    [...gone].map(async ([path, patch]): Promise<Input[]> => {
      const home = (inner.find(([at]) => isBelow(at, path)) ?? inner.find(([, { folder }]) => isBelow(folder, path)))?.[1];
      const source =
        patch.to === undefined ? sourceBefore({ path, text: '', encoding: 'utf-8', bytes: new Uint8Array() }, patch) : undefined;
      if (home === undefined || source === undefined) return [];
      const project = await projectOf(parentOf(path) ?? home.folder);
      const choice = choiceOf(source, wishOf(project, path), { sniff: false });
      const { folder } = home;
      return choice ? [{ source, shown: path, choice, project, folder, beside: besideIn.get(folder)?.(path), isStdin: false }] : [];
    }),
  );
  return found.flat();
}
