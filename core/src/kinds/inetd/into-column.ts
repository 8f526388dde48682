/** Moving comments that stand behind blanks into the first column, where every inetd knows them for comments. */
import type { Fix } from '../../model/finding.js';
import { isDirective } from '../../text/directive.js';
import { type Edit, insert, replace } from '../../text/edit.js';
import { lineStarts, physicalEnd } from '../../text/lines.js';
import type { Span } from '../../text/span.js';
import { words } from '../../text/words.js';
import { AFTER } from './switches.js';

/** Edits that put the # at `end` of a physical line at its `start`; no other character goes. */
const moved = ({ start, end }: Span): Edit[] => [insert(start, '#'), replace({ span: { start: end, end: end + 1 } }, '')];

/** What stands before the first word of each physical line of `text` from offset `from`, those of blanks alone apart. */
const gapsFrom = (text: string, from: number): Span[] =>
  lineStarts(text)
    .filter((start) => start >= from)
    .flatMap((start) => words(text, start, physicalEnd(text, start), 1).map(({ span }) => ({ start, end: span.start })));

/**
 * Puts the comments of a Line from the physical line at `start` into the first column: the first `count` of them, or all. Safe only where comments are all
 * that is left of the Line, since what stands below one in the first column is read as an entry; and where none of them begins to speak to daemonlint.
 */
export function intoFirstColumn(text: string, start: number, count = Number.POSITIVE_INFINITY): Fix {
  const gaps = gapsFrom(text, start);
  const comments = gaps.filter(({ end }) => text[end] === '#');
  const speaks = comments.some(({ end }) => isDirective(text.slice(end, physicalEnd(text, end))));
  return {
    title: 'Put the # into the first column',
    edits: comments.slice(0, count).flatMap(moved),
    safe: comments.length === gaps.length && !speaks,
    after: AFTER,
  };
}
