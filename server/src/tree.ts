/** One folder of the workspace: the projects in it, and the hosts that its files make up, open or not. */
import { defaultSettings, type Host, type HostFile, lint, type Place, type Reading, type Span, summarise } from '../../core/src/index.js';
import {
  choiceOf,
  discover,
  emptyConfig,
  type Files,
  type Found,
  join,
  type Problem,
  type Project,
  parentOf,
  projectFinder,
  readSource,
  relativeTo,
  rootOf,
  settingsOf,
  wishOf,
} from '../../workspace/src/index.js';

export const noProject: Project = { folder: '', config: emptyConfig, problems: [] };

/** A file's part in the host under `root`. */
interface Member {
  readonly root: string;
  readonly file: HostFile;
}

/** A file of a host as another file's fix or finding needs it. */
export interface OtherFile {
  readonly path: string;
  /** The place of a span's start that the host knows; undefined for others. */
  placeAt(offset: number): Place | undefined;
}

export interface TreeEvents {
  /** Something that readings depend on is another now. */
  changed(): void;
  /** A directory of rc links was read as a listing. */
  links(folder: string, reading: Reading): void;
  /** For the log. */
  problems(problems: readonly Problem[]): void;
}

export class Tree {
  private readonly members = new Map<string, Member>();
  private readonly projects = new Map<string, Project>();
  private readonly hosts = new Map<string, Host>();
  private find: (folder: string) => Promise<Project>;

  /** `folder`: the path of the workspace folder; '' for files outside of any. */
  constructor(
    readonly prefix: string,
    readonly folder: string,
    private readonly files: Files,
    private readonly events: TreeEvents,
  ) {
    this.find = projectFinder(files);
  }

  /** The project of the file at `path`, as far as it is known yet; `changed` follows when it turns out to be another. */
  project(path: string): Project {
    const folder = parentOf(path);
    if (folder === undefined) return noProject;
    const known = this.projects.get(folder);
    if (known === undefined) {
      this.projects.set(folder, noProject);
      void this.find(folder).then(
        (project) => {
          this.projects.set(folder, project);
          if (project.problems.length > 0) this.events.problems(project.problems);
          if (project.folder !== '') this.events.changed();
        },
        (error: unknown) => this.events.problems([{ path: folder, message: String(error) }]),
      );
    }
    return known ?? noProject;
  }

  /** The other files of the host that `path` belongs to: the same object until one of them changes. */
  host(path: string): Host {
    const root = this.rootOf(path);
    const files = [...this.members].flatMap(([at, member]) => (member.root === root && at !== path ? [member.file] : []));
    const known = this.hosts.get(path);
    if (known && known.files.length === files.length && known.files.every((file, index) => file === files[index])) return known;
    const host: Host = { files };
    this.hosts.set(path, host);
    return host;
  }

  /** The file that the host of `path` calls `file`. */
  other(path: string, file: string): OtherFile | undefined {
    const at = join(this.rootOf(path), file);
    const member = this.members.get(at)?.file;
    const placed: readonly { readonly span: Span; readonly place: Place }[] = member ? [...member.launches] : [];
    return (
      member && {
        path: at,
        placeAt: (offset) =>
          member.appendix?.offset === offset ? member.appendix.place : placed.find(({ span }) => span.start === offset)?.place,
      }
    );
  }

  /** Notes what a file says now. `changed` follows only when that matters to others. */
  note(path: string, document: Reading['document']): void {
    const root = this.rootOf(path);
    const file = summarise(relativeTo(root, path) ?? path, document);
    const before = this.members.get(path);
    if (before?.root === root && JSON.stringify(before.file) === JSON.stringify(file)) return;
    this.members.set(path, { root, file });
    this.events.changed();
  }

  /** Reads all files of the folder that paths and settings name. */
  async scan(): Promise<void> {
    const { found, problems } = await discover(this.files, this.folder, this.find);
    for (const one of found) await this.read(one);
    if (problems.length > 0) this.events.problems(problems);
    this.events.changed();
  }

  /** Reads `path` anew: it changed on disk, or is no longer open. */
  async reread(path: string): Promise<void> {
    const folder = parentOf(path) ?? '';
    if (path.endsWith('/.daemonlint.json')) {
      this.find = projectFinder(this.files);
      this.projects.clear();
      this.events.changed();
    } else if (/\/rc[0-6S]\.d\/[^/]+$/.test(path)) await this.read({ path: folder, type: 'links' });
    else if (this.members.has(path) || rootOf(path) !== undefined) await this.read({ path, type: 'file' });
  }

  private rootOf(path: string): string {
    const own = rootOf(path);
    if (own !== undefined) return own;
    const roots = new Set([...this.members.values()].map(({ root }) => root));
    for (let folder = parentOf(path); folder !== undefined && folder.length > this.folder.length; folder = parentOf(folder))
      if (roots.has(folder)) return folder;
    return this.folder;
  }

  private async read(found: Found): Promise<void> {
    const source = await readSource(this.files, found);
    const project = await this.find(parentOf(found.path) ?? this.folder);
    const choice = 'text' in source ? choiceOf(source, wishOf(project, found.path), { sniff: false }) : undefined;
    if (!('text' in source) || choice === undefined) {
      if (this.members.delete(found.path)) this.events.changed();
      return;
    }
    const settings = settingsOf(project.config, { ...defaultSettings, host: this.host(found.path) });
    const reading = lint(found.path, source.text, choice, settings);
    this.note(found.path, reading.document);
    if (found.type === 'links') this.events.links(found.path, reading);
  }
}
