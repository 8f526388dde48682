/** From the paths of a call to the files that are to be read. */
import { kinds, type Wish } from '../../core/src/index.js';
import {
  choiceOf,
  discover,
  hostsSideBySide,
  join,
  type Member,
  type NamedConfig,
  type Placed,
  type Problem,
  type Project,
  type ProjectOf,
  parentOf,
  problemOf,
  projectFinder,
  readMember,
  readSource,
  relativeTo,
  resolve,
  type Source,
  sourceOf,
  strayScript,
  summed,
  wishOf,
} from '../../workspace/src/index.js';
import { commandMeant } from './command-names.js';
import { unheededDialect } from './dialect-names.js';
import type { Io } from './io.js';
import type { CheckOptions, ProjectOptions, WishOptions } from './options.js';

/** A text to review. */
export interface Input extends Member {
  /** Its path as the person wrote it. */
  readonly shown: string;
  readonly isStdin: boolean;
}

/** A file that is to be read, and may turn out to be none of ours. */
export interface Lead extends Placed {
  /** What it is told by if it is to be judged; undefined for what is only heard. */
  readonly shown: string | undefined;
  /** Undefined where there is nothing to review; where that is a problem, it is among the problems then. */
  readonly read: () => Promise<Input | undefined>;
}

/** What paths lead to, before the files that folders hold are read. */
export interface Survey {
  /** Those to be judged first, in the order that they are told in. */
  readonly leads: readonly Lead[];
  /** The root of the host that all belong to, where the person named one; all that is below it is heard. */
  readonly root?: string;
  /** Finds the project of what is read besides. */
  readonly projectOf: ProjectOf;
  /** All so far; their paths are as the person wrote them. */
  readonly problems: () => readonly Problem[];
  /** Names of what holds nothing that any kind could be told by, and nothing that any daemon would heed. */
  readonly empty: readonly string[];
  /** What is to be said of a dialect that was asked for and that none of the files knows, where files alone were named. */
  readonly unheeded: readonly Problem[];
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
  readonly ignoreUnknown: boolean;
  readonly projectOf: ProjectOf;
  readonly leads: Map<string, Lead>;
  /** For each argument its problems, once they are all known. */
  readonly problems: (() => readonly Problem[])[];
  readonly empty: string[];
  /** The texts of what was named itself, by the keys of their leads. */
  readonly texts: Map<string, Input>;
  hasFolder: boolean;
}

const addProblem = ({ problems }: Gathering, problem: Problem): void => void problems.push(() => [problem]);

/** `path`, found below `root`, as the person who wrote `argument` for the root would write it. */
function shownAs(argument: string, root: string, path: string): string {
  const inside = relativeTo(root, path) ?? path;
  const bare = argument.replace(/^(?:\.\/+)+(?=.)/, '');
  if (inside === '') return bare;
  return bare === '.' || bare === './' ? inside : join(bare, inside);
}

/** Adds all that is below `root`, as far as it is not there already. `isJudged`: else it is only heard. */
async function addFolder(gathering: Gathering, argument: string, root: string, isJudged: boolean): Promise<void> {
  const { io, flag, projectOf, leads } = gathering;
  await projectOf(root);
  const { found, problems } = await discover(io.files, root, projectOf);
  const troubles: Problem[] = [...problems];
  gathering.problems.push(() => summed(troubles).map((problem) => ({ ...problem, path: shownAs(argument, root, problem.path) })));
  const besideAt = hostsSideBySide(
    root,
    found.map(({ path }) => path),
  );
  for (const one of found) {
    const { path } = one;
    if (leads.has(path)) continue;
    const home = { folder: root, beside: besideAt(path) };
    const shown = shownAs(argument, root, path);
    const read = async (): Promise<Input | undefined> => {
      const member = await readMember(io.files, home, one, projectOf, flag.dialect);
      if (member === undefined || 'source' in member) return member && { ...member, shown, isStdin: false };
      troubles.push(member);
      return undefined;
    };
    const project = await projectOf(parentOf(path) ?? root);
    leads.set(path, { source: { path }, project, ...home, shown: isJudged ? shown : undefined, read });
  }
}

/** Adds a source that the person named: its content has a say in what it is. False when it is nothing we know. */
async function addNamed(gathering: Gathering, shown: string, source: Source, isStdin: boolean): Promise<boolean> {
  const folder = parentOf(source.path) ?? gathering.io.cwd;
  const project = await gathering.projectOf(folder);
  const choice = choiceOf(source, wishOf(project, source.path), { flag: gathering.flag, sniff: true });
  if (choice) {
    const input: Input = { source, shown, choice: { ...choice, once: true }, project, folder, isStdin };
    const key = isStdin ? STDIN : source.path;
    gathering.texts.set(key, input);
    gathering.leads.set(key, { source, project, folder, shown, read: async () => input });
  } else if (isEmpty(source.text)) gathering.empty.push(shown);
  else {
    const stray = isStdin ? undefined : strayScript(source);
    if (stray !== undefined || isStdin || !gathering.ignoreUnknown) addProblem(gathering, { path: shown, message: stray ?? UNKNOWN });
  }
  return choice !== undefined;
}

