/** What may stand in a time field, in an item of its list, at the end of a range, or as a step. */
import type { Proposal } from '../../../model/editing.js';
import { slice, type Word } from '../../../text/words.js';
import type { Dialect } from '../dialects/dialects.js';
import type { EntryPlace } from '../editing/place.js';
import { describeField } from '../fields/describe.js';
import { readField } from '../fields/field.js';
import { type FieldSpec, fieldSpecs, monthName, weekdayName } from '../fields/spec.js';
import { readEntry } from '../reading/entry.js';
import { roles } from '../roles.js';
import { scheduleOf } from '../schedule/schedule.js';
import { scheduleWords } from '../schedule/words.js';

interface Usual {
  /** Steps that divide the field evenly, or nearly so. */
  readonly steps: readonly number[];
  readonly ranges: readonly string[];
  /** Values to name one by one, by number. */
  readonly values: readonly number[];
}

const upTo = (low: number, high: number, by = 1): number[] => {
  const values: number[] = [];
  for (let value = low; value <= high; value += by) values.push(value);
  return values;
};

const usual: Readonly<Record<FieldSpec['id'], Usual>> = {
  minute: { steps: [5, 10, 15, 20, 30, 2, 3, 4, 6, 12], ranges: ['0-29', '30-59'], values: upTo(0, 59, 5) },
  hour: { steps: [2, 3, 4, 6, 8, 12], ranges: ['9-17', '8-18', '0-6', '22-23'], values: upTo(0, 23) },
  day: { steps: [2, 7, 10], ranges: ['1-7', '8-14', '15-21', '22-28'], values: upTo(1, 31) },
  month: { steps: [2, 3, 4, 6], ranges: ['1-6', '7-12'], values: upTo(1, 12) },
  weekday: { steps: [2, 3], ranges: ['1-5', 'mon-fri'], values: [1, 2, 3, 4, 5, 6, 0, 7] },
};

/** The piece of a field that is written at a place of it: its bounds in the word, and what it is of its item. */
interface Slot {
  readonly start: number;
  readonly end: number;
  readonly itemStart: number;
  readonly itemEnd: number;
  readonly type: 'item' | 'only-item' | 'last' | 'step';
}

/** `at` and the slot are offsets in `text`, a field or the beginning of one; `quiet` is the length of cronie's `-` before the minute. */
function slotAt(text: string, at: number, quiet: number): Slot {
  const itemStart = Math.max(text.slice(0, at).lastIndexOf(',') + 1, quiet);
  const comma = text.indexOf(',', at);
  const itemEnd = comma === -1 ? text.length : comma;
  const before = text.slice(itemStart, at);
  const item = { itemStart, itemEnd };
  const slash = before.lastIndexOf('/');
  if (slash !== -1) return { ...item, start: itemStart + slash + 1, end: itemEnd, type: 'step' };
  const dash = Math.max(before.lastIndexOf('-'), before.lastIndexOf('~'));
  if (dash !== -1) {
    const step = text.slice(at, itemEnd).indexOf('/');
    return { ...item, start: itemStart + dash + 1, end: step === -1 ? itemEnd : at + step, type: 'last' };
  }
  const alone = itemStart === quiet && itemEnd === text.length;
  return { ...item, start: itemStart, end: itemEnd, type: alone ? 'only-item' : 'item' };
}

/** The value as it is named, where the field has names. */
const nameOf = (value: number, { names, low }: FieldSpec): string | undefined => names[value - low];

const fullName = (value: number, { id }: FieldSpec): string | undefined =>
  id === 'month' ? monthName(value) : id === 'weekday' ? weekdayName(value) : undefined;

/** What can be written in `slot`, best first. Some of it no cron may take there. */
function candidates({ type, start, itemStart }: Slot, text: string, spec: FieldSpec): string[] {
  const { steps, ranges, values } = usual[spec.id];
  const names = values.flatMap((value) => nameOf(value, spec) ?? []);
  const numbers = values.map(String);
  if (type === 'step') return steps.map(String);
  if (type === 'last') {
    const first = text.slice(itemStart, start - 1);
    const highest = spec.id === 'minute' ? ['59'] : [];
    return /^\d/.test(first) ? [...numbers, ...highest, ...names] : [...names, ...numbers];
  }
  const singles = [...ranges, ...names, ...numbers];
  return type === 'item' ? singles : ['*', ...steps.map((step) => `*/${step}`), ...singles, '~'];
}

