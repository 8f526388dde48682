/** What several tests need: reading a text as its path says, in a host of other texts. */
import assert from 'node:assert/strict';
import {
  defaultSettings,
  type Finding,
  type Host,
  identify,
  lint,
  type Reading,
  readInitScript,
  type Settings,
  servicesIn,
  settledFiles,
  summarise,
} from '../core/src/index.js';

/** What the scripts of init.d say, by their paths. */
function scriptsIn(found: readonly (readonly [path: string, text: string])[]): Pick<Host, 'scripts'> {
  const named = found.map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1), readInitScript(text)] as const);
  const byName = new Map(named.filter(([name]) => !name.startsWith('.')));
  return byName.size === 0 ? {} : { scripts: { byName, isOrdered: byName.size < named.length } };
}

/** Where the programs of a host lie: what is in it of them counts for its names alone. */
const PROGRAM = /^((?:usr\/(?:local\/)?)?s?bin)\/([^/]+)$/;

/** The programs of a host by their folders; undefined where none is known. */
function programsIn(paths: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> | undefined {
  const found = new Map<string, Set<string>>();
  for (const path of paths) {
    const [, folder = '', name = ''] = PROGRAM.exec(path) ?? [];
    found.set(`/${folder}`, (found.get(`/${folder}`) ?? new Set()).add(name));
  }
  return found.size === 0 ? undefined : found;
}

const isScript = (path: string): boolean => /\/init\.d\//.test(path);

const isProgram = (path: string): boolean => PROGRAM.test(path);

const SERVICES = 'etc/services';
const SUBMISSION = 'etc/mail/submit.cf';

/** A unit of systemd, whose name alone counts. */
const UNIT = /^(?:etc|(?:usr\/)?lib)\/systemd\/system\/([^/]+\.(?:service|socket))$/;

/** The host of the texts at these paths: files of ours, and what others tell. */
function hostIn(texts: readonly (readonly [path: string, text: string])[]): Host {
  const programs = programsIn(texts.flatMap(([path]) => (isProgram(path) ? [path] : [])));
  const services = texts.find(([path]) => path === SERVICES);
  const units = new Set(texts.flatMap(([path]) => UNIT.exec(path)?.[1] ?? []));
  const isOurs = (path: string): boolean =>
    !isScript(path) && !isProgram(path) && !UNIT.test(path) && path !== SERVICES && path !== SUBMISSION;
  const host: Host = {
    root: '',
    files: texts.flatMap(([path, text]) => (isOurs(path) ? [summarise(path, readAs(path, text).document)] : [])),
    ...(units.size > 0 && { units }),
    ...scriptsIn(texts.filter(([path]) => isScript(path))),
    ...(programs && { programs }),
    ...(texts.some(([path]) => path === SUBMISSION) && { submission: true }),
    ...(services && { services: servicesIn(services[1]) }),
  };
  return { ...host, files: settledFiles(host) };
}

/** The reading of `text` at `path`; the test fails when no kind is known for it. `host` holds other files of the root, by path; `mode` are its permission bits. */
export function readAs(
  path: string,
  text: string,
  settings: Partial<Settings> = {},
  host: Readonly<Record<string, string>> = {},
  mode?: number,
): Reading {
  const choice = identify({ path, text, sniff: true });
  assert.ok(choice, `no kind for ${path}`);
  return lint(path, text, choice, { ...defaultSettings, ...settings, host: settings.host ?? hostIn(Object.entries(host)) }, mode);
}

/** `rule@line` for each finding, lines from 1. */
export const briefly = (reading: Reading): string[] =>
  reading.findings.map(({ rule, span }: Finding) => `${rule}@${reading.document.text.slice(0, span.start).split('\n').length}`);

/** What a Context holds besides the file: nothing set, no other file, no names. */
export const bare = {
  audited: [],
  zone: 'UTC',
  now: 0,
  offMark: '#',
  host: { root: '', files: [] },
  vocabulary: { kinds: [], forms: [], dialects: [], rules: [], renamed: {}, audited: [] },
} as const;
