/** The host that the texts of an example make: its files, and what scripts, programs and units are there. */
import { servicesIn } from '../knowledge/ports.js';
import type { Document } from '../model/document.js';
import type { Host } from '../model/host.js';
import type { Kind } from '../model/kind.js';
import { baseName } from '../text/base-name.js';
import { settledFiles, summarise } from './host.js';
import { readInitScript } from './init-script.js';

/** By their paths below the root. */
type Texts = readonly (readonly [path: string, text: string])[];

/** What the scripts of init.d say. */
function scriptsIn(texts: Texts): Pick<Host, 'scripts'> {
  const named = texts.map(([path, text]) => [baseName(path), readInitScript(text)] as const);
  const byName = new Map(named.filter(([name]) => !name.startsWith('.')));
  return byName.size === 0 ? {} : { scripts: { byName, isOrdered: byName.size < named.length } };
}

/** Where programs lie: what is in such a file counts for its name alone. */
const PROGRAM = /^((?:usr\/(?:local\/)?)?s?bin)\/([^/]+)$/;

/** Programs by their folders; undefined where there is no shell, as of a real host. */
function programsIn(texts: Texts): ReadonlyMap<string, ReadonlySet<string>> | undefined {
  const found = new Map<string, Set<string>>();
  for (const [path] of texts) {
    const [, folder, name = ''] = PROGRAM.exec(path) ?? [];
    if (folder !== undefined) found.set(`/${folder}`, (found.get(`/${folder}`) ?? new Set()).add(name));
  }
  return found.get('/bin')?.has('sh') ? found : undefined;
}

const SCRIPT = /\/init\.d\//;
const SERVICES = 'etc/services';
const SUBMISSION = 'etc/mail/submit.cf';

/** A unit of systemd, whose name alone counts. */
const UNIT = /^(?:etc|(?:usr\/)?lib)\/systemd\/system\/([^/]+\.(?:service|socket))$/;

const isRead = (path: string): boolean =>
  !SCRIPT.test(path) && !PROGRAM.test(path) && !UNIT.test(path) && path !== SERVICES && path !== SUBMISSION;

/** Those of `texts` that are files of ours are read by `read`. */
export function exampleHost(texts: Texts, read: (path: string, text: string) => Document, kinds: readonly Kind[]): Host {
  const programs = programsIn(texts);
  const services = texts.find(([path]) => path === SERVICES);
  const units = new Set(texts.flatMap(([path]) => UNIT.exec(path)?.[1] ?? []));
  const host: Host = {
    root: '',
    files: texts.filter(([path]) => isRead(path)).map(([path, text]) => summarise(path, read(path, text))),
    ...scriptsIn(texts.filter(([path]) => SCRIPT.test(path))),
    ...(units.size > 0 && { units }),
    ...(programs && { programs }),
    ...(texts.some(([path]) => path === SUBMISSION) && { submission: true }),
    ...(services && { services: servicesIn(services[1]) }),
  };
  return { ...host, files: settledFiles(host, kinds) };
}
