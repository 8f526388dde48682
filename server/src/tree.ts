/** One folder of the workspace: the projects in it, and the hosts that its files make up, open or not. */
import { type Host, type Place, type Reading, type Span, settledFiles } from '../../core/src/index.js';
import {
  CONFIG_NAME,
  choiceOf,
  discover,
  type Files,
  type Found,
  type HostTold,
  isEmptyListing,
  isExcluded,
  join,
  linkFolderOf,
  onHost,
  type Problem,
  type Project,
  parentOf,
  pieces,
  readSource,
  relativeTo,
  rootNamedBy,
  wishOf,
} from '../../workspace/src/index.js';
import { LookedUp } from './looked-up.js';
import { Members, type Placed } from './members.js';
import { type ConfigFile, Projects } from './projects.js';
import { isAlike, Told } from './told.js';

/** A file of a host as another file's fix or finding needs it. */
export interface OtherFile {
  readonly path: string;
  /** The place of a span's start that the host knows; undefined for others. */
  placeAt(offset: number): Place | undefined;
}

/** The listing of a directory of rc links, or a script; `version` grows when the text changes. */
export interface Listing {
  readonly text: string;
  readonly version: number;
}

export interface TreeEvents {
  /** Something that readings depend on is another now. */
  changed(): void;
  /** For the log. */
  problems(problems: readonly Problem[]): void;
  /** What is wrong in the config at `path`: nothing any more, or something. */
  config(path: string, problems: readonly Problem[]): void;
  /** True while the editor holds `path`: what is on the disk does not count then. */
  isOpen(path: string): boolean;
}

/** What is read of a file before it is taken in; `source` is undefined where the project passes over it. */
interface Loaded {
  readonly found: Found;
  readonly project: Project;
  readonly source: Awaited<ReturnType<typeof readSource>> | undefined;
}

export class Tree {
  /** By path: the listings of the directories of rc links in this folder. */
  readonly listings = new Map<string, Listing>();
  /** By path: the scripts in this folder whose names and permission bits are judged. */
  readonly scripts = new Map<string, Listing>();
  private readonly members: Members;
  private readonly hosts = new Map<string, Host>();
  private readonly counting = new WeakMap<readonly Placed[], { readonly told: HostTold; readonly members: readonly Placed[] }>();
  /** By root. */
  private readonly told: Told;
  /** Permission bits by path. */
  private readonly modes: LookedUp<number>;
  private readonly projects: Projects;
  private work: Promise<void> = Promise.resolve();
  private isClosed = false;

  /** `folder`: the path of the workspace folder; '' for files outside of any, of which only the open ones count. */
  constructor(
    readonly prefix: string,
    readonly folder: string,
    readonly files: Files,
    private readonly events: TreeEvents,
  ) {
    const inTurn = (work: () => Promise<boolean>) => this.inTurn(work);
    this.told = new Told(files, inTurn);
    this.modes = new LookedUp(async (path) => (await files.stat(path)).mode, inTurn);
    this.members = new Members(folder, (path) => rootNamedBy(this.project(path), path));
    this.projects = new Projects(files, {
      changed: () => this.changed(),
      found: ({ folder: at, problems }) => {
        this.tell(problems);
        if (at !== '' && !this.isClosed) this.events.config(join(at, CONFIG_NAME), problems);
      },
      problems: (problems) => this.tell(problems),
    });
  }

  /** The project of the file at `path`, as far as it is known yet; `changed` follows when it turns out to be another. */
  project = (path: string): Project => this.projects.of(parentOf(path));

  /** The other files of the host that `path` belongs to: the same object until one of them changes. */
  host(path: string): Host {
    const root = this.members.rootOf(path);
    const group = this.members.byRoot().get(root) ?? [];
    const told = this.told.of(root, group);
    const members = this.settled(root, group, told).filter(({ at }) => at !== path);
    const known = this.hosts.get(path);
    if (
      known?.root === root &&
      isAlike(known, told) &&
      known.files.length === members.length &&
      known.files.every((file, index) => file === members[index]?.file)
    )
      return known;
    const host: Host = { root, files: members.map(({ file }) => file), ...told };
    this.hosts.set(path, host);
    return host;
  }

  /** The hosts of the folder, all their files in them, by their roots. */
  allHosts(): readonly Host[] {
    return [...this.members.byRoot()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([root, members]) => this.hostOf(root, members));
  }

  /** Once all that was to be read by now is read, and what the hosts ask for besides. */
  async whole(): Promise<void> {
    await this.work;
    // Who looks at a host asks for the scripts, the units and the like that its files make matter.
    this.allHosts();
    await this.work;
  }

  /** The file that the host of `path` calls `file`. */
  other(path: string, file: string): OtherFile | undefined {
    const at = onHost(this.members.rootOf(path), file);
    const member = this.members.get(at);
    if (member === undefined) return undefined;
    const { launches, appendix, queueRuns = [], job } = member.file;
    const spots: readonly { readonly span: Span; readonly place: Place }[] = [...launches, ...queueRuns, ...(job ? [job] : [])];
    const placeAt = (offset: number) =>
      appendix?.offset === offset ? appendix.place : spots.find(({ span }) => span.start === offset)?.place;
    return { path: at, placeAt: (offset) => (member.exact ? placeAt(offset) : undefined) };
  }

  /** Notes what an open file says now. `changed` follows only when that matters to others. */
  note(path: string, document: Reading['document']): void {
    if (this.members.put(path, document)) this.changed();
  }

