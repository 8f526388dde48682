/** The port mapper and the parts of NFS: what stays on needs them, whatever is found of them. */
import type { Launch } from '../../model/line.js';
import { isNfsServer, NFS_PARTS, needsPortMapper } from '../../rules/port-mapper.js';
import type { Planner } from './planner.js';
import type { PlacedReading } from './system.js';
import { isService, launchesOf, type Wish } from './wishes.js';

const PORT_MAPPER = 'portmap';

/** True for a wish that waits until the others have been heard. */
export const isOfRpc = (wish: Wish): boolean => isService(wish) && (wish.fact.id === PORT_MAPPER || NFS_PARTS.has(wish.fact.id));

/** First the parts of NFS, then the port mapper, which they need. */
export function addRpc(planner: Planner, files: readonly PlacedReading[], wishes: readonly Wish[]): void {
  const needing = (needs: (launch: Launch) => boolean) =>
    launchesOf(files).find(({ launch }) => launch.state === 'on' && needs(launch) && !planner.turnsOff(launch));
  const named = (test: typeof needsPortMapper) => (launch: Launch) => test({ ...launch, name: launch.subject.text });
  const add = (wish: Wish, user: ReturnType<typeof needing>) => {
    const { launch, file } = wish;
    if (user === undefined) planner.add(wish);
    else
      planner.left.add(
        `${launch.subject.text} in ${file.path}: ${user.launch.subject.text} in ${user.file.path} needs it, and stays on. Turn both off where nobody uses them.`,
      );
  };
  for (const wish of wishes) if (wish.fact.id !== PORT_MAPPER) add(wish, needing(named(isNfsServer)));
  for (const wish of wishes) if (wish.fact.id === PORT_MAPPER) add(wish, needing(named(needsPortMapper)));
}
