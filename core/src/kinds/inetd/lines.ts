/** Where a logical line ends: entries with their continuation lines, commented-out entries with theirs. */

import type { ParseOptions } from '../../model/kind.js';
import { isDirective } from '../../text/directive.js';
import { backslashEnd, physicalEnd } from '../../text/lines.js';
import { isStatementAt } from '../../text/template.js';
import { isBlank, type Word, words } from '../../text/words.js';
import { commentedOut, continuesEntry, startsLikeEntry } from './commented.js';
import { dialectsOf } from './dialects.js';
import { firstMark, isOffMark, nextMark } from './marks.js';

/** So many words tell an entry from prose: the fields, and two arguments for the real program. */
const TELLING = 8;

const continuations = new WeakMap<readonly string[], 'blank' | 'backslash' | 'none'>();

/** How the dialects in question go on with an entry; where they differ, as the BSD family does. It is asked of every line. */
function continuationOf(ids: readonly string[]): 'blank' | 'backslash' | 'none' {
  let known = continuations.get(ids);
  if (known === undefined) continuations.set(ids, (known = continuationAmong(ids)));
  return known;
}

function continuationAmong(ids: readonly string[]): 'blank' | 'backslash' | 'none' {
  const ways = new Set(dialectsOf(ids).map(({ continuation }) => continuation));
  return ways.has('blank') ? 'blank' : ways.has('backslash') ? 'backslash' : 'none';
}

export const joinsByBackslash = (ids: readonly string[]): boolean => continuationOf(ids) === 'backslash';

/** True where some dialect in question takes a `#` behind blanks for the beginning of a comment. */
export const takesIndentedComments = (ids: readonly string[]): boolean => dialectsOf(ids).some(({ indentedComments }) => indentedComments);

/** Offset of the first non-blank from `at`: a line feed, a CR before one, or the end count as such. */
export function skipBlanks(text: string, at: number): number {
  while (isBlank(text[at])) at++;
  return at;
}

const endsAt = (text: string, at: number): boolean =>
  at >= text.length || text[at] === '\n' || (text[at] === '\r' && text[at + 1] === '\n');

/** Physical lines that begin with a blank belong to the entry before them, but for statements of a template; those of blanks alone only if more follows. */
function continuedEnd(text: string, from: number): number {
  let end = from;
  for (let at = from; isBlank(text[at]); ) {
    const next = physicalEnd(text, at);
    const word = skipBlanks(text, at);
    if (isStatementAt(text, word)) break;
    if (!endsAt(text, word)) end = next;
    at = next;
  }
  return end;
}

/** True while `found`, the first words of a comment without its marks, may be an entry that somebody turned off. */
const mayBeEntry = (found: readonly Word[]): boolean =>
  startsLikeEntry(found) && (found.length < 6 || commentedOut(found, '') !== undefined);

/** The end of an entry that is commented out over several physical lines; of the first one where it is no such entry. */
function commentedEnd(text: string, start: number): number {
  const first = physicalEnd(text, start);
  const mark = firstMark(text, start);
  const marked = text.slice(mark.start, mark.end);
  let found: Word[] = words(text, mark.end, first, TELLING);
  if (!mayBeEntry(found) || isDirective(text.slice(start, first))) return first;
  let end = first;
  for (let at = first; at < text.length; ) {
    const body = nextMark(text, at, marked);
    if (body === undefined) break;
    const next = physicalEnd(text, at);
    const more = words(text, body.end, next, TELLING);
    const [word] = more;
    if (word !== undefined) {
      if (!continuesEntry(found, more, text.slice(body.end, word.span.start), isOffMark(marked))) break;
      if (found.length < TELLING) {
        found = [...found, ...more].slice(0, TELLING);
        if (!mayBeEntry(found)) break;
      }
      end = next;
    }
    at = next;
  }
  return end === first || found.length >= 6 ? end : first;
}

/** Offset of the end of the logical line at `start`. */
export function lineEnd(text: string, start: number, { dialects }: ParseOptions): number {
  const way = continuationOf(dialects);
  const end = physicalEnd(text, start);
  if (way === 'backslash') return backslashEnd(text, start);
  if (way === 'none') return end;
  if (text[start] === '#') return commentedEnd(text, start);
  const word = skipBlanks(text, start);
  if (endsAt(text, word) || (text[word] === '#' && takesIndentedComments(dialects))) return end;
  return continuedEnd(text, end);
}
