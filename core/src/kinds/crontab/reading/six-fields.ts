/** Entries with six time fields: schedulers of programs begin with the seconds. */
import { type Edit, replace } from '../../../text/edit.js';
import { isTemplated } from '../../../text/template.js';
import { type Word, words } from '../../../text/words.js';
import type { CrontabLine } from '../model.js';
import { indentOf } from './shape.js';

const NAMES = '(?:sun|mon|tue|wed|thu|fri|sat)';

/** What a field may look like to any scheduler. */
const FIELD = /^(?:[?L]|[\d*][\d*,/-]*|[a-z]{3}(?:[-,][a-z]{3})*)$/i;

/** A day of the week, and nothing that anyone would run: `mon` is a program. */
const WEEKDAY = new RegExp(
  `^(?:[?*]|\\*/\\d+|[0-7](?:[-,][0-7])*|${NAMES}(?:[-,]${NAMES})+|${NAMES.toUpperCase()}(?:[-,]${NAMES.toUpperCase()})*)$`,
);

export interface SixFields {
  readonly fields: readonly Word[];
  readonly first: Word;
  readonly second: Word;
  readonly sixth: Word;
  /** Without the seconds, and with the `*` that those schedulers write as `?`. */
  readonly edits: readonly Edit[];
  /** Without the last `*`, where that may be the one too many: the two before the stars are then a minute and an hour. */
  readonly star?: readonly Edit[];
}

/** Either way to see `00 12 * * * *`: what stands before the stars may be a minute and an hour. */
function withoutStar(fields: readonly Word[]): readonly Edit[] | undefined {
  const [first, second, ...stars] = fields;
  const [before, last] = stars.slice(-2);
  const isBare = first?.text === '*' && second?.text === '*';
  if (before === undefined || last === undefined || isBare || stars.some(({ text }) => text !== '*')) return undefined;
  return [{ span: { start: before.span.end, end: last.span.end }, text: '' }];
}

/** The six time fields that a line begins with; undefined for any other. */
export function sixFieldsIn({ text, type }: CrontabLine): SixFields | undefined {
  if ((type !== 'entry' && type !== 'broken') || isTemplated(text)) return undefined;
  const found = words(text, indentOf(text), text.length, 7);
  const fields = found.slice(0, 6);
  const [first, second, , , , sixth] = fields;
  if (first === undefined || second === undefined || sixth === undefined || found[6] === undefined) return undefined;
  if (!WEEKDAY.test(sixth.text) || !fields.every((field) => FIELD.test(field.text))) return undefined;
  const stars = fields.slice(1).filter((field) => field.text === '?');
  const star = withoutStar(fields);
  return {
    fields,
    first,
    second,
    sixth,
    edits: [{ span: { start: first.span.start, end: second.span.start }, text: '' }, ...stars.map((field) => replace(field, '*'))],
    ...(star && { star }),
  };
}

/** A line whose sixth word may be a time field. */
const STARTS_SO =
  /^[ \t]*[\d*?][^ \t]*[ \t]+(?:[^ \t]+[ \t]+){4}[*?\d]|^[ \t]*[\d*?][^ \t]*[ \t]+(?:[^ \t]+[ \t]+){4}[A-Za-z]{3}(?:[-,][A-Za-z]|[ \t])/;

/** A quick look whether there may be six. */
export const mayHaveSixFields = ({ rest, text }: CrontabLine): boolean =>
  rest === undefined ? STARTS_SO.test(text) : /[*?\dA-Z]/.test(text.charAt(rest)) || /^[a-z]{3}[-,]/.test(text.slice(rest, rest + 4));
