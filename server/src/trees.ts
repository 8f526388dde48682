/** All folders of the workspace, by URI. */
import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import { type Host, kinds, type Reading } from '../../core/src/index.js';
import { CONFIG_NAME, type Files, join, linkAt, onHost, type Problem, type Project, relativeTo } from '../../workspace/src/index.js';
import { clientFiles, noFiles } from './client-files.js';
import { toConfigDiagnostic } from './convert/config.js';
import { attempt } from './guard.js';
import type { ConfigFile } from './projects.js';
import { type OtherFile, Tree } from './tree.js';
import { isConfig, isVersion, pathOf, prefixOf, spelledAlike, uriOf } from './uri.js';

/** Files whose changes matter although they are not open. */
const WATCHED: readonly string[] = [`**/${CONFIG_NAME}`, ...kinds.flatMap(({ editor }) => editor.watch)];

/** The one spelling of a folder's URI. */
const folderUri = (uri: string): string => uriOf(prefixOf(uri), pathOf(spelledAlike(uri)) || '/');

export interface TreesEvents {
  /** Something that readings depend on is another now. */
  changed(): void;
  /** What the editor holds of the file at `uri`; undefined while it is not open. */
  textOf(uri: string): string | undefined;
}

/** A script whose name and permission bits are judged, open or not. */
export interface PlacedScript {
  readonly uri: string;
  readonly text: string;
  readonly version: number;
}

/** A directory of rc links as a listing. */
export interface PlacedListing {
  readonly uri: string;
  readonly text: string;
  readonly version: number;
  linkUri(name: string): string;
}

/** What is read where somebody asks for a whole host. */
export interface Ground {
  readonly folder: string;
  /** Of the host. */
  readonly root: string;
  readonly files: Files;
  uriOf(path: string): string;
  /** True for what is read with it. */
  holds(uri: string): boolean;
}

/** A host, and where its files are. */
export interface PlacedHost {
  readonly host: Host;
  /** The URI of its root. */
  readonly root: string;
  /** Where an offset of one of its files is; a link, where the file is a directory of such: there are no lines in it. */
  uriAt(file: string, offset: number): { readonly uri: string; readonly isLink: boolean };
}

export class Trees {
  private trees: readonly Tree[] = [];
  private readonly loose = new Map<string, Tree>();
  /** URIs of configs in which something is wrong. */
  private readonly wrongConfigs = new Set<string>();
  private viaClient = false;
  private canWatch = false;
  private isScanning = false;
  private markRead: () => void = () => undefined;
  /** Fulfilled when the folders that were there at the start have been read. */
  private readonly isRead = new Promise<void>((done) => {
    this.markRead = done;
  });

  constructor(
    private readonly connection: Connection,
    private readonly local: Files,
    private readonly events: TreesEvents,
  ) {}

  /** Takes the folders of the workspace; `viaClient`: the client lends its file system; `canWatch`: it tells of changes on disk. */
  open(uris: readonly string[], viaClient: boolean, canWatch: boolean): void {
    this.viaClient = viaClient;
    this.canWatch = canWatch;
    this.trees = uris.map((uri) => this.folderAt(uri));
  }

  async change(added: readonly string[], removed: readonly string[]): Promise<void> {
    const gone = new Set(removed.map(folderUri));
    for (const tree of this.trees) if (gone.has(uriOf(tree.prefix, tree.folder))) tree.close();
    const left = this.trees.filter((tree) => !gone.has(uriOf(tree.prefix, tree.folder)));
    const known = new Set(left.map((tree) => uriOf(tree.prefix, tree.folder)));
    const fresh = added.filter((uri) => !known.has(folderUri(uri))).map((uri) => this.folderAt(uri));
    this.trees = [...left, ...fresh];
    this.events.changed();
    if (this.isScanning) for (const tree of fresh) await this.scanOne(tree);
  }

