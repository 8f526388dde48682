/** All that is known of the workspace: its folders, read from the disk and from what the editor holds, asked by URI. */
import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { Host, Place, Reading } from '../../core/src/index.js';
import { CONFIG_NAME, type Files, type Problem, type Project, relativeTo } from '../../workspace/src/index.js';
import { clientFiles, noFiles } from './client-files.js';
import { ConfigMarks } from './config-marks.js';
import type { Became, DiskChange } from './disk-changes.js';
import { Folders } from './folders.js';
import { attempt } from './guard.js';
import { type Ground, hostsIn, listingsIn, type PlacedHost, type PlacedListing, type PlacedScript, scriptsIn } from './placed.js';
import type { ConfigFile } from './projects.js';
import { Tree } from './tree.js';
import { isConfig, pathOf, spelledAlike, tellsOfOthers, uriOf } from './uri.js';

/** All below the folders: a config may name any file as one of ours, and of folders that come or go editors tell nothing but their names. */
const WATCHED = '**/*';

export interface UriChange {
  readonly uri: string;
  readonly became: Became;
}

export interface TreesEvents {
  /** Something that readings depend on is another now. */
  changed(): void;
  /** What the editor holds of the file at `uri`; undefined while it is not open. */
  textOf(uri: string): string | undefined;
}

