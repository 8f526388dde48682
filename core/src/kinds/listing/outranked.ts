/** Across files: systemd does not look at the rc link of a service that has a unit of its own [systemd-sysv-generator(8)]. */

import type { Host, HostFile } from '../../model/host.js';
import { memo } from '../../model/memo.js';
import type { Overruler } from '../../model/overrule.js';

/** In the folders of systemd, and in what systemctl lists of them, there is nothing made of rc links. */
const isOfUnits = ({ path, kind, form }: HostFile): boolean =>
  kind === 'listing' &&
  (form === 'unit-files' || (form === 'directory' && /(?:^|\/)systemd\/system(?:\/[^/]+\.(?:wants|requires))?$/.test(path)));

const known = memo<Host, ReadonlySet<string>>();

/** The names of all units of their own that are in sight. */
function unitsOf(host: Host): ReadonlySet<string> {
  let found = known.get(host);
  if (found === undefined) {
    const listed = host.files.filter(isOfUnits).flatMap(({ launches }) => launches.map(({ name }) => name));
    // Units lie about on hosts that sysvinit starts as well, and those have an inittab.
    const isOther = host.files.some(({ path, kind }) => kind === 'inittab' && path === 'etc/inittab');
    known.set(host, (found = isOther ? new Set() : new Set([...listed, ...(host.units ?? [])])));
  }
  return found;
}

/** The unit that systemd would make of the script `name`: the ending of Debian's oldest ones is none of it. */
const unitOf = (name: string): string => `${name.replace(/\.sh$/, '')}.service`;

/** S and K links alike say nothing where a unit has their name. */
export function overruler(_path: string, host: Host): Overruler | undefined {
  const units = unitsOf(host);
  if (units.size === 0) return undefined;
  return ({ name, state, order }) => (order !== undefined && state !== 'commented' && units.has(unitOf(name)) ? 'void' : undefined);
}
