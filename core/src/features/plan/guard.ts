/** What no script turns off, whatever a finding says: what the host cannot do without, and the way in. */
import type { Fact } from '../../knowledge/fact.js';
import { factByScript, factByUnit, facts } from '../../knowledge/index.js';

const GUARDED = ['essential', 'protected', 'secure-login'] as const;

/** Ids of what serves in the place of something essential: NetworkManager, rsyslog. */
const serving: ReadonlySet<string> = new Set(
  facts.flatMap(({ traits, servedBy }) => (traits?.includes('essential') ? (servedBy ?? []) : [])),
);

export const isGuarded = (fact: Fact): boolean => serving.has(fact.id) || GUARDED.some((trait) => fact.traits?.includes(trait));

/** True for a name by which a command of the host would find something guarded. */
export function isGuardedName(name: string): boolean {
  const found = factByScript(name) ?? factByUnit(name);
  return found !== undefined && isGuarded(found);
}
