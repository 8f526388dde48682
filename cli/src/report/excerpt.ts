/** The line of a finding with carets below it. */
import { MASK, type Reading, type Span, secretsAt } from '../../../core/src/index.js';
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

/** `line` with a mask for each of `secrets`, and where `span` is then; what lies in a secret is all of its mask. */
function masked(line: string, span: Span, secrets: readonly Span[]): { readonly line: string; readonly span: Span } {
  let [text, { start, end }] = [line, span];
  // From the last: what stands before a mask stays where it is.
  for (const secret of [...secrets].reverse()) {
    const grown = MASK.length - (secret.end - secret.start);
    text = text.slice(0, secret.start) + MASK + text.slice(secret.end);
    start = start >= secret.end ? start + grown : Math.min(start, secret.start);
    end = end >= secret.end ? end + grown : end > secret.start ? secret.start + MASK.length : end;
  }
  return { line: text, span: { start, end } };
}

const within = ({ start, end }: Span, from: number, to: number): Span => ({
  start: Math.max(start, from) - from,
  end: Math.min(end, to) - from,
});

/**
 * The first line of `span` (offsets into `text`), which begins at `start`, without the `secrets` in it (offsets into `text`, in order).
 * A line longer than `width` characters is cut so that the beginning of the span stays in sight.
 */
export function excerptOf(text: string, start: number, span: Span, width: number, secrets: readonly Span[] = []): Excerpt {
  const feed = text.indexOf('\n', start);
  const end = feed === -1 ? text.length : text[feed - 1] === '\r' && feed > start ? feed - 1 : feed;
  const seen = secrets.filter((secret) => secret.start < end && secret.end > start).map((secret) => within(secret, start, end));
  const { line, span: meantAt } = masked(text.slice(start, end), within(span, start, end), seen);
  const from = line.length <= width ? 0 : between(line, Math.max(0, Math.min(meantAt.start - Math.floor(width / 3), line.length - width)));
  const to = between(line, Math.min(line.length, from + width));
  const first = Math.min(Math.max(meantAt.start, from), to);
  const last = Math.max(Math.min(meantAt.end, to), first);
  const lead = from > 0 ? CUT : '';
  const before = visible(line.slice(from, first));
  const meant = visible(line.slice(first, last));
  return {
    line: `${lead}${before}${meant}${visible(line.slice(last, to))}${to < line.length ? CUT : ''}`,
    carets: `${underlay(lead + before, ' ')}${underlay(meant, '^') || '^'}`,
  };
}

/** The same of what was found at `span` of a file: the line without the passwords and tokens in it. */
export const excerptIn = ({ document, read }: Reading, start: number, span: Span, width: number): Excerpt =>
  excerptOf(document.text, start, span, width, secretsAt(read, span.start));
