/** The flags before a command: letters behind a `-` that some crons take for themselves. */
import { isBlank, words } from '../../../text/words.js';
import type { Dialect } from '../dialects/dialect.js';
import type { Refusal } from './reading.js';
import type { EntryShape } from './shape.js';

export interface Flags {
  readonly letters: readonly string[];
  /** Offset of what stands behind them and their blanks, in the text of the command. */
  readonly end: number;
  /** What the cron stumbles over. */
  readonly refused?: Refusal;
}

const NONE: Flags = { letters: [], end: 0 };

/** True where a `-` begins what the cron reads behind the user, or the fields. */
const isDashed = ({ user, command }: EntryShape, { keepsBlanks }: Dialect): boolean =>
  command?.text.startsWith('-') === true && !(keepsBlanks && user && command.span.start > user.span.end + 1);

/** Several letters may follow one `-`. */
function together(text: string, known: string): Flags {
  const found = words(text);
  const end = found.findIndex((word) => !/^-./.test(word.text));
  const isStrange = found
    .slice(0, end === -1 ? found.length : end)
    .some((word) => [...word.text.slice(1)].some((letter) => !known.includes(letter)));
  const taken = /^(?:-[a-z]+[ \t]+)+/.exec(text)?.[0] ?? '';
  return { letters: taken.match(/[a-z]/g) ?? [], end: taken.length, ...(isStrange && { refused: 'option' }) };
}

/** Each letter has a `-` of its own, and stands once. */
function apart(text: string, known: string): Flags {
  const letters: string[] = [];
  let end = 0;
  while (text[end] === '-') {
    const letter = text[end + 1] ?? '';
    if (letter === '' || !known.includes(letter) || letters.includes(letter) || !isBlank(text[end + 2]))
      return { letters, end, refused: 'option' };
    letters.push(letter);
    end += 2;
    while (isBlank(text[end])) end++;
    if (end === text.length) return { letters, end, refused: 'command' };
  }
  return { letters, end };
}

/** The flags of an entry, as `dialect` reads them. */
export function flagsOf(shape: EntryShape, dialect: Dialect): Flags {
  const { flags, flagsApart } = dialect;
  if (flags === undefined || shape.command === undefined || !isDashed(shape, dialect)) return NONE;
  return (flagsApart ? apart : together)(shape.command.text, flags);
}
