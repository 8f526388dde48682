/** Commenting entries out and in again, line by physical line. */
import { type Edit, insert, replace } from '../text/edit.js';
import { lineStarts } from '../text/lines.js';
import type { Line } from './line.js';

/** Edits, relative to `line`, that put `mark` in column 1 of each of its physical lines. */
export const commentOut = (line: Line, mark: string): Edit[] => lineStarts(line.text).map((start) => insert(start, mark));

/** Edits, relative to `line`, that take its comment marks away. */
export const uncomment = (line: Line): Edit[] => (line.marks ?? []).map((span) => replace({ span }, ''));
