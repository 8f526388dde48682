/** What clients tell of the disk: files that changed, and files and folders that came or went. Of a folder some tell no more than that, and nothing of what is in it. */
import { entriesIn, type Files, isNeverWalked, join, parentOf } from '../../workspace/src/index.js';

/** What became of a file or a folder. */
export type Became = 'there' | 'other' | 'gone';

export interface DiskChange {
  readonly path: string;
  readonly became: Became;
}

/** Where changes were, as a tree asks for them. No path lies in a folder that no walk comes by. */
export interface DiskChanges {
  readonly paths: readonly string[];
  /** What is there now and was not before, as far as it does not lie in a folder that came. */
  readonly created: readonly string[];
  readonly deleted: readonly string[];
}

/** `path`, and the folders that it lies in, the nearest first. */
export function upwards(path: string): readonly string[] {
  const all: string[] = [];
  for (let at: string | undefined = path; at !== undefined; at = parentOf(at)) all.push(at);
  return all;
}

/** True for `tops`, and for all that lies below one of them. */
export function within(tops: readonly string[]): (path: string) => boolean {
  const all = new Set(tops);
  return (path) => upwards(path).some((at) => all.has(at));
}

export function sorted(changes: readonly DiskChange[]): DiskChanges {
  const heeded = changes.filter(({ path }) => !isNeverWalked(path));
  const of = (wanted: Became) => heeded.flatMap(({ path, became }) => (became === wanted ? [path] : []));
  const created = of('there');
  const isBelow = within(created);
  return {
    paths: [...new Set(heeded.map(({ path }) => path))],
    created: created.filter((path) => !isBelow(parentOf(path) ?? '')),
    deleted: of('gone'),
  };
}

/** Those of `paths` that are folders. Each folder that holds some is listed once. */
export async function foldersAmong(files: Files, paths: readonly string[]): Promise<readonly string[]> {
  const wanted = new Set(paths);
  const found: string[] = [];
  for (const above of new Set(paths.flatMap((path) => parentOf(path) ?? [])))
    for (const { name, type } of await entriesIn(files, above)) {
      const path = join(above, name);
      if (type === 'directory' && wanted.has(path)) found.push(path);
    }
  return found;
}
