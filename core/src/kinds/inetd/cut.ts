/** A logical line cut into words, and what stands between them. */
import { physicalEnd } from '../../text/lines.js';
import { wholeWords } from '../../text/template.js';
import { isBlank, type Word, words } from '../../text/words.js';
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

/** The words of `text` and what a backslash dialect leaves out of them: backslashes at line ends, and comments. */
export function backslashWords(text: string): { readonly found: Word[]; readonly others: InetdToken[] } {
  const hash = text.indexOf('#');
  const end = hash === -1 ? text.length : hash;
  const found: Word[] = [];
  const others: InetdToken[] = [];
  for (let at = 0; at < end; ) {
    const next = physicalEnd(text, at);
    const joins = next <= end && next < text.length && text[next - 2] === '\\';
    const span = { start: next - 2, end: next - 1 };
    found.push(...words(text, at, joins ? span.start : Math.min(next, end)));
    if (joins) others.push(token('continuation', { text: '\\', span }));
    at = next;
  }
  return { found: wholeWords(found, text), others: [...others, ...commentTokens(text, end)] };
}

/** Words, and quotes around them; an open one goes to the end of the line. */
const QUOTED = /"[^"]*"|'[^']*'|["'][^\n]*|[^ \t"]+/g;

const isQuoted = (text: string): boolean => text.length > 2 && /^(["']).*\1$/s.test(text);

/** The words of the first physical line of `text`, without their quotes; blanks and a line end are none of it. */
export function quotedWords(text: string): Word[] {
  const line = text.slice(0, physicalEnd(text, 0)).replace(/[ \t]*(?:\r?\n)?$/, '');
  return [...line.matchAll(QUOTED)].map(({ 0: word, index }) => {
    const by = isQuoted(word) ? 1 : 0;
    const span = { start: index + by, end: index + word.length - by };
    return { text: line.slice(span.start, span.end), span };
  });
}

/** The words of `text`, and the quotes around them where all in question know quotes. */
export function plainWords(text: string, ids: readonly string[]): { readonly found: Word[]; readonly others: InetdToken[] } {
  if (!/["']/.test(text) || !dialectsOf(ids).every(({ quotes }) => quotes)) return { found: wordsOf(text), others: [] };
  const found = quotedWords(text);
  const quotes = found.flatMap(({ span: { start, end } }) => {
    const isQuoted = start > 0 && /["']/.test(text[start - 1] ?? '') && text[end] === text[start - 1];
    return isQuoted ? [start - 1, end] : [];
  });
  return { found, others: quotes.map((at) => token('punctuation', { text: text.slice(at, at + 1), span: { start: at, end: at + 1 } })) };
}
