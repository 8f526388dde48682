/** The numbers of links: which K link stands against an S link, and the other way round. */
import type { Fact, LinkNumber } from '../../knowledge/fact.js';
import type { Context } from '../../model/context.js';
import { familyOf, numberingOf } from './host.js';
import type { Link, ListingLine } from './model.js';

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const DEBIAN = /debian|ubuntu/i;

/** What is known of the script's numbers, the entry that agrees with `own` first; without agreement only that of the same family. */
function knownNumber(
  fact: Fact | undefined,
  own: { readonly is: keyof LinkNumber; readonly number: number },
  wanted: 'start' | 'kill',
  family: string | undefined,
): string | undefined {
  const known = (fact?.links ?? []).filter((link) => link[wanted] !== undefined);
  const pair = known.find((link) => link[own.is] === own.number);
  const best = pair ?? (family === undefined ? undefined : known.find(({ system }) => DEBIAN.test(system) === (family === 'debian')));
  const number = best?.[wanted];
  return number === undefined ? undefined : twoDigits(number);
}

/** Name of the K link that stops what the S link `link` starts; undefined when its number is not known. Never guessed as 100 minus start. */
export function killName(line: ListingLine, link: Link, fact: Fact | undefined, context: Context): string | undefined {
  const family = familyOf(line, context);
  const known = knownNumber(fact, { is: 'start', number: Number(link.number.text) }, 'kill', family);
  const byDebian = { insserv: '01', classic: '20' } as const;
  const numbering = family === 'debian' ? numberingOf(line, link.number.text) : undefined;
  const number = known ?? (numbering && byDebian[numbering]);
  return number && `K${number}${link.name.text}`;
}

/** Name of the S link that starts what the K link `link` stops; undefined when its number is not known. */
export function startName(line: ListingLine, link: Link, fact: Fact | undefined, context: Context): string | undefined {
  const family = familyOf(line, context);
  const known = knownNumber(fact, { is: 'kill', number: Number(link.number.text) }, 'start', family);
  const number = known ?? (family === 'debian' && numberingOf(line, link.number.text) === 'classic' ? '20' : undefined);
  return number && `S${number}${link.name.text}`;
}
