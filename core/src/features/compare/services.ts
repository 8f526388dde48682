/** Services that came on, went off, or are offered otherwise. */
import { type HostLaunch, tellsOfService } from '../../model/host.js';
import type { When } from '../../model/line.js';
import { type HostPlace, type HostService, inventoryOf } from '../inventory.js';
import { byName } from './by-name.js';
import { entryFacets } from './entries.js';
import type { ComparedHost, Facet, Sayings, SeenPlace, SeenService, ServiceChange } from './model.js';
import { entryAt, sayingsAt } from './sayings.js';
import { whereabouts } from './whereabouts.js';

const keyOf = ({ fact, name }: HostService): string => (fact === undefined ? `\0${name}` : name);

/** The places that have it on. */
const placesOn = ({ places }: SeenService): readonly SeenPlace[] =>
  places.filter((place) => place.state === 'on' && place.uses === undefined && tellsOfService(place));

/** Each once, in order. */
const listed = (words: readonly string[]): string => [...new Set(words)].sort().join(', ');

/** To whom a service is offered, `tcp to the network`, or by whom. */
function reachOf(when: When): readonly string[] {
  if (when.type === 'socket') return [`${when.protocol} to ${when.loopback ? 'this host alone' : 'the network'}`];
  return when.type === 'runlevels' && when.through !== undefined ? [`${when.protocol ? `${when.protocol} ` : ''}by ${when.through}`] : [];
}

const levelsOf = (when: When): readonly string[] =>
  when.type === 'runlevels' && when.through !== 'xinetd' ? when.levels.filter((level) => !/^[016]$/.test(level)) : [];

const FACETS: readonly (readonly [Facet['of'], (launch: HostLaunch) => readonly string[]])[] = [
  ['user', ({ user }) => (user === undefined ? [] : [user])],
  ['reach', ({ when }) => reachOf(when)],
  ['runlevels', ({ when }) => levelsOf(when)],
  ['program', ({ program }) => (program === undefined ? [] : [program])],
];

function facetsOf(before: SeenService | undefined, after: SeenService): readonly Facet[] {
  return FACETS.flatMap(([of, wordsOf]): readonly Facet[] => {
    // What the clock starts is told among the jobs.
    const words = (service: SeenService) =>
      listed(placesOn(service).flatMap((place) => (place.when.type === 'clock' ? [] : wordsOf(place))));
    const now = words(after);
    if (before === undefined) return now === '' ? [] : [{ of, after: now }];
    const old = words(before);
    return old === now ? [] : [{ of, before: old, after: now }];
  });
}

const NOTHING: Sayings = new Map();

function changeOf(before: SeenService | undefined, after: SeenService | undefined): Omit<ServiceChange, 'where'> | undefined {
  const sides = { ...(before && { before }), ...(after && { after }) };
  const [was, is] = [before?.state === 'on', after?.state === 'on'];
  if (after && is && !was) return { turn: 'on', facets: facetsOf(undefined, after), ...sides };
  if (was && !is) return { turn: 'off', facets: [], ...sides };
  if (!before || !after || !was) return undefined;
  const changed = facetsOf(before, after);
  const facets = [...changed, ...entryFacets(placesOn(before), placesOn(after), changed.length === 0)];
  return facets.length === 0 ? undefined : { turn: 'changed', facets, ...sides };
}

/** The services of a side, with their places as people find them. */
function servicesOf(side: ComparedHost | undefined): SeenService[] {
  if (side === undefined) return [];
  const root = side.host.root.replace(/\/$/, '');
  const files = new Map(side.files.map((file) => [file.reading.context.path, file]));
  const seen = (one: HostPlace): SeenPlace => {
    const { file, place, span } = one;
    const compared = files.get(file) ?? files.get(`${root}/${file}`);
    return {
      ...one,
      at: compared ? whereabouts(compared, span.start, place.line) : { file, line: place.line + 1 },
      sayings: () => (compared ? sayingsAt(compared, span.start) : NOTHING),
      entry: () => (compared ? entryAt(compared, span.start) : ''),
    };
  };
  return inventoryOf(side.host, side.keep).map((service) => ({ ...service, places: service.places.map(seen) }));
}

/** By name. A side without the host has none of its services. */
export function serviceChanges(before: ComparedHost | undefined, after: ComparedHost | undefined): ServiceChange[] {
  const byKey = (side: ComparedHost | undefined) => new Map(servicesOf(side).map((service) => [keyOf(service), service]));
  const changes = byName(byKey(before), byKey(after)).flatMap(({ before: was, after: is }): ServiceChange[] => {
    const change = changeOf(was, is);
    if (change === undefined) return [];
    const shown = change.turn === 'off' ? was : is;
    return [{ ...change, where: shown ? placesOn(shown).map(({ at }) => at) : [] }];
  });
  const nameOf = ({ before: was, after: is }: ServiceChange): string => is?.name ?? was?.name ?? '';
  return changes.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
}
