/** Columns: the words of entries that stand together begin one below the other. Only blanks change, and only those that no daemon reads. */
import type { Reading } from '../lint/lint.js';
import type { Document } from '../model/document.js';
import type { Cell } from '../model/editing.js';
import type { Line } from '../model/line.js';
import { type Edit, shiftEdit } from '../text/edit.js';
import type { Span } from '../text/span.js';
import { isBlank } from '../text/words.js';
import { lineAt } from './places.js';

/** A word wider than this pushes no others out: its column is laid out as if it were not there. */
const WIDEST = 30;

/** Words of one physical line, and the text that their spans are relative to. */
interface Cells {
  readonly text: string;
  readonly cells: readonly Cell[];
}

interface Row extends Cells {
  readonly index: number;
}

/** In characters as an editor shows them, an astral one as one. */
function widthOf(text: string, { start, end }: Span): number {
  let width = 0;
  for (let at = start; at < end; at++) if ((text.charCodeAt(at) & 0xfc00) !== 0xdc00) width++;
  return width;
}

/** A line that ends a block: what stands before it and behind it is aligned apart. Comments do not, for they belong to the entry below them. */
const isBreak = ({ type }: Line): boolean => type === 'blank' || type === 'setting';

/**
 * Where each column begins, from the cells of all rows. A cell that fills several columns, such as `@daily`, may push the column behind
 * them, never those that it fills.
 */
function columnStarts(rows: readonly Cells[]): number[] {
  /** By the column behind the cell, then by the one that it begins in: the widest. */
  const widest: Map<number, number>[] = [];
  for (const { text, cells } of rows) {
    let column = 0;
    for (const { span, across = 1 } of cells.slice(0, -1)) {
      const width = widthOf(text, span);
      const ending = (widest[column + across] ??= new Map());
      if (width <= WIDEST) ending.set(column, Math.max(width, ending.get(column) ?? 0));
      column += across;
    }
  }
  const starts: number[] = [0];
  for (let column = 1; column < widest.length; column++)
    starts[column] = Math.max(0, ...[...(widest[column] ?? [])].map(([from, width]) => (starts[from] ?? 0) + width + 1));
  return starts;
}

/** The edit that makes the blanks of `span` as long as `wanted`, of the fewest characters; nothing where they are so. */
function reblank(text: string, span: Span, wanted: number): Edit[] {
  const old = text.slice(span.start, span.end);
  const fresh = ' '.repeat(wanted);
  if (old === fresh) return [];
  let head = 0;
  while (head < Math.min(old.length, wanted) && old[head] === ' ') head++;
  let tail = 0;
  while (tail < Math.min(old.length, wanted) - head && old[old.length - 1 - tail] === ' ') tail++;
  return [{ span: { start: span.start + head, end: span.end - tail }, text: fresh.slice(head, wanted - tail) }];
}

/** The edits of one row, which begins at `from`; relative to its Line. */
function alignRow({ text, cells }: Cells, starts: readonly number[], from = 0): Edit[] {
  const edits: Edit[] = [];
  let [column, at, end] = [0, 0, from];
  for (const { span, across = 1 } of cells) {
    const wanted = column === 0 ? 0 : Math.max(1, (starts[column] ?? 0) - at);
    edits.push(...reblank(text, { start: end, end: span.start }, wanted));
    at += wanted + widthOf(text, span);
    end = span.end;
    column += across;
  }
  return edits;
}

/** True when only blanks stand between the beginning of the line and its first cell, and some between one cell and the next. */
function isClean(text: string, cells: readonly Cell[]): boolean {
  let end = 0;
  for (const { span } of cells) {
    if (end > 0 && span.start === end) return false;
    for (let at = end; at < span.start; at++) if (!isBlank(text[at])) return false;
    end = span.end;
  }
  return cells.length > 0;
}

/** A backslash at its end makes the next line part of this one to some readers, whatever it looks like. */
const goesOn = (line: Line | undefined): boolean => line !== undefined && /\\\r?\n$/.test(line.text);

/** The first and the last index of the block that the Line at `index` belongs to. The Line at `open` breaks none: somebody is about to write it. */
function blockAt({ lines }: Document, index: number, open: number): { readonly first: number; readonly last: number } {
  const breaks = (at: number) => {
    const line = lines[at];
    return line === undefined || (at !== open && isBreak(line));
  };
  let [first, last] = [index, index];
  if (breaks(index)) return { first, last };
  while (!breaks(first - 1)) first--;
  while (!breaks(last + 1)) last++;
  return { first, last };
}

/** The Lines from `first` to `last` that have columns to align. */
function rowsOf({ document: { lines }, read }: Reading, first: number, last: number): Row[] {
  const rows: Row[] = [];
  for (let index = first; index <= last; index++) {
    const cells = goesOn(lines[index - 1]) ? undefined : read.columns(index);
    const text = lines[index]?.text ?? '';
    if (cells && isClean(text, cells)) rows.push({ index, text, cells });
  }
  return rows;
}

/** Edits of the Lines from `first` to `last` (indexes), which are laid out with the whole of the blocks that they belong to. */
function alignLines(reading: Reading, first: number, last: number, open = -1): Edit[] {
  const edits: Edit[] = [];
  for (let at = first; at <= last; ) {
    const block = blockAt(reading.document, at, open);
    const rows = rowsOf(reading, block.first, block.last);
    const columns = columnStarts(rows);
    for (const { index, text, cells } of rows) {
      const by = reading.document.starts[index] ?? 0;
      if (index >= first && index <= last) edits.push(...alignRow({ text, cells }, columns).map((edit) => shiftEdit(edit, by)));
    }
    at = block.last + 1;
  }
  for (let index = first; index <= last; index++) edits.push(...alignWithin(reading, index));
  return edits;
}

/** Edits of a Line that is a block of its own. */
function alignWithin({ document, read }: Reading, index: number): Edit[] {
  const text = document.lines[index]?.text ?? '';
  const rows = read.rows(index).map((cells) => ({ text, cells }));
  const columns = columnStarts(rows);
  return rows.flatMap((row) =>
    alignRow(row, columns, row.cells[0]?.span.start ?? 0).map((edit) => shiftEdit(edit, document.starts[index] ?? 0)),
  );
}

/**
 * What aligns the columns of a text, or of the Lines that `within` touches: offsets into the text, in order. Comments, lines that no daemon in
 * question takes and all that stands behind the columns stay as they are. A second time there is nothing to do.
 */
export function formatEdits(reading: Reading, within?: Span): Edit[] {
  const { document } = reading;
  const end = document.lines.length - 1;
  if (within === undefined) return alignLines(reading, 0, end);
  const first = lineAt(document, within.start).index;
  const { index, start } = lineAt(document, within.end);
  // A range that ends where a line begins does not mean that line.
  const last = within.end === start && within.end > within.start ? index - 1 : index;
  return alignLines(reading, first, Math.min(last, end));
}

/** The same when a line has just been ended by a line end before `offset`: for the whole block that it belongs to. */
export function formatEnded(reading: Reading, offset: number): Edit[] {
  const { document, read } = reading;
  const { index } = lineAt(document, offset);
  if (index === 0 || read.columns(index - 1) === undefined) return [];
  const { first, last } = blockAt(document, index - 1, index);
  return alignLines(reading, first, last, index);
}
