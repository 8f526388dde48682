/** The inventory of a host: its services, each with the places that turn it on or off. */
import { factById } from '../knowledge/index.js';
import { keptFacts } from '../lint/suppress.js';
import { type Host, type HostFile, type HostLaunch, seenBeside, tellsOfService } from '../model/host.js';
import { plainVerdict } from './explain.js';

/** A launch, with the file that has it. */
export interface HostPlace extends HostLaunch {
  /** Path under the host's root. */
  readonly file: string;
  /** What people are told of it where it lies beside the root, as the files of hosts that share a folder do. */
  readonly seen?: string;
  /** Id of the kind of the file. */
  readonly kind: string;
  /** True where a comment in the file, or the project, says that it is meant to be on. */
  readonly kept?: true;
}

export interface HostService {
  /** As the knowledge base calls it, else as the files do. */
  readonly name: string;
  /** Id of the Fact about it, where one is known. */
  readonly fact?: string;
  /** `on` when one place starts it; `commented` when it only stands behind comment marks; else `off`. Runlevels 0, 1 and 6 have no say, nor has what only uses it. */
  readonly state: HostLaunch['state'];
  /** How bad it is that it is on, the worst of its places that are not kept; absent where it is off, or nothing is to be said of it. */
  readonly level?: 'warning' | 'info' | 'hint';
  /** What to do about it, in a sentence; absent where nothing is known of it. */
  readonly verdict?: string;
  /** By file, then in the order of its text. */
  readonly places: readonly HostPlace[];
}

const LEVELS = ['warning', 'info', 'hint'] as const;

/** True for a place that says whether the service is on: no mere user of it, and no runlevel in which nothing is on. */
const hasSay = (place: HostPlace): boolean => place.uses === undefined && tellsOfService(place);

function stateOf(places: readonly HostPlace[]): HostLaunch['state'] {
  const said = new Set(places.filter(hasSay).map(({ state }) => state));
  return said.has('on') ? 'on' : said.has('off') ? 'off' : said.has('commented') ? 'commented' : 'off';
}

const worstOf = (places: readonly HostPlace[]): HostService['level'] =>
  LEVELS.find((level) => places.some((place) => place.level === level && place.kept === undefined && hasSay(place)));

function serviceOf(places: readonly HostPlace[]): HostService {
  const [first] = places;
  const fact = first?.fact === undefined ? undefined : factById(first.fact);
  const level = worstOf(places);
  return {
    name: fact?.name ?? first?.name ?? '',
    ...(fact && { fact: fact.id }),
    state: stateOf(places),
    ...(level && { level }),
    ...(fact && { verdict: plainVerdict(fact) }),
    places,
  };
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function placesIn({ path, kind, launches, kept = [] }: HostFile, root: string, keep: ReadonlySet<string>): HostPlace[] {
  const seen = seenBeside(root, path);
  return launches.map((launch) => {
    const isKept = launch.fact !== undefined && (keep.has(launch.fact) || kept.includes(launch.fact));
    return { ...launch, file: path, ...(seen !== undefined && { seen }), kind, ...(isKept && { kept: true }) };
  });
}

/** The services of `host` by name, those without a fact behind those of the same name that have one. `keep`: names that the project says are meant to be on. */
export function inventoryOf(host: Host, keep: readonly string[] = []): readonly HostService[] {
  const kept = keptFacts(keep);
  const found = new Map<string, HostPlace[]>();
  const files = [...host.files].sort((a, b) => compare(a.path, b.path));
  for (const file of files)
    for (const place of placesIn(file, host.root, kept)) {
      // A daemon that runs by itself, or by way of inetd, is one service.
      const key = factById(place.fact ?? '')?.name ?? `\0${place.name}`;
      const others = found.get(key);
      if (others === undefined) found.set(key, [place]);
      else others.push(place);
    }
  const services = [...found.values()].map(serviceOf);
  return services.sort((a, b) => compare(a.name, b.name) || compare(b.fact ?? '', a.fact ?? ''));
}
