/** What whoever wrote a line that is refused may have meant, and how cron would read that. */

import { isUserName } from '../../../knowledge/users.js';
import type { Fix } from '../../../model/finding.js';
import { type Edit, replace } from '../../../text/edit.js';
import { withoutLineEnd } from '../../../text/lines.js';
import type { Span } from '../../../text/span.js';
import { isTemplated } from '../../../text/template.js';
import { type Word, words } from '../../../text/words.js';
import { onward } from '../fields/onward.js';
import { fieldSpecs } from '../fields/spec.js';
import type { CrontabLine } from '../model.js';
import { isCommandWord } from '../reading/commented.js';
import { isTakenWith } from '../reading/edited.js';
import type { Refusal } from '../reading/reading.js';
import { indentOf } from '../reading/shape.js';
import { FIVE_FIELDS } from './refused.js';

export interface Meant {
  /** Where it is to be shown, relative to the Line; absent where the refusal says it well. */
  readonly span?: Span;
  /** To follow a colon; absent where the refusal says it well. */
  readonly why?: string;
  readonly fixes: readonly Fix[];
}

/** How comments begin elsewhere. */
const COMMENT = /^(?:\/\/(?=[ \t]|\w*[ \t])|\/\*+(?=[ \t\n]|$)|;+|--(?=[ \t])|<!--|rem(?=[ \t]))/i;

const FULL_NAMES =
  /\b(?:(jan)uary|(feb)ruary|(mar)ch|(apr)il|(jun)e|(jul)y|(aug)ust|(sept?)ember|(oct)ober|(nov)ember|(dec)ember|(mon)day|(tue)s(?:day)?|(wed)nesday|(thu)r(?:s(?:day)?)?|(fri)day|(sat)urday|(sun)day)\b/gi;

/** A `~` by itself, or before a number, is one to some crons; before a slash it begins the path of a command. */
const isField = (text: string): boolean => /^(?:[\d*]|~(?:\d|$))/.test(text);

function asComment({ text }: CrontabLine, [first]: readonly Word[]): Meant | undefined {
  const mark = first && COMMENT.exec(withoutLineEnd(text).slice(first.span.start))?.[0];
  if (first === undefined || mark === undefined) return undefined;
  const span = { start: first.span.start, end: first.span.start + mark.length };
  return {
    span,
    why: `a comment begins with “#”, not with “${mark}”`,
    fixes: [{ title: 'Make it a comment: write “#”', edits: [replace({ span }, '#')], safe: false }],
  };
}

/** How many fields stand before a word that should be one. */
const BEFORE = [
  'no time stands',
  'only one time field stands',
  'only two time fields stand',
  'only three time fields stand',
  'only four time fields stand',
] as const;

/** A command, or a user, that stands where a field should. */
function tooFewFields({ shape }: CrontabLine, refusal: Refusal, found: readonly Word[]): Meant | undefined {
  if (shape === undefined || shape.macro) return undefined;
  const at = fieldSpecs.findIndex(({ title }) => title === refusal);
  // Where words run out before the fields do, the first that is no field tells as much.
  const index = at === -1 && shape.fields.length < 5 ? found.findIndex(({ text }) => !isField(text)) : at;
  const word = found[index];
  if (word === undefined || isField(word.text) || !(isCommandWord(word.text) || isUserName(word.text))) return undefined;
  return {
    span: word.span,
    why: `${BEFORE[index] ?? 'no time stands'} before “${word.text.slice(0, 60)}”, and an entry begins with ${FIVE_FIELDS}`,
    fixes: [],
  };
}

interface Other {
  readonly edits: readonly Edit[];
  readonly title: string;
  readonly safe: boolean;
}

