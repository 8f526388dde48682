/** From an offset to the Line that holds it. */
import { placeOf } from '../text/lines.js';
import type { Document } from './document.js';

/** Index of the Line that holds `offset`; the last Line for an offset at the end. -1 in an empty document. */
export function lineIndexAt(document: Pick<Document, 'starts'>, offset: number): number {
  return document.starts.length === 0 ? -1 : placeOf(document.starts, offset).line;
}