export class Trees {
  private readonly trees = new Folders((prefix, folder) => this.plant(prefix, folder));
  private readonly configs: ConfigMarks;
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
  ) {
    this.configs = new ConfigMarks(
      (uri, diagnostics) => void connection.sendDiagnostics({ uri, diagnostics }),
      (uri) => events.textOf(uri) !== undefined,
    );
  }

  /** Takes the folders of the workspace; `viaClient`: the client lends its file system; `canWatch`: it tells of changes on disk. */
  open(uris: readonly string[], viaClient: boolean, canWatch: boolean): void {
    this.viaClient = viaClient;
    this.canWatch = canWatch;
    this.trees.open(uris);
  }

  async change(added: readonly string[], removed: readonly string[]): Promise<void> {
    const fresh = this.trees.change(added, removed);
    for (const uri of removed) this.configs.gone(spelledAlike(uri));
    this.events.changed();
    if (!this.isScanning) return;
    // What lies in a folder that came is that folder's now, and what was in one that left is the others' again.
    for (const tree of this.trees.all())
      if (fresh.includes(tree)) await this.scanOne(tree);
      else if ([...added, ...removed].some((uri) => this.trees.besides(uri).includes(tree) && tree.holds(pathOf(uri))))
        this.reconfigure(tree);
  }

  /** Reads all folders, and asks to be told of changes where the client can. */
  async scan(): Promise<void> {
    this.isScanning = true;
    if (this.canWatch)
      void attempt(this.connection, 'asking to be told of changed files', () =>
        this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern: WATCHED }] }),
      );
    for (const tree of this.trees.all()) await this.scanOne(tree);
    this.markRead();
  }

  /** Once the folders are read, and so is what their files ask for besides: what is told before would be half of it. */
  async whole(): Promise<void> {
    await this.isRead;
    await Promise.all(this.trees.all().map((tree) => tree.whole()));
  }

  /** Files changed on disk. */
  changed(changes: readonly UriChange[]): void {
    const reconfigured = new Set<Tree>();
    const byTree = new Map<Tree, DiskChange[]>();
    for (const { uri, became } of changes) {
      if (tellsOfOthers(uri)) for (const tree of this.trees.besides(uri)) reconfigured.add(tree);
      if (isConfig(uri) || became === 'gone') this.configs.gone(spelledAlike(uri));
      const change = { path: pathOf(uri), became };
      for (const tree of this.trees.touchedAt(uri)) {
        const known = byTree.get(tree);
        if (known) known.push(change);
        else byTree.set(tree, [change]);
      }
    }
    for (const tree of reconfigured) this.reconfigure(tree);
    for (const [tree, changed] of byTree) void attempt(this.connection, `hearing of changes in ${tree.uri}`, () => tree.hear(changed));
  }

  /** An open document says this now. */
  note(uri: string, document: Reading['document']): void {
    this.trees.owner(uri)?.note(pathOf(uri), document);
  }

  /** `uri` is no longer open. */
  release(uri: string): void {
    void attempt(this.connection, `reading ${uri}`, () => this.trees.owner(uri)?.release(pathOf(uri)));
  }

  /** `uri` was saved: a time to look at the disk again, where nobody tells of changes. */
  saved(uri: string): void {
    const tree = this.trees.of(uri);
    if (this.canWatch && this.trees.has(tree)) return;
    if (tellsOfOthers(uri)) for (const one of this.trees.besides(uri)) this.reconfigure(one);
    else void attempt(this.connection, `reading what is around ${uri}`, () => tree.lookAgain(pathOf(uri)));
  }

  /** Looks at the disk again for places in other files, where nobody tells of changes. */
  async freshen(uri: string): Promise<void> {
    if (!this.canWatch) await this.trees.of(uri).rereadCrontabs(pathOf(uri));
  }

  /** All hosts of the workspace's folders. */
  hosts = (): readonly PlacedHost[] => this.trees.all().flatMap(hostsIn);

  listings = (): readonly PlacedListing[] => this.trees.all().flatMap(listingsIn);

  scripts = (): readonly PlacedScript[] => this.trees.all().flatMap(scriptsIn);

  projectOf = (uri: string): Project => this.trees.of(uri).project(pathOf(uri));

  /** The same, once it is known. */
  findProject = (uri: string): Promise<Project> => this.trees.of(uri).findProject(pathOf(uri));

  /** The permission bits of the file at `uri`, as far as they are known yet. */
  modeFor = (uri: string): number | undefined => this.trees.owner(uri)?.mode(pathOf(uri));

  hostFor = (uri: string): Host => this.trees.of(uri).hosts.seenFrom(pathOf(uri));

  /** The URIs of the workspace's folders. */
  folders = (): readonly string[] => this.trees.all().map(({ uri }) => uri);

  /** The URI of the workspace folder that `uri` lies in; undefined outside of any. */
  folderOf(uri: string): string | undefined {
    const tree = this.trees.of(uri);
    return this.trees.has(tree) ? tree.uri : undefined;
  }

  /** Where the files of the host of `uri` are. */
  groundOf(uri: string): Ground {
    const tree = this.trees.of(uri);
    const { folder, files, prefix } = tree;
    const { root } = tree.hosts.seenFrom(pathOf(uri));
    return { folder, root, files, uriOf: (path) => uriOf(prefix, path), holds: (other) => this.trees.of(other) === tree };
  }

  /** The path of `uri` in its workspace folder; its whole path outside of any. */
  inFolder(uri: string): string {
    const path = pathOf(uri);
    return relativeTo(this.trees.of(uri).folder, path) ?? path;
  }

  /** The file that the host of `uri` calls `file`, and the places in it that the host knows. */
  fileOf(uri: string, file: string): { readonly uri: string; readonly placeAt: (offset: number) => Place | undefined } | undefined {
    const { prefix, hosts } = this.trees.of(uri);
    const other = hosts.other(pathOf(uri), file);
    return other && { uri: uriOf(prefix, other.path), placeAt: other.placeAt };
  }

  /** The config that counts for `uri`, or that would; undefined for files in no folder of the workspace, or where it cannot be read. */
  async configFor(uri: string): Promise<(ConfigFile & { readonly uri: string }) | undefined> {
    const tree = this.trees.owner(uri);
    const config = await tree?.configFor(pathOf(uri));
    if (tree === undefined || config === undefined) return undefined;
    const at = uriOf(tree.prefix, config.path);
    const open = this.events.textOf(at);
    return { ...config, ...(open !== undefined && { text: open }), uri: at };
  }

  private reconfigure(tree: Tree): void {
    void attempt(this.connection, `reading ${CONFIG_NAME} anew`, () => tree.reconfigure());
  }

  private scanOne(tree: Tree): Promise<void> {
    return attempt(this.connection, `looking through ${tree.uri}`, () => tree.scan());
  }

  private plant(prefix: string, folder: string): Tree {
    const toUri = (path: string) => uriOf(prefix, path);
    const other = this.viaClient ? clientFiles(this.connection, toUri) : noFiles;
    const files = this.viaClient || !prefix.startsWith('file:') ? other : this.local;
    const tree: Tree = new Tree(prefix, folder, files, {
      isElsewhere: (path) => this.trees.of(toUri(path)) !== tree,
      changed: this.events.changed,
      isOpen: (path) => this.events.textOf(toUri(path)) !== undefined,
      problems: (problems: readonly Problem[]) => {
        const [first] = problems;
        const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
        if (first) this.connection.console.warn(`${first.path}: ${first.message}${more}`);
      },
      config: (path, problems) => this.configs.show(toUri(path), problems),
    });
    return tree;
  }
}
