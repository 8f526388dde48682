/** Lines with rc links, as `ls`, `find` and `tree` write them. */
import { slice, type Word } from '../../text/words.js';
import type { Link, ListingRole, ListingToken } from './model.js';
import { levelOfDirectory } from './paths.js';

export interface LinksReading {
  readonly tokens: readonly ListingToken[];
  /** At least one. */
  readonly links: readonly Link[];
}

export const token = (role: ListingRole, word: Word): ListingToken => ({ text: word.text, span: word.span, role });

/** What `ls` puts before the place that a link leads to, and what a page or a mail in HTML makes of it. */
export const isArrow = ({ text }: Pick<Word, 'text'>): boolean => text === '->' || text === '-&gt;';

/** Index of the arrow among `words`; -1 where there is none. */
export const arrowIn = (words: readonly Word[]): number => words.findIndex(isArrow);

const MODE = /^\[?([-bcdlps])[-rwxsStT]{9}[.+@]?\]?$/;
const MOMENT = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\]?$|^\d{4}\]?$|^[+-]\d{4}\]?$/;

/** Directories whose links belong to no runlevel: the scripts themselves, or OpenWrt's single rc.d. */
const otherDirectory = (path: string): boolean => /(?:^|\/)(?:init|rc)\.d\/?$/.test(path);

/** The runlevel of a link that is written with the directory `path` before it; undefined when no rc link lives there. */
function levelAt(path: string, carried: string): string | undefined {
  if (path === '' || path === './') return carried;
  return levelOfDirectory(path) ?? (otherDirectory(path) ? '-' : undefined);
}

interface Name {
  readonly tokens: readonly ListingToken[];
  readonly link: Link;
}

interface Quoted {
  readonly inner: Word;
  /** The quotes before and behind it, if there are any. */
  readonly quotes: readonly ListingToken[];
}

/** `word` without the quotes that newer versions of `ls` put around some names. */
function unquoted(word: Word): Quoted {
  const last = word.text.length - 1;
  if (last < 2 || !`'"`.includes(word.text[0] ?? '') || word.text[0] !== word.text[last]) return { inner: word, quotes: [] };
  return { inner: slice(word, 1, last), quotes: [token('quote', slice(word, 0, 1)), token('quote', slice(word, last))] };
}

const between = ([before, behind]: readonly ListingToken[], tokens: readonly ListingToken[]): readonly ListingToken[] =>
  before && behind ? [before, ...tokens, behind] : tokens;

/** What `ls -F` puts behind a name: alone where a colour code stands between. */
const SUFFIX = /[@*=|]$/;

/** Reads a word as an rc link's name, quoted or not, with its path before it and the type letter of `ls -F` behind it. */
function readName(whole: Word, carried: string): Name | undefined {
  const suffixed = SUFFIX.test(whole.text);
  const { inner: word, quotes } = unquoted(suffixed ? slice(whole, 0, whole.text.length - 1) : whole);
  const from = word.text.lastIndexOf('/') + 1;
  const level = levelAt(word.text.slice(0, from), carried);
  const to = word.text.length;
  if (level === undefined || to - from < 4 || !/^[SK]\d\d/.test(word.text.slice(from, from + 3))) return undefined;
  const letter = token('letter', slice(word, from, from + 1));
  const number = token('number', slice(word, from + 1, from + 3));
  const name = token('name', slice(word, from + 3, to));
  const directory = from > 0 ? [token('directory', slice(word, 0, from))] : [];
  const suffix = suffixed ? [token('suffix', slice(whole, whole.text.length - 1))] : [];
  return { tokens: [...between(quotes, [...directory, letter, number, name]), ...suffix], link: { letter, number, name, level } };
}

const modeOf = (words: readonly Word[]): string | undefined => {
  for (const { text } of words.slice(0, 4)) {
    const mode = MODE.exec(text);
    if (mode) return mode[1];
  }
  return undefined;
};

/** Inode and block counts, as `ls -i` and `ls -s` write them. */
const areNumbers = (words: readonly Word[]): boolean => words.length <= 2 && words.every(({ text }) => /^\d+$/.test(text));

/** True when `words` can stand before a link's name in the output of a program: nothing, columns, or inode numbers. */
export function areColumns(words: readonly Word[]): boolean {
  const last = words.at(-1);
  if (last === undefined || modeOf(words) !== undefined || words[0]?.text.startsWith('[')) return true;
  return MOMENT.test(last.text) || areNumbers(words);
}

