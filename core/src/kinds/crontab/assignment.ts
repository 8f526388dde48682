/** Assignments, as cron's own state machine reads them: every line is tried as one before it is tried as an entry. */
import { slice, type Word } from '../../text/words.js';

export interface Assignment {
  /** Without quotes. */
  readonly name: Word;
  /** Offset of the equals sign in the line. */
  readonly equals: number;
  /** Without quotes and without blanks at the end; what the job gets, literally. */
  readonly value: Word;
}

const isSpace = (character: string | undefined): boolean => character !== undefined && /[ \t\n\v\f\r]/.test(character);
const quoteAt = (text: string, at: number): string => (text[at] === '"' || text[at] === "'" ? (text[at] ?? '') : '');

/** The name from `start` and the offset behind it; undefined when its quote is not closed. */
function nameFrom(text: string, start: number): { readonly word: Word; readonly next: number } | undefined {
  const whole: Word = { text, span: { start: 0, end: text.length } };
  const quote = quoteAt(text, start);
  if (quote !== '') {
    const close = text.indexOf(quote, start + 1);
    return close === -1 ? undefined : { word: slice(whole, start + 1, close), next: close + 1 };
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
    if (close === -1 || text.slice(close + 1).trim() !== '') return undefined;
    return { name: name.word, equals, value: slice(whole, at + 1, close) };
  }
  const value = slice(whole, at, Math.max(at, text.trimEnd().length));
  return value.text === '' && !emptyValue ? undefined : { name: name.word, equals, value };
}
