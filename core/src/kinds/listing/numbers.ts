/** The numbers of links: which K link stands against an S link, and the other way round. */
import type { Fact, LinkNumber } from '../../knowledge/fact.js';
import type { Context } from '../../model/context.js';
import { decode, killNumberOf } from './carry.js';
import { familyOf, numberingOf } from './host.js';
import type { Link, ListingLine } from './model.js';
import { headerOf } from './scripts.js';

const twoDigits = (number: number): string => String(number).padStart(2, '0');

const DEBIAN = /debian|ubuntu/i;

interface Known {
  /** By an entry that agrees with the link's own number. */
  readonly pair?: string;
  /** By the first entry of the same family, or the one that agrees. */
  readonly likely?: string;
}

/** What is known of the script's numbers: `wanted`, by the number `own` that its link has. */
function knownNumbers(
  fact: Fact | undefined,
  own: { readonly is: keyof LinkNumber; readonly number: number },
  wanted: 'start' | 'kill',
  family: string | undefined,
): Known {
  const known = (fact?.links ?? []).filter((link) => link[wanted] !== undefined);
  const pair = known.find((link) => link[own.is] === own.number)?.[wanted];
  const likely = pair ?? (family && known.find(({ system }) => DEBIAN.test(system) === (family === 'debian'))?.[wanted]);
  return {
    ...(pair !== undefined && { pair: twoDigits(pair) }),
    ...(typeof likely === 'number' && { likely: twoDigits(likely) }),
  };
}

/** The numbers of `# chkconfig:` in the script itself. Debian's programs do not read them. */
function headerFor(link: Link, family: string | undefined, { host }: Context): { readonly start?: string; readonly kill?: string } {
  const header = family === 'debian' ? undefined : headerOf(link, host);
  if (header?.start === undefined || header.kill === undefined) return {};
  return { start: twoDigits(header.start), kill: twoDigits(header.kill) };
}

/**
 * Name of the K link that stops what the S link `link` starts; undefined when its number is not known. Never guessed as 100 minus start.
 * What the script itself says counts before all else; a K link of the same script above, that is in another runlevel, outweighs what other hosts of the family have.
 */
export function killName(line: ListingLine, link: Link, fact: Fact | undefined, context: Context): string | undefined {
  const family = familyOf(line, context);
  const { pair, likely } = knownNumbers(fact, { is: 'start', number: Number(link.number.text) }, 'kill', family);
  const byDebian = { insserv: '01', classic: '20' } as const;
  const numbering = family === 'debian' ? numberingOf(line, link.number.text) : undefined;
  const { kill } = headerFor(link, family, context);
  const number = kill ?? pair ?? killNumberOf(link.name.text, decode(line.carry)) ?? likely ?? (numbering && byDebian[numbering]);
  return number && `K${number}${link.name.text}`;
}

/** Name of the S link that starts what the K link `link` stops; undefined when its number is not known. */
export function startName(line: ListingLine, link: Link, fact: Fact | undefined, context: Context): string | undefined {
  const family = familyOf(line, context);
  const { likely } = knownNumbers(fact, { is: 'kill', number: Number(link.number.text) }, 'start', family);
  const { start } = headerFor(link, family, context);
  const number = start ?? likely ?? (family === 'debian' && numberingOf(line, link.number.text) === 'classic' ? '20' : undefined);
  return number && `S${number}${link.name.text}`;
}
