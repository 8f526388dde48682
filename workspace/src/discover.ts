/** Walks folders for files that their paths or the project's settings name as one of the kinds. Reads none of them. */
import { isNamed } from '../../core/src/index.js';
import { type Entry, type Files, fileError, isFileError, type Problem, problemOf } from './files.js';
import { linksIn } from './links.js';
import { leadingOut } from './links-out.js';
import { join } from './paths.js';
import { isExcluded, type Project, type ProjectOf, wishOf } from './project.js';

export interface Found {
  readonly path: string;
  /** `links`: a directory of rc links, to be read as one listing. */
  readonly type: 'file' | 'links';
  /** True where the folder has it as a plain file: no link, and nothing that could be waited for. */
  readonly isPlain?: true;
}

export interface Discovery {
  /** In the order of their paths. */
  readonly found: readonly Found[];
  readonly problems: readonly Problem[];
}

const NEVER: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', 'node_modules']);

/** True for what no walk comes by: it lies in a folder that is none of the host's. */
export const isNeverWalked = (path: string): boolean => path.split('/').some((part) => NEVER.has(part));

/** File systems of the kernel, in the root of a host: elsewhere a folder named `dev` is a folder like others. */
const KERNEL: ReadonlySet<string> = new Set(['proc', 'sys', 'dev']);

/** Where a plan keeps files as they were before it, for its undo: they are no part of the host. */
const KEPT = /(?:^|\/)var\/(?:lib|db)\/daemonlint$/;

const isHostRoot = (folder: string, entries: readonly Entry[]): boolean =>
  /^(?:[A-Za-z]:)?\/$/.test(folder) || entries.some(({ name }) => name === 'etc');

/** True when the path and the project's settings, not the content, make `path` one of the kinds. */
export const isOurs = (path: string, project: Project): boolean => isNamed({ path, project: wishOf(project, path) });

const byName = (a: Entry, b: Entry): number => (a.name < b.name ? -1 : 1);

/** A link is worth following when it leads to a file; to a directory it never is, so that no loop is walked. Rejects with a FileError. */
async function leadsToFile(files: Files, path: string): Promise<boolean> {
  try {
    return (await files.stat(path)).type === 'file';
  } catch (error) {
    if (isFileError(error) && error.reason === 'missing') throw fileError('missing', 'is a link that leads nowhere');
    throw error;
  }
}

export interface Walk {
  /** What is to be read; where it is absent, what is named as one of the kinds. */
  readonly isWanted?: (path: string, project: Project) => boolean;
  /** True for a folder that is walked apart, with all below it. */
  readonly isElsewhere?: (folder: string) => boolean;
}

/** All that is to be read below `folder`. What cannot be listed, and named links that lead nowhere, are problems. */
export async function discover(
  files: Files,
  folder: string,
  projectOf: ProjectOf,
  { isWanted = isOurs, isElsewhere = () => false }: Walk = {},
): Promise<Discovery> {
  const found: Found[] = [];
  const problems: Problem[] = [];

  const outOf = leadingOut(files, folder);

  /** Rejects with a FileError. */
  async function isToBeRead(path: string, { type }: Entry): Promise<boolean> {
    if (type === 'file') return true;
    if (!(await leadsToFile(files, path))) return false;
    const target = await outOf(path);
    if (target === undefined) return true;
    throw fileError(
      'other',
      `is a link that leads out of the repository, to ${target}: what is there is no part of it, and was not read; name the link itself to have it read`,
    );
  }

  async function visit(path: string, entry: Entry, project: Project): Promise<void> {
    if (entry.type === 'other' || !isWanted(path, project)) return;
    try {
      if (await isToBeRead(path, entry)) found.push({ path, type: 'file', ...(entry.type === 'file' && { isPlain: true as const }) });
    } catch (error) {
      problems.push(problemOf(path, error));
    }
  }

  async function listed(path: string): Promise<readonly Entry[]> {
    try {
      return await files.list(path);
    } catch (error) {
      problems.push(problemOf(path, error));
      return [];
    }
  }

  const waiting = [folder];
  for (let here = waiting.pop(); here !== undefined; here = waiting.pop()) {
    const entries = [...(await listed(here))].sort(byName);
    const links = linksIn(here, entries);
    if (links) found.push({ path: here, type: 'links' });
    if (links === 'only') continue;
    const project = await projectOf(here, entries.length > 0 ? entries : undefined);
    const skipped = (name: string) => NEVER.has(name) || (KERNEL.has(name) && isHostRoot(here ?? '', entries));
    for (const entry of entries) {
      const path = join(here, entry.name);
      if (skipped(entry.name) || KEPT.test(path) || isExcluded(project, path)) continue;
      if (entry.type !== 'directory') await visit(path, entry, project);
      else if (!isElsewhere(path)) waiting.push(path);
    }
  }
  return { found: found.sort((a, b) => (a.path < b.path ? -1 : 1)), problems };
}
