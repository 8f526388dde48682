/** What a listing tells of its host: whose it is, and how its links are numbered. */
import type { Context } from '../../model/context.js';
import { type Carry, decode, type Family, MANY_LOW, MANY_TWENTIES } from './carry.js';
import type { ListingLine } from './model.js';
import { familyNamedIn } from './paths.js';

const numberedByDebian = ({ low, twenties }: Carry): boolean => low >= MANY_LOW || twenties >= MANY_TWENTIES;

/** Red Hat's or Debian's; undefined when neither the line, nor those above it, nor the path tells. */
export function familyOf(line: ListingLine, { dialects, path }: Pick<Context, 'dialects' | 'path'>): Family | undefined {
  const [named, ...others] = dialects;
  if (others.length === 0 && (named === 'redhat' || named === 'debian')) return named;
  if (line.row) return 'redhat';
  const carry = decode(line.carry);
  const told = familyNamedIn(line.text) ?? (carry.family || undefined) ?? familyNamedIn(path);
  return told ?? (numberedByDebian(carry) ? 'debian' : undefined);
}

/** How Debian numbered the links of this host; undefined when the links so far do not tell. */
export function numberingOf(line: ListingLine, number: string): 'insserv' | 'classic' | undefined {
  const { low, twenties } = decode(line.carry);
  if (low >= MANY_LOW || Number(number) <= 3) return 'insserv';
  return twenties >= MANY_TWENTIES || number === '20' ? 'classic' : undefined;
}
