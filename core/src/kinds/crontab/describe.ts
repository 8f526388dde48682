/** Time fields in words. */
import { valuesOf } from './bits.js';
import { dialects } from './dialects.js';
import { readField } from './field.js';
import { type FieldSpec, fieldSpecs } from './field-spec.js';

const DAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const every: Readonly<Record<FieldSpec['id'], string>> = {
  minute: 'every minute',
  hour: 'every hour',
  day: 'every day of the month',
  month: 'every month',
  weekday: 'every day of the week',
};

const nameOf = (spec: FieldSpec, value: number): string => {
  if (spec.id === 'weekday') return DAY_NAMES[value % 7] ?? String(value);
  if (spec.id === 'month') return MONTH_NAMES[value - 1] ?? String(value);
  return String(value);
};

/** `3 to 7`, `3 and 4`, `0, 15, 30 and 45`: runs of three and more become ranges. `values` ascend. */
function listed(spec: FieldSpec, values: readonly number[]): string {
  const parts: string[] = [];
  for (let from = 0; from < values.length; ) {
    let to = from;
    while (values[to + 1] === (values[to] ?? 0) + 1) to++;
    if (to - from >= 2) parts.push(`${nameOf(spec, values[from] ?? 0)} to ${nameOf(spec, values[to] ?? 0)}`);
    else for (let at = from; at <= to; at++) parts.push(nameOf(spec, values[at] ?? 0));
    from = to + 1;
  }
  const last = parts.pop() ?? '';
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`;
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
  return values.length >= size ? `${among}${every[spec.id]}.` : `${among}${noun}${listed(spec, values)}.`;
}

export const specOf = (id: string): FieldSpec | undefined => fieldSpecs.find((spec) => spec.id === id);
