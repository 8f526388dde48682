/** The command `plan`: prints the script that turns off what is found on one host, or the one that takes it back. Runs nothing. */
import { planSystems } from '../../core/src/index.js';
import { type PlanAnswer, planFor, problemOf, readHosts, relativeTo, resolve } from '../../workspace/src/index.js';
import { version } from './args.js';
import type { Io } from './io.js';
import type { PlanOptions } from './options.js';
import { problemText } from './report/problem.js';
import { visible } from './visible.js';

const refuse = (message: string, io: Io): 2 => {
  io.stderr(`daemonlint: ${message}\n`);
  return 2;
};

const CHOICES = `say which with --for (${planSystems.join(', ')})`;

const listed = (names: readonly string[]): string => names.map((name) => `“${visible(name)}”`).join(', ');

/** Why there is no script. */
function reasonFor(dir: string, answer: Exclude<PlanAnswer, { readonly type: 'script' }>): string {
  if (answer.type === 'nothing') return `${visible(dir)} holds no file that daemonlint knows: there is nothing to plan`;
  if (answer.type === 'hosts')
    return `${visible(dir)} holds several hosts, and a plan is for one: ${
      answer.apart
        ? 'their files lie beside each other, told apart by their names; put those of one into a folder of its own'
        : `give one of ${listed(answer.roots)}`
    }`;
  if (answer.told.length > 1) return `the files tell of several systems (${answer.told.join(', ')}): ${CHOICES}`;
  if (answer.unplanned !== undefined)
    return `this is a host of ${answer.unplanned}, and there are no plans for its commands: check tells for each service which one turns it off`;
  return `services are to be turned off and nothing tells which system this is: ${CHOICES}`;
}

/** Why `dir` cannot be the folder of a host; undefined where it can. */
async function wrongFolder(dir: string, io: Io): Promise<string | undefined> {
  if (dir === '-') return 'a plan is for the folder of a host; give that instead of -';
  try {
    const { type } = await io.files.stat(resolve(io.cwd, dir));
    return type === 'directory' ? undefined : `${visible(dir)} is no folder: a plan is for the root of a host, or a copy of it`;
  } catch (error) {
    return problemText(problemOf(dir, error)).replace(/^daemonlint: /, '');
  }
}

/** 0, or 2 where nothing can be planned, or not all could be read: then the script is about the rest. */
export async function plan(dir: string, options: PlanOptions, io: Io): Promise<0 | 2> {
  const wrong = await wrongFolder(dir, io);
  if (wrong !== undefined) return refuse(wrong, io);
  const wish = { system: options.for, undo: options.undo === true };
  const found = await readHosts(io.files, resolve(io.cwd, dir));
  const answer = await planFor(io.files, found, wish, { version, from: dir }, { zone: io.zone, now: io.now });
  for (const problem of answer.problems)
    io.stderr(`${problemText({ ...problem, path: relativeTo(io.cwd, problem.path) ?? problem.path })}\n`);
  if (answer.type !== 'script') return refuse(reasonFor(dir, answer), io);
  io.stdout(answer.script);
  return answer.problems.length > 0 ? 2 : 0;
}