  /** Reads all files of the folder that paths and settings name, and forgets the others. */
  scan(): Promise<void> {
    return this.inTurn(async () => {
      const { found, problems } = await discover(this.files, this.folder, this.projects.find);
      const unread: Problem[] = [...problems];
      const paths = new Set(found.map(({ path }) => path));
      const gone = [...this.members.paths()].filter((path) => !paths.has(path) && !this.events.isOpen(path));
      let isOther = gone.map((path) => this.remove(path)).includes(true);
      for (const some of pieces(found)) {
        const loaded = await Promise.all(some.map((one) => this.load(one)));
        for (const one of loaded) isOther = this.take(one, unread) || isOther;
      }
      // All at once: a spool that only root may read is one line of the log, not a hundred.
      this.tell(unread);
      return isOther;
    });
  }

  /** Reads anew what changed on disk at `paths`, or below them. */
  reread(paths: readonly string[]): Promise<void> {
    return this.inTurn(async () => {
      const found = new Map<string, Found>();
      let isOther = await this.told.renew(paths, this.folder);
      for (const path of paths) {
        const below = [...this.members.paths()].filter((member) => relativeTo(path, member) !== undefined);
        for (const at of [path, ...below]) {
          const links = linkFolderOf(at);
          found.set(links ?? at, links === undefined ? { path: at, type: 'file' } : { path: links, type: 'links' });
        }
      }
      for (const one of found.values()) isOther = (await this.read(one)) || isOther;
      return isOther;
    });
  }

  /** The crontabs of the host that `path` belongs to are read anew: for clients that tell of no changes on disk. */
  rereadCrontabs(path: string): Promise<void> {
    const { root, files } = this.host(path);
    return this.reread(files.flatMap((file) => (file.kind === 'crontab' ? [onHost(root, file.path)] : [])));
  }

  /** `path` is no longer open: what is on the disk counts again, and nothing outside of the workspace. */
  async release(path: string): Promise<void> {
    this.hosts.delete(path);
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

  /** The config that counts for `path`, or that would if it were there. Undefined for files outside of any folder. */
  configFor = (path: string): Promise<ConfigFile | undefined> => this.projects.configFor(path, this.folder);

  /** The folder left the workspace: nothing is heard of it any more. */
  close(): void {
    this.isClosed = true;
  }

  /** The permission bits of the file at `path`, as far as they are known yet; `changed` follows when they turn out to be others. */
  mode = (path: string): number | undefined => this.modes.of(path);

  private changed(): void {
    this.members.forgetRoots();
    if (!this.isClosed) this.events.changed();
  }

  private tell(problems: readonly Problem[]): void {
    if (!this.isClosed && problems.length > 0) this.events.problems(problems);
  }

  /** One thing after another, so that what was read later is what stays. `work` tells whether anything is another now. */
  private inTurn(work: () => Promise<boolean>): Promise<void> {
    const done = this.work.then(async () => {
      if (!this.isClosed && (await work())) this.changed();
    });
    this.work = done.catch(() => undefined);
    return done;
  }

  private hostOf(root: string, group: readonly Placed[]): Host {
    const told = this.told.of(root, group);
    return { root, files: this.settled(root, group, told).map(({ file }) => file), ...told };
  }

  /** The members of a host, each with what counts of it there: the same array for the same group while the same is told of it. */
  private settled(root: string, group: readonly Placed[], told: HostTold): readonly Placed[] {
    const known = this.counting.get(group);
    if (known && isAlike(known.told, told)) return known.members;
    const files = settledFiles({ root, files: group.map(({ file }) => file), ...told });
    const members = group.map((placed, index): Placed => {
      const file = files[index];
      return file === undefined || file === placed.file ? placed : { ...placed, file };
    });
    this.counting.set(group, { told, members });
    return members;
  }

  private remove(path: string): boolean {
    this.modes.forget(path);
    const hadListing = this.listings.delete(path);
    const hadScript = this.scripts.delete(path);
    return this.members.remove(path) || hadListing || hadScript;
  }

  private async read(found: Found): Promise<boolean> {
    return this.take(await this.load(found));
  }

  private async load(found: Found): Promise<Loaded> {
    const project = await this.projects.find(parentOf(found.path) ?? this.folder);
    return { found, project, source: isExcluded(project, found.path) ? undefined : await readSource(this.files, found) };
  }

  /** What cannot be read goes into `unread`. */
  private take({ found: { path, type }, project, source }: Loaded, unread: Problem[] = []): boolean {
    if (source && 'message' in source && !source.binary) unread.push(source);
    const isOther = this.modes.note(path, source && 'text' in source ? source.mode : undefined);
    if (this.events.isOpen(path)) return isOther;
    if (source === undefined || !('text' in source)) return this.remove(path) || isOther;
    const choice = choiceOf(source, wishOf(project, path), { sniff: false });
    const isBare = type === 'links' && isEmptyListing(source.text);
    if (choice === undefined || isBare) return this.remove(path) || isOther;
    const isListed = type === 'links' && this.list(path, source.text);
    const isScript = choice.kind.scripts === true && this.keepScript(path, source.text);
    return [isOther, isListed, isScript, this.members.put(path, choice.kind.read(source.text, choice).document)].includes(true);
  }

  private keepScript(path: string, text: string): boolean {
    const before = this.scripts.get(path);
    if (before?.text === text) return false;
    this.scripts.set(path, { text, version: (before?.version ?? 0) + 1 });
    return true;
  }

  private list(folder: string, text: string): boolean {
    const before = this.listings.get(folder);
    if (before?.text === text) return false;
    this.listings.set(folder, { text, version: (before?.version ?? 0) + 1 });
    return true;
  }
}
