/** THE table: the kinds of file, and every rule. */
import { crontab } from './kinds/crontab/index.js';
import { inetd } from './kinds/inetd/index.js';
import { inittab } from './kinds/inittab/index.js';
import { listing } from './kinds/listing/index.js';
import { rcConf } from './kinds/rc-conf/index.js';
import { runParts } from './kinds/run-parts/index.js';
import { xinetd } from './kinds/xinetd/index.js';
import type { Vocabulary } from './model/context.js';
import { dialectNamesOf } from './model/dialect-names.js';
import type { Kind } from './model/kind.js';
import type { RuleMeta } from './model/rule.js';
import { sharedRules } from './rules/index.js';

export { instantIn, isoTime } from './kinds/crontab/schedule/iso.js';
export { isZone } from './kinds/crontab/schedule/zone.js';

export const kinds: readonly Kind[] = [inetd, crontab, listing, rcConf, runParts, xinetd, inittab];

export const rules: readonly RuleMeta[] = [...kinds.flatMap((kind) => kind.rules), ...sharedRules];

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

/** From the former names of rules to those that they have now. */
export const renamedIn = (all: readonly RuleMeta[]): Vocabulary['renamed'] =>
  Object.fromEntries(all.flatMap(({ id, formerly = [] }) => formerly.map((name) => [name, id])));

export const vocabulary: Vocabulary = {
  kinds: kinds.map(({ id }) => id),
  forms: unique(kinds.flatMap(({ forms }) => forms)),
  dialects: unique(kinds.flatMap(dialectNamesOf)),
  rules: rules.map(({ id }) => id),
  renamed: renamedIn(rules),
  audited: rules.flatMap(({ id, audited }) => (audited ? [id] : [])),
};

/** The semantic token types that the roles of all kinds use, in a fixed order. */
export const colourTypes: readonly string[] = unique(kinds.flatMap(({ roles }) => Object.values(roles).map(({ tokenType }) => tokenType)));
