/** The files that set the same variables, in the order in which the scripts read them: the last value counts [rc.subr(8), load_rc_config]. */
import type { Fact } from '../../knowledge/fact.js';
import { factById } from '../../knowledge/index.js';
import type { Host, HostFile, HostLaunch } from '../../model/host.js';
import type { Overruler } from '../../model/overrule.js';
import { bareName, isTemplated } from '../../text/template.js';
import { systems } from './systems.js';

interface Place {
  /** A higher one is read later. */
  readonly rank: number;
  readonly path: string;
  /** The script that alone reads it; absent where all do. */
  readonly script?: string;
}

const ORDER: readonly RegExp[] = [
  /^etc\/defaults\/rc\.conf$/,
  /^etc\/rc\.conf$/,
  /^etc\/rc\.conf\.local$/,
  /^etc\/rc\.conf\.d\/([^/]+)(?:\/[^/]+)?$/,
  /^usr\/local\/etc\/rc\.conf\.d\/([^/]+)(?:\/[^/]+)?$/,
];

/** Undefined for a path under the host's root that no script reads. */
function placeOf(path: string): Place | undefined {
  for (const [rank, pattern] of ORDER.entries()) {
    const found = pattern.exec(path);
    if (found) return { rank, path, ...(found[1] !== undefined && { script: bareName(found[1]) }) };
  }
  return undefined;
}

/** Of files of one folder each is read, by name. */
const isLater = (one: Place, other: Place): boolean => one.rank > other.rank || (one.rank === other.rank && one.path > other.path);

type Named = Pick<HostLaunch, 'name' | 'fact'>;

const servesAs = (script: string, fact: Fact | undefined): boolean => fact?.names?.freebsd?.services?.includes(script) ?? false;

/**
 * True for what a script may be called in rc.conf.d: by its `name`, with which its variables begin, whatever its file is called. The file
 * mysql-server has the name mysql.
 */
export const isScriptName = (name: string): boolean => /^[A-Za-z_]\w*$/.test(name);

/** Whether `script` heeds the variable: it is called after it. Undefined where nobody knows what a script of this name is. */
function heeds(script: string, { name, fact }: Named): boolean | undefined {
  if (isTemplated(script)) return undefined;
  if (!isScriptName(script)) return false;
  if (name === script || name.startsWith(`${script}_`)) return true;
  const own = systems.freebsd.factOf(script);
  if (own === undefined || fact === undefined) return undefined;
  return own.id === fact || servesAs(script, factById(fact));
}

/** A setting in another file that counts. */
export interface Later {
  readonly file: HostFile;
  readonly launch: HostLaunch;
}

/** What counts instead of the settings of the file at `path`, relative to the root of `host`, by the name of the service. */
export function laterThan(path: string, host: Host): ReadonlyMap<string, Later> {
  const found = new Map<string, Later & { readonly place: Place }>();
  const own = placeOf(path);
  if (own === undefined) return found;
  for (const file of host.files) {
    const place = file.kind === 'rc-conf' && file.path !== path ? placeOf(file.path) : undefined;
    if (place === undefined || !isLater(place, own)) continue;
    for (const launch of file.launches) {
      const known = found.get(launch.name);
      if (launch.state === 'commented' || (known && !isLater(place, known.place))) continue;
      if (place.script === undefined || heeds(place.script, launch) === true) found.set(launch.name, { file, launch, place });
    }
  }
  return found;
}

/** The script that alone would read the file at `path`, where that is another than the service's own; undefined where the setting may be read. */
export function otherReader(path: string, named: Named): string | undefined {
  const script = placeOf(path)?.script;
  return script !== undefined && heeds(script, named) === false ? script : undefined;
}

/** Settings that a later file replaces, or that nobody reads, say nothing; nor do defaults of what is off: nobody has turned it off. */
export function overruler(path: string, host: Host): Overruler | undefined {
  const own = placeOf(path);
  if (own === undefined) return undefined;
  const later = laterThan(path, host);
  if (later.size === 0 && own.rank > 0 && own.script === undefined) return undefined;
  return (launch) => {
    if (launch.state === 'commented') return undefined;
    const isUnread = otherReader(path, launch) !== undefined;
    return isUnread || later.has(launch.name) || (own.rank === 0 && launch.state === 'off') ? 'void' : undefined;
  };
}
