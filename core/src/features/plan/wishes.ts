/** What is wished for: the launches of a host, and those of them that findings offer to turn off. */
import type { Fact } from '../../knowledge/fact.js';
import { factById } from '../../knowledge/index.js';
import { type Finding, severities } from '../../model/finding.js';
import { type Launch, notableLaunches } from '../../model/line.js';
import { spotAt } from '../places.js';
import type { PlacedReading } from './system.js';

/** A launch of which something is known, and where it is. */
export interface PlacedLaunch {
  readonly file: PlacedReading;
  readonly line: number;
  readonly launch: Launch;
  readonly fact: Fact;
}

/** A launch that is to be turned off, and the finding that says so. */
export interface Wish extends PlacedLaunch {
  readonly finding: Finding;
}

const bySeverity = (a: Finding, b: Finding): number => severities.indexOf(a.severity) - severities.indexOf(b.severity);

/** The launches that findings offer to turn off, each once, with its worst finding. */
export function wishesOf(file: PlacedReading): readonly Wish[] {
  const { document, findings } = file.reading;
  const found = new Map<Launch, Wish>();
  for (const finding of [...findings].sort(bySeverity)) {
    if (!finding.fixes.some(({ turns }) => turns === 'off')) continue;
    const spot = spotAt(document, finding.span.start);
    const launch = spot?.launch;
    const fact = launch?.fact === undefined ? undefined : factById(launch.fact);
    if (spot && launch?.state === 'on' && fact && !found.has(launch)) found.set(launch, { file, line: spot.index, launch, fact, finding });
  }
  return [...found.values()];
}

/** True for what the commands of the host turn off: a row of a listing, a variable of rc.conf. */
export const isService = ({ launch }: PlacedLaunch): boolean => launch.when.type === 'runlevels';

export const isRemoteLogin = ({ fact }: PlacedLaunch): boolean => fact.traits?.includes('remote-login') ?? false;

export const isSuperServer = ({ fact }: PlacedLaunch): boolean => fact.traits?.includes('super-server') ?? false;

/** Why, for the comment above a step. */
export const reasonOf = ({ finding }: Wish): string => `${finding.message} (${finding.rule})`;

export const launchesOf = (files: readonly PlacedReading[]) =>
  files.flatMap((file) =>
    file.reading.document.lines.flatMap((line, index) => notableLaunches(line).map((launch) => ({ file, line: index, launch }))),
  );

/** Those that are on and of which something is known. */
export const knownLaunches = (files: readonly PlacedReading[]): readonly PlacedLaunch[] =>
  launchesOf(files).flatMap((one) => {
    const fact = one.launch.fact === undefined ? undefined : factById(one.launch.fact);
    return one.launch.state === 'on' && fact ? [{ ...one, fact }] : [];
  });
