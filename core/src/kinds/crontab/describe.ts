/** Time fields in words. */
import { type Bits, valuesOf } from './bits.js';
import { dialects } from './dialects.js';
import { readField } from './field.js';
import { type FieldSpec, fieldSpecs, monthName, weekdayName } from './field-spec.js';
import { ranged, seriesOf } from './schedule/lists.js';

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
  if (values.length >= (spec.id === 'weekday' ? 7 : spec.high - spec.low + 1)) return every[spec.id];
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

/** What the field `text` matches, in words; undefined when no cron takes it. */
export function describeField(text: string, spec: FieldSpec): string | undefined {
  const written = spec.id === 'minute' ? text.replace(/^-(?=.)/, '') : text;
  const reading = dialects.map((dialect) => readField(written, spec, dialect)).find((found) => found !== undefined);
  if (reading === undefined) return undefined;
  const values = valuesOf(reading.values).filter((value) => spec.id !== 'weekday' || value < 7);
  if (values.length === 0) return 'Matches nothing: the entry never runs.';
  const size = spec.id === 'weekday' ? 7 : spec.high - spec.low + 1;
  const among = reading.random ? 'One drawn at random of: ' : 'Matches ';
  const noun = spec.id === 'minute' || spec.id === 'hour' ? `${spec.id}${values.length > 1 ? 's' : ''} ` : spec.id === 'day' ? 'day ' : '';
  return values.length >= size ? `${among}${every[spec.id]}.` : `${among}${noun}${ranged(values, nameOf[spec.id])}.`;
}

export const specOf = (id: string): FieldSpec | undefined => fieldSpecs.find((spec) => spec.id === id);
