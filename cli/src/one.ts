/** One named file, or standard input, for the commands that read no folders. */
import type { Choice } from '../../core/src/index.js';
import {
  choiceOf,
  type Problem,
  type Project,
  parentOf,
  problemOf,
  projectFinder,
  readSource,
  relativeTo,
  resolve,
  type Source,
  sourceOf,
  wishOf,
} from '../../workspace/src/index.js';
import { flagOf, STDIN, UNKNOWN } from './gather.js';
import type { Io } from './io.js';
import type { WishOptions } from './options.js';

export interface One {
  readonly source: Source;
  readonly choice: Choice;
  readonly project: Project;
  /** Its path as the person wrote it. */
  readonly shown: string;
}

export interface Outcome {
  /** Undefined where the file cannot be read or nobody knows what it is; a problem says so. */
  readonly one?: One;
  readonly problems: readonly Problem[];
}

async function sourceAt(argument: string, { stdinFilename }: WishOptions, io: Io): Promise<Source | Problem> {
  if (argument !== '-') {
    const read = await readSource(io.files, { path: resolve(io.cwd, argument), type: 'file' });
    return 'message' in read ? { ...read, path: argument } : read;
  }
  try {
    const read = sourceOf(stdinFilename === undefined ? '' : resolve(io.cwd, stdinFilename), await io.stdin());
    return 'message' in read ? { ...read, path: stdinFilename ?? STDIN } : read;
  } catch (error) {
    return problemOf(STDIN, error);
  }
}

/** Reads `argument`, a path or `-`, and finds out what it is. What is wrong with its project is a problem too. */
export async function readOne(argument: string, options: WishOptions, io: Io): Promise<Outcome> {
  const source = await sourceAt(argument, options, io);
  if ('message' in source) return { problems: [source] };
  const shown = argument === '-' ? (options.stdinFilename ?? STDIN) : argument;
  const project = await projectFinder(io.files)(parentOf(source.path) ?? io.cwd);
  const problems = project.problems.map((problem) => ({ ...problem, path: relativeTo(io.cwd, problem.path) ?? problem.path }));
  const choice = choiceOf(source, wishOf(project, source.path), { flag: flagOf(options), sniff: true });
  if (choice === undefined) return { problems: [...problems, { path: shown, message: UNKNOWN }] };
  return { one: { source, choice, project, shown }, problems };
}