  /** Reads all folders, and asks to be told of changes where the client can. */
  async scan(): Promise<void> {
    this.isScanning = true;
    const watchers = WATCHED.map((globPattern) => ({ globPattern }));
    if (this.canWatch)
      void attempt(this.connection, 'asking to be told of changed files', () =>
        this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }),
      );
    for (const tree of this.trees) await this.scanOne(tree);
    this.markRead();
  }

  /** Once the folders are read, and so is what their files ask for besides: what is told before would be half of it. */
  async whole(): Promise<void> {
    await this.isRead;
    await Promise.all(this.trees.map((tree) => tree.whole()));
  }

  /** Files changed on disk. */
  changed(uris: readonly string[]): void {
    const byTree = new Map<Tree, string[]>();
    for (const uri of uris) {
      if (isConfig(uri)) {
        this.markConfig(spelledAlike(uri), []);
        for (const tree of this.alike(prefixOf(uri))) this.reconfigure(tree);
      }
      const tree = this.treeOf(uri);
      if (this.trees.includes(tree)) byTree.set(tree, [...(byTree.get(tree) ?? []), pathOf(uri)]);
    }
    for (const [tree, paths] of byTree) void attempt(this.connection, `reading ${paths.join(', ')}`, () => tree.reread(paths));
  }

  /** An open document says this now. Another version of a file says nothing of the host. */
  note(uri: string, document: Reading['document']): void {
    const tree = this.treeOf(uri);
    if (this.isPartOf(tree, uri)) tree.note(pathOf(uri), document);
  }

  /** `uri` is no longer open. */
  release(uri: string): void {
    const tree = this.treeOf(uri);
    if (this.isPartOf(tree, uri)) void attempt(this.connection, `reading ${uri}`, () => tree.release(pathOf(uri)));
  }

  /** `uri` was saved: a time to look at the disk again, where nobody tells of changes. */
  saved(uri: string): void {
    const tree = this.treeOf(uri);
    if (this.canWatch && this.trees.includes(tree)) return;
    for (const one of isConfig(uri) ? this.alike(prefixOf(uri)) : [tree]) this.reconfigure(one);
  }

  /** Looks at the disk again for places in other files, where nobody tells of changes. */
  async freshen(uri: string): Promise<void> {
    if (!this.canWatch) await this.treeOf(uri).rereadCrontabs(pathOf(uri));
  }

  /** All hosts of the workspace's folders; `uriAt` tells where an offset of one of its files is to be looked at. */
  *hosts(): Iterable<PlacedHost> {
    for (const tree of this.trees)
      for (const host of tree.allHosts())
        yield {
          host,
          root: uriOf(tree.prefix, host.root),
          uriAt: (file, offset) => {
            const path = onHost(host.root, file);
            const listing = tree.listings.get(path);
            const link = listing && linkAt(listing.text, offset);
            return { uri: uriOf(tree.prefix, link === undefined ? path : join(path, link)), isLink: link !== undefined };
          },
        };
  }

  projectOf = (uri: string): Project => this.treeOf(uri).project(pathOf(uri));

  /** The permission bits of the file at `uri`, as far as they are known yet. */
  modeFor(uri: string): number | undefined {
    const tree = this.treeOf(uri);
    return this.isPartOf(tree, uri) ? tree.mode(pathOf(uri)) : undefined;
  }

  hostFor = (uri: string): Host => this.treeOf(uri).host(pathOf(uri));

  /** The URIs of the workspace's folders. */
  folders = (): readonly string[] => this.trees.map((tree) => uriOf(tree.prefix, tree.folder));

  /** The URI of the workspace folder that `uri` lies in; undefined outside of any. */
  folderOf(uri: string): string | undefined {
    const tree = this.treeOf(uri);
    return this.trees.includes(tree) ? uriOf(tree.prefix, tree.folder) : undefined;
  }

  /** Where the files of the host of `uri` are: its root, and the folder of the workspace to read; '' outside of any, where only open files count. */
  groundOf(uri: string): Ground {
    const tree = this.treeOf(uri);
    const { folder, files, prefix } = tree;
    const { root } = tree.host(pathOf(uri));
    return { folder, root, files, uriOf: (path) => uriOf(prefix, path), holds: (other) => this.treeOf(other) === tree };
  }

  /** The path of `uri` in its workspace folder; its whole path outside of any. */
  inFolder(uri: string): string {
    const path = pathOf(uri);
    return relativeTo(this.treeOf(uri).folder, path) ?? path;
  }

  *listings(): Iterable<PlacedListing> {
    for (const { prefix, listings } of this.trees)
      for (const [folder, listing] of listings)
        yield { ...listing, uri: uriOf(prefix, folder), linkUri: (name) => uriOf(prefix, join(folder, name)) };
  }

  /** Scripts whose names and permission bits are judged, open or not. */
  *scripts(): Iterable<PlacedScript> {
    for (const { prefix, scripts } of this.trees) for (const [path, script] of scripts) yield { ...script, uri: uriOf(prefix, path) };
  }

  /** The file that the host of `uri` calls `file`. */
  fileOf(
    uri: string,
    file: string,
  ):
    | { readonly uri: string; readonly placeAt: (offset: number) => { readonly line: number; readonly character: number } | undefined }
    | undefined {
    const tree = this.treeOf(uri);
    const other: OtherFile | undefined = tree.other(pathOf(uri), file);
    if (other === undefined) return undefined;
    return {
      uri: uriOf(tree.prefix, other.path),
      placeAt: (offset) => {
        const place = other.placeAt(offset);
        return place && { line: place.line, character: place.column };
      },
    };
  }

  /** The config that counts for `uri`, or that would; undefined for files in no folder of the workspace, or where it cannot be read. */
  async configFor(uri: string): Promise<(ConfigFile & { readonly uri: string }) | undefined> {
    const tree = this.treeOf(uri);
    if (!this.isPartOf(tree, uri)) return undefined;
    const config = await tree.configFor(pathOf(uri));
    const at = config && uriOf(tree.prefix, config.path);
    const open = at === undefined ? undefined : this.events.textOf(at);
    return config && at !== undefined ? { ...config, ...(open !== undefined && { text: open }), uri: at } : undefined;
  }

  /** Shows what is wrong in a config at its place, and takes it back when it is right again; of an open one what is typed counts. */
  private markConfig(uri: string, problems: readonly Problem[]): void {
    if (problems.length === 0 && !this.wrongConfigs.delete(uri)) return;
    if (this.events.textOf(uri) !== undefined) return;
    if (problems.length > 0) this.wrongConfigs.add(uri);
    void this.connection.sendDiagnostics({ uri, diagnostics: problems.map(toConfigDiagnostic) });
  }

  private isPartOf = (tree: Tree, uri: string): boolean => tree.prefix === prefixOf(uri) && !isVersion(uri);

  private alike = (prefix: string): readonly Tree[] => [...this.trees, ...this.loose.values()].filter((tree) => tree.prefix === prefix);

  private reconfigure(tree: Tree): void {
    void attempt(this.connection, `reading ${CONFIG_NAME} anew`, () => tree.reconfigure());
  }

  private scanOne(tree: Tree): Promise<void> {
    return attempt(this.connection, `looking through ${uriOf(tree.prefix, tree.folder)}`, () => tree.scan());
  }

  /** The deepest folder that holds `uri`. A version of a file, as in a diff, or an unsaved one belongs where its path leads. */
  private treeOf(uri: string): Tree {
    const [prefix, path] = [prefixOf(uri), pathOf(uri)];
    const inside = this.trees.filter((tree) => relativeTo(tree.folder, path) !== undefined);
    const own = inside.filter((tree) => tree.prefix === prefix);
    const isGuest = prefix !== 'file://' && !this.trees.some((tree) => tree.prefix === prefix);
    const [deepest] = (isGuest ? inside : own).sort((a, b) => b.folder.length - a.folder.length);
    if (deepest) return deepest;
    let tree = this.loose.get(prefix);
    if (tree === undefined) this.loose.set(prefix, (tree = this.treeAt(prefix, '')));
    return tree;
  }

  private folderAt = (uri: string): Tree => this.treeAt(prefixOf(uri), pathOf(folderUri(uri)));

  /** `folder` is '' for all that is in none. */
  private treeAt(prefix: string, folder: string): Tree {
    const toUri = (path: string) => uriOf(prefix, path);
    const other = this.viaClient ? clientFiles(this.connection, toUri) : noFiles;
    const files = this.viaClient || !prefix.startsWith('file:') ? other : this.local;
    return new Tree(prefix, folder, files, {
      changed: this.events.changed,
      isOpen: (path) => this.events.textOf(toUri(path)) !== undefined,
      problems: (problems) => {
        const [first] = problems;
        const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
        if (first) this.connection.console.warn(`${first.path}: ${first.message}${more}`);
      },
      config: (path, problems) => this.markConfig(toUri(path), problems),
    });
  }
}
