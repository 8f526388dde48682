/** What only the whole paste tells: a unit of systemd outranks the S link of the same name. */

import type { Document } from '../../model/document.js';
import { memo } from '../../model/memo.js';
import type { ListingLine } from './model.js';

/** The services of which a list of unit files says that they are off: with such a unit the rc link of that name is never looked at. */
function unitsOff({ lines }: Document<ListingLine>): ReadonlySet<string> {
  const off = new Set<string>();
  for (const { status, type } of lines)
    if (type === 'entry' && status?.table === 'unit-files' && status.on === false) off.add(status.name.text.replace(/\.service$/, ''));
  return off;
}

const outranked = memo<ListingLine, ListingLine>();

/** `line` with nothing that it starts: always the same value. Only of lines with one link. */
function withoutLaunches(line: ListingLine): ListingLine {
  let empty = outranked.get(line);
  if (empty === undefined) outranked.set(line, (empty = { ...line, launches: [] }));
  return empty;
}

/** The document in which links that a unit outranks start nothing. */
export function settle(document: Document<ListingLine>): Document<ListingLine> {
  // Links alone are the most, and the longest.
  if (document.form !== 'mixed') return document;
  const off = unitsOff(document);
  const isOutranked = ({ links, launches }: ListingLine): boolean =>
    links?.length === 1 && launches[0]?.state === 'on' && off.has(launches[0].subject.text);
  if (off.size === 0 || !document.lines.some(isOutranked)) return document;
  return { ...document, lines: document.lines.map((line) => (isOutranked(line) ? withoutLaunches(line) : line)) };
}
