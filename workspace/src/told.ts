/** What files of a host tell that are none of ours: the system, the names of services, the scripts of init.d, the programs. */
import { type Host, type HostFile, kinds, servicesIn, submissionPath } from '../../core/src/index.js';
import { type Files, isFileError, isSurelyMissing, isThere, readWhole } from './files.js';
import { initScriptsOf, rootOfScript } from './init-scripts.js';
import { join } from './paths.js';
import { programsOf } from './programs.js';
import { rootOfUnit, unitsOf } from './units.js';

/** What is told; a part is absent where nothing tells it. */
export type HostTold = Pick<Host, 'system' | 'services' | 'scripts' | 'programs' | 'units' | 'submission'>;
export type Topic = keyof HostTold;

/** What only Debian and its likes have. */
const DEBIAN = ['etc/debian_version', 'etc/apt'];

/** The system of the host under `root`, as far as its files tell; what cannot be looked at tells nothing. */
async function systemOf(files: Files, root: string): Promise<Host['system']> {
  for (const path of DEBIAN) if (await isThere(files, join(root, path))) return 'debian';
  return undefined;
}

/** Where a host keeps the names of its services. */
const SERVICES = 'etc/services';

/** The files that tell something by themselves. */
const SINGLE: readonly (readonly [topic: Topic, path: string])[] = [
  ['services', SERVICES],
  ['submission', submissionPath],
];

/** True for `path` on whatever host it lies. */
const isAt = (own: string, path: string): boolean => path === own || path.endsWith(`/${own}`);

/** The services that the host under `root` has names for; undefined where it has no such file, or none that can be read. */
async function servicesOf(files: Files, root: string): Promise<Host['services']> {
  if (await isSurelyMissing(files, join(root, SERVICES))) return undefined;
  try {
    const { bytes } = await readWhole(files, join(root, SERVICES));
    return servicesIn(new TextDecoder().decode(bytes));
  } catch (error) {
    if (!isFileError(error)) throw error;
    return undefined;
  }
}

/** THE table of what is asked, by topic: undefined where nothing tells it. */
const askers: { readonly [T in Topic]: (files: Files, root: string) => Promise<HostTold[T]> } = {
  system: systemOf,
  services: servicesOf,
  scripts: initScriptsOf,
  programs: programsOf,
  units: unitsOf,
  submission: async (files, root) => (await isThere(files, join(root, submissionPath))) || undefined,
};

export const topics = Object.keys(askers) as readonly Topic[];

/** What `topic` is for the host under `root`. */
export async function toldOf(topic: Topic, files: Files, root: string): Promise<HostTold> {
  const told = await askers[topic](files, root);
  return told === undefined ? {} : { [topic]: told };
}

/** Ids of the kinds whose rules ask for the scripts of init.d. */
const HEEDING: ReadonlySet<string> = new Set(kinds.flatMap(({ id, heedsScripts }) => (heedsScripts ? [id] : [])));

/** The topics that matter where these are the files of a host. */
export function topicsFor(files: readonly Pick<HostFile, 'kind' | 'launches' | 'job'>[]): readonly Topic[] {
  const asked = new Set<Topic>(['system', 'services']);
  for (const { kind, launches, job } of files) {
    if (job) asked.add('programs');
    if (HEEDING.has(kind)) asked.add('scripts');
    for (const { program, order, fact } of launches) {
      // Of what is started it matters whether it is there.
      if (program?.startsWith('/')) asked.add('programs');
      // An rc link counts for nothing beside a unit of its name.
      if (order !== undefined) asked.add('units');
      // Which queue mail waits in, once its daemon is off.
      if (fact === 'sendmail') asked.add('submission');
    }
  }
  return topics.filter((topic) => asked.has(topic));
}

/** What is told anew where the file at `path` changed, and of which root; undefined where it tells nothing, or is not watched. */
export function topicAt(path: string): { readonly topic: Topic; readonly root: string } | undefined {
  for (const [topic, own] of SINGLE) if (isAt(own, path)) return { topic, root: path.slice(0, -own.length).replace(/(?<=.)\/$/, '') };
  const ofScript = rootOfScript(path);
  if (ofScript !== undefined) return { topic: 'scripts', root: ofScript };
  const ofUnit = rootOfUnit(path);
  return ofUnit === undefined ? undefined : { topic: 'units', root: ofUnit };
}
