/** The variables and the like that files set, and what became of them. */
import type { Reading } from '../../lint/lint.js';
import type { LineRecord } from '../../model/kind.js';
import { recordsAt } from './alone.js';
import { byName } from './by-name.js';
import type { ComparedFile, Pair, Sayings, SettingChange } from './model.js';
import { settingsOf } from './sayings.js';

/** What the line at `index` sets. */
export function settingsAt(reading: Reading, index: number): Sayings {
  const { written, told } = recordsAt(reading, index);
  const shown = settingsOfRecord(told);
  return new Map(settingsOfRecord(written).map(([name, value], at) => [name, { written: value, told: shown[at]?.[1] ?? '' }] as const));
}

function settingsOfRecord(record: LineRecord | undefined): readonly (readonly [name: string, value: string])[] {
  // The runlevel to boot into, of an inittab: what it sets, it names as its action.
  if (record?.type === 'entry' && typeof record.action === 'string' && Array.isArray(record.runlevels))
    return [[record.action, record.runlevels.join(', ')]];
  if (record?.type !== 'assignment') return [];
  const { name, value, settings } = record;
  // The defaults of xinetd, which hold for the services behind them.
  if (Array.isArray(settings)) return [...settingsOf(settings)].map(([key, text]) => [`${name} ${key}`, text] as const);
  return typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [];
}

/** By name; the last one counts. */
function settingsIn(file: ComparedFile | undefined): Sayings {
  // The headings of a picture of a host set nothing that a program reads.
  if (!file?.reading.kind.configures) return new Map();
  const { reading } = file;
  return new Map(reading.document.lines.flatMap(({ type }, index) => (type === 'setting' ? [...settingsAt(reading, index)] : [])));
}

export function settingChanges({ before, after }: Pair<ComparedFile>): SettingChange[] {
  const file = (after ?? before)?.path ?? '';
  return byName(settingsIn(before), settingsIn(after)).flatMap(({ name, before: was, after: is }) =>
    was?.written === is?.written ? [] : [{ file, name, ...(was && { before: was.told }), ...(is && { after: is.told }) }],
  );
}
