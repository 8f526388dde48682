/** Where a finding is shown that is about the whole file. */
import type { Document } from '../../../model/document.js';
import type { Span } from '../../../text/span.js';
import { shift } from '../../../text/span.js';
import type { CrontabLine } from '../model.js';

function firstOf({ lines, starts }: Document<CrontabLine>, wanted: CrontabLine['type']): Span | undefined {
  const index = lines.findIndex(({ type }) => type === wanted);
  const token = lines[index]?.tokens[0];
  return token && shift(token.span, starts[index] ?? 0);
}

/** The first word of the first entry, as offsets into the text; undefined where the file has none, and nothing is lost. */
export const firstEntry = (document: Document<CrontabLine>): Span | undefined => firstOf(document, 'entry');

/** The same of the first line that cron would refuse. */
export const firstBroken = (document: Document<CrontabLine>): Span | undefined => firstOf(document, 'broken');
