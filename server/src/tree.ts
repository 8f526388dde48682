/** One folder of the workspace: the projects in it, and its files that have a part in a host, open or not. */
import type { Reading } from '../../core/src/index.js';
import {
  CONFIG_NAME,
  discover,
  type Files,
  type Found,
  isExcluded,
  isOurs,
  join,
  linkFolderOf,
  onHost,
  type Problem,
  type Project,
  parentOf,
  pieces,
  relativeTo,
  remembering,
  rootNamedBy,
} from '../../workspace/src/index.js';
import { type DiskChange, foldersAmong, sorted, within } from './disk-changes.js';
import { KeptTexts } from './kept-texts.js';
import { type Loaded, load, saidBy } from './loaded.js';
import { LookedUp } from './looked-up.js';
import { Members } from './members.js';
import { type ConfigFile, Projects } from './projects.js';
import { Told } from './told.js';
import { TreeHosts } from './tree-hosts.js';
import { Turns } from './turns.js';
import { uriOf } from './uri.js';

export interface TreeEvents {
  /** Something that readings depend on is another now. */
  changed(): void;
  /** For the log. */
  problems(problems: readonly Problem[]): void;
  /** What is wrong in the config at `path`: nothing any more, or something. */
  config(path: string, problems: readonly Problem[]): void;
  /** True while the editor holds `path`: what is on the disk does not count then. */
  isOpen(path: string): boolean;
  /** True for what another folder of the workspace holds, one in this folder. */
  isElsewhere(path: string): boolean;
}

export class Tree {
  /** Of the folder. */
  readonly uri: string;
  readonly hosts: TreeHosts;
  /** The listings of the directories of rc links in this folder. */
  readonly listings = new KeptTexts();
  /** The scripts in this folder whose names and permission bits are judged. */
  readonly scripts = new KeptTexts();
  private readonly members: Members;
  private readonly told: Told;
  /** Permission bits by path. */
  private readonly modes: LookedUp<number>;
  private readonly projects: Projects;
  private readonly turns = new Turns(() => this.changed());
  /** The disk with what the last scan saw of its folders in mind, until something changes there. */
  private scanned: Files;

  /** `folder`: the path of the workspace folder; '' for files outside of any, of which only the open ones count. */
  constructor(
    readonly prefix: string,
    readonly folder: string,
    readonly files: Files,
    private readonly events: TreeEvents,
  ) {
    const inTurn = (work: () => Promise<boolean>) => this.turns.take(work);
    this.uri = uriOf(prefix, folder);
    this.scanned = files;
    this.told = new Told(() => this.scanned, inTurn);
    this.modes = new LookedUp(async (path) => (await files.stat(path)).mode, inTurn);
    this.members = new Members(folder, (path) => rootNamedBy(this.project(path), path));
    this.hosts = new TreeHosts(this.members, this.told);
    this.projects = new Projects(files, {
      changed: () => this.changed(),
      found: ({ folder: at, problems }) => {
        this.tell(problems);
        if (at !== '' && !this.turns.isOver) this.events.config(join(at, CONFIG_NAME), problems);
      },
      problems: (problems) => this.tell(problems),
    });
  }

  /** The project of the file at `path`, as far as it is known yet; `changed` follows when it turns out to be another. */
  project = (path: string): Project => this.projects.of(parentOf(path));

  /** The same, once it is known. */
  findProject = (path: string): Promise<Project> => this.projects.find(parentOf(path) ?? this.folder);

  /** Once all that was to be read by now is read, and what the hosts ask for besides. */
  async whole(): Promise<void> {
    await this.turns.done();
    this.hosts.all();
    await this.turns.done();
  }

  /** Notes what an open file says now. `changed` follows only when that matters to others. */
  note(path: string, document: Reading['document']): void {
    if (this.members.put(path, document)) this.changed();
  }

  /** Reads all files of the folder that paths and settings name, and forgets the others. */
  scan(): Promise<void> {
    return this.turns.take(() => this.readBelow(this.folder));
  }

  /** Reads anew what is on disk at `paths`, or was below them. */
  reread(paths: readonly string[]): Promise<void> {
    return this.turns.take(() => this.readAnew(paths));
  }

  /** Hears what changed on disk: also of folders that came or went, where the client tells of nothing that is in them. */
  hear(changes: readonly DiskChange[]): Promise<void> {
    const { paths, created, deleted } = sorted(changes);
    return this.turns.take(async () => {
      const fresh = await foldersAmong(this.files, created);
      const moved = [...fresh, ...deleted];
      await this.projects.renewWithin(within(moved));
      let isOther = await this.readAnew(paths);
      for (const folder of fresh)
        if (!isExcluded(await this.findProject(folder), folder)) isOther = (await this.readBelow(folder)) || isOther;
      return (await this.told.renewAround(moved)) || isOther;
    });
  }

  /** The crontabs of the host that `path` belongs to are read anew: for clients that tell of no changes on disk. */
  rereadCrontabs(path: string): Promise<void> {
    const { root, files } = this.hosts.seenFrom(path);
    return this.reread(files.flatMap((file) => (file.kind === 'crontab' ? [onHost(root, file.path)] : [])));
  }

