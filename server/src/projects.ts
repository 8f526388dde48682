/** The projects of one folder of the workspace, as far as they are known yet. */
import {
  CONFIG_NAME,
  decode,
  type Files,
  join,
  noProject,
  type Problem,
  type Project,
  type ProjectFinder,
  parentOf,
  projectFinder,
  relativeTo,
  type Settled,
} from '../../workspace/src/index.js';

/** A config, and a file that it speaks of. */
export interface ConfigFile {
  readonly path: string;
  /** The path of the file, as globs in the config see it. */
  readonly inside: string;
  /** Absent where there is no config yet. */
  readonly text?: string;
}

export interface ProjectsEvents {
  /** A folder turned out to be of another project than was thought. */
  changed(): void;
  /** What is wrong in a config: once for each, until it is looked for anew; nothing where it is right. */
  found(config: Settled): void;
  /** For the log. */
  problems(problems: readonly Problem[]): void;
}

export class Projects {
  private readonly known = new Map<string, Project>();
  private readonly told = new WeakSet<Settled>();
  private finder: ProjectFinder;

  constructor(
    private readonly files: Files,
    private readonly events: ProjectsEvents,
  ) {
    this.finder = projectFinder(files);
  }

  find = async (folder: string): Promise<Project> => {
    const project = await this.finder(folder);
    const { settled } = project;
    if (!this.told.has(settled)) this.events.found(settled);
    this.told.add(settled);
    return project;
  };

  /** The project of `folder`: none until one is found, which `changed` then tells. */
  of(folder: string | undefined): Project {
    if (folder === undefined) return noProject;
    const known = this.known.get(folder);
    if (known === undefined) {
      this.known.set(folder, noProject);
      void this.learn(folder);
    }
    return known ?? noProject;
  }

  /** Looks for all anew where the disk says something else of the project of `folder` than is known; true then. */
  async renewIfOther(folder: string | undefined): Promise<boolean> {
    if (folder === undefined) return false;
    const said = ({ path, config, problems, images }: Project): string => JSON.stringify([path, config, problems, images]);
    const finder = projectFinder(this.files);
    if (said(await this.find(folder)) === said(await finder(folder))) return false;
    await this.renew(finder);
    return true;
  }

  /** Looks for all anew; until they are found, the old ones count. */
  async renew(finder = projectFinder(this.files)): Promise<void> {
    this.finder = finder;
    for (const folder of [...this.known.keys()]) await this.learn(folder);
  }

  /** Folders for which `isOther` holds came or went: theirs are looked for anew, and until they are found, the old ones count. */
  async renewWithin(isOther: (folder: string) => boolean): Promise<void> {
    this.finder.forget(isOther);
    for (const folder of [...this.known.keys()]) if (isOther(folder)) await this.learn(folder);
  }

  /** What is asked of `folder` next is looked for anew. */
  forget(folder: string): void {
    this.finder = projectFinder(this.files);
    this.known.delete(folder);
  }

  /** The config that counts for `path`, or that would if it were there, at `top`; undefined where it cannot be read, or neither is. */
  async configFor(path: string, top: string): Promise<ConfigFile | undefined> {
    const { folder } = await this.find(parentOf(path) ?? top);
    const home = folder === '' ? top : folder;
    const inside = home === '' ? undefined : relativeTo(home, path);
    if (inside === undefined) return undefined;
    const config = { path: join(home, CONFIG_NAME), inside };
    if (folder === '') return config;
    const decoded = decode(await this.files.read(config.path));
    return 'text' in decoded ? { ...config, text: decoded.text } : undefined;
  }

  private async learn(folder: string): Promise<void> {
    const { finder } = this;
    try {
      const project = await this.find(folder);
      const before = this.known.get(folder);
      if (before === undefined || before === project) return;
      // What was asked of the disk before it changed is no answer any more.
      if (finder !== this.finder) return await this.learn(folder);
      this.known.set(folder, project);
      if ([project, before].some(({ folder: at, images }) => at !== '' || images.length > 0)) this.events.changed();
    } catch (error) {
      this.events.problems([{ path: folder, message: String(error) }]);
    }
  }
}
