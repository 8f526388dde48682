/** The variables and the like that files set, and what became of them. */
import type { Reading } from '../../lint/lint.js';
import type { LineRecord } from '../../model/kind.js';
import { recordsAt } from './alone.js';
import { byName } from './by-name.js';
import type { ComparedFile, Pair, Saying, Sayings, SettingChange } from './model.js';
import { settingsOf } from './sayings.js';

const ALL_LEVELS = 10;

/** What the line at `index` sets. */
export function settingsAt(reading: Reading, index: number): Sayings {
  const { written, told } = recordsAt(reading, index);
  const shown = settingsOfRecord(told);
  return new Map(settingsOfRecord(written).map(([name, value], at) => [name, { written: value, told: shown[at]?.[1] ?? '' }] as const));
}

/** What an inittab sets: the runlevel to boot into, and what is run when something happens, which may be several things. */
function inittabSetting({ action, process, runlevels }: LineRecord): readonly (readonly [name: string, value: string])[] {
  if (typeof action !== 'string' || typeof process !== 'string') return [];
  const levels = Array.isArray(runlevels) ? runlevels.join(', ') : '';
  if (action === 'initdefault') return [[action, levels]];
  return [[action, Array.isArray(runlevels) && runlevels.length < ALL_LEVELS ? `${process} (runlevels ${levels})` : process]];
}

function settingsOfRecord(record: LineRecord | undefined): readonly (readonly [name: string, value: string])[] {
  if (record?.type === 'entry') return inittabSetting(record);
  if (record?.type !== 'assignment') return [];
  const { name, value, settings } = record;
  // The defaults of xinetd, which hold for the services behind them.
  if (Array.isArray(settings)) return [...settingsOf(settings)].map(([key, text]) => [`${name} ${key}`, text] as const);
  return typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [];
}

/** True for what an inittab does: all of one name is done, where of variables the last one counts. */
const isEvent = (reading: Reading, index: number): boolean => recordsAt(reading, index).written?.type === 'entry';

const joined = (first: Saying | undefined, { written, told }: Saying): Saying =>
  first === undefined ? { written, told } : { written: `${first.written}; ${written}`, told: `${first.told}; ${told}` };

/** By name. */
function settingsIn(file: ComparedFile | undefined): Sayings {
  // The headings of a picture of a host set nothing that a program reads.
  if (!file?.reading.kind.configures) return new Map();
  const { reading } = file;
  const found = new Map<string, Saying>();
  for (const [index, { type }] of reading.document.lines.entries()) {
    if (type !== 'setting') continue;
    const isOneOfMany = isEvent(reading, index);
    for (const [name, saying] of settingsAt(reading, index)) found.set(name, isOneOfMany ? joined(found.get(name), saying) : saying);
  }
  return found;
}

/** True where an entry of `file` sets `name`: one that starts a service, of which that is told. */
function isService(file: ComparedFile | undefined, name: string): boolean {
  const lines = file?.reading.kind.configures ? file.reading.document.lines : [];
  return lines.some(({ type, text }, index) => {
    if (type !== 'entry' || !text.includes(name) || file === undefined) return false;
    const record = recordsAt(file.reading, index).written;
    return record?.type === 'assignment' && record.name === name;
  });
}

export function settingChanges({ before, after }: Pair<ComparedFile>): SettingChange[] {
  const file = (after ?? before)?.path ?? '';
  return byName(settingsIn(before), settingsIn(after)).flatMap(({ name, before: was, after: is }) =>
    was?.written === is?.written || (is === undefined && isService(after, name)) || (was === undefined && isService(before, name))
      ? []
      : [{ file, name, ...(was && { before: was.told }), ...(is && { after: is.told }) }],
  );
}
