/** What follows from what is turned off: servers that then serve nothing, and jobs that then call nobody. */
import { usesOnly } from '../../rules/words.js';
import type { Planner } from './planner.js';
import type { PlacedReading } from './system.js';
import { isService, isSuperServer, knownLaunches, launchesOf, type Wish } from './wishes.js';

/** What a super-server reads: xinetd has files of its own. */
const servedBy = (script: string): string => (/^xinetd(?:\.service)?$/.test(script) ? 'xinetd' : 'inetd');

/** A super-server goes when its files are here and hold nothing that stays on. */
export function addSuperServers(planner: Planner, files: readonly PlacedReading[], wishes: readonly Wish[]): void {
  const all = launchesOf(files);
  for (const server of knownLaunches(files)) {
    if (!isSuperServer(server) || !isService(server)) continue;
    const { file, launch } = server;
    const name = launch.subject.text;
    const kind = servedBy(name);
    const isConfigured = files.some(({ reading }) => reading.document.kind === kind);
    const served = all.filter((one) => one.file.reading.document.kind === kind);
    const stays = served.filter((one) => one.launch.state === 'on' && !planner.off.has(one.launch));
    if (!isConfigured && wishes.some((wish) => wish.launch === launch))
      planner.left.add(`${name} in ${file.path}: what it serves is in no file that was read. Look there before you turn it off.`);
    if (!isConfigured || stays.length > 0) continue;
    planner.addService(server, `${name}: nothing is left for it to serve. It listens as root for nothing.`);
  }
}

/** Entries that give a daemon work, such as those that call `at`: the work is theirs, so they stay. `facts`: what the plan turns off. */
export function addCallers(planner: Planner, files: readonly PlacedReading[], wishes: readonly Wish[], facts: ReadonlySet<string>): void {
  const unwanted = new Set(wishes.map(({ launch }) => launch));
  for (const { file, launch, fact } of knownLaunches(files)) {
    if (!usesOnly(fact, launch)) continue;
    const what = `${file.path} calls ${launch.subject.text}`;
    if (facts.has(fact.id)) planner.left.add(`${what}, and ${fact.name} is turned off here: give that job a line of its own in a crontab.`);
    else if (unwanted.has(launch))
      planner.left.add(`${what}, which needs ${fact.name}: commented out, that job would be lost. Give it a line of its own in a crontab.`);
  }
}
