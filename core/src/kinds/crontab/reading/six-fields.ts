/** Entries with six time fields, or seven: schedulers of programs begin with the seconds, and Quartz ends with the year. */
import { type Edit, replace } from '../../../text/edit.js';
import { isTemplated } from '../../../text/template.js';
import { type Word, words } from '../../../text/words.js';
import { onward } from '../fields/onward.js';
import { type FieldSpec, fieldSpecs } from '../fields/spec.js';
import type { CrontabLine } from '../model.js';
import { indentOf } from './shape.js';

const NAMES = '(?:sun|mon|tue|wed|thu|fri|sat)';

/** What a field may look like to any scheduler. */
const FIELD = /^(?:[?L]|[\d*][\d*,/-]*|[a-z]{3}(?:[-,][a-z]{3})*)$/i;

/** A day of the week, and nothing that anyone would run: `mon` is a program. */
const WEEKDAY = new RegExp(
  `^(?:[?*]|\\*/\\d+|[0-7](?:[-,][0-7])*|${NAMES}(?:[-,]${NAMES})+|${NAMES.toUpperCase()}(?:[-,]${NAMES.toUpperCase()})*)$`,
);

/** The year of Quartz, behind six fields of which one is `?`. */
const YEAR = /^(?:\*|\d{4}(?:[-,]\d{4})*)$/;

/** Days of the week as Quartz has them, where Sunday is 1. */
const FROM_ONE = /^[1-7](?:[-,][1-7])*$/;

export interface SixFields {
  readonly fields: readonly Word[];
  /** The seventh time field. */
  readonly year?: Word;
  readonly first: Word;
  readonly second: Word;
  readonly sixth: Word;
  /** Without the seconds and the year, and with `?` and steps as cron has them. */
  readonly edits: readonly Edit[];
  /** The same, with days of the week counted from Sunday as 1, as Quartz does: only where that may be meant, and makes a difference. */
  readonly fromOne?: readonly Edit[];
  /** Without the last `*`, where that may be the one too many: the two before the stars are then a minute and an hour. */
  readonly star?: readonly Edit[];
  /** The last `*` is surely a year, and the first field the minute: as EventBridge has them, which tells by where the `?` is. */
  readonly endsWithYear?: true;
}

/** Either way to see `00 12 * * * *`: what stands before the stars may be a minute and an hour. */
function withoutStar(fields: readonly Word[]): readonly Edit[] | undefined {
  const [first, second, ...stars] = fields;
  const [before, last] = stars.slice(-2);
  const isBare = first?.text === '*' && second?.text === '*';
  if (before === undefined || last === undefined || isBare || stars.some(({ text }) => text !== '*')) return undefined;
  return [{ span: { start: before.span.end, end: last.span.end }, text: '' }];
}

/** What those schedulers write otherwise than cron: `?` for any day, and `2/5` for every fifth value from 2 on. Of their two fields of days one is always `?`. */
function asCronHas(field: Word, spec: FieldSpec): readonly Edit[] {
  const text = field.text === '?' ? '*' : onward(field.text, spec, true);
  return text === undefined ? [] : [replace(field, text)];
}

/** Days of the week as cron counts them, from Sunday as 0. */
const fromZero = (days: Word): Edit =>
  replace(
    days,
    days.text.replace(/\d/g, (day) => String(Number(day) - 1)),
  );

/** `0 12 ? * 2 *`: five fields, and a year behind them. Whose scheduler has it counts the days from Sunday as 1. */
const withoutYear = (fields: readonly Word[]): readonly Edit[] => [
  ...fieldSpecs.flatMap((spec, index) => (fields[index] ? asCronHas(fields[index], spec) : [])),
  ...(fields[4] && FROM_ONE.test(fields[4].text) ? [fromZero(fields[4])] : []),
  { span: { start: fields[4]?.span.end ?? 0, end: fields[5]?.span.end ?? 0 }, text: '' },
];

/** The six time fields that a line begins with, and the seventh; undefined for any other. */
export function sixFieldsIn({ text, type }: CrontabLine): SixFields | undefined {
  if ((type !== 'entry' && type !== 'broken') || isTemplated(text)) return undefined;
  const found = words(text, indentOf(text), text.length, 8);
  const fields = found.slice(0, 6);
  const [first, second, , , , sixth] = fields;
  if (first === undefined || second === undefined || sixth === undefined || found[6] === undefined) return undefined;
  if (!WEEKDAY.test(sixth.text) || !fields.every((field) => FIELD.test(field.text))) return undefined;
  const hasMark = fields.some((field) => field.text === '?');
  const [, , , , , , seventh, command] = found;
  const year = hasMark && command !== undefined && seventh && YEAR.test(seventh.text) ? seventh : undefined;
  const endsWithYear = sixth.text === '*' && (fields[2]?.text === '?' || fields[4]?.text === '?');
  const star = endsWithYear ? withoutYear(fields) : withoutStar(fields);
  const edits = [
    { span: { start: first.span.start, end: second.span.start }, text: '' },
    ...fieldSpecs.flatMap((spec, index) => asCronHas(fields[index + 1] ?? first, spec)),
    ...(year ? [{ span: { start: sixth.span.end, end: year.span.end }, text: '' }] : []),
  ];
  const fromOne = hasMark &&
    FROM_ONE.test(sixth.text) && [
      ...edits,
      replace(
        sixth,
        sixth.text.replace(/\d/g, (day) => String(Number(day) - 1)),
      ),
    ];
  return {
    fields,
    ...(year && { year }),
    first,
    second,
    sixth,
    edits,
    ...(fromOne && { fromOne }),
    ...(star && { star }),
    ...(endsWithYear && { endsWithYear }),
  };
}

/** A line whose sixth word may be a time field. */
const STARTS_SO =
  /^[ \t]*[\d*?][^ \t]*[ \t]+(?:[^ \t]+[ \t]+){4}[*?\d]|^[ \t]*[\d*?][^ \t]*[ \t]+(?:[^ \t]+[ \t]+){4}[A-Za-z]{3}(?:[-,][A-Za-z]|[ \t])/;

/** A quick look whether there may be six. */
export const mayHaveSixFields = ({ rest, text }: CrontabLine): boolean =>
  rest === undefined ? STARTS_SO.test(text) : /[*?\dA-Z]/.test(text.charAt(rest)) || /^[a-z]{3}[-,]/.test(text.slice(rest, rest + 4));
