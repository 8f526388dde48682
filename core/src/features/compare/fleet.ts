/** Hosts of which the same is to be told: a change to a whole fleet is read once. */
import type { HostSheet } from './sheet-model.js';

/** `hosts` with those of which the same is to be told as one. */
export function alike(hosts: readonly HostSheet[]): readonly HostSheet[] {
  const found = new Map<string, HostSheet>();
  for (const one of hosts) {
    // Names of files begin with that of their host, which is all that may differ.
    const key = JSON.stringify(one.sections).replaceAll(`"${JSON.stringify(one.host).slice(1, -1)}/`, '"/');
    const first = found.get(key);
    found.set(key, first === undefined ? one : { ...first, also: [...first.also, one.host] });
  }
  return [...found.values()];
}

/** So many other hosts are named. */
const MOST_HOSTS = 20;

/** Which other hosts the same is true of: `The same in db and mx`; `named` makes a name fit for where it is told. */
export function alsoText(also: readonly string[], named: (host: string) => string): string {
  const names = also.slice(0, MOST_HOSTS).map(named);
  const all = also.length > MOST_HOSTS ? [...names, `${also.length - MOST_HOSTS} more`] : names;
  return `The same in ${all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : (all[0] ?? '')}`;
}
