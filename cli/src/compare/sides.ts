/** The two sides of a comparison: folders, files, or commits of git. */
import type { ComparedFile, ComparedHost, Kind } from '../../../core/src/index.js';
import {
  byRoot,
  CONFIG_NAME,
  discover,
  type Files,
  hostsSideBySide,
  isFileError,
  join,
  linkIn,
  type Problem,
  problemOf,
  projectFinder,
  relativeTo,
  resolve,
} from '../../../workspace/src/index.js';
import { gather } from '../gather.js';
import { commitOf, repositoryOf } from '../git.js';
import type { Io } from '../io.js';
import type { CompareOptions } from '../options.js';
import { type Reviewed, review } from '../review.js';
import { type Input, namedConfig } from '../survey.js';
import { type SideSettings, settingsBelow } from './settings.js';
import { treeOf } from './tree.js';
import { type Work, workBeside } from './work.js';

interface SideHost {
  readonly root: string;
  readonly inputs: readonly Input[];
}

/** The hosts of a side. */
export interface SideHosts {
  /** By their names: their roots as seen from the side, '' for the side itself. */
  readonly byName: ReadonlyMap<string, SideHost>;
  /** Those of these names, judged. */
  judge(names: ReadonlySet<string>): Promise<readonly ComparedHost[]>;
}

export interface Side {
  /** Those of the files that were read, as seen from the side. */
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
  readonly settings: SideSettings;
  /** The kinds of the files, by their names as people are told of them. */
  readonly kinds: ReadonlyMap<string, Kind>;
  /** True where it is one file. */
  readonly isFile: boolean;
  /** Its hosts, where there are or were files at `paths` too, as seen from the side: what lies side by side tells of hosts. */
  hosts(paths: readonly string[]): SideHosts;
}

const NOBODY: Pick<Side, 'paths' | 'hosts' | 'settings' | 'kinds'> = {
  paths: [],
  hosts: () => ({ byName: new Map(), judge: async () => [] }),
  settings: new Map(),
  kinds: new Map(),
};

async function typeAt(path: string, io: Io): Promise<string | undefined> {
  try {
    return (await io.files.stat(path)).type;
  } catch (error) {
    if (isFileError(error) && error.reason === 'missing') return undefined;
    throw error;
  }
}

/** A host of `files`, whose paths are told as seen from `folder`: so they are the same on both sides. */
const comparedHost = (name: string, files: readonly Reviewed[], folder: string): ComparedHost => ({
  name,
  host: files[0]?.reading.context.host ?? { root: folder, files: [] },
  keep: files[0]?.input.project.config.keep ?? [],
  files: files.map(
    ({ input, reading }): ComparedFile => ({
      path: relativeTo(folder, input.source.path) ?? input.shown,
      linkAt: (offset) => linkIn(input.source, offset),
      reading,
    }),
  ),
});

/** What is read at `path`, by `io`: a folder or a file. */
async function sideAt(path: string, folder: string, shown: string, options: CompareOptions, machine: Io): Promise<Omit<Side, 'isFile'>> {
  const { zone = machine.zone } = options;
  const io = { ...machine, zone };
  const gathered = await gather([path], options, io);
  const problems = gathered.problems.map((problem) => ({
    ...problem,
    path: `${shown}: ${relativeTo(folder, resolve(io.cwd, problem.path)) || problem.path}`,
  }));
  const pathOf = ({ source }: Input): string => relativeTo(folder, source.path) ?? source.path;
  const hosts: Side['hosts'] = (paths) => {
    const besideAt = hostsSideBySide(
      folder,
      paths.map((one) => join(folder, one)),
    );
    const inputs = gathered.inputs.map((input) => ({ ...input, beside: besideAt(input.source.path) }));
    const byName = new Map([...byRoot(inputs)].map(([root, some]) => [relativeTo(folder, root) ?? '', { root, inputs: some }]));
    const judge: SideHosts['judge'] = async (names) => {
      const wanted = [...byName].filter(([name]) => names.has(name));
      return Promise.all(wanted.map(async ([name, { inputs: some }]) => comparedHost(name, await review(some, gathered, io), folder)));
    };
    return { byName, judge };
  };
  const projects = [await gathered.projectOf(folder), ...gathered.inputs.map(({ project }) => project)];
  return {
    paths: gathered.inputs.map(pathOf),
    problems,
    hosts,
    settings: settingsBelow(folder, projects),
    kinds: new Map(gathered.inputs.map((input) => [`${shown}: ${pathOf(input)}`, input.choice.kind])),
  };
}

