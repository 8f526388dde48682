/** A logical line cut into words, and what stands between them. */
import { physicalEnd, unjoined } from '../../text/lines.js';
import { wholeWords } from '../../text/template.js';
import { isBlank, type Word, words } from '../../text/words.js';
import type { Quotes } from './dialect.js';
import { dialectsOf } from './dialects.js';
import { token } from './fields.js';
import { skipBlanks } from './lines.js';
import type { InetdToken } from './model.js';

/** A comment as one token for each physical line, from its first word to its last. */
export function commentTokens(text: string, from = 0): InetdToken[] {
  const found: InetdToken[] = [];
  for (let at = from; at < text.length; at = physicalEnd(text, at)) {
    const start = skipBlanks(text, at);
    let end = physicalEnd(text, at);
    if (text[end - 1] === '\n') end -= text[end - 2] === '\r' ? 2 : 1;
    while (isBlank(text[end - 1])) end--;
    if (end > start) found.push(token('comment', { text: text.slice(start, end), span: { start, end } }));
  }
  return found;
}

/** All words of `text`; an expression of a template is one. */
export const wordsOf = (text: string): Word[] => wholeWords(words(text), text);

/** Words cut from a text, and what stands between them. */
interface Cut {
  readonly found: Word[];
  readonly others: InetdToken[];
}

/**
 * The words of `text` and what a backslash dialect leaves out of them: backslashes at line ends, and comments. Nothing stands for such a joint: a
 * word that goes on behind it is one, whose text is without the joint.
 */
export function backslashWords(text: string): Cut {
  const { text: whole, spanOf } = unjoined(text);
  // At the end of the file there is nothing to join.
  const open = whole.endsWith('\\') ? whole.length - 1 : whole.length;
  const hash = whole.indexOf('#');
  const end = hash === -1 ? open : hash;
  const found = wholeWords(words(whole, 0, end), whole).map((word) => ({ text: word.text, span: spanOf(word.span) }));
  const from = hash === -1 ? text.length : spanOf({ start: hash, end: hash + 1 }).start;
  let next = 0;
  const joints = Array.from(text.slice(0, from).matchAll(/\\(?:\n|$)/g), ({ index }) => index).filter((at) => {
    while ((found[next]?.span.end ?? at + 1) <= at) next++;
    return at < (found[next]?.span.start ?? at + 1);
  });
  const others = joints.map((at) => token('continuation', { text: '\\', span: { start: at, end: at + 1 } }));
  return { found, others: [...others, ...commentTokens(text, from)] };
}

/** One physical line for each way to read quotes: its words, each with its quotes. */
const QUOTED: Readonly<Record<Exclude<Quotes, 'literal'>, RegExp>> = {
  // An open one goes to the end of the line.
  around: /"[^"]*"|'[^']*'|["'].*|[^ \t"]+/gs,
  before: /"[^"]*"?|'[^']*'?|[^ \t]+/g,
  shell: /(?:"[^"]*(?:"|$)|'[^']*(?:'|$)|[^ \t"']+)+/g,
};

/** What is no part of the last word, by whether blanks before it may be one. */
const ENDS = { around: /(?<![ \t])[ \t]*(?:\r?\n)?$/, before: /\r?\n$/, shell: /\r?\n$/ } as const;

/** A word of more than its quotes that has them around it, and nowhere else. */
const isQuoted = (word: string): boolean => /^["']/.test(word) && word.length > 2 && word.indexOf(word.charAt(0), 1) === word.length - 1;

/** `word` without what quotes it, as `quotes` says. */
function bare(word: string, quotes: Quotes): string {
  if (quotes === 'shell') return word.replace(/"([^"]*)"?|'([^']*)'?/g, '$1$2');
  return quotes === 'before' && /^["']/.test(word) ? word.slice(1) : word;
}

/** The words of `text` without their quotes. A quote reaches no further than to the end of its physical line. */
export function quotedWords(text: string, quotes: Exclude<Quotes, 'literal'>): Word[] {
  const found: Word[] = [];
  for (let at = 0; at < text.length; at = physicalEnd(text, at)) {
    const line = text.slice(at, physicalEnd(text, at)).replace(ENDS[quotes], '');
    for (const { 0: word, index } of line.matchAll(QUOTED[quotes])) {
      const by = isQuoted(word) ? 1 : 0;
      const span = { start: at + index + by, end: at + index + word.length - by };
      found.push({ text: by > 0 ? word.slice(1, -1) : bare(word, quotes), span });
    }
    // It goes on with no further line.
    if (quotes === 'around') break;
  }
  return found;
}

/** `words` with the text that stands at their place. */
export const asWritten = (words: readonly Word[], text: string): Word[] =>
  words.map(({ span }) => ({ text: text.slice(span.start, span.end), span }));

/** The words of `text`, and the quotes around them where all in question read quotes alike. */
export function plainWords(text: string, ids: readonly string[]): Cut {
  const [quotes, ...others] = new Set(dialectsOf(ids).map((dialect) => dialect.quotes));
  if (quotes === undefined || quotes === 'literal' || others.length > 0 || !/["']/.test(text)) return { found: wordsOf(text), others: [] };
  const found = asWritten(quotedWords(text, quotes), text);
  const marks = found.flatMap(({ span: { start, end } }) => {
    const isAround = start > 0 && /["']/.test(text[start - 1] ?? '') && text[end] === text[start - 1];
    return isAround ? [start - 1, end] : [];
  });
  return { found, others: marks.map((at) => token('punctuation', { text: text.slice(at, at + 1), span: { start: at, end: at + 1 } })) };
}
