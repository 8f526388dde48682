/** `.daemonlint.json`: what it may say, and what is wrong with one. */

import type { Node } from 'jsonc-parser';
import {
  audiences,
  dialectNamed,
  dialectNamesOf,
  factNames,
  factsNamed,
  type Ignored,
  isNamed,
  isZone,
  kinds,
  lineStarts,
  type Place,
  placeOf,
  ruleNamed,
  rules,
  type Settings,
  type Severity,
  severities,
  type Wish,
  withZone,
} from '../../core/src/index.js';
import type { Problem } from './files.js';
import { excluded, isGlob } from './globs.js';
import { readJson } from './json.js';
import { relativeTo } from './paths.js';
import { knownText, listOf, mapOf, nameOf, type Reader, shapeOf, text } from './readers.js';

export const CONFIG_NAME = '.daemonlint.json';

/** Findings not to be told of, and why. Absent parts leave it open. */
export interface ConfigIgnore {
  /** A glob, relative to the folder of the config. */
  readonly path?: string;
  readonly rule?: string;
  /** A name of a daemon or service. */
  readonly subject?: string;
  readonly reason: string;
}

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
  /** For files that take no comments, such as listings, above all. */
  readonly ignore: readonly ConfigIgnore[];
  readonly offMark?: Settings['offMark'];
  /** IANA name of the zone that the hosts keep. */
  readonly zone?: string;
  readonly audience?: Settings['audience'];
}

export const emptyConfig: Config = { keep: [], severity: {}, files: {}, exclude: [], hosts: [], ignore: [] };

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

const glob = knownText('a glob', isGlob, () => []);

const ruleName = knownText(
  'a rule',
  (name) => ruleNamed(name) !== undefined,
  () => rules.map(({ id }) => id),
);

const factName = knownText('a daemon or service that daemonlint knows', (name) => factsNamed(name).length > 0, factNames);

const ignoreShape = shapeOf<ConfigIgnore>({ path: glob, rule: ruleName, subject: factName, reason: text });

/** Where each was read. */
const nodes = new WeakMap<ConfigIgnore, Node>();

/** One that is wrong in a part is not taken at all: without that part it would ignore more than was meant. */
const ignoreEntry: Reader<ConfigIgnore> = (node, report) => {
  const read = ignoreShape(node, report);
  if (read === undefined || Object.keys(read).length < (node.children ?? []).length) return undefined;
  const { path, rule, subject, reason } = read;
  if (path === undefined && rule === undefined && subject === undefined) {
    report(node, 'this would ignore everything: name a “path”, a “rule” or a “subject”');
    return undefined;
  }
  if (reason === undefined || reason.trim() === '') {
    report(node, 'this does not say why: write “reason”, for whoever reads it next year');
    return undefined;
  }
  const entry = { ...read, reason };
  nodes.set(entry, node);
  return entry;
};

const placeText = knownText(
  'a place that a daemon reads, such as “/etc/cron.d/backup”, or a folder of such, which ends in “/”',
  (said) => isNamed({ path: said.endsWith('/') ? `${said}file` : said }),
  () => [],
);

/** Relative to the root of its host: the file is not there yet. */
const place: Reader<string> = (node, report) => placeText(node, report)?.replace(/^\/+/, '');

/** The keys: one row each. */
const readConfig = shapeOf<Config & { readonly $schema: string }>({
  $schema: text,
  keep: listOf(factName),
  severity: mapOf(ruleName, nameOf('a severity', [...severities, 'off'] as const)),
  ignore: listOf(ignoreEntry),
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
      place,
    }),
  ),
  exclude: listOf(glob),
  hosts: listOf(glob),
  offMark: nameOf('a mark that turns an entry off', ['#', '#<off># '] as const),
  zone: knownText('a time zone', isZone, () => Intl.supportedValuesOf('timeZone')),
  audience: nameOf('an audience', audiences),
});

/** A stretch of a text; its end is behind it. */
export interface Stretch {
  readonly start: Place;
  readonly end: Place;
}

export interface ParsedConfig {
  readonly config: Config;
  readonly problems: readonly Problem[];
  /** Where each of its ignores stands. */
  readonly ignoresAt: readonly Stretch[];
}

/** Reads the text of a config. What is wrong in it is a problem with its place; the rest counts. `path` is for the problems. */
export function parseConfig(path: string, source: string): ParsedConfig {
  const { tree, problems, report } = readJson(path, source);
  const { $schema: _, ...config } = { ...emptyConfig, ...(tree && readConfig(tree, report)) };
  const starts = lineStarts(source);
  const ignoresAt = config.ignore.flatMap((one): Stretch[] => {
    const node = nodes.get(one);
    return node ? [{ start: placeOf(starts, node.offset), end: placeOf(starts, node.offset + node.length) }] : [];
  });
  return { config, problems, ignoresAt };
}

/** True when an ignore of a config in `folder` means the file at `file`, by its path alone. */
export function covers({ path }: Pick<ConfigIgnore, 'path'>, folder: string, file: string): boolean {
  if (path === undefined) return true;
  const inside = relativeTo(folder, file);
  return inside !== undefined && excluded([path], inside);
}

const ignoredBy = (one: ConfigIgnore, folder: string): Ignored => {
  const { rule, subject, reason } = one;
  return {
    covers: (file) => covers(one, folder, file),
    ...(rule !== undefined && { rule: ruleNamed(rule)?.id ?? rule }),
    ...(subject !== undefined && { subject }),
    reason,
  };
};

/** Rules by the names that they have now. */
const bySeverity = (severity: Config['severity']): Config['severity'] =>
  Object.fromEntries(Object.entries(severity).map(([name, level]) => [ruleNamed(name)?.id ?? name, level]));

/**
 * `base` with what `config` says laid over it, whose globs begin in `folder`; what is to be kept adds up. The zone of `base` is asked for when
 * somebody wants it.
 */
export const settingsOf = ({ keep, severity, ignore, offMark, zone, audience }: Config, base: Settings, folder: string): Settings =>
  withZone(
    {
      ...((zone !== undefined || base.zoneNamed === true) && { zoneNamed: true }),
      keep: unique([...base.keep, ...keep]),
      severity: { ...bySeverity(base.severity), ...bySeverity(severity) },
      ignore: ignore.map((one) => ignoredBy(one, folder)),
      offMark: offMark ?? base.offMark,
      audience: audience ?? base.audience,
      now: base.now,
      host: base.host,
    },
    () => zone ?? base.zone,
  );
