/** Quotes among words that nobody takes them away from. */
import type { Span } from './span.js';
import { slice, type Word } from './words.js';

/** Words from a quote that begins one, or its value behind a =, to the same quote at the end of that one or of a later one. */
export interface Quoted {
  readonly span: Span;
  /** How many words it is. */
  readonly count: number;
  /** The word without its quotes, where it is one. */
  readonly bare?: string;
}

/** `word` without the quotes around it, or the one that it begins with. */
export function bareWord(word: Word): Word {
  const [quote = ''] = word.text;
  if (!/["']/.test(quote)) return word;
  return slice(word, 1, word.text.length - (word.text.length > 1 && word.text.endsWith(quote) ? 1 : 0));
}

/** The first in `words`, which are in order. */
export function quotedIn(words: readonly Word[]): Quoted | undefined {
  const from = words.findIndex(({ text }) => /^(?:[\w-]+=)?["']/.test(text));
  const first = words[from];
  if (first === undefined) return undefined;
  const quote = /["']/.exec(first.text)?.[0] ?? '';
  const length = words
    .slice(from)
    .findIndex(({ text }, index) => text.endsWith(quote) && (index > 0 || text.indexOf(quote) < text.length - 1));
  const last = length === -1 ? undefined : words[from + length];
  if (last === undefined) return undefined;
  const bare = last === first ? { bare: first.text.replace(/["']/g, '') } : {};
  return { span: { start: first.span.start, end: last.span.end }, count: length + 1, ...bare };
}