async function addPath(gathering: Gathering, argument: string): Promise<void> {
  const { io, leads } = gathering;
  const path = resolve(io.cwd, argument);
  try {
    const { type } = await io.files.stat(path);
    if (type === 'directory') {
      gathering.hasFolder = true;
      return await addFolder(gathering, argument, path, true);
    }
    // What a folder has no reason to mention was asked for here.
    if (await leads.get(path)?.read()) return;
    const source = await readSource(io.files, { path, type: 'file' });
    if ('message' in source) {
      if (!(source.binary && gathering.ignoreUnknown)) addProblem(gathering, { path: argument, message: source.message });
    } else await addNamed(gathering, argument, source, false);
  } catch (error) {
    const problem = problemOf(argument, error);
    addProblem(gathering, { ...problem, message: `${problem.message}${commandMeant(argument)}` });
  }
}

/** Gives back the bytes when they cannot be reviewed. */
async function addStdin(gathering: Gathering, name: string | undefined): Promise<Uint8Array | undefined> {
  const { io } = gathering;
  try {
    const bytes = await io.stdin();
    const source = sourceOf(name === undefined ? '' : resolve(io.cwd, name), bytes);
    if ('message' in source) addProblem(gathering, { path: name ?? STDIN, message: source.message });
    else if (await addNamed(gathering, name ?? STDIN, source, true)) return undefined;
    return bytes;
  } catch (error) {
    addProblem(gathering, problemOf(STDIN, error));
    return undefined;
  }
}

/** Of what was named itself, the names of all tell which belong together. */
function placeNamed({ texts, leads }: Gathering): void {
  if (texts.size < 2) return;
  const inputs = [...texts.values()];
  const paths = inputs.map(({ source }) => source.path);
  const pathsIn = (folder: string) => paths.filter((path) => parentOf(path) === folder);
  const folders = new Set(inputs.map(({ folder }) => folder));
  const besideIn = new Map([...folders].map((folder) => [folder, hostsSideBySide(folder, pathsIn(folder))]));
  for (const [key, input] of texts) {
    const { folder, source } = input;
    const beside = besideIn.get(folder)?.(source.path);
    const lead = leads.get(key);
    if (lead && beside !== undefined) leads.set(key, { ...lead, beside, read: async () => ({ ...input, beside }) });
  }
}

/** The kinds of what was named itself, by its names as the person wrote them. */
const kindsOf = ({ texts }: Gathering) => new Map([...texts.values()].map(({ shown, choice }) => [shown, choice.kind]));

/** What the options say of every file that is named. */
export const flagOf = ({ kind, form, dialect }: WishOptions): Wish => ({
  ...(kind !== undefined && { kind }),
  ...(form !== undefined && { form }),
  ...(dialect !== undefined && { dialect }),
});

/** The config at `argument`: its globs begin in the current folder, as those of the command line do. */
export const namedConfig = (argument: string, io: Io): NamedConfig => ({ path: resolve(io.cwd, argument), folder: io.cwd });

/** `problems` without those that two folders share. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ path, message, place }) => {
    const key = `${path}\0${message}\0${place?.line}:${place?.column}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Finds all that `paths` name, or else the root. What cannot be read is a problem; the rest counts. */
export async function survey(
  paths: readonly string[],
  options: ProjectOptions & Pick<CheckOptions, 'root' | 'ignoreUnknown'>,
  io: Io,
): Promise<Survey> {
  const projects = new Map<string, Project>();
  const find = projectFinder(io.files, options.config === undefined ? undefined : namedConfig(options.config, io));
  const projectOf: ProjectOf = async (folder, entries) => {
    const project = await find(folder, entries);
    projects.set(project.folder, project);
    return project;
  };
  const gathering: Gathering = {
    io,
    flag: flagOf(options),
    ignoreUnknown: options.ignoreUnknown === true,
    projectOf,
    leads: new Map(),
    problems: [],
    empty: [],
    texts: new Map(),
    hasFolder: false,
  };
  let unread: Uint8Array | undefined;
  const named = options.root === undefined ? undefined : { argument: options.root, path: resolve(io.cwd, options.root) };
  for (const argument of new Set(paths.length === 0 ? [options.root ?? '.'] : paths)) {
    if (argument === '-') unread = await addStdin(gathering, options.stdinFilename);
    else await addPath(gathering, argument);
  }
  placeNamed(gathering);
  if (named !== undefined && paths.length > 0) await addFolder(gathering, named.argument, named.path, false);
  return {
    leads: [...gathering.leads.values()],
    ...(named && { root: named.path }),
    projectOf,
    problems() {
      const ofProjects = [...projects.values()].flatMap(({ problems }) => problems);
      return distinct([
        ...ofProjects.map((problem) => ({ ...problem, path: relativeTo(io.cwd, problem.path) ?? problem.path })),
        ...gathering.problems.flatMap((told) => told()),
      ]);
    },
    empty: gathering.empty,
    unheeded: gathering.hasFolder ? [] : unheededDialect(options.dialect, kindsOf(gathering)),
    ...(unread && { unread }),
  };
}
