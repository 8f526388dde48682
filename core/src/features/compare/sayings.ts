/** What an entry says of how its service is run, beyond what is told of every service. */

import type { LineRecord } from '../../model/kind.js';
import { lineIndexAt } from '../../model/line-at.js';
import { maskedLine } from '../masks.js';
import { recordsAt } from './alone.js';
import type { ComparedFile, Sayings } from './model.js';

/** By their names, as the files or `daemonlint parse` have them. */
type Texts = ReadonlyMap<string, string>;

/** Keys of the records of inetd.conf and of an inittab. */
const KEYS = ['addresses', 'wait', 'limits', 'group', 'arguments', 'process'] as const;

/** More of an inittab's, by which its entries are told apart as well. */
const INITTAB_KEYS = ['id', 'terminal', 'action', 'runlevels'] as const;

/** What the other rows tell of a service of xinetd. */
const TOLD: ReadonlySet<string> = new Set(['disable', 'user', 'server', 'protocol', 'id']);

const isText = (value: unknown): value is string => typeof value === 'string';

/** Words as one text; undefined for anything else, and for none. */
function textOf(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value.filter(isText).join(' ') : value;
  return isText(text) && text !== '' ? text : undefined;
}

/** The settings of a block of xinetd as far as it takes them: `=` says it all anew, other operators add to what is there or take from it. */
export function settingsOf(settings: unknown): Texts {
  const found = new Map<string, string>();
  for (const setting of Array.isArray(settings) ? settings : []) {
    const { name, operator, values, ignored } = setting;
    // What is no name of a setting is nobody's to repeat.
    if (!isText(name) || !/^[a-z_]+$/.test(name) || ignored === true) continue;
    const said = textOf(values) ?? '';
    const isAll = operator === null || operator === '=';
    const before = isAll ? undefined : found.get(name);
    const text = isAll || !isText(operator) ? said : `${operator} ${said}`;
    found.set(name, before === undefined ? text : `${before} ${text}`);
  }
  return found;
}

function textsOf(record: LineRecord | undefined): Texts {
  if (record?.type !== 'entry') return new Map();
  const keys = record.process === undefined ? KEYS : [...INITTAB_KEYS, ...KEYS];
  const plain = keys.flatMap((key): [string, string][] => {
    const text = textOf(record[key]);
    return text === undefined ? [] : [[key, text]];
  });
  return new Map([...plain, ...[...settingsOf(record.settings)].filter(([name]) => !TOLD.has(name))]);
}

/** What the entry at `offset` of `file` says. */
export function sayingsAt({ reading }: ComparedFile, offset: number): Sayings {
  const { written, told } = recordsAt(reading, lineIndexAt(reading.document, offset));
  const shown = textsOf(told);
  return new Map(Array.from(textsOf(written), ([name, text]) => [name, { written: text, told: shown.get(name) ?? '' }]));
}

/** The entry at `offset` of `file` as people are told of it, in a line. */
export function entryAt({ reading }: ComparedFile, offset: number): string {
  const index = lineIndexAt(reading.document, offset);
  const text = maskedLine(reading.read, index) ?? reading.document.lines[index]?.text ?? '';
  return (text.trimStart().split('\n', 1)[0] ?? '').trim().replace(/\s+/g, ' ');
}
