/** How the shell cuts a command line into simple commands and words, as far as finding programs needs it. */
import { isBlank, type Word } from '../../text/words.js';

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** Offsets of the characters of `text` that stand for themselves to the shell: outside quotes, without a backslash before them. */
function* bare(text: string, start: number, end: number): Iterable<number> {
  let quote = '';
  for (let at = start; at < end; at++) {
    const c = text[at] ?? '';
    if (c === '\\' && quote !== "'") at++;
    else if (quote !== '') quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'" || c === '`') quote = c;
    else yield at;
  }
}

/** `text` between `start` and `end` at its offsets, with `x` for all that is quoted or escaped and for what stands before `start`. */
export function unquotedText(text: string, start: number, end: number): string {
  const last = Math.min(end, start + FAR_ENOUGH);
  const kept: string[] = ['x'.repeat(start)];
  let from = start;
  for (const at of bare(text, start, last)) {
    if (at > from) kept.push('x'.repeat(at - from));
    kept.push(text[at] ?? '');
    from = at + 1;
  }
  kept.push('x'.repeat(Math.max(0, last - from)));
  return kept.join('');
}

/** At most this much of a command line is looked at: a line of a megabyte runs nothing worth naming after that. */
export const FAR_ENOUGH = 16_384;

const isRedirection = (text: string, at: number): boolean => text[at - 1] === '>' || text[at + 1] === '>' || text[at - 1] === '<';

/** The simple commands of a line: they end at `;`, `&`, `|`, parentheses and line feeds. A comment ends them all. */
export function pieces(text: string, start: number, end: number): Piece[] {
  const found: Piece[] = [];
  let from = start;
  for (const at of bare(text, start, end)) {
    const c = text[at] ?? '';
    if (c === '#' && (at === from || isBlank(text[at - 1]))) return [...found, { start: from, end: at }];
    if (!';&|()\n'.includes(c) || (c === '&' && isRedirection(text, at))) continue;
    found.push({ start: from, end: at });
    from = at + 1;
  }
  return [...found, { start: from, end }];
}

/** The words of one simple command: what is quoted stays together, a redirection begins a word of its own. */
export function shellWords(text: string, start: number, end: number): Word[] {
  const found: Word[] = [];
  let from = start;
  const close = (at: number, next: number) => {
    if (at > from) found.push({ text: text.slice(from, at), span: { start: from, end: at } });
    from = next;
  };
  for (const at of bare(text, start, end)) {
    if (isBlank(text[at])) close(at, at + 1);
    else if (text[at] === '<' || text[at] === '>') close(at, at);
  }
  close(end, end);
  return found;
}

/** The word without the quotes around it. */
export const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2');
