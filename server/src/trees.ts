/** All folders of the workspace, by URI. */
import { type Connection, DidChangeWatchedFilesNotification } from 'vscode-languageserver';
import type { Host, Reading } from '../../core/src/index.js';
import { type Files, type Project, relativeTo } from '../../workspace/src/index.js';
import { clientFiles } from './client-files.js';
import { LinkMarks } from './link-marks.js';
import { type OtherFile, Tree } from './tree.js';
import { pathOf, prefixOf, uriOf } from './uri.js';

/** Quiet time after a keystroke before other files hear of it, in milliseconds. */
const QUIET = 300;

/** Files whose changes matter although they are not open. */
const WATCHED = [
  '**/.daemonlint.json',
  '**/inetd.conf',
  '**/crontab',
  '**/cron.d/*',
  '**/crontabs/*',
  '**/spool/cron/*',
  '**/rc?.d/*',
  '**/*.{crontab,cron,rclist}',
];

export class Trees {
  private trees: Tree[] = [];
  private readonly loose = new Map<string, Tree>();
  private viaClient = false;
  private scanning = false;
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly marks: LinkMarks;

  constructor(
    private readonly connection: Connection,
    private readonly local: Files,
    private readonly onChange: () => void,
  ) {
    this.marks = new LinkMarks(connection);
  }

  /** Takes the folders of the workspace; `viaClient`: the client lends its file system. */
  open(uris: readonly string[], viaClient: boolean): void {
    this.viaClient = viaClient;
    this.trees = uris.map((uri) => this.treeAt(uri));
  }

  async change(added: readonly string[], removed: readonly string[]): Promise<void> {
    const gone = new Set(removed.map((uri) => uri.replace(/\/$/, '')));
    this.trees = this.trees.filter((tree) => !gone.has(uriOf(tree.prefix, tree.folder)));
    const fresh = added.map((uri) => this.treeAt(uri));
    this.trees.push(...fresh);
    if (this.scanning) for (const tree of fresh) await this.scanOne(tree);
    this.onChange();
  }

  /** Reads all folders, and asks to be told of changes where the client can. */
  async scan(canWatch: boolean): Promise<void> {
    this.scanning = true;
    if (canWatch)
      void this.connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: WATCHED.map((globPattern) => ({ globPattern })),
      });
    for (const tree of this.trees) await this.scanOne(tree);
  }

  changed(uris: readonly string[]): void {
    for (const uri of uris)
      void this.treeOf(uri)
        .reread(pathOf(uri))
        .catch((error: unknown) => this.connection.console.error(`${uri}: ${String(error)}`));
  }

  /** An open document says this now; others hear of it when it has been quiet for a while. */
  observe(uri: string, document: Reading['document']): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.set(
      uri,
      setTimeout(() => {
        this.waiting.delete(uri);
        this.treeOf(uri).note(pathOf(uri), document);
      }, QUIET),
    );
  }

  /** `uri` is no longer open: what is on the disk counts again. */
  release(uri: string): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.delete(uri);
    this.changed([uri]);
  }

  projectOf = (uri: string): Project => this.treeOf(uri).project(pathOf(uri));

  hostFor = (uri: string): Host => this.treeOf(uri).host(pathOf(uri));

  /** The path of `uri` in its workspace folder; its whole path outside of any. */
  inFolder(uri: string): string {
    const path = pathOf(uri);
    return relativeTo(this.treeOf(uri).folder, path) ?? path;
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

  private async scanOne(tree: Tree): Promise<void> {
    try {
      await tree.scan();
    } catch (error) {
      this.connection.console.error(`${tree.folder} could not be looked through: ${String(error)}`);
    }
  }

  private treeOf(uri: string): Tree {
    const [prefix, path] = [prefixOf(uri), pathOf(uri)];
    const inside = this.trees.filter((tree) => tree.prefix === prefix && relativeTo(tree.folder, path) !== undefined);
    const [deepest] = inside.sort((a, b) => b.folder.length - a.folder.length);
    if (deepest) return deepest;
    let tree = this.loose.get(prefix);
    if (tree === undefined) this.loose.set(prefix, (tree = this.treeAt(prefix)));
    return tree;
  }

  private treeAt(uri: string): Tree {
    const prefix = prefixOf(uri);
    const toUri = (path: string) => uriOf(prefix, path);
    const files = this.viaClient || !prefix.startsWith('file:') ? clientFiles(this.connection, toUri) : this.local;
    return new Tree(prefix, pathOf(uri).replace(/\/$/, ''), files, {
      changed: this.onChange,
      links: (folder, reading) => this.marks.show(folder, toUri, reading),
      problems: (problems) => {
        const [first] = problems;
        const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
        if (first) this.connection.console.warn(`${first.path}: ${first.message}${more}`);
      },
    });
  }
}
