/** Where a finding is shown that is about the whole file. */
import type { Document } from '../../../model/document.js';
import type { Span } from '../../../text/span.js';
import { shift } from '../../../text/span.js';
import type { CrontabLine } from '../model.js';

/** The first word of the first entry, as offsets into the text; undefined where the file has none, and nothing is lost. */
export function firstEntry({ lines, starts }: Document<CrontabLine>): Span | undefined {
  const index = lines.findIndex(({ type }) => type === 'entry');
  const token = lines[index]?.tokens[0];
  return token && shift(token.span, starts[index] ?? 0);
}
