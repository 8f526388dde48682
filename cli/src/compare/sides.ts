/** The two sides of a comparison: folders, files, or commits of git. */
import type { ComparedFile, ComparedHost } from '../../../core/src/index.js';
import {
  CONFIG_NAME,
  discover,
  type Files,
  isFileError,
  type Problem,
  problemOf,
  projectFinder,
  relativeTo,
  resolve,
} from '../../../workspace/src/index.js';
import { gather, namedConfig } from '../gather.js';
import { commitOf, repositoryOf } from '../git.js';
import type { Io } from '../io.js';
import type { CompareOptions } from '../options.js';
import { type Reviewed, review } from '../review.js';
import { treeOf } from './tree.js';

export interface Side {
  readonly hosts: readonly ComparedHost[];
  readonly problems: readonly Problem[];
  /** True where it is one file. */
  readonly isFile: boolean;
}

async function typeAt(path: string, io: Io): Promise<string | undefined> {
  try {
    return (await io.files.stat(path)).type;
  } catch (error) {
    if (isFileError(error) && error.reason === 'missing') return undefined;
    throw error;
  }
}

/** The hosts of `files`, whose paths are told as seen from `folder`: so they are the same on both sides. */
function hostsIn(files: readonly Reviewed[], folder: string): readonly ComparedHost[] {
  const hosts = new Map<string, Reviewed[]>();
  for (const file of files) hosts.set(file.root, [...(hosts.get(file.root) ?? []), file]);
  return [...hosts].map(([root, members]) => ({
    name: relativeTo(folder, root) ?? '',
    host: members[0]?.reading.context.host ?? { root, files: [] },
    keep: members[0]?.input.project.config.keep ?? [],
    files: members.map(({ input, reading }): ComparedFile => ({ path: relativeTo(folder, input.source.path) ?? input.shown, reading })),
  }));
}

/** What is read at `path`, by `io`: a folder or a file. */
async function sideAt(path: string, folder: string, shown: string, options: CompareOptions, io: Io): Promise<Omit<Side, 'isFile'>> {
  const { zone = io.zone } = options;
  const gathered = await gather([path], options, { ...io, zone });
  const files = await review(gathered.inputs, gathered, { ...io, zone });
  const problems = gathered.problems.map((problem) => ({
    ...problem,
    path: `${shown}: ${relativeTo(folder, resolve(io.cwd, problem.path)) || problem.path}`,
  }));
  return { hosts: hostsIn(files, folder), problems };
}

/** `files` with the config that the person named, which is on the disk and not in the commit. */
function withConfig(files: Files, { config }: CompareOptions, io: Io): Files {
  const path = config === undefined ? undefined : resolve(io.cwd, config);
  const at = (wanted: string): Files => (wanted === path ? io.files : files);
  return { ...files, read: (wanted) => at(wanted).read(wanted), stat: (wanted) => at(wanted).stat(wanted) };
}

/** The commit that `argument` names, seen from the current folder. */
async function sideOfCommit(argument: string, options: CompareOptions, io: Io): Promise<Side> {
  const commit = await commitOf(io, io.cwd, argument);
  const { top } = await repositoryOf(io, io.cwd);
  const tree = await treeOf(io, io.cwd, top, commit);
  const files = { ...io.files, ...withConfig(tree.files, options, io) };
  if ((await typeAt(io.cwd, { ...io, files })) !== 'directory') return { hosts: [], problems: [], isFile: false };
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

/** What `argument` names: what is there by this name, or else a commit. A side with problems alone is one that cannot be read. */
export async function sideOf(argument: string, options: CompareOptions, io: Io): Promise<Side> {
  const path = resolve(io.cwd, argument);
  try {
    const type = isHead(argument) ? undefined : await typeAt(path, io);
    if (type === undefined) return await sideOfCommit(argument, options, io);
    const folder = type === 'directory' ? path : path.slice(0, path.lastIndexOf('/')) || '/';
    return { ...(await sideAt(path, folder, argument, options, io)), isFile: type !== 'directory' };
  } catch (error) {
    const problem = problemOf(argument, error);
    return { hosts: [], problems: [{ ...problem, message: `is no folder or file here, and ${problem.message}` }], isFile: false };
  }
}