/** The full names in the fields of months and weekdays, by their first three letters. */
function shortNames(fields: readonly Word[]): Other | undefined {
  const found = fields.slice(3).flatMap((word) => {
    const short = word.text.replace(FULL_NAMES, (name) => name.slice(0, 3).toLowerCase());
    return short === word.text ? [] : { word, short };
  });
  if (found.length === 0) return undefined;
  return {
    edits: found.map(({ word, short }) => replace(word, short)),
    title: `Write ${found.map(({ short }) => short).join(' ')}`,
    safe: true,
  };
}

/** A 0 for any day or month, as other schedulers have it. */
function everyFor(fields: readonly Word[]): Other | undefined {
  const zeros = fields.slice(2, 4).filter(({ text }) => text === '0');
  if (zeros.length === 0) return undefined;
  return { edits: zeros.map((word) => replace(word, '*')), title: 'Write *, which is every day or month', safe: false };
}

/** A `?` for any value, as Quartz has it. */
function anyFor(fields: readonly Word[]): Other | undefined {
  const found = fields.filter(({ text }) => text === '?');
  return found.length === 0 ? undefined : { edits: found.map((word) => replace(word, '*')), title: 'Write * for ?', safe: false };
}

/** 24 for midnight, or the hour before the minute: `23 50` for ten to midnight. */
function otherHour([minute, hour]: readonly Word[]): Other | undefined {
  if (minute === undefined || hour === undefined || !/^\d+$/.test(hour.text)) return undefined;
  if (Number(hour.text) === 24) return { edits: [replace(hour, '0')], title: 'Write 0, which is midnight', safe: false };
  if (!/^\d+$/.test(minute.text) || Number(minute.text) > 23 || Number(hour.text) > 59) return undefined;
  const edits = [replace(minute, hour.text), replace(hour, minute.text)];
  return { edits, title: `Write ${hour.text} ${minute.text}: the minute comes first`, safe: false };
}

/** `0/5`, as Quartz and systemd write a step: cron wants a star or a range before the slash. */
function stepFrom(fields: readonly Word[], refusal: Refusal): Other | undefined {
  const index = fieldSpecs.findIndex(({ title }) => title === refusal);
  const [spec, word] = [fieldSpecs[index], fields[index]];
  if (spec === undefined || word === undefined || spec.id === 'weekday') return undefined;
  const text = onward(word.text, spec, spec.id !== 'day');
  return text === undefined ? undefined : { edits: [replace(word, text)], title: `Write ${text}`, safe: false };
}

/** A way to write the word at fault as cron reads it. */
function otherwise({ shape }: CrontabLine, refusal: Refusal): Other | undefined {
  const other = stepFrom(shape?.fields ?? [], refusal) ?? anyFor(shape?.fields ?? []);
  if (other) return other;
  if (shape?.macro && refusal === 'time specifier') {
    const lower = shape.macro.text.toLowerCase();
    return { edits: [replace(shape.macro, lower)], title: `Write ${lower}`, safe: true };
  }
  if (refusal === 'hour') return otherHour(shape?.fields ?? []);
  if (refusal === 'day-of-week') return shortNames(shape?.fields ?? []);
  return refusal === 'month' || refusal === 'day-of-month' ? (everyFor(shape?.fields ?? []) ?? shortNames(shape?.fields ?? [])) : undefined;
}

function rewritten(line: CrontabLine, refusal: Refusal, dialects: readonly string[]): Meant | undefined {
  const other = otherwise(line, refusal);
  if (other === undefined) return undefined;
  const { edits, title, safe } = other;
  return isTakenWith(line, edits, dialects) ? { fixes: [{ title, edits, safe }] } : undefined;
}

/** What was meant by `line`, which `dialects` refuse, the first of them for `refusal`; undefined where nothing tells. */
export function meantBy(line: CrontabLine, refusal: Refusal, dialects: readonly string[]): Meant | undefined {
  if (isTemplated(line.text)) return undefined;
  const found = words(withoutLineEnd(line.text), indentOf(line.text), withoutLineEnd(line.text).length, 5);
  return asComment(line, found) ?? tooFewFields(line, refusal, found) ?? rewritten(line, refusal, dialects);
}
