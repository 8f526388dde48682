/** A comment behind a value without quotes: to most crons it is part of the value. */
import type { Fix } from '../../../model/finding.js';
import { insert, replace } from '../../../text/edit.js';
import type { Word } from '../../../text/words.js';
import { isQuotedIn } from './assignment.js';

export interface ValueComment {
  /** The value as it is meant. */
  readonly meant: string;
  /** From its `#` on. */
  readonly comment: string;
}

/** Where a comment of the shell would begin, blanks and all; `#42` is a number. */
const COMMENT = /(?<![ \t])[ \t]+#(?!\d)/;

/** Undefined where there is none, or where quotes stand around it. `text`: the line of the value. */
export function commentIn(value: Word, text: string): ValueComment | undefined {
  const at = value.text.search(COMMENT);
  return at === -1 || isQuotedIn(text, value) ? undefined : { meant: value.text.slice(0, at), comment: value.text.slice(at).trimStart() };
}

/** Gives the comment a line of its own above. `meant`: the value that is left. */
export const commentFix = (value: Word, text: string, { meant, comment }: ValueComment): Fix => ({
  title: 'Put the comment on a line of its own',
  edits: [insert(0, comment + (text.endsWith('\r\n') ? '\r\n' : '\n')), replace(value, meant)],
  safe: false,
});
