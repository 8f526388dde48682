/** From an offset to the Line that holds it. */
import type { Document } from './document.js';

/** Index of the Line that holds `offset`, by bisection; the last Line for an offset at the end. -1 in an empty document. */
export function lineIndexAt(document: Pick<Document, 'starts'>, offset: number): number {
  let low = 0;
  let high = document.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((document.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return high;
}
