/** Where in a line of a crontab an offset is, also while the line is not finished. */
import { joined, withoutLineEnd } from '../../../text/lines.js';
import { slice, type Word } from '../../../text/words.js';
import type { CrontabLine } from '../model.js';
import { type Form, indentOf, wordsIn } from '../reading/shape.js';

interface Around {
  /** The line without its line end, with blanks for what joins its lines. */
  readonly text: string;
  readonly offset: number;
  readonly form: Form;
  /** The word at the offset; empty, and at the offset, where none is. */
  readonly word: Word;
}

/** In an entry, or where one may begin. */
export interface EntryPlace extends Around {
  readonly type: 'entry';
  /** The first seven words of the line; those that a line end cuts are whole. */
  readonly found: readonly Word[];
  readonly first: Word | undefined;
  /** How many words stand before {@link Around.word}; at most seven. */
  readonly index: number;
}

/** Behind the equals sign of an assignment; `word` is all of the value, quotes included. */
export interface ValuePlace extends Around {
  readonly type: 'value';
  readonly name: string;
}

const NAME = /^[ \t]*(?:"([^"]*)"|'([^']*)'|([^\s"'#=]+))[ \t]*=[ \t]*/;

/** Undefined in comments. `offset` is relative to the Line; one in its line end counts as the end of the text. */
export function placeAt(line: CrontabLine, offset: number, formName: string): EntryPlace | ValuePlace | undefined {
  const body = withoutLineEnd(line.text);
  const text = joined(body);
  const at = Math.min(offset, text.length);
  const indent = indentOf(text);
  if (text[indent] === '#' && at > indent) return undefined;
  const form: Form = formName === 'system' ? 'system' : 'user';
  const whole: Word = { text, span: { start: 0, end: text.length } };
  const name = NAME.exec(text);
  if (name !== null && at >= name[0].length) {
    const word = slice(whole, name[0].length, Math.max(at, text.trimEnd().length));
    return { type: 'value', text, offset: at, form, word, name: name[1] ?? name[2] ?? name[3] ?? '' };
  }
  const found = wordsIn(body, 0);
  const here = found.findIndex(({ span }) => span.start <= at && at <= span.end);
  const index = here === -1 ? found.filter(({ span }) => span.end < at).length : here;
  const word = found[here] ?? slice(whole, at, at);
  return { type: 'entry', text, offset: at, form, word, found, first: index === 0 && here === -1 ? undefined : found[0], index };
}
