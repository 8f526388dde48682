/** The shape of an entry: its words by position, before any dialect judges them. */

import { joined, unjoined } from '../../../text/lines.js';
import { shift } from '../../../text/span.js';
import { hasExpressions, wholeWords } from '../../../text/template.js';
import { isBlank, slice, type Word, words } from '../../../text/words.js';

/** The form of files that anacron reads: their jobs have no such shape. */
export const ANACRONTAB = 'anacrontab';

export type Form = 'user' | 'system';

export interface EntryShape {
  readonly form: Form;
  /** `@daily` and the like; then there are no fields. */
  readonly macro?: Word;
  /** Of `-@daily`: what stands there for crons that know no `-` before an entry. */
  readonly dashed?: EntryShape;
  /** Up to five. */
  readonly fields: readonly Word[];
  readonly user?: Word;
  /** The rest of the line, from its first non-blank; blanks at the end and an end-of-line CR belong to it. */
  readonly command?: Word;
  /** There is no command, and yet a blank behind the last word, where crons of ISC's family look for one. */
  readonly blankEnd?: true;
}

/** As many words as tell the shape: the fields, the user, and what begins the command. */
const LIMIT = 7;

/** The words of `text` from `start`, at most seven; those that a backslash cuts at the end of a line are whole. Their spans are offsets into `text`. */
export function wordsIn(text: string, start: number): Word[] {
  if (!text.includes('\n', start)) return words(text, start, text.length, LIMIT);
  const { text: whole, spanOf } = unjoined(text.slice(start));
  return words(whole, 0, whole.length, LIMIT).map((word) => ({ text: word.text, span: shift(spanOf(word.span), start) }));
}

/**
 * The words of `text` from `start`, as far as an entry of `form` has them. `text` has no line end but those that a backslash joins; no comment
 * or blank line.
 */
export function shapeOf(text: string, start: number, form: Form): EntryShape {
  const found = hasExpressions(text) ? wholeWords(words(text, start), text) : wordsIn(text, start);
  const [first] = found;
  if (first?.text.startsWith('-@'))
    return { ...shapeAmong(text, [slice(first, 1), ...found.slice(1)], form), dashed: shapeAmong(text, found, form) };
  return shapeAmong(text, found, form);
}

function shapeAmong(text: string, found: readonly Word[], form: Form): EntryShape {
  const macro = found[0]?.text.startsWith('@') ? found[0] : undefined;
  const fields = macro ? [] : found.slice(0, 5);
  const next = macro ? 1 : 5;
  const user = form === 'system' ? found[next] : undefined;
  const first = found[form === 'system' ? next + 1 : next];
  const command = first && { text: joined(text.slice(first.span.start)), span: { start: first.span.start, end: text.length } };
  return {
    form,
    fields,
    ...(macro && { macro }),
    ...(user && { user }),
    ...(command ? { command } : isBlank(text[text.length - 1]) && { blankEnd: true }),
  };
}

/** Offset of the first non-blank of `text`, or its length. */
export function indentOf(text: string): number {
  let at = 0;
  while (isBlank(text[at])) at++;
  return at;
}

/** Flags that OpenBSD, FreeBSD and cronie take before the command: `-n`, `-qs`. */
const FLAGS = /^(?:-[nqs]+[ \t]+)+/;

/** `command` without the flags before it, whoever reads them: no program is called so. */
export const withoutFlags = (command: string): string => command.replace(FLAGS, '');

/** The command without the flags before it. */
export function commandOf({ command }: EntryShape): Word | undefined {
  const flags = command && FLAGS.exec(command.text)?.[0].length;
  return flags ? slice(command, flags) : command;
}

/** True for an entry that ends with its times. */
export const hasNoCommand = ({ command }: EntryShape): boolean => (command?.text ?? '').trim() === '';
