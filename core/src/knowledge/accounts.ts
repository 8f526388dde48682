/** Whom a service runs as that needs no rights. */
import type { Account, Fact } from './fact.js';

export const accountFor = ({ runsAs }: Fact): Account => runsAs ?? { user: 'nobody' };

/** What is amiss where `fact` runs as root; `server` is what opens its port. */
export function asRoot(fact: Fact, server: string): string {
  const { user, group } = accountFor(fact);
  const who = user === 'nobody' ? `a user without rights, such as ${user}` : `the user that its files are for, such as ${user}`;
  const terminals = group === undefined ? '' : `, and the group ${group}, which may write to terminals`;
  return `${fact.name} runs as root and works without. ${server} opens its port; give the program ${who}${terminals}.`;
}
