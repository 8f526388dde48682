/** Where a finding is shown that is about the whole script. */
import { physicalEnd, withoutLineEnd } from '../../text/lines.js';
import type { Span } from '../../text/span.js';

/** The first line of `text`; undefined for a script without any text, which does nothing. */
export function firstLine(text: string): Span | undefined {
  const start = text.search(/\S/);
  return start === -1 ? undefined : { start, end: start + withoutLineEnd(text.slice(start, physicalEnd(text, start))).length };
}
