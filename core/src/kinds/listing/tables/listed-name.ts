/** One name that `ls` or `find` lists, and where it leads. */
import { slice, type Word } from '../../../text/words.js';
import { areColumns, arrowIn, columnTokens, token } from '../links.js';
import type { ListingToken } from '../model.js';

interface ListedName {
  /** The folder before the name, as the text has it; empty where there is none. */
  readonly folder: Word;
  readonly name: Word;
  readonly target: Word | undefined;
  /** All tokens of the line, `name` as the one of the name. */
  tokensWith(name: ListingToken): ListingToken[];
}

/** Undefined for words that are anything else. */
export function listedName(words: readonly Word[]): ListedName | undefined {
  const arrow = arrowIn(words);
  const before = arrow === -1 ? words : words.slice(0, arrow);
  const [last, columns] = [before.at(-1), before.slice(0, -1)];
  if (last === undefined || (arrow === -1 ? columns.length > 0 : words.length !== arrow + 2) || !areColumns(columns)) return undefined;
  const at = last.text.lastIndexOf('/') + 1;
  const [bar, target] = arrow === -1 ? [] : words.slice(arrow);
  const folder = slice(last, 0, at);
  return {
    folder,
    name: slice(last, at),
    target,
    tokensWith: (name) => [
      ...columnTokens(columns),
      ...(at === 0 ? [] : [token('directory', folder)]),
      name,
      ...(bar && target ? [token('arrow', bar), token('target', target)] : []),
    ],
  };
}
