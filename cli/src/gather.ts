/** From the paths of a call to the texts to review, each read once. */
import type { Member, Problem } from '../../workspace/src/index.js';
import type { Io } from './io.js';
import type { ProjectOptions } from './options.js';
import { type Input, type Lead, type Survey, survey } from './survey.js';

/** A survey whose files were read. */
export interface Gathered extends Omit<Survey, 'leads' | 'problems'> {
  readonly inputs: readonly Input[];
  /** What was read to be heard but not judged. */
  readonly around: readonly Member[];
  readonly problems: readonly Problem[];
}

/** Files that are asked for at the same time: the disk works while others are taken apart. */
const TOGETHER = 32;

/** The inputs that `leads` lead to, with their leads, in the same order. */
export async function readLeads(leads: readonly Lead[]): Promise<{ readonly lead: Lead; readonly input: Input }[]> {
  const read: { readonly lead: Lead; readonly input: Input }[] = [];
  for (let at = 0; at < leads.length; at += TOGETHER) {
    const some = leads.slice(at, at + TOGETHER).map(async (lead) => ({ lead, input: await lead.read() }));
    for (const { lead, input } of await Promise.all(some)) if (input) read.push({ lead, input });
  }
  return read;
}

/** Reads all that `paths` name, or else the root, as {@link survey} finds it. */
export async function gather(paths: readonly string[], options: ProjectOptions & { readonly root?: string }, io: Io): Promise<Gathered> {
  const { leads, problems, ...rest } = await survey(paths, options, io);
  const read = await readLeads(leads);
  return {
    ...rest,
    inputs: read.flatMap(({ lead, input }) => (lead.shown === undefined ? [] : [input])),
    around: read.flatMap(({ lead, input }) => (lead.shown === undefined ? [input] : [])),
    problems: problems(),
  };
}
