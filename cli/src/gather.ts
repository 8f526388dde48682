/** From the paths of a call to the texts to review, each read once. */
import { type Member, type Problem, pieces } from '../../workspace/src/index.js';
import type { Io } from './io.js';
import type { CheckOptions, ProjectOptions } from './options.js';
import { type Input, type Lead, type Survey, survey } from './survey.js';

/** A survey whose files were read. */
export interface Gathered extends Omit<Survey, 'leads' | 'problems'> {
  readonly inputs: readonly Input[];
  /** What was read to be heard but not judged. */
  readonly around: readonly Member[];
  readonly problems: readonly Problem[];
}

/** An input, and what led to it. */
export interface Found {
  readonly lead: Lead;
  readonly input: Input;
}

/** The inputs that `leads` lead to, in the same order, so many at a time. */
export async function* readLeads(leads: readonly Lead[]): AsyncGenerator<readonly Found[]> {
  for (const some of pieces(leads)) {
    const asked = some.map(async (lead) => ({ lead, input: await lead.read() }));
    yield (await Promise.all(asked)).flatMap(({ lead, input }) => (input ? [{ lead, input }] : []));
  }
}

/** Reads all that `paths` name, or else the root, as {@link survey} finds it. */
export async function gather(
  paths: readonly string[],
  options: ProjectOptions & Pick<CheckOptions, 'root' | 'ignoreUnknown'>,
  io: Io,
): Promise<Gathered> {
  const { leads, problems, ...rest } = await survey(paths, options, io);
  const read: Found[] = [];
  for await (const some of readLeads(leads)) read.push(...some);
  return {
    ...rest,
    inputs: read.flatMap(({ lead, input }) => (lead.shown === undefined ? [] : [input])),
    around: read.flatMap(({ lead, input }) => (lead.shown === undefined ? [input] : [])),
    problems: problems(),
  };
}
