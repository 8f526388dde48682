/** Edits: pieces of a text to be replaced. */
import type { Span } from './span.js';

/** Replace `span` of a text by `text`; `file` names another file than the one at hand, by its path under the host's root. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
  readonly file?: string;
}

export const replace = (at: { readonly span: Span }, text: string): Edit => ({ span: at.span, text });

export const insert = (offset: number, text: string): Edit => ({ span: { start: offset, end: offset }, text });

export const shiftEdit = (edit: Edit, by: number): Edit => ({ ...edit, span: { start: edit.span.start + by, end: edit.span.end + by } });

const byPlace = (a: Edit, b: Edit): number => a.span.start - b.span.start || a.span.end - b.span.end;

/** True when two edits, the first of which does not begin behind the second, can both be carried out. */
const apart = (first: Edit, second: Edit): boolean => first.span.end <= second.span.start && first.span.start !== second.span.start;

/** True when no two of `edits` (of one file) overlap or insert at the same place. */
function compatible(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort(byPlace);
  return sorted.every((edit, index) => {
    const before = sorted[index - 1];
    return before === undefined || apart(before, edit);
  });
}

/** Edits of one file that can be carried out together, kept in order so that each newcomer is held against its neighbours alone. */
export class EditSet {
  private readonly sorted: Edit[] = [];

  /** Takes `edits` in, all or none; false when one of them is in the way of another. */
  add(edits: readonly Edit[]): boolean {
    if (!compatible(edits) || !edits.every((edit) => this.fits(edit))) return false;
    for (const edit of edits) this.sorted.splice(this.placeOf(edit), 0, edit);
    return true;
  }

  get edits(): readonly Edit[] {
    return this.sorted;
  }

  private fits(edit: Edit): boolean {
    const at = this.placeOf(edit);
    const [before, after] = [this.sorted[at - 1], this.sorted[at]];
    return (before === undefined || apart(before, edit)) && (after === undefined || apart(edit, after));
  }

  /** Where `edit` belongs, by bisection. */
  private placeOf(edit: Edit): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const there = this.sorted[middle];
      if (there && byPlace(there, edit) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * `text` with `edits` carried out. Spans are offsets into `text`; order does not matter.
 * Throws a RangeError when two overlap or one lies outside the text: that is a bug of the caller, never of a file.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  if (!compatible(edits)) throw new RangeError('overlapping edits');
  const pieces: string[] = [];
  let done = 0;
  for (const { span, text: replacement } of [...edits].sort(byPlace)) {
    if (span.start < done || span.end < span.start || span.end > text.length) throw new RangeError('edit outside the text');
    pieces.push(text.slice(done, span.start), replacement);
    done = span.end;
  }
  return pieces.join('') + text.slice(done);
}
