/** Indented lines that the inetds of BSD take for the rest of the entry above, though they are meant as lines of their own. */
import { lineStarts, physicalEnd } from '../../text/lines.js';
import type { Span } from '../../text/span.js';
import { isBlank, words } from '../../text/words.js';
import { commentedOut, startsLikeEntry } from './commented.js';
import type { InetdLine } from './model.js';
import { FIELDS } from './refusal.js';

export interface Swallowed {
  /** Of the physical line, without the blanks before and behind it; relative to the Line. */
  readonly span: Span;
  readonly what: 'entry' | 'comment';
}

/** What the physical line from `start` to `end` is meant as; undefined where it may well continue an entry. */
function meantAs(text: string, start: number, end: number): Swallowed['what'] | undefined {
  const found = words(text, start, end, FIELDS.length + 2);
  const [first, second] = found;
  if (first?.text.startsWith('#')) return 'comment';
  return second && startsLikeEntry(found) && (found.length < FIELDS.length ? found.length > 3 : commentedOut(found, '') !== undefined)
    ? 'entry'
    : undefined;
}

/** The indented lines within `line` that its entry has no room for: it has all its fields before them. */
export function swallowedIn({ text, entry }: InetdLine): readonly Swallowed[] {
  const starts = lineStarts(text);
  if (starts.length < 2 || entry === undefined) return [];
  return starts.slice(1).flatMap((start) => {
    if (!isBlank(text[start]) || entry.server.span.end > start) return [];
    const end = physicalEnd(text, start);
    const what = meantAs(text, start, end);
    const first = words(text, start, end)[0]?.span.start;
    return what && first !== undefined ? [{ span: { start: first, end: start + text.slice(start, end).trimEnd().length }, what }] : [];
  });
}