  /** `path` is no longer open: what is on the disk counts again, and nothing outside of the workspace. */
  async release(path: string): Promise<void> {
    this.hosts.forget(path);
    if (this.folder !== '') return this.reread([path]);
    const isOther = this.remove(path);
    const folder = parentOf(path);
    // Nobody tells of changes out there: what is opened next finds the config as it is then.
    if (folder !== undefined && ![...this.members.paths()].some((member) => parentOf(member) === folder)) this.projects.forget(folder);
    if (isOther) this.changed();
  }

  /** A config changed: projects are looked for anew, and what they name is read. */
  async reconfigure(): Promise<void> {
    await this.projects.renew();
    this.changed();
    if (this.folder !== '') await this.scan();
  }

  /** The file at `path` was saved, and nobody tells of other changes: its config, or another file of its host, may be another. */
  async lookAgain(path: string): Promise<void> {
    const isReconfigured = await this.projects.renewIfOther(parentOf(path));
    if (isReconfigured) this.changed();
    if (this.folder === '') return;
    const { root } = this.hosts.seenFrom(path);
    const isWhole = isReconfigured || relativeTo(this.folder, root) === undefined;
    await this.turns.take(async () => {
      const isOther = await this.readBelow(isWhole ? this.folder : root);
      return (await this.told.renewAt(root)) || isOther;
    });
  }

  /** The config that counts for `path`, or that would if it were there. Undefined for files outside of any folder. */
  configFor = (path: string): Promise<ConfigFile | undefined> => this.projects.configFor(path, this.folder);

  /** True where `path` lies in the folder. */
  holds = (path: string): boolean => this.folder !== '' && relativeTo(this.folder, path) !== undefined;

  /** The folder left the workspace: nothing is heard of it any more. */
  close(): void {
    this.turns.end();
  }

  /** The permission bits of the file at `path`, as far as they are known yet; `changed` follows when they turn out to be others. */
  mode = (path: string): number | undefined => this.modes.of(path);

  private changed(): void {
    this.members.forgetRoots();
    if (!this.turns.isOver) this.events.changed();
  }

  private tell(problems: readonly Problem[]): void {
    if (!this.turns.isOver && problems.length > 0) this.events.problems(problems);
  }

  private below = (top: string): readonly string[] => this.members.paths().filter((path) => relativeTo(top, path) !== undefined);

  /** True where something is to be read at `path`, or was. */
  private async concerns(path: string): Promise<boolean> {
    return this.members.get(path) !== undefined || this.modes.isKnown(path) || isOurs(path, await this.findProject(path));
  }

  /** Reads what is at `paths`, and what was below them; true when something is another now. */
  private async readAnew(paths: readonly string[]): Promise<boolean> {
    this.scanned = this.files;
    let isOther = await this.told.renew(paths, this.folder);
    const found = new Map<string, Found>();
    for (const at of new Set([...paths, ...this.members.paths().filter(within(paths))])) {
      const links = linkFolderOf(at);
      if (links !== undefined) found.set(links, { path: links, type: 'links' });
      else if (await this.concerns(at)) found.set(at, { path: at, type: 'file' });
    }
    for (const one of found.values()) isOther = this.take(await this.load(one)) || isOther;
    return isOther;
  }

  private remove(path: string): boolean {
    this.modes.forget(path);
    const hadListing = this.listings.remove(path);
    const hadScript = this.scripts.remove(path);
    return this.members.remove(path) || hadListing || hadScript;
  }

  /** Reads all files below `top` that paths and settings name, and forgets the others there; true when something is another now. */
  private async readBelow(top: string): Promise<boolean> {
    this.scanned = remembering(this.files);
    const { isElsewhere } = this.events;
    const { found, problems } = await discover(this.scanned, top, this.projects.find, { isElsewhere });
    const unread: Problem[] = [...problems];
    const paths = new Set(found.map(({ path }) => path));
    const gone = this.below(top).filter((path) => !paths.has(path) && (isElsewhere(path) || !this.events.isOpen(path)));
    let isOther = gone.map((path) => this.remove(path)).includes(true);
    for (const some of pieces(found)) {
      const loaded = await Promise.all(some.map((one) => this.load(one)));
      for (const one of loaded) isOther = this.take(one, unread) || isOther;
    }
    // All at once: a spool that only root may read is one line of the log, not a hundred.
    this.tell(unread);
    return isOther;
  }

  private async load(found: Found): Promise<Loaded> {
    return load(this.files, found, await this.findProject(found.path));
  }

  /** What cannot be read goes into `unread`. */
  private take(loaded: Loaded, unread: Problem[] = []): boolean {
    const { found, source } = loaded;
    const { path } = found;
    if (source && 'message' in source && !source.binary) unread.push(source);
    const isOther = this.modes.note(path, source && 'text' in source ? source.mode : undefined);
    if (this.events.isOpen(path)) return isOther;
    const said = saidBy(loaded);
    if (said === undefined) return this.remove(path) || isOther;
    const isListed = said.isListing && this.listings.put(path, said.text);
    const isScript = said.isScript && this.scripts.put(path, said.text);
    return [isOther, isListed, isScript, this.members.put(path, said.document)].includes(true);
  }
}
