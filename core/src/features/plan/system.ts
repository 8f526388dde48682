/** Which commands a host has: told by the folders that only some systems have, and by the listings among its files. */
import { knowsPlaceAlone } from '../../lint/identify.js';
import type { Reading } from '../../lint/lint.js';
import { bsds, isBsd, type PlanSystem } from './model.js';

/** A file of a host, by its path under the host's root. */
export interface PlacedReading {
  readonly path: string;
  readonly reading: Reading;
}

/** Paths under the root that tell, each of one system; the first that is there is enough. */
export const tellingPaths: Readonly<Record<PlanSystem, readonly string[]>> = {
  redhat: ['etc/redhat-release', 'etc/rc.d/init.d', 'etc/rc.d/rc3.d', 'etc/sysconfig'],
  debian: ['etc/debian_version', 'etc/apt'],
  systemd: ['etc/systemd/system'],
  openrc: ['etc/runlevels', 'etc/conf.d'],
  freebsd: ['etc/rc.conf'],
  openbsd: ['etc/rc.conf.local', 'etc/pkg_scripts'],
  // Its rc.conf says so itself.
  netbsd: [],
};

/** Systems that have the files of another one too: where the first shows, the second means nothing. */
const OUTRANKS: readonly (readonly [PlanSystem, PlanSystem])[] = [
  ['systemd', 'redhat'],
  ['systemd', 'debian'],
  ['openrc', 'freebsd'],
  ['openbsd', 'freebsd'],
];

/** What a listing tells, by its form. */
const FORMS: Readonly<Record<string, PlanSystem>> = {
  chkconfig: 'redhat',
  'unit-files': 'systemd',
  units: 'systemd',
  wants: 'systemd',
  openrc: 'openrc',
  rcctl: 'openbsd',
  'rc-scripts': 'freebsd',
};

/** Whose variables an rc.conf has in it. */
function ofVariables({ choice, document: { kind, dialects } }: Reading): PlanSystem | undefined {
  const isTold = kind === 'rc-conf' && !knowsPlaceAlone(choice.because.dialects);
  return isTold ? bsds.find((system) => dialects[0] === system) : undefined;
}

/** Names that only systemd's listings have, where listings of several programs stand in one text. */
const namesUnits = ({ lines }: Reading['document']): boolean =>
  lines.some(({ launches }) => launches.some(({ subject }) => /\.(?:service|socket|timer|path)$/.test(subject.text)));

function ofListing({ document }: Reading): PlanSystem | undefined {
  return document.form === 'mixed' && namesUnits(document) ? 'systemd' : FORMS[document.form];
}

const ofReading = ({ path, reading }: PlacedReading): readonly PlanSystem[] => {
  const told = reading.document.kind === 'listing' ? ofListing(reading) : ofVariables(reading);
  return [...(told ? [told] : []), ...(/^etc\/rc\.d\/rc[0-9S]\.d/.test(path) ? (['redhat'] as const) : [])];
};

/** The systems that the host may have, at most one where nothing contradicts; `present` holds those of {@link tellingPaths} that are there. */
export function systemsOf(present: ReadonlySet<string>, files: readonly PlacedReading[]): readonly PlanSystem[] {
  const told = new Set<PlanSystem>(files.flatMap(ofReading));
  // FreeBSD reads an rc.conf.local too: what stands in the files counts for more than how they are called.
  const isSettled = bsds.some((system) => told.has(system));
  for (const [system, paths] of Object.entries(tellingPaths) as [PlanSystem, readonly string[]][])
    if (paths.some((path) => present.has(path)) && !(isSettled && isBsd(system))) told.add(system);
  const outranked = new Set(OUTRANKS.flatMap(([first, second]) => (told.has(first) ? [second] : [])));
  return [...told].filter((system) => !outranked.has(system));
}
