/** The entry that is to be rewritten, and where it stands. */
import type { Context } from '../../../model/context.js';
import type { Document } from '../../../model/document.js';
import { type Dialect, dialectsOf } from '../dialects.js';
import type { InetdEntry, InetdLine } from '../model.js';
import { plausibleFor } from '../plausible.js';

export interface Site {
  readonly line: InetdLine;
  readonly entry: InetdEntry;
  /** Those that the file may be written for. */
  readonly dialects: readonly Dialect[];
  /** Offset of the Line. */
  readonly start: number;
}

/** The entry at `index`; undefined where there is none that inetd reads. */
export function siteOf(document: Document<InetdLine>, index: number, { dialects }: Context): Site | undefined {
  const line = document.lines[index];
  if (line?.type !== 'entry' || line.entry === undefined) return undefined;
  const plausible = dialects.length > 1 ? plausibleFor(document, dialects) : dialectsOf(dialects);
  return { line, entry: line.entry, dialects: plausible, start: document.starts[index] ?? 0 };
}
