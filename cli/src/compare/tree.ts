/** The files of a commit, read from git's own store: nothing is checked out. */
import {
  type Entry,
  type Files,
  fileError,
  parentOf,
  relativeTo,
  resolve,
  type Status,
  textOfBytes,
} from '../../../workspace/src/index.js';
import { git } from '../git.js';
import type { Io } from '../io.js';

interface Item {
  readonly type: 'file' | 'link' | 'directory';
  readonly oid: string;
  readonly size: number;
  readonly mode: number;
}

export interface Tree {
  readonly files: Files;
  /** Reads many at once, which is what makes it fast; what is not there is passed over. */
  load(paths: readonly string[]): Promise<void>;
}

const TYPES: Readonly<Record<string, Item['type']>> = { '100644': 'file', '100755': 'file', '120000': 'link', '040000': 'directory' };

const missing = () => fileError('missing', 'does not exist');

/** Items by absolute path; submodules are none of them. */
function itemsOf(listing: string, top: string, isLeftOut: (path: string) => boolean): ReadonlyMap<string, Item> {
  const items = new Map<string, Item>([[top, { type: 'directory', oid: '', size: 0, mode: 0o755 }]]);
  for (const row of listing.split('\0')) {
    const [, mode = '', oid = '', size = '', path] = /^(\d+) \S+ (\S+) +(\S+)\t([\s\S]+)$/.exec(row) ?? [];
    const type = TYPES[mode];
    if (type && path !== undefined && !isLeftOut(resolve(top, path)))
      items.set(resolve(top, path), { type, oid, size: Number(size) || 0, mode: mode === '100755' ? 0o755 : 0o644 });
  }
  return items;
}

/** What `cat-file --batch` gives: a header, so many bytes and a line feed for each; none for what the store lacks. */
function* objectsIn(bytes: Uint8Array): Iterable<readonly [string, Uint8Array]> {
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf(10, at);
    const [oid = '', , size] = textOfBytes(bytes.subarray(at, end)).split(' ');
    at = end + 1;
    if (size === undefined) continue;
    yield [oid, bytes.subarray(at, at + Number(size))];
    at += Number(size) + 1;
  }
}

const MOST_LINKS = 20;

/** The tree of `commit`, as if it lay in `top`, without what is left out. Rejects with a FileError. */
export async function treeOf(io: Io, folder: string, top: string, commit: string, isLeftOut = (_path: string) => false): Promise<Tree> {
  const items = itemsOf(textOfBytes(await git(io, folder, ['ls-tree', '-r', '-t', '-l', '-z', '--full-tree', commit])), top, isLeftOut);
  const names = new Map<string, Entry[]>();
  for (const [path, { type }] of items) {
    const parent = parentOf(path);
    if (parent === undefined || relativeTo(top, parent) === undefined) continue;
    const entries = names.get(parent) ?? [];
    names.set(parent, entries);
    entries.push({ name: path.slice(path.lastIndexOf('/') + 1), type });
  }
  const objects = new Map<string, Uint8Array>();

  async function fetch(oids: readonly string[]): Promise<void> {
    const wanted = [...new Set(oids)].filter((oid) => !objects.has(oid));
    if (wanted.length === 0) return;
    const input = new TextEncoder().encode(`${wanted.join('\n')}\n`);
    for (const [oid, bytes] of objectsIn(await git(io, folder, ['cat-file', '--batch'], input))) objects.set(oid, bytes);
  }

  async function contentOf({ oid }: Item): Promise<Uint8Array> {
    await fetch([oid]);
    const bytes = objects.get(oid);
    if (bytes === undefined) throw fileError('missing', 'is not in this clone, which holds a part of the files only');
    return bytes;
  }

  /** The item at `path`, links followed as far as they stay in the tree. */
  async function itemAt(path: string, hops = 0): Promise<Item> {
    if (hops > MOST_LINKS) throw fileError('other', 'is a link that leads back to itself');
    const item = items.get(path);
    if (item !== undefined && item.type !== 'link') return item;
    if (item === undefined) {
      const parent = parentOf(path);
      const above = parent === undefined || relativeTo(top, parent) === undefined ? undefined : items.get(parent);
      if (above?.type !== 'link' || parent === undefined) throw missing();
      const target = resolve(parentOf(parent) ?? top, textOfBytes(await contentOf(above)));
      return itemAt(resolve(target, path.slice(path.lastIndexOf('/') + 1)), hops + 1);
    }
    return itemAt(resolve(parentOf(path) ?? top, textOfBytes(await contentOf(item))), hops + 1);
  }

  const files: Files = {
    async read(path) {
      const item = await itemAt(path);
      if (item.type === 'directory') throw fileError('other', 'is a folder, not a file');
      return contentOf(item);
    },
    async list(path) {
      if ((await itemAt(path)).type !== 'directory') throw fileError('missing', 'does not exist: a part of its path is not a folder');
      return names.get(path) ?? [];
    },
    async stat(path): Promise<Status> {
      const { type, size, mode } = await itemAt(path);
      return { type: type === 'directory' ? 'directory' : 'file', size, identity: path, mode };
    },
    async readLink(path) {
      const item = items.get(path);
      if (item?.type !== 'link') throw item === undefined ? missing() : fileError('other', 'is no link');
      return textOfBytes(await contentOf(item));
    },
  };
  return { files, load: (paths) => fetch(paths.flatMap((path) => items.get(path)?.oid || [])) };
}