/** True when all of `dialects` take `text` and mean the same by it: no range that runs backwards, no tail that some of them skip. */
function agreed(text: string, spec: FieldSpec, dialects: readonly Dialect[]): boolean {
  const readings = dialects.map((dialect) => readField(text, spec, dialect));
  const [first] = readings;
  if (first === undefined || (first.values.low === 0 && first.values.high === 0)) return false;
  return readings.every(
    (reading) => reading?.random === first.random && reading.values.low === first.values.low && reading.values.high === first.values.high,
  );
}

/** True for a Sunday as the end of a range, which a release of one of `dialects` takes for 0 and so for less than what it begins with. */
const isEarlySunday = (label: string, { type }: Slot, { id }: FieldSpec, dialects: readonly Dialect[]): boolean =>
  type === 'last' && id === 'weekday' && /^(?:0|sun)$/.test(label) && dialects.some(({ zeroEndsAfter }) => zeroEndsAfter !== undefined);

/** The whole schedule in words once `text` stands in its field; fields that are not written yet count as `*`. */
export function scheduleWith(fields: readonly string[], dialect: Dialect | undefined): string | undefined {
  const word = (text: string): Word => ({ text, span: { start: 0, end: text.length } });
  const shape = { form: 'user', fields: fieldSpecs.map((_, index) => word(fields[index] ?? '*')), command: word('x') } as const;
  const schedule = dialect && scheduleOf(shape, readEntry(shape, dialect), dialect);
  return schedule && `Runs: ${scheduleWords(schedule)}.`;
}

const LONGEST_DETAIL = 48;

/** Past so many characters of time fields only the item at hand is explained: each proposal would read all of them anew. */
const LONGEST_FIELDS = 2000;

/** What the item means, without the verb of the hover. */
function detailOf(item: string, spec: FieldSpec): string | undefined {
  const said = describeField(item, spec)
    ?.split('\n', 1)[0]
    ?.replace(/^Matches /, '')
    .replace(/\.$/, '');
  return said !== undefined && said.length > LONGEST_DETAIL ? `${said.slice(0, LONGEST_DETAIL).replace(/\s+\S*$/, '')} …` : said;
}

export function fieldProposals({ word, found, index, offset }: EntryPlace, spec: FieldSpec, dialects: readonly Dialect[]): Proposal[] {
  const { text } = word;
  const quiet = spec.id === 'minute' && text.startsWith('-') ? 1 : 0;
  const at = offset - word.span.start;
  // Before the dash that keeps a run out of the log nothing may stand.
  if (at < quiet) return [];
  const slot = slotAt(text, at, quiet);
  const { span } = slice(word, slot.start, slot.end);
  const written = found.slice(0, 5).map((field) => field.text);
  const isLong = written.join().length > LONGEST_FIELDS;
  return [...new Set(candidates(slot, text, spec))].flatMap((label) => {
    const item = text.slice(slot.itemStart, slot.start) + label + text.slice(slot.end, slot.itemEnd);
    if (!agreed(item, spec, dialects) || isEarlySunday(label, slot, spec, dialects)) return [];
    const field = text.slice(quiet, slot.start) + label + text.slice(slot.end);
    const whole = describeField(isLong ? item : field, spec);
    const fields = written.map((other, place) => (place === index ? field : other));
    if (index >= written.length) fields.push(field);
    const runs = isLong ? undefined : scheduleWith(fields, dialects[0]);
    const value = spec.names.length > 0 && /^\d+$/.test(label) && slot.type !== 'step' ? fullName(Number(label), spec) : undefined;
    const detail = value ?? detailOf(item, spec);
    return {
      label,
      ...(detail && { detail }),
      about: [`**${roles[spec.id].title}**: ${whole ?? roles[spec.id].about}`, ...(runs ? [runs] : [])].join('\n\n'),
      span,
      role: spec.id,
    };
  });
}
