/** What an entry says of how its service is run, beyond what is told of every service. */

import type { LineRecord } from '../../model/kind.js';
import { lineIndexAt } from '../../model/line-at.js';
import { recordsAt } from './alone.js';
import type { ComparedFile, Sayings } from './model.js';

/** By their names, as the files or `daemonlint parse` have them. */
type Texts = ReadonlyMap<string, string>;

/** Keys of the records of inetd.conf and of an inittab. */
const KEYS = ['wait', 'limits', 'group', 'arguments', 'process'] as const;

/** What the other rows tell of a service of xinetd. */
const TOLD: ReadonlySet<string> = new Set(['disable', 'user', 'server', 'protocol', 'id']);

const isText = (value: unknown): value is string => typeof value === 'string';

/** Words as one text; undefined for anything else, and for none. */
function textOf(value: unknown): string | undefined {
  const text = Array.isArray(value) ? value.filter(isText).join(' ') : value;
  return isText(text) && text !== '' ? text : undefined;
}

/** The settings of a block of xinetd, those of one name together, in their order. */
export function settingsOf(settings: unknown): Texts {
  const found = new Map<string, string>();
  for (const setting of Array.isArray(settings) ? settings : []) {
    const { name, operator, values } = setting;
    // What is no name of a setting is nobody's to repeat.
    if (!isText(name) || !/^[a-z_]+$/.test(name)) continue;
    const text = `${isText(operator) && operator !== '=' ? `${operator} ` : ''}${textOf(values) ?? ''}`;
    const before = found.get(name);
    found.set(name, before === undefined ? text : `${before} ${text}`);
  }
  return found;
}

function textsOf(record: LineRecord | undefined): Texts {
  if (record?.type !== 'entry') return new Map();
  const plain = KEYS.flatMap((key): [string, string][] => {
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
