/** Places as the command line shows them: 1-based lines that end at `\n`, 1-based columns in UTF-16 units. */
import { lineStarts, placeIn } from '../../core/src/index.js';

/** How many lines `text` ends. */
export function countLineFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

export interface Spot {
  readonly line: number;
  readonly column: number;
}

/** From offsets into `text` to places; the end of a text that ends in a line feed is on a line of its own. */
export function spotter(text: string): (offset: number) => Spot {
  const starts = lineStarts(text);
  return (offset) => {
    const { line, column } = placeIn(text, starts, offset);
    return { line: line + 1, column: column + 1 };
  };
}
