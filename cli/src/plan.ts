/** The command `plan`: prints the script that turns off what is found on one host, or the one that takes it back. Runs nothing. */
import { type PlacedReading, type PlanSystem, planOf, planScript, planSystems, systemsOf, undoScript } from '../../core/src/index.js';
import { relativeTo, resolve, tellingPathsUnder } from '../../workspace/src/index.js';
import { version } from './args.js';
import { gather } from './gather.js';
import type { Io } from './io.js';
import type { PlanOptions } from './options.js';
import { problemText } from './report/index.js';
import { type Reviewed, review } from './review.js';
import { visible } from './visible.js';

const refuse = (message: string, io: Io): 2 => {
  io.stderr(`daemonlint: ${message}\n`);
  return 2;
};

const listed = (names: readonly string[]): string => names.map((name) => `“${visible(name)}”`).join(', ');

/** What to say of several hosts in one folder; undefined where it holds one. */
function severalHosts(dir: string, files: readonly Reviewed[]): string | undefined {
  const roots = [...new Set(files.map(({ root }) => root))];
  if (roots.length < 2) return undefined;
  return `${visible(dir)} holds several hosts, and a plan is for one: give one of ${listed(roots)}`;
}

const placed = ({ input, reading, root }: Reviewed): PlacedReading => ({
  path: relativeTo(root, input.source.path) ?? input.source.path,
  reading,
});

const CHOICES = `say which with --for (${planSystems.join(', ')})`;

/** The system to plan for; a sentence where it cannot be told. */
async function systemFor(
  root: string,
  files: readonly PlacedReading[],
  { for: asked }: PlanOptions,
  io: Io,
): Promise<PlanSystem | undefined | { readonly wrong: string }> {
  if (asked !== undefined) return asked;
  const told = systemsOf(await tellingPathsUnder(io.files, root), files);
  if (told.length > 1) return { wrong: `the files tell of several systems (${told.join(', ')}): ${CHOICES}` };
  return told[0];
}

/** 0, or 2 where nothing can be planned, or not all could be read: then the script is about the rest. */
export async function plan(dir: string, options: PlanOptions, io: Io): Promise<0 | 2> {
  if (dir === '-') return refuse('a plan is for the folder of a host; give that instead of -', io);
  const gathered = await gather([dir], {}, io);
  const files = await review(gathered.inputs, io);
  for (const problem of gathered.problems) io.stderr(`${problemText(problem)}\n`);
  const several = severalHosts(dir, files);
  if (several !== undefined) return refuse(several, io);
  if (files.length === 0) return refuse(`${visible(dir)} holds no file that daemonlint knows: there is nothing to plan`, io);
  const readings = files.map(placed);
  const system = await systemFor(files[0]?.root ?? resolve(io.cwd, dir), readings, options, io);
  if (typeof system === 'object') return refuse(system.wrong, io);
  const made = planOf(readings, system);
  if (made === undefined) return refuse(`services are to be turned off and nothing tells which system this is: ${CHOICES}`, io);
  io.stdout((options.undo ? undoScript : planScript)(made, { version, from: visible(dir) }));
  return gathered.problems.length > 0 ? 2 : 0;
}
