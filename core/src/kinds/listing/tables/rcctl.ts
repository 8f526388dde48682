/** What `rcctl ls` of OpenBSD writes: names, one a line. Only the command above them tells that they are services, and what of them. */
import type { Section } from '../carry.js';
import { token } from '../links.js';
import type { TableReader } from './reading.js';

/** The section that `rcctl ls WHAT` begins [rcctl(8)]; undefined for a word that it does not have, or that tells nothing of any service. */
export function rcctlSection(what: string | undefined): Section | undefined {
  if (what === 'on' || what === 'off') return `rcctl-${what}`;
  return what === 'started' || what === 'rogue' ? 'rcctl-now' : undefined;
}

export const readRcctl: TableReader = ([first, ...others], { section }) => {
  if (first === undefined || others.length > 0 || !section.startsWith('rcctl-') || !/^[A-Za-z_][\w-]*$/.test(first.text)) return undefined;
  const name = token('name', first);
  return {
    tokens: [name],
    status: { table: 'rcctl', name, states: [], on: section !== 'rcctl-off', levels: [section === 'rcctl-now' ? '?' : 'default'] },
  };
};