export const columnTokens = (words: readonly Word[]): ListingToken[] =>
  words.map((word) => token(MODE.test(word.text) ? 'mode' : 'detail', word));

/** The part of `text` from one word to another, the blanks between them included. */
const through = (text: string, from: Word, to: Word): Word => {
  const span = { start: from.span.start, end: to.span.end };
  return { text: text.slice(span.start, span.end), span };
};

/** `words` with a link's name that has blanks in it, and such a target, as one word each; as they are where it is not certain which those are. */
function withBlanks(text: string, words: readonly Word[], arrow: number): readonly Word[] {
  const first = words.findIndex(
    (word, at) => at < arrow - 1 && /^['"]?(?:\S*\/)?[SK]\d\d./.test(word.text) && areColumns(words.slice(0, at)),
  );
  const [from, end, bar, start, last] = [words[first], words[arrow - 1], words[arrow], words[arrow + 1], words.at(-1)];
  if (!(from && end && bar && start && last)) return words;
  const [name, target] = [through(text, from, end), through(text, start, last)];
  const before = words.slice(0, first);
  const [, service] = /^(?:.*\/)?[SK]\d\d(.+)$/.exec(unquoted(name).inner.text) ?? [];
  // Behind a mode and a time nothing else can stand; elsewhere it may be prose about a link.
  const isListed = modeOf(before) !== undefined && MOMENT.test(before.at(-1)?.text ?? '');
  const isMeant = isListed || (service !== undefined && unquoted(target).inner.text.endsWith(`/${service}`));
  return isMeant ? [...before, name, bar, target] : words;
}

function withTarget(words: readonly Word[], arrow: number, carried: string): LinksReading | undefined {
  const before = words.slice(0, arrow - 1);
  const word = words[arrow - 1];
  const name = word && areColumns(before) ? readName(word, carried) : undefined;
  const arrowWord = words[arrow];
  if (name === undefined || arrowWord === undefined) return undefined;
  const targetWord = words[arrow + 1];
  const { inner, quotes } = targetWord ? unquoted(targetWord) : { quotes: [] };
  const target = inner && token('target', inner);
  const rest = words.slice(arrow + 2).map((each) => token('text', each));
  return {
    tokens: [...columnTokens(before), ...name.tokens, token('arrow', arrowWord), ...(target ? between(quotes, [target]) : []), ...rest],
    links: [{ ...name.link, ...(target && { target }) }],
  };
}

/** Several names on a line, with what `ls` may print between them; undefined where anything else stands there. */
function columns(words: readonly Word[], names: readonly (Name | undefined)[]): LinksReading | undefined {
  const tokens: ListingToken[] = [];
  for (const [index, word] of words.entries()) {
    const name = names[index];
    const apart = SUFFIX.test(word.text) && word.text.length === 1 && names[index - 1] !== undefined;
    if (name) tokens.push(...name.tokens);
    else if (apart || /^README[@*]?$/.test(word.text)) tokens.push(token(apart ? 'suffix' : 'text', word));
    else return undefined;
  }
  const links = names.flatMap((name) => name?.link ?? []);
  return links.length > 0 ? { tokens, links } : undefined;
}

function alone(words: readonly Word[], carried: string): LinksReading | undefined {
  const names = words.map((word) => readName(word, carried));
  const several = columns(words, names);
  if (several) return several;
  const before = words.slice(0, -1);
  const last = names.at(-1);
  const type = modeOf(before);
  const listed = type === undefined ? before[0]?.text.startsWith('[') || areNumbers(before) : '-l'.includes(type);
  return last && listed ? { tokens: [...columnTokens(before), ...last.tokens], links: [last.link] } : undefined;
}

/** Reads `words` of `text` as one link with its target, or as names of links; undefined when they are neither. `carried` is the runlevel of the directory. */
export function readLinks(text: string, words: readonly Word[], carried: string): LinksReading | undefined {
  const arrow = arrowIn(words);
  if (arrow !== -1) {
    const joined = withBlanks(text, words, arrow);
    return withTarget(joined, arrowIn(joined), carried);
  }
  return words.length === 0 ? undefined : alone(words, carried);
}
