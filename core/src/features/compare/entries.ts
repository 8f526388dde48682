/** The entries of a service that is on on both sides: which is which, and what they say otherwise. */
import { type Key, pairsByKeys, unpaired } from './by-key.js';
import { byName } from './by-name.js';
import type { Facet, Pair, SeenPlace } from './model.js';

/** How it is started: `tcp`, `respawn`. */
const way = ({ when }: SeenPlace): string => (when.type === 'socket' ? when.protocol : when.type);

/** What an inittab tells its entries apart by: one of another terminal is another one. */
const terminalOf = (place: SeenPlace): string | undefined => (place.sayings().get('id') ?? place.sayings().get('terminal'))?.written;

const saidBy = (place: SeenPlace): string => JSON.stringify([...place.sayings()].map(([name, { written }]) => [name, written]));

/** By what an entry is known again, from the surest to the weakest. */
const KEYS: readonly Key<SeenPlace>[] = [
  (place) => [place.kind, place.file, way(place), saidBy(place), place.user, place.program],
  (place) => [place.kind, place.file, terminalOf(place), place.id, way(place)],
  (place) => [place.kind, place.file, terminalOf(place), place.id],
  (place) => [place.kind, terminalOf(place), place.file, way(place)],
  (place) => [place.kind, terminalOf(place), way(place)],
  (place) => [place.kind, terminalOf(place)],
  (place) => [terminalOf(place), way(place)],
];

/** Entries of both sides in pairs; one that the other side does not have stands alone. */
function pairsOf(before: readonly SeenPlace[], after: readonly SeenPlace[]): readonly Pair<SeenPlace>[] {
  const { pairs, left } = pairsByKeys(KEYS, { before, after });
  return [...pairs, ...unpaired(left)];
}

/** What the entries of one pair say otherwise; two kinds of file have no words in common, and the file itself is what is told. */
const saidOtherwise = (before: SeenPlace, after: SeenPlace): readonly Facet[] =>
  before.kind !== after.kind
    ? [{ of: 'file', before: before.at.file, after: after.at.file }]
    : byName(before.sayings(), after.sayings()).flatMap(({ name, before: was, after: is }): readonly Facet[] =>
        was?.written === is?.written ? [] : [{ of: 'setting', name, ...(was && { before: was.told }), ...(is && { after: is.told }) }],
      );

/** One that came or went beside others of its service. Of what files say nothing more of than that it is on, there is no more to tell. */
const alone = ({ before, after }: Pair<SeenPlace>): readonly Facet[] =>
  ((after ?? before)?.sayings().size ?? 0) === 0
    ? []
    : [{ of: 'setting', name: 'entry', ...(before && { before: before.entry() }), ...(after && { after: after.entry() }) }];

/** Told where nothing says to whom the service is offered now. */
const ADDRESSES = 'addresses';

/** What entries say otherwise, each once; with `all`, those that came and went as well, and addresses. */
export function entryFacets(before: readonly SeenPlace[], after: readonly SeenPlace[], all: boolean): readonly Facet[] {
  const facets = pairsOf(before, after).flatMap((pair) => {
    if (pair.before && pair.after) return saidOtherwise(pair.before, pair.after).filter(({ name }) => all || name !== ADDRESSES);
    return all ? alone(pair) : [];
  });
  return [...new Map(facets.map((facet) => [JSON.stringify(facet), facet])).values()];
}
