/** `.daemonlint.json`: what it may say, and what is wrong with one. */
import {
  audiences,
  dialectNamed,
  dialectNamesOf,
  facts,
  factsNamed,
  isZone,
  kinds,
  rules,
  type Settings,
  type Severity,
  severities,
  type Wish,
} from '../../core/src/index.js';
import type { Problem } from './files.js';
import { isGlob } from './globs.js';
import { readJson } from './json.js';
import { knownText, listOf, mapOf, nameOf, shapeOf, text } from './readers.js';

export const CONFIG_NAME = '.daemonlint.json';

export interface Config {
  /** Names of daemons and services that are meant to be on. */
  readonly keep: readonly string[];
  /** By rule id. */
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
  /** Glob, relative to the folder of the config, to what its files are. */
  readonly files: Readonly<Record<string, Wish>>;
  /** Globs, relative to the folder of the config, that a folder scan passes over. */
  readonly exclude: readonly string[];
  /** Globs, relative to the folder of the config, of folders that each hold one host. */
  readonly hosts: readonly string[];
  readonly offMark?: Settings['offMark'];
  /** IANA name of the zone that the hosts keep. */
  readonly zone?: string;
  readonly audience?: Settings['audience'];
}

export const emptyConfig: Config = { keep: [], severity: {}, files: {}, exclude: [], hosts: [] };

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

/** Every name by which `keep` and `explain` know a daemon or service. */
export const factNames = (): readonly string[] =>
  unique(facts.flatMap(({ id, name, aliases }) => [id, name, ...Object.values(aliases).flatMap((list) => list.map(String))]));

const glob = knownText('a glob', isGlob, () => []);

/** The keys: one row each. */
const readConfig = shapeOf<Config & { readonly $schema: string }>({
  $schema: text,
  keep: listOf(knownText('a daemon or service that daemonlint knows', (name) => factsNamed(name).length > 0, factNames)),
  severity: mapOf(
    knownText(
      'a rule',
      (id) => rules.some((rule) => rule.id === id),
      () => rules.map(({ id }) => id),
    ),
    nameOf('a severity', [...severities, 'off'] as const),
  ),
  files: mapOf(
    glob,
    shapeOf<Wish>({
      kind: nameOf(
        'a kind of file',
        kinds.map(({ id }) => id),
      ),
      form: nameOf('a form', unique(kinds.flatMap(({ forms }) => forms))),
      dialect: knownText(
        'a dialect',
        (name) => kinds.some((kind) => dialectNamed(kind, name) !== undefined),
        () => kinds.flatMap(dialectNamesOf),
      ),
    }),
  ),
  exclude: listOf(glob),
  hosts: listOf(glob),
  offMark: nameOf('a mark that turns an entry off', ['#', '#<off># '] as const),
  zone: knownText('a time zone', isZone, () => Intl.supportedValuesOf('timeZone')),
  audience: nameOf('an audience', audiences),
});

/** Reads the text of a config. What is wrong in it is a problem with its place; the rest counts. `path` is for the problems. */
export function parseConfig(path: string, source: string): { readonly config: Config; readonly problems: readonly Problem[] } {
  const { tree, problems, report } = readJson(path, source);
  const { $schema: _, ...config } = { ...emptyConfig, ...(tree && readConfig(tree, report)) };
  return { config, problems };
}

/** `base` with what `config` says laid over it; what is to be kept adds up. The zone of `base` is asked for when somebody wants it. */
export const settingsOf = ({ keep, severity, offMark, zone, audience }: Config, base: Settings): Settings => ({
  ...((zone !== undefined || base.zoneNamed === true) && { zoneNamed: true }),
  keep: unique([...base.keep, ...keep]),
  severity: { ...base.severity, ...severity },
  offMark: offMark ?? base.offMark,
  audience: audience ?? base.audience,
  get zone() {
    return zone ?? base.zone;
  },
  now: base.now,
  host: base.host,
});
