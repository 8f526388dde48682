/** From the paths of a call to the texts to review, each read once. */
import { kinds, type Wish } from '../../core/src/index.js';
import {
  choiceOf,
  join,
  type Member,
  type NamedConfig,
  type Problem,
  type Project,
  type ProjectOf,
  parentOf,
  problemOf,
  projectFinder,
  readFolder,
  readSource,
  relativeTo,
  resolve,
  type Source,
  sourceOf,
  wishOf,
} from '../../workspace/src/index.js';
import type { Io } from './io.js';
import type { ProjectOptions, WishOptions } from './options.js';

/** A text to review. */
export interface Input extends Member {
  /** Its path as the person wrote it. */
  readonly shown: string;
  readonly isStdin: boolean;
}

export interface Gathered {
  readonly inputs: readonly Input[];
  /** The root of the host that all belong to, where the person named one, and all that was read below it, to be heard but not judged. */
  readonly root?: string;
  readonly around: readonly Member[];
  /** Finds the project of what is read besides. */
  readonly projectOf: ProjectOf;
  /** Their paths are as the person wrote them. */
  readonly problems: readonly Problem[];
  /** Names of what holds nothing that any kind could be told by, and nothing that any daemon would heed. */
  readonly empty: readonly string[];
  /** Standard input, when it was asked for and cannot be reviewed: a filter must not swallow it. */
  readonly unread?: Uint8Array;
}

export const STDIN = '<stdin>';

export const UNKNOWN = `is no kind of file that daemonlint knows by its name or content; say which it is with --kind (${kinds.map(({ id }) => id).join(', ')})`;

/** True when every line is blank or a comment: so reads the crontab of a person who has none. */
const isEmpty = (text: string): boolean => !/^[^\S\r\n\u2028\u2029]*[^\s#]/m.test(text);

/** What goes into a gathering while it goes on. */
interface Gathering {
  readonly io: Io;
  readonly flag: Wish;
  readonly projectOf: ProjectOf;
  readonly inputs: Map<string, Input>;
  readonly problems: Problem[];
  readonly empty: string[];
}

/** `path`, found below `root`, as the person who wrote `argument` for the root would write it. */
function shownAs(argument: string, root: string, path: string): string {
  const inside = relativeTo(root, path) ?? path;
  const bare = argument.replace(/^(?:\.\/+)+(?=.)/, '');
  if (inside === '') return bare;
  return bare === '.' || bare === './' ? inside : join(bare, inside);
}

/** All that is below `root`; a problem that two folders share is one. */
async function readBelow({ io, flag, projectOf, problems }: Gathering, argument: string, root: string): Promise<readonly Member[]> {
  const read = await readFolder(io.files, root, projectOf, flag.dialect);
  for (const problem of read.problems) {
    const shown = { ...problem, path: shownAs(argument, root, problem.path) };
    if (!problems.some(({ path, message }) => path === shown.path && message === shown.message)) problems.push(shown);
  }
  return read.members;
}

async function addFolder(gathering: Gathering, argument: string, root: string): Promise<void> {
  const { inputs } = gathering;
  for (const member of await readBelow(gathering, argument, root)) {
    const { path } = member.source;
    if (!inputs.has(path)) inputs.set(path, { ...member, shown: shownAs(argument, root, path), isStdin: false });
  }
}

/** Adds a source that the person named: its content has a say in what it is. False when it is nothing we know. */
async function addNamed(gathering: Gathering, shown: string, source: Source, isStdin: boolean): Promise<boolean> {
  const folder = parentOf(source.path) ?? gathering.io.cwd;
  const project = await gathering.projectOf(folder);
  const choice = choiceOf(source, wishOf(project, source.path), { flag: gathering.flag, sniff: true });
  if (choice) gathering.inputs.set(isStdin ? STDIN : source.path, { source, shown, choice, project, folder, isStdin });
  else if (isEmpty(source.text)) gathering.empty.push(shown);
  else gathering.problems.push({ path: shown, message: UNKNOWN });
  return choice !== undefined;
}

async function addPath(gathering: Gathering, argument: string): Promise<void> {
  const { io, inputs, problems } = gathering;
  const path = resolve(io.cwd, argument);
  try {
    const { type } = await io.files.stat(path);
    if (type === 'directory') return await addFolder(gathering, argument, path);
    if (inputs.has(path)) return;
    const source = await readSource(io.files, { path, type: 'file' });
    if ('message' in source) problems.push({ path: argument, message: source.message });
    else await addNamed(gathering, argument, source, false);
  } catch (error) {
    problems.push(problemOf(argument, error));
  }
}

/** Gives back the bytes when they cannot be reviewed. */
async function addStdin(gathering: Gathering, name: string | undefined): Promise<Uint8Array | undefined> {
  const { io, problems } = gathering;
  try {
    const bytes = await io.stdin();
    const source = sourceOf(name === undefined ? '' : resolve(io.cwd, name), bytes);
    if ('message' in source) problems.push({ path: name ?? STDIN, message: source.message });
    else if (await addNamed(gathering, name ?? STDIN, source, true)) return undefined;
    return bytes;
  } catch (error) {
    problems.push(problemOf(STDIN, error));
    return undefined;
  }
}

/** What the options say of every file that is named. */
export const flagOf = ({ kind, form, dialect }: WishOptions): Wish => ({
  ...(kind !== undefined && { kind }),
  ...(form !== undefined && { form }),
  ...(dialect !== undefined && { dialect }),
});

/** The config at `argument`: its globs begin in the current folder, as those of the command line do. */
export const namedConfig = (argument: string, io: Io): NamedConfig => ({ path: resolve(io.cwd, argument), folder: io.cwd });

/** Reads all that `paths` name, or else the root. What cannot be read is a problem; the rest counts. */
export async function gather(paths: readonly string[], options: ProjectOptions & { readonly root?: string }, io: Io): Promise<Gathered> {
  const projects = new Map<string, Project>();
  const find = projectFinder(io.files, options.config === undefined ? undefined : namedConfig(options.config, io));
  const projectOf = async (folder: string): Promise<Project> => {
    const project = await find(folder);
    projects.set(project.folder, project);
    return project;
  };
  const flag = flagOf(options);
  const gathering: Gathering = { io, flag, projectOf, inputs: new Map(), problems: [], empty: [] };
  let unread: Uint8Array | undefined;
  const named = options.root === undefined ? undefined : { argument: options.root, path: resolve(io.cwd, options.root) };
  for (const argument of new Set(paths.length === 0 ? [options.root ?? '.'] : paths)) {
    if (argument === '-') unread = await addStdin(gathering, options.stdinFilename);
    else await addPath(gathering, argument);
  }
  const around = named === undefined || paths.length === 0 ? [] : await readBelow(gathering, named.argument, named.path);
  const ofProjects = [...projects.values()].flatMap(({ problems }) => problems);
  const problems = [
    ...ofProjects.map((problem) => ({ ...problem, path: relativeTo(io.cwd, problem.path) ?? problem.path })),
    ...gathering.problems,
  ];
  return {
    inputs: [...gathering.inputs.values()],
    ...(named && { root: named.path }),
    around,
    projectOf,
    problems,
    empty: gathering.empty,
    ...(unread && { unread }),
  };
}
