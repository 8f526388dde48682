/** The folders of the workspace, and which of them a URI belongs to. */
import { relativeTo } from '../../workspace/src/index.js';
import { Recent } from './recent.js';
import type { Tree } from './tree.js';
import { isVersion, pathOf, prefixOf, spelledAlike, uriOf } from './uri.js';

/** The one spelling of a folder's URI. */
const folderUri = (uri: string): string => uriOf(prefixOf(uri), pathOf(spelledAlike(uri)) || '/');

export class Folders {
  private trees: readonly Tree[] = [];
  /** For what is in none, by the prefix. */
  private readonly loose = new Map<string, Tree>();
  private readonly found = new Recent((uri) => this.find(uri));

  /** `plant` makes the tree of a folder; the folder is '' for all that is in none. */
  constructor(private readonly plant: (prefix: string, folder: string) => Tree) {}

  all = (): readonly Tree[] => this.trees;

  has = (tree: Tree): boolean => this.trees.includes(tree);

  open(uris: readonly string[]): void {
    this.found.clear();
    this.trees = uris.map((uri) => this.treeAt(uri));
  }

  /** Gives the trees of folders that were not there. */
  change(added: readonly string[], removed: readonly string[]): readonly Tree[] {
    const gone = new Set(removed.map(folderUri));
    for (const tree of this.trees) if (gone.has(tree.uri)) tree.close();
    const left = this.trees.filter((tree) => !gone.has(tree.uri));
    const known = new Set(left.map(({ uri }) => uri));
    const fresh = added.filter((uri) => !known.has(folderUri(uri))).map((uri) => this.treeAt(uri));
    this.found.clear();
    this.trees = [...left, ...fresh];
    return fresh;
  }

  /** The deepest folder that holds `uri`. A version of a file, as in a diff, or an unsaved one belongs where its path leads. */
  of = (uri: string): Tree => this.found.of(uri);

  /** The tree that has a file at `uri`, and not only sees it: another version of a file says nothing of the host. */
  owner(uri: string): Tree | undefined {
    const tree = this.of(uri);
    return tree.prefix === prefixOf(uri) && !isVersion(uri) ? tree : undefined;
  }

  /** The folders that a change at `uri` matters to: the deepest that holds it, and all that lie in it. */
  touchedAt(uri: string): readonly Tree[] {
    const own = this.of(uri);
    const path = pathOf(uri);
    return this.trees.filter((tree) => tree === own || (tree.prefix === own.prefix && relativeTo(path, tree.folder) !== undefined));
  }

  /** All trees whose files have the scheme and the authority of `uri`. */
  besides(uri: string): readonly Tree[] {
    const prefix = prefixOf(uri);
    return [...this.trees, ...this.loose.values()].filter((tree) => tree.prefix === prefix);
  }

  private treeAt = (uri: string): Tree => this.plant(prefixOf(uri), pathOf(folderUri(uri)));

  private find(uri: string): Tree {
    const [prefix, path] = [prefixOf(uri), pathOf(uri)];
    const inside = this.trees.filter((tree) => relativeTo(tree.folder, path) !== undefined);
    const own = inside.filter((tree) => tree.prefix === prefix);
    const isGuest = prefix !== 'file://' && !this.trees.some((tree) => tree.prefix === prefix);
    const [deepest] = (isGuest ? inside : own).sort((a, b) => b.folder.length - a.folder.length);
    if (deepest) return deepest;
    let tree = this.loose.get(prefix);
    if (tree === undefined) this.loose.set(prefix, (tree = this.plant(prefix, '')));
    return tree;
  }
}
