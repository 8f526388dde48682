// A file system in memory, for tests of workspace and of the command line.
import { type Entry, type Files, fileError, parentOf, resolve, type Status } from '../../workspace/src/index.js';

/** By absolute path: a text, bytes, a text with permission bits, a link, what may not be read (a file, or a folder with nothing in it), a device, a pipe with what is in it, an empty folder. */
export type Tree = Record<
  string,
  | string
  | Uint8Array
  | { readonly link: string }
  | { readonly denied: true }
  | { readonly device: true }
  | { readonly pipe: string }
  | { readonly folder: true }
  | { readonly text: string; readonly mode: number }
>;

type Item = Tree[string];

export const DENIED = { denied: true } as const;

const missing = () => fileError('missing', 'does not exist');

/** Folders by their path, each with the names in it. */
function foldersOf(tree: Tree): Map<string, Set<string>> {
  const folders = new Map<string, Set<string>>([['/', new Set()]]);
  for (const [path, item] of Object.entries(tree)) {
    if (typeof item === 'object' && 'folder' in item && !folders.has(path)) folders.set(path, new Set());
    for (let at = path, up = parentOf(at); up !== undefined; at = up, up = parentOf(at)) {
      const names = folders.get(up) ?? new Set();
      folders.set(up, names.add(at.slice(at.lastIndexOf('/') + 1)));
    }
  }
  return folders;
}

const typeOf = (item: Item | undefined): Entry['type'] => {
  if (item === undefined || (typeof item === 'object' && 'folder' in item)) return 'directory';
  if (typeof item === 'object' && 'link' in item) return 'link';
  return typeof item === 'object' && ('device' in item || 'pipe' in item) ? 'other' : 'file';
};

/** Files of `tree`; what is written lands in it. `reads` counts what was read, by path. */
export function memoryFiles(
  tree: Tree,
): Files &
  Record<'write' | 'put' | 'append', (path: string, bytes: Uint8Array) => Promise<void>> & { readonly reads: Map<string, number> } {
  const reads = new Map<string, number>();
  const isLink = (item: Item | undefined): item is { readonly link: string } => typeof item === 'object' && 'link' in item;
  /** The path with every link in it followed. */
  const real = (path: string, hops = 0): string => {
    if (hops > 20) throw fileError('other', 'is a link that leads back to itself');
    const parts = path.split('/').filter(Boolean);
    for (let count = 1; count <= parts.length; count++) {
      const part = `/${parts.slice(0, count).join('/')}`;
      const item = tree[part];
      if (isLink(item)) return real(resolve(parentOf(part) ?? '/', [item.link, ...parts.slice(count)].join('/')), hops + 1);
    }
    return path;
  };
  const get = (path: string): { readonly at: string; readonly item: Item | undefined } => {
    const at = real(path);
    if (tree[at] === undefined && !foldersOf(tree).has(at)) throw missing();
    return { at, item: tree[at] };
  };
  const write = async (path: string, bytes: Uint8Array): Promise<void> => {
    const at = real(path);
    const item = tree[at];
    if (typeof item === 'object' && 'denied' in item) throw fileError('denied', 'permission denied');
    if (!foldersOf(tree).has(parentOf(at) ?? '/')) throw missing();
    tree[at] = bytes;
  };
  return {
    reads,
    async read(path) {
      const { item } = get(path);
      reads.set(path, (reads.get(path) ?? 0) + 1);
      if (typeof item === 'string') return new TextEncoder().encode(item);
      if (item instanceof Uint8Array) return item;
      if (typeof item === 'object' && 'text' in item) return new TextEncoder().encode(item.text);
      if (typeof item === 'object' && 'denied' in item) throw fileError('denied', 'permission denied');
      if (typeof item === 'object' && 'pipe' in item) return new TextEncoder().encode(item.pipe);
      throw fileError('other', 'is a folder, not a file');
    },
    async list(path) {
      const { at, item } = get(path);
      if (typeof item === 'object' && 'denied' in item) throw fileError('denied', 'permission denied');
      return [...(foldersOf(tree).get(at) ?? [])].map((name) => ({ name, type: typeOf(tree[at === '/' ? `/${name}` : `${at}/${name}`]) }));
    },
    async stat(path): Promise<Status> {
      const { at, item } = get(path);
      const type = typeof item === 'object' && 'pipe' in item ? 'pipe' : typeOf(item);
      const size = typeof item === 'string' || item instanceof Uint8Array ? item.length : 0;
      return {
        type: type === 'link' ? 'other' : type,
        size,
        identity: at,
        ...(typeof item === 'object' && 'mode' in item && { mode: item.mode }),
      };
    },
    async readLink(path) {
      const item = tree[path];
      if (isLink(item)) return item.link;
      throw item === undefined ? missing() : fileError('other', 'the system refused (EINVAL)');
    },
    write,
    put: write,
    async append(path, bytes) {
      const before = tree[path] === undefined ? new Uint8Array() : await this.read(path);
      await write(path, Buffer.concat([before, bytes]));
    },
  };
}

/** Bytes of a tree's file as text, one character per byte. */
export function bytesAt(tree: Tree, path: string): string {
  const item = tree[path];
  if (typeof item === 'string') return Buffer.from(item).toString('latin1');
  return item instanceof Uint8Array ? Buffer.from(item).toString('latin1') : '';
}
