/** The report on a host, as plain values: what runs, what of it should not, what is left then, and the order of its boot. */
import { commandsFor } from '../knowledge/advice.js';
import { factById } from '../knowledge/index.js';
import { type Host, tellsOfService } from '../model/host.js';
import { type HostPlace, type HostService, inventoryOf } from './inventory.js';

/** How a service is turned off on one system, and on again. */
export interface Switch {
  readonly system: string;
  /** Commands to run one after the other as root. */
  readonly off: readonly string[];
  readonly on: readonly string[];
}

export interface ReportedService extends HostService {
  /** What it is, and why it matters that it is on; absent where nothing is known of it. */
  readonly what?: string;
  readonly why?: string;
  readonly switches: readonly Switch[];
}

/** A service that the boot starts. */
export interface BootStep {
  /** 0 to 99. */
  readonly order: number;
  readonly name: string;
  readonly level?: HostService['level'];
}

/** The boot into some runlevels that start the same in the same order. */
export interface Boot {
  readonly levels: readonly string[];
  readonly steps: readonly BootStep[];
}

export interface HostReport {
  /** All that is on. */
  readonly running: readonly ReportedService[];
  /** Those of `running` that have a level: the worst first. */
  readonly unwanted: readonly ReportedService[];
  /** Those of `running` that are left once the unwanted ones are off. */
  readonly left: readonly ReportedService[];
  /** Known to be off, or commented out. */
  readonly off: readonly ReportedService[];
  /** From the numbers of rc links; empty where none are in sight. */
  readonly boots: readonly Boot[];
}

const RANK = { warning: 0, info: 1, hint: 2 } as const;

function reported(service: HostService): ReportedService {
  const fact = service.fact === undefined ? undefined : factById(service.fact);
  return {
    ...service,
    ...(fact && { what: fact.what.text, why: fact.risk.text }),
    switches: fact ? commandsFor(fact).map(({ system, off, on }) => ({ system, off, on })) : [],
  };
}

const stepsAt = (level: string, services: readonly HostService[]): readonly BootStep[] =>
  services
    .flatMap(({ name, level: worst, places }) =>
      places
        .filter(
          ({ state, when, order }) => state === 'on' && order !== undefined && when.type === 'runlevels' && when.levels.includes(level),
        )
        .map(({ order = 0 }): BootStep => ({ order, name, ...(worst && { level: worst }) })),
    )
    .sort((a, b) => a.order - b.order || (a.name < b.name ? -1 : 1));

/** The boots by runlevel; runlevels with the same steps are told together. */
function bootsOf(services: readonly HostService[]): readonly Boot[] {
  const isLink = (place: HostPlace): boolean => place.order !== undefined && place.state === 'on' && tellsOfService(place);
  const levels = new Set(
    services.flatMap(({ places }) => places.flatMap((place) => (isLink(place) && 'levels' in place.when ? place.when.levels : []))),
  );
  const found = new Map<string, { readonly levels: string[]; readonly steps: readonly BootStep[] }>();
  for (const level of [...levels].sort()) {
    const steps = stepsAt(level, services);
    const key = JSON.stringify(steps);
    const alike = found.get(key);
    if (alike === undefined) found.set(key, { levels: [level], steps });
    else alike.levels.push(level);
  }
  return [...found.values()];
}

/** The report on `host`. `keep`: names of what is meant to be on. */
export function reportOn(host: Host, keep: readonly string[] = []): HostReport {
  const services = inventoryOf(host, keep).map(reported);
  const running = services.filter(({ state }) => state === 'on');
  const rank = ({ level }: HostService): number => (level === undefined ? 3 : RANK[level]);
  return {
    running,
    unwanted: running.filter(({ level }) => level !== undefined).sort((a, b) => rank(a) - rank(b)),
    left: running.filter(({ level }) => level === undefined),
    off: services.filter(({ state }) => state !== 'on'),
    boots: bootsOf(services),
  };
}
