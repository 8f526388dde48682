/** The line of a finding with carets below it. */
import type { Span } from '../../../core/src/index.js';
import { underlay, visible } from '../visible.js';

/** Two lines of the same frame: what stands there, and carets below the part that is meant. */
export interface Excerpt {
  readonly line: string;
  readonly carets: string;
}

const CUT = '…';

/** `at`, or one before it where it would part a surrogate pair. */
const between = (text: string, at: number): number =>
  /[\ud800-\udbff]/.test(text[at - 1] ?? '') && /[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at;

/**
 * The first line of `span` (offsets into `text`), which begins at `start`.
 * A line longer than `width` characters is cut so that the beginning of the span stays in sight.
 */
export function excerptOf(text: string, start: number, span: Span, width: number): Excerpt {
  const feed = text.indexOf('\n', start);
  const end = feed === -1 ? text.length : text[feed - 1] === '\r' && feed > start ? feed - 1 : feed;
  const from = end - start <= width ? start : between(text, Math.max(start, Math.min(span.start - Math.floor(width / 3), end - width)));
  const to = between(text, Math.min(end, from + width));
  const first = Math.min(Math.max(span.start, from), to);
  const last = Math.max(Math.min(span.end, to), first);
  const lead = from > start ? CUT : '';
  const before = visible(text.slice(from, first));
  const meant = visible(text.slice(first, last));
  return {
    line: `${lead}${before}${meant}${visible(text.slice(last, to))}${to < end ? CUT : ''}`,
    carets: `${underlay(lead + before, ' ')}${underlay(meant, '^') || '^'}`,
  };
}
