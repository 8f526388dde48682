/** The files of one folder of the workspace that have a part in a host, by their roots. */
import { type HostFile, type Reading, summarise } from '../../core/src/index.js';
import { hostsSideBySide, parentOf, type Rooted, relativeTo, rootFinder, rootOf } from '../../workspace/src/index.js';

/** A file's part in its host. */
export interface Member {
  /** The root that its path tells of. */
  readonly root: string | undefined;
  /** With the whole path. */
  readonly file: HostFile;
  /** True where its places are the editor's too: a lone CR ends a line there, and to no daemon. */
  readonly exact: boolean;
}

/** A file of a host as the host names it, and where it is. */
export interface Placed {
  readonly at: string;
  readonly file: HostFile;
}

interface Groups {
  readonly rootAt: (path: string) => string;
  readonly byRoot: Map<string, readonly Placed[]>;
}

const NONE: ReadonlyMap<string, readonly Placed[]> = new Map();

export class Members {
  private readonly members = new Map<string, Member>();
  /** Members' files as a host names them: which root they belong to depends on the other members. */
  private readonly placed = new WeakMap<HostFile, { readonly root: string; readonly file: HostFile }>();
  private grouped: Groups | undefined;

  /** `folder`: as of the tree; `named`: the root that the project names for a path. */
  constructor(
    private readonly folder: string,
    private readonly named: (path: string) => string | undefined,
  ) {}

  get = (path: string): Member | undefined => this.members.get(path);

  paths = (): readonly string[] => [...this.members.keys()];

  /** Takes what `path` says now; true when others have reason to look again. */
  put(path: string, document: Reading['document']): boolean {
    const root = rootOf(path);
    const file = summarise(path, document);
    const exact = !/\r(?!\n)/.test(document.text);
    const before = this.members.get(path);
    if (before?.exact === exact && JSON.stringify(before.file) === JSON.stringify(file)) return false;
    this.members.set(path, { root, file, exact });
    if (before === undefined) this.grouped = undefined;
    else if (this.grouped !== undefined) this.replace(path, file, this.grouped);
    return true;
  }

  /** Which hosts there are the paths tell, and these are the same: only the group that the file is in is another. */
  private replace(path: string, file: HostFile, { rootAt, byRoot }: Groups): void {
    const root = rootAt(path);
    const placed = { at: path, file: this.placedAt(root, file) };
    byRoot.set(
      root,
      (byRoot.get(root) ?? []).map((one) => (one.at === path ? placed : one)),
    );
  }

  remove(path: string): boolean {
    this.grouped = undefined;
    return this.members.delete(path);
  }

  /** A project may name other roots now. */
  forgetRoots(): void {
    this.grouped = undefined;
  }

  /** The root of the host that `path` belongs to, member or not. */
  rootOf = (path: string): string => this.groups().rootAt(path);

  /** Made anew only when a member comes or goes, or a project is another; who says something else makes his group another. */
  byRoot = (): ReadonlyMap<string, readonly Placed[]> => (this.members.size === 0 ? NONE : this.groups().byRoot);

  private groups(): Groups {
    if (this.grouped !== undefined) return this.grouped;
    // What paths tell is known of members already: a host has thousands, and is put together anew at a keystroke.
    const rootless = [...this.members].flatMap(([path, { root }]) => (root === undefined ? [path] : []));
    const besideAt = this.folder === '' ? () => undefined : hostsSideBySide(this.folder, rootless);
    const rooted = (path: string, told?: string): Rooted => ({
      path,
      named: this.named(path) ?? told,
      beside: besideAt(path),
      // Out of any folder only files side by side belong together, and what has no folder stands alone.
      fallback: this.folder || (parentOf(path) ?? path),
    });
    const all = [...this.members].map(([path, { root, file }]) => ({ ...rooted(path, root), file }));
    const find = rootFinder(all);
    const groups = new Map<string, Placed[]>();
    for (const member of all) {
      const root = find(member);
      const one = { at: member.path, file: this.placedAt(root, member.file) };
      const together = groups.get(root);
      if (together === undefined) groups.set(root, [one]);
      else together.push(one);
    }
    const byRoot = new Map<string, readonly Placed[]>(groups);
    const roots = new Map<string, string>();
    const rootAt = (path: string): string => {
      let root = roots.get(path);
      if (root === undefined) roots.set(path, (root = find(rooted(path))));
      return root;
    };
    return (this.grouped = { rootAt, byRoot });
  }

  private placedAt(root: string, file: HostFile): HostFile {
    let placed = this.placed.get(file);
    if (placed?.root !== root)
      this.placed.set(file, (placed = { root, file: { ...file, path: relativeTo(root, file.path) || file.path } }));
    return placed.file;
  }
}
