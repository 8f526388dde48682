/** Assignments, as cron's own state machine reads them: every line is tried as one before it is tried as an entry. */
import { fitting, surplusOf } from '../../../text/bytes.js';
import { unjoined } from '../../../text/lines.js';
import { shift } from '../../../text/span.js';
import { slice, type Word } from '../../../text/words.js';
import type { Dialect } from '../dialects/dialect.js';

export interface Assignment {
  /** Without quotes. */
  readonly name: Word;
  /** Offset of the equals sign in the line. */
  readonly equals: number;
  /** Without quotes and without blanks at the end; what the job gets, literally. */
  readonly value: Word;
}

/** True where quotes stand around `value` in `text`, its line. */
export const isQuotedIn = (text: string, { span }: Word): boolean => span.start > 0 && /["']/.test(text.charAt(span.start - 1));

const isSpace = (character: string | undefined): boolean => character !== undefined && /[ \t\n\v\f\r]/.test(character);
/** Offset behind the last character that is no blank to C: those of Unicode, such as a hard space, are none. */
function endOf(text: string): number {
  let end = text.length;
  while (end > 0 && isSpace(text[end - 1])) end--;
  return end;
}

const quoteAt = (text: string, at: number): string => (text[at] === '"' || text[at] === "'" ? (text[at] ?? '') : '');

/** The name from `start` and the offset behind it; undefined when its quote is not closed, or an equals sign stands within. */
function nameFrom(text: string, start: number): { readonly word: Word; readonly next: number } | undefined {
  const whole: Word = { text, span: { start: 0, end: text.length } };
  const quote = quoteAt(text, start);
  if (quote !== '') {
    const close = text.indexOf(quote, start + 1);
    const word = slice(whole, start + 1, close);
    return close === -1 || word.text.includes('=') ? undefined : { word, next: close + 1 };
  }
  let end = start;
  while (end < text.length && text[end] !== '=' && !isSpace(text[end])) end++;
  return { word: slice(whole, start, end), next: end };
}

/**
 * The assignment that `text` (one line without its line feed) makes, or undefined when it is none.
 * `emptyValue`: a name with nothing behind its equals sign is one too, as to cronie.
 */
export function assignmentOf(text: string, start: number, emptyValue: boolean): Assignment | undefined {
  if (!text.includes('=', start)) return undefined;
  const name = nameFrom(text, start);
  if (name === undefined) return undefined;
  let at = name.next;
  while (isSpace(text[at])) at++;
  if (text[at] !== '=') return undefined;
  const equals = at++;
  while (isSpace(text[at])) at++;
  const whole: Word = { text, span: { start: 0, end: text.length } };
  const quote = quoteAt(text, at);
  if (quote !== '') {
    const close = text.indexOf(quote, at + 1);
    if (close === -1 || endOf(text) > close + 1) return undefined;
    return { name: name.word, equals, value: slice(whole, at + 1, close) };
  }
  const value = slice(whole, at, Math.max(at, endOf(text)));
  return value.text === '' && !emptyValue ? undefined : { name: name.word, equals, value };
}

/** As systemd-cron finds it: the quotes around a value, closed or not, are taken off. */
function plainAssignment(text: string, start: number): Assignment | undefined {
  const found = /^(\w+)\s*=\s*/.exec(text.slice(start));
  const name = found?.[1];
  if (!found || name === undefined) return undefined;
  const whole: Word = { text, span: { start: 0, end: text.length } };
  let from = start + found[0].length;
  let to = Math.max(from, text.trimEnd().length);
  for (const quote of ["'", '"']) {
    while (from < to && text[from] === quote) from++;
    while (from < to && text[to - 1] === quote) to--;
  }
  return { name: slice(whole, start, start + name.length), equals: text.indexOf('=', start), value: slice(whole, from, to) };
}

/**
 * As BusyBox heeds it: the name and the equals sign stand at once, and the value is what follows, to the first blank or `#`, quotes and all.
 * Undefined for the names that mean nothing to it.
 */
export function heededAssignment(text: string, start: number): Assignment | undefined {
  const found = /^(MAILTO|SHELL)=[^ \t#\n]*/.exec(text.slice(start));
  const name = found?.[1];
  if (!found || name === undefined) return undefined;
  const whole: Word = { text, span: { start: 0, end: text.length } };
  const equals = start + name.length;
  return { name: slice(whole, start, equals), equals, value: slice(whole, equals + 1, start + found[0].length) };
}

/** Longer by no more than what no cron keeps of it; undefined where `text` has nothing beyond. */
const withinLimit = (text: string, start: number, limit: number | undefined): string | undefined =>
  limit === undefined || surplusOf(text.slice(start), limit) === 0 ? undefined : text.slice(0, start + fitting(text.slice(start), limit));

/** The assignment that `dialect` finds in `text`, one line without its line feed, from its first non-blank at `start`: in so much of the line as it keeps. */
export const assignmentBy = (dialect: Dialect, text: string, start: number): Assignment | undefined =>
  assignmentIn(dialect, withinLimit(text, start, dialect.longestAssignment) ?? text, start);

/** The same in a line of any length. */
function assignmentIn(dialect: Dialect, text: string, start: number): Assignment | undefined {
  if (dialect.assignments === 'none') return undefined;
  if (dialect.assignments === 'plain') return plainAssignment(text, start);
  const heeded = dialect.assignments === 'few' ? heededAssignment(text, start) : undefined;
  return heeded ?? assignmentOf(text, start, dialect.emptyValue);
}

/** The assignment that the first of `among` finds that finds one, however long the line is. Where a backslash joins lines of `text`, its words are whole, and their spans offsets into `text`. */
export function assignmentAmong(text: string, start: number, among: readonly Dialect[]): Assignment | undefined {
  if (!text.includes('=')) return undefined;
  if (text.includes('\n', start)) {
    const { text: whole, spanOf } = unjoined(text.slice(start));
    const found = assignmentAmong(whole, 0, among);
    const placed = (word: Word): Word => ({ text: word.text, span: shift(spanOf(word.span), start) });
    return (
      found && {
        name: placed(found.name),
        equals: start + spanOf({ start: found.equals, end: found.equals }).start,
        value: placed(found.value),
      }
    );
  }
  for (const dialect of among) {
    const found = assignmentIn(dialect, text, start);
    if (found) return found;
  }
  return undefined;
}
