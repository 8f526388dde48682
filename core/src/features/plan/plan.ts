/** From the findings of a host to the steps that turn off what they speak of. */
import type { Fact } from '../../knowledge/fact.js';
import { withdrawnWith } from '../../knowledge/withdrawn.js';
import { addCallers, addSuperServers } from './after-wishes.js';
import { isBsd, type ModeStep, type Plan, type PlanSystem } from './model.js';
import { Planner } from './planner.js';
import { queueStepFor } from './queue-step.js';
import { addRpc, isOfRpc } from './rpc-steps.js';
import type { PlacedReading } from './system.js';
import { isSuperServer, launchesOf, wishesOf } from './wishes.js';

/** Later in the boot is stopped first. */
const startNumber = ({ links }: Fact): number => links?.find(({ start }) => start !== undefined)?.start ?? 50;

function modeSteps(system: PlanSystem | undefined, facts: readonly Fact[], isOn: (fact: string) => boolean): readonly ModeStep[] {
  if (isBsd(system)) return [];
  return facts.flatMap((fact) => {
    const paths = withdrawnWith(fact.id);
    // The programs of CUPS have the same names.
    if (paths.length === 0 || (fact.id === 'lpd' && isOn('cups'))) return [];
    const reason = `With ${fact.name} off nobody needs ${paths.join(', ')}; the article of 2000 takes the permissions away, and the undo gives back those that were there.`;
    return [{ paths, reason }];
  });
}

/** The plan for the files of one host; `system` tells the commands, and where it is undefined and a service would need them, so is the plan. */
export function planOf(files: readonly PlacedReading[], system: PlanSystem | undefined): Plan | undefined {
  const planner = new Planner(files, system);
  const wishes = files.flatMap(wishesOf);
  for (const wish of wishes) if (!isSuperServer(wish) && !isOfRpc(wish)) planner.add(wish);
  addRpc(planner, files, wishes.filter(isOfRpc));
  addSuperServers(planner, files, wishes);
  if (planner.asksForSystem) return undefined;
  const services = [...planner.services.values()].sort((a, b) => startNumber(b.fact) - startNumber(a.fact));
  const facts = [...new Set(services.map(({ fact }) => fact))];
  const ids = new Set(facts.map(({ id }) => id));
  addCallers(planner, files, wishes, ids);
  const isOn = (id: string) => launchesOf(files).some(({ launch }) => launch.state === 'on' && launch.fact === id) && !ids.has(id);
  const queue = queueStepFor(files, ids.has('sendmail') && !isOn('postfix') && !isOn('exim'));
  if (typeof queue === 'string') planner.left.add(queue);
  return {
    system,
    sources: files.map(({ path }) => path),
    lines: [...planner.lines.values()],
    services: services.map(({ step }) => step),
    modes: modeSteps(system, facts, isOn),
    queue: typeof queue === 'string' ? undefined : queue,
    left: [...planner.left],
  };
}
