/** The projects of one folder of the workspace, as far as they are known yet. */
import { emptyConfig, type Files, type Problem, type Project, projectFinder } from '../../workspace/src/index.js';

const noProject: Project = { folder: '', config: emptyConfig, problems: [] };

export interface ProjectsEvents {
  /** A folder turned out to be of another project than was thought. */
  changed(): void;
  /** What is wrong in a config: once for each, until it is looked for anew. */
  problems(problems: readonly Problem[]): void;
}

export class Projects {
  private readonly known = new Map<string, Project>();
  private readonly told = new WeakSet<Project>();
  private finder: (folder: string) => Promise<Project>;

  constructor(
    private readonly files: Files,
    private readonly events: ProjectsEvents,
  ) {
    this.finder = projectFinder(files);
  }

  find = async (folder: string): Promise<Project> => {
    const project = await this.finder(folder);
    if (!this.told.has(project)) this.events.problems(project.problems);
    this.told.add(project);
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

  /** Looks for all anew; until they are found, the old ones count. */
  async renew(): Promise<void> {
    this.finder = projectFinder(this.files);
    for (const folder of [...this.known.keys()]) await this.learn(folder);
  }

  /** What is asked of `folder` next is looked for anew. */
  forget(folder: string): void {
    this.finder = projectFinder(this.files);
    this.known.delete(folder);
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
      if (project.folder !== '' || before.folder !== '') this.events.changed();
    } catch (error) {
      this.events.problems([{ path: folder, message: String(error) }]);
    }
  }
}
