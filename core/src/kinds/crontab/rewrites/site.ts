/** The entry that is to be rewritten, and where it stands. */
import type { Context } from '../../../model/context.js';
import type { Document } from '../../../model/document.js';
import type { Span } from '../../../text/span.js';
import type { CrontabLine } from '../model.js';
import type { EntryShape } from '../reading/shape.js';

export interface Site {
  readonly document: Document<CrontabLine>;
  readonly context: Context;
  readonly index: number;
  readonly line: CrontabLine;
  readonly shape: EntryShape;
  /** Offset of the Line. */
  readonly start: number;
  /** Of the fields or the word, relative to the Line. */
  readonly time: Span;
}

/** The entry at `index`; undefined where there is none that cron reads. */
export function siteOf(document: Document<CrontabLine>, index: number, context: Context): Site | undefined {
  const line = document.lines[index];
  const shape = line?.type === 'entry' ? line.shape : undefined;
  const first = shape?.macro ?? shape?.fields[0];
  const last = shape?.macro ?? shape?.fields[4];
  if (line === undefined || shape === undefined || first === undefined || last === undefined) return undefined;
  const time = { start: first.span.start, end: last.span.end };
  return { document, context, index, line, shape, start: document.starts[index] ?? 0, time };
}