/** `files` with the config that the person named, which is on the disk and not in the commit. */
function withConfig(files: Files, { config }: CompareOptions, io: Io): Files {
  const path = config === undefined ? undefined : resolve(io.cwd, config);
  const at = (wanted: string): Files => (wanted === path ? io.files : files);
  return { ...files, read: (wanted) => at(wanted).read(wanted), stat: (wanted) => at(wanted).stat(wanted) };
}

/** The commit that `argument` names, seen from the current folder. */
async function sideOfCommit(argument: string, work: Work | undefined, options: CompareOptions, io: Io): Promise<Side> {
  const commit = await commitOf(io, io.cwd, argument);
  const { top } = await repositoryOf(io, io.cwd);
  const tree = await treeOf(io, io.cwd, top, commit, work?.isLeftOut);
  // Of the disk nothing is left by which a file of the commit could be looked for there.
  const { write, put, append } = io.files;
  const files = { write, put, append, ...withConfig(tree.files, options, io) };
  if ((await typeAt(io.cwd, { ...io, files })) !== 'directory') return { ...NOBODY, problems: [], isFile: false };
  const { found } = await discover(
    tree.files,
    io.cwd,
    projectFinder(files, options.config === undefined ? undefined : namedConfig(options.config, io)),
  );
  await tree.load([...found.map(({ path }) => path), resolve(io.cwd, CONFIG_NAME)]);
  const side = await sideAt(io.cwd, io.cwd, argument, options, { ...io, files });
  return { ...side, isFile: false };
}

/** Names that git gives to commits, and in a bare repository to files that hold them. */
const isHead = (name: string): boolean => /^(?:[A-Z]+_)?HEAD$/.test(name);

/** The type of what is there by the name of `argument`; undefined where it is that of a commit, if of anything. */
const typeNamed = async (argument: string, io: Io): Promise<string | undefined> =>
  isHead(argument) ? undefined : typeAt(resolve(io.cwd, argument), io);

export const isThere = async (argument: string, io: Io): Promise<boolean> => (await typeNamed(argument, io)) !== undefined;

/**
 * What `argument` names: what is there by this name, or else a commit. A side with problems alone is one that cannot be read. `other` is the
 * other side: beside a commit a folder has no files but those that git holds or would take.
 */
export async function sideOf(argument: string, other: string, options: CompareOptions, io: Io): Promise<Side> {
  const path = resolve(io.cwd, argument);
  try {
    const type = await typeNamed(argument, io);
    const work = await workBeside([argument, type], [other, await typeNamed(other, io)], io);
    if (type === undefined) return await sideOfCommit(argument, work, options, io);
    const folder = type === 'directory' ? path : path.slice(0, path.lastIndexOf('/')) || '/';
    const here = { ...io, files: { ...io.files, ...work?.files } };
    return { ...(await sideAt(path, folder, argument, options, here)), isFile: type !== 'directory' };
  } catch (error) {
    const problem = problemOf(argument, error);
    return { ...NOBODY, problems: [{ ...problem, message: `is no folder or file here, and ${problem.message}` }], isFile: false };
  }
}

/** What of the texts of a host matters, as one string. */
const traceOf = (host: SideHost | undefined): string =>
  JSON.stringify(
    host?.inputs.map(({ source, choice, project }) => [
      relativeTo(host.root, source.path),
      source.text,
      source.mode,
      choice.kind.id,
      choice.form,
      choice.dialects,
      project.config,
    ]) ?? [],
  );

/** The names of hosts that are not the same, to the byte, on both sides. One on each side is compared whatever it is called. */
export function differing({ byName: before }: SideHosts, { byName: after }: SideHosts): ReadonlySet<string> {
  const names = new Set([...before.keys(), ...after.keys()]);
  if (before.size === 1 && after.size === 1) return names;
  return new Set([...names].filter((name) => traceOf(before.get(name)) !== traceOf(after.get(name))));
}
