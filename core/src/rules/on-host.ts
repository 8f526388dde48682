/** Questions that rules ask of a document and its host together. */

import { factById } from '../knowledge/index.js';
import { type Found, finder } from '../model/chunks.js';
import type { Context } from '../model/context.js';
import type { Document } from '../model/document.js';
import type { Related } from '../model/finding.js';
import { type Host, type HostFile, type HostLaunch, tellsOfService } from '../model/host.js';
import { type Launch, notableLaunches } from '../model/line.js';
import { memo } from '../model/memo.js';
import type { Span } from '../text/span.js';
import { shift } from '../text/span.js';
import { usesOnly } from './words.js';

/** A notable launch of a document and its place in it: offsets into the text. */
export interface PlacedLaunch {
  readonly launch: Launch;
  readonly line: number;
  readonly span: Span;
}

const placed = memo<Document, readonly PlacedLaunch[]>();

/** The notable launches of a document. */
export function launchesIn(document: Document): readonly PlacedLaunch[] {
  let found = placed.get(document);
  if (found === undefined) placed.set(document, (found = findLaunches(document)));
  return found;
}

const notableIn = finder((lines) => {
  const found: Found<Launch>[] = [];
  lines.forEach((at, line) => {
    const launches = notableLaunches(at);
    if (launches.length > 0) for (const value of launches) found.push({ line, value });
  });
  return found;
});

const findLaunches = ({ lines, starts }: Document): readonly PlacedLaunch[] =>
  notableIn(lines).map(({ line, value }) => ({ launch: value, line, span: shift(value.subject.span, starts[line] ?? 0) }));

/** The other files of the host: all but the one that the context is of. */
export const otherFiles = ({ host, path, file: own = path }: Context): readonly HostFile[] =>
  host.files.filter((file) => own !== file.path && own !== `${host.root.replace(/\/$/, '')}/${file.path}`);

/** A launch somewhere on the host. */
export interface HostSpot extends Pick<HostLaunch, 'name' | 'fact' | 'state' | 'when' | 'span' | 'uses'> {
  /** Path under the root of the file that has it; absent where that is the document at hand. */
  readonly file?: string;
}

function ownSpot({ launch, span }: PlacedLaunch): HostSpot {
  const { subject, fact, state, when } = launch;
  const known = fact === undefined ? undefined : factById(fact);
  return {
    name: subject.text,
    ...(fact !== undefined && { fact }),
    state,
    when,
    span,
    ...(known && usesOnly(known, launch) && { uses: true }),
  };
}

const spotsByFile = memo<HostFile, readonly HostSpot[]>();

/** The launches of another file of the host: the same objects for all who ask. */
function spotsIn(file: HostFile): readonly HostSpot[] {
  let found = spotsByFile.get(file);
  if (found === undefined) spotsByFile.set(file, (found = file.launches.map((launch) => ({ ...launch, file: file.path }))));
  return found;
}

const knownByFile = memo<HostFile, readonly HostSpot[]>();

/** Those of {@link spotsIn} that are of a fact: few of many, so that the others are not even made. */
const knownIn = (file: HostFile): readonly HostSpot[] =>
  knownByFile.get(file) ??
  knownByFile.set(
    file,
    file.launches.filter(({ fact }) => fact !== undefined).map((launch) => ({ ...launch, file: file.path })),
  );

/** Those of {@link spotsOn} that are of a fact. */
export const knownSpotsOn = (document: Document, context: Context): readonly HostSpot[] => [
  ...launchesIn(document)
    .filter(({ launch }) => launch.fact !== undefined)
    .map(ownSpot),
  ...otherFiles(context).flatMap(knownIn),
];

const spots = memo<Document, { readonly host: Host; readonly path: string; readonly found: readonly HostSpot[] }>();

/** All launches of the host: those of the document first, then those of the other files. */
export function spotsOn(document: Document, context: Context): readonly HostSpot[] {
  const { host, file: path = context.path } = context;
  let known = spots.get(document);
  if (known?.host !== host || known.path !== path) {
    spots.set(document, (known = { host, path, found: [launchesIn(document).map(ownSpot), ...otherFiles(context).map(spotsIn)].flat() }));
  }
  return known.found;
}

/** True where a launch starts its service, or keeps it from starting, when the host is at work. */
const hasSay = (spot: Pick<HostSpot, 'uses' | 'when'>): boolean => spot.uses === undefined && tellsOfService(spot);

export const isStarted = (spot: HostSpot): boolean => spot.state === 'on' && hasSay(spot);

/** True for what a K link, a row of `off` or the like turns off; what is commented out, or not there, is not turned off. */
export const isTurnedOff = (spot: Pick<HostSpot, 'state' | 'uses' | 'when'>): boolean =>
  spot.state === 'off' && hasSay(spot) && !isOfSmf(spot);

/** True for what the inetd of Solaris has from SMF: an inetd.conf beside it is read by nobody, and says nothing against it. */
const isOfSmf = ({ when }: Pick<HostSpot, 'when'>): boolean => when.type === 'runlevels' && when.through === 'inetd';

/** True for a launch of the document that is turned off when the host is at work. */
export const turnsOff = ({ launch }: PlacedLaunch): boolean => isTurnedOff({ state: launch.state, when: launch.when });

/** False where no daemon that is known is turned off anywhere on the host: told sooner than what is on and off. */
export const mayBeOff = (document: Document, context: Context): boolean =>
  launchesIn(document).some((placed) => placed.launch.fact !== undefined && turnsOff(placed)) ||
  otherFiles(context).some(({ launches }) => launches.some((launch) => launch.fact !== undefined && isTurnedOff(launch)));

/** The place of `spot` for a finding, with what is to be said of it there. */
export const relatedTo = ({ span, file }: Pick<HostSpot, 'span' | 'file'>, message: string): Related => ({
  span,
  message,
  ...(file !== undefined && { file }),
});

/** At most so many places are told. */
export const MOST_RELATED = 5;

/** True when one of the facts `ids` is on, in the document or elsewhere on the host. */
export function isOn(ids: readonly string[], document: Document, context: Context): boolean {
  const on = ({ fact, state }: Pick<Launch, 'fact' | 'state'>) => state === 'on' && fact !== undefined && ids.includes(fact);
  return launchesIn(document).some(({ launch }) => on(launch)) || otherFiles(context).some(({ launches }) => launches.some(on));
}

/** Runlevels in which a host does its work, `default` where they have no numbers; 0, 1 and 6 say nothing of daemons being on. */
export const isWorkingLevel = (level: string): boolean => /^(?:[2-5]|default)$/.test(level);

/** Where the files have work for the daemon of a fact, atd or crond, that nothing on the host starts; empty where it is on, or has none. */
export function jobsWithoutDaemon(fact: string, document: Document, context: Context): readonly Related[] {
  if (fact !== 'atd' && fact !== 'crond') return [];
  const known = factById(fact);
  const spots = knownSpotsOn(document, context);
  const serving = new Set([fact, ...(known?.servedBy ?? [])]);
  if (spots.some((spot) => spot.fact !== undefined && serving.has(spot.fact) && isStarted(spot))) return [];
  const jobs =
    fact === 'atd'
      ? spots.flatMap((spot) =>
          spot.fact === fact && spot.uses && spot.state === 'on' ? [relatedTo(spot, `${spot.name} is called here`)] : [],
        )
      : otherFiles(context).flatMap(({ path, job }) => (job ? [relatedTo({ ...job, file: path }, 'a job for cron')] : []));
  return jobs.slice(0, MOST_RELATED);
}
