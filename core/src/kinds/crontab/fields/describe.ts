/** Time fields in words. */

import { type Dialect, dialects, strictDialects } from '../dialects/dialects.js';
import { listed, ordinal, ranged, seriesOf } from '../schedule/lists.js';
import { type Bits, valuesOf } from './bits.js';
import { readField } from './field.js';
import { type FieldReading, type FieldSpec, fieldSpecs, monthName, sizeOf, weekdayName } from './spec.js';

const every: Readonly<Record<FieldSpec['id'], string>> = {
  minute: 'every minute',
  hour: 'every hour',
  day: 'every day of the month',
  month: 'every month',
  weekday: 'every day of the week',
};

const nameOf: Readonly<Record<FieldSpec['id'], (value: number) => string>> = {
  minute: String,
  hour: String,
  day: String,
  month: monthName,
  weekday: weekdayName,
};

/** More values than these are told as a series, where they are one. */
const LISTED = 8;

/** `values` in words; all of them as every one there is. Undefined for none. */
function valueWords(set: Bits, spec: FieldSpec): string | undefined {
  const values = valuesOf(set).filter((value) => spec.id !== 'weekday' || value < 7);
  if (values.length === 0) return undefined;
  if (values.length >= sizeOf(spec)) return every[spec.id];
  const series = values.length > LISTED ? seriesOf(values) : undefined;
  if (series && series.step > 1) return `${series.first} to ${series.last} in steps of ${series.step}`;
  return ranged(values, nameOf[spec.id]);
}

/** What a field is read as, in words to follow `as`. */
export function readAs(values: Bits, drawn: boolean, spec: FieldSpec): string {
  const words = valueWords(values, spec);
  if (words === undefined) return 'nothing, so that the entry never runs';
  return drawn ? `one drawn at random of ${words}` : words;
}

/** A series of up to so many values is told as a list. */
const LIST = 7;

/** `every 7th minute from 0 to 56`; undefined for what is told better as a list. */
function seriesWords(values: readonly number[], spec: FieldSpec): string | undefined {
  const series = spec.id === 'minute' || spec.id === 'hour' || spec.id === 'day' ? seriesOf(values) : undefined;
  if (series === undefined || series.step === 1 || values.length <= LIST) return undefined;
  return `every ${ordinal(series.step)} ${spec.id} from ${series.first} to ${series.last}`;
}

/** Values as they may be written: `0, 7, 14`; those with names `1 (Monday)`. */
const listOf = (values: readonly number[], spec: FieldSpec): string =>
  values.map((value) => (spec.names.length > 0 ? `${value} (${nameOf[spec.id](value)})` : String(value))).join(', ');

/** In words, and as a list where the words are none. */
function readingWords({ values: set, random }: FieldReading, spec: FieldSpec): string {
  const values = valuesOf(set).filter((value) => value >= spec.low && (spec.id !== 'weekday' || value < 7));
  if (values.length === 0) return 'Matches nothing: the entry never runs.';
  const among = random ? 'One drawn at random of: ' : 'Matches ';
  const list = `\n\nAs a list: ${listOf(values, spec)}`;
  if (values.length >= sizeOf(spec)) return `${among}${every[spec.id]}.${list}`;
  const series = seriesWords(values, spec);
  if (series) return `${among}${series}.${list}`;
  const noun = spec.id === 'minute' || spec.id === 'hour' ? `${spec.id}${values.length > 1 ? 's' : ''} ` : spec.id === 'day' ? 'day ' : '';
  const words = ranged(values, nameOf[spec.id]);
  return `${among}${noun}${words}.${spec.names.length > 0 || words.includes(' to ') ? list : ''}`;
}

const writtenFor = (text: string, spec: FieldSpec, { quietDash }: Dialect): string =>
  spec.id === 'minute' && quietDash ? text.replace(/^-(?=.)/, '') : text;

/**
 * What the field `text` matches to the crons named by `ids`, in Markdown; where they differ, what it matches to each. Where none of
 * them takes it, what it matches to the first that does; undefined when no cron takes it.
 */
export function describeField(text: string, spec: FieldSpec, ids: readonly string[] = []): string | undefined {
  const readingsBy = (among: readonly Dialect[]) =>
    among.flatMap((dialect) => {
      const reading = readField(writtenFor(text, spec, dialect), spec, dialect);
      return reading ? [{ dialect, words: readingWords(reading, spec) }] : [];
    });
  const asked = readingsBy(dialects.filter(({ id }) => ids.includes(id)));
  const [first, ...others] = asked.length > 0 ? asked : readingsBy(strictDialects).slice(0, 1);
  if (first === undefined || others.every(({ words }) => words === first.words)) return first?.words;
  const titles = (words: string) => listed(asked.filter((one) => one.words === words).map(({ dialect }) => dialect.title));
  return [...new Set(asked.map(({ words }) => words))].map((words) => `By ${titles(words)}: ${words}`).join('\n\n');
}

export const specOf = (id: string): FieldSpec | undefined => fieldSpecs.find((spec) => spec.id === id);
