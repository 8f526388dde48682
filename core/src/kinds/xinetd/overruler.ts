/** What xinetd.conf says of the services in the files that it includes. */

import type { Host, HostFile } from '../../model/host.js';
import { memo } from '../../model/memo.js';
import type { Overruler } from '../../model/overrule.js';
import { type Carry, decode } from './carry.js';

const MAIN = /^(.*)xinetd\.conf$/;

const INCLUDED = /^(.*)xinetd\.d\/[^/]+$/;

const defaults = memo<readonly HostFile[], ReadonlyMap<string, Carry>>();

/** What each xinetd.conf tells the files that it includes, by the folder that it lies in. */
function defaultsIn({ files }: Host): ReadonlyMap<string, Carry> {
  let found = defaults.get(files);
  if (found === undefined) {
    const told = files.flatMap(({ path, kind, carry }): [string, Carry][] => {
      const folder = kind === 'xinetd' && carry !== undefined ? MAIN.exec(path)?.[1] : undefined;
      return folder === undefined ? [] : [[folder, decode(carry ?? '')]];
    });
    defaults.set(files, (found = new Map(told)));
  }
  return found;
}

/** A service that the defaults name in `disabled`, or leave out of `enabled`, is off whatever its own file says; and who may call it is theirs to say where it does not. */
export function overruler(path: string, host: Host): Overruler | undefined {
  const folder = INCLUDED.exec(path)?.[1];
  const { disabled, enabled, loopback } = (folder === undefined ? undefined : defaultsIn(host).get(folder)) ?? {};
  if (disabled === undefined && enabled === undefined && loopback === undefined) return undefined;
  return ({ name, id = name, state, when }) => {
    const said = id.toLowerCase();
    if (state === 'on' && (disabled?.includes(said) || (enabled && !enabled.includes(said)))) return 'off';
    return loopback && when.type === 'socket' && when.byDefault ? 'local' : undefined;
  };
}
