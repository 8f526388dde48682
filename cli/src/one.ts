/** One named file, or standard input, for the commands that read no folders. */
import { type Choice, dialectNamed, type Kind, kinds, onSystem } from '../../core/src/index.js';
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
  rootNamedBy,
  rootOf,
  type Source,
  sourceOf,
  toldOf,
  wishOf,
} from '../../workspace/src/index.js';
import type { Io } from './io.js';
import type { WishOptions } from './options.js';
import { flagOf, STDIN, UNKNOWN } from './survey.js';

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

/** What the options tell of the kind. */
type Hints = WishOptions & { readonly bits?: true };

/** How well a kind goes with a dialect: by a name of its own, or of a system that has it. */
const fits = (kind: Kind, dialect: string): number =>
  kind.dialects.includes(dialect.toLowerCase()) ? 2 : dialectNamed(kind, dialect) ? 1 : 0;

/** In doubt a text is a crontab. */
const CRONTAB = 'crontab';

const leaves = (kind: Kind, { dialect, form, bits }: Hints): boolean =>
  (dialect === undefined || fits(kind, dialect) > 0) && (form === undefined || kind.forms.includes(form)) && (!bits || kind.id === CRONTAB);

/** The kind that the options leave for a text which nothing else tells, the likest of several; undefined where they say nothing. */
function kindLeft(text: string, hints: Hints): string | undefined {
  const { dialect, form, bits } = hints;
  if (dialect === undefined && form === undefined && bits === undefined) return undefined;
  const left = kinds
    .filter((kind) => leaves(kind, hints))
    .map((kind) => ({
      id: kind.id,
      by: [kind.resembles(text), dialect === undefined ? 0 : fits(kind, dialect), kind.id === CRONTAB ? 1 : 0],
    }));
  left.sort((a, b) => a.by.map((value, at) => (b.by[at] ?? 0) - value).find((difference) => difference !== 0) ?? 0);
  return left[0]?.id;
}

/** What the source is: as its name, its project, its content and the flags say, or what these leave. */
function choiceFor(source: Source, project: Project, options: Hints): Choice | undefined {
  const wish = wishOf(project, source.path);
  const flag = flagOf(options);
  const choice = choiceOf(source, wish, { flag, sniff: true });
  if (choice) return choice;
  const kind = kindLeft(source.text, options);
  return kind === undefined ? undefined : choiceOf(source, wish, { flag: { ...flag, kind }, sniff: true });
}

/** `choice` as the system of its host has it, where an rc.conf beside it tells which that is. */
async function onItsHost(choice: Choice, { path }: Source, project: Project, io: Io): Promise<Choice> {
  const root = rootNamedBy(project, path) ?? rootOf(path);
  return root === undefined ? choice : onSystem(choice, { root, files: [], ...(await toldOf('bsd', io.files, root)) });
}

/** Reads `argument`, a path or `-`, and finds out what it is. What is wrong with its project is a problem too. */
export async function readOne(argument: string, options: Hints, io: Io): Promise<Outcome> {
  const source = await sourceAt(argument, options, io);
  if ('message' in source) return { problems: [source] };
  const shown = argument === '-' ? (options.stdinFilename ?? STDIN) : argument;
  const project = await projectFinder(io.files)(parentOf(source.path) ?? io.cwd);
  const problems = project.problems.map((problem) => ({ ...problem, path: relativeTo(io.cwd, problem.path) ?? problem.path }));
  const choice = choiceFor(source, project, options);
  if (choice === undefined) return { problems: [...problems, { path: shown, message: UNKNOWN }] };
  return { one: { source, choice: await onItsHost(choice, source, project, io), project, shown }, problems };
}
