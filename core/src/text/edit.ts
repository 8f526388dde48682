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

/** True when no two of `edits` (of one file) overlap or insert at the same place. */
export function compatible(edits: readonly Edit[]): boolean {
  const sorted = [...edits].sort(byPlace);
  return sorted.every((edit, i) => {
    const before = sorted[i - 1];
    return before === undefined || (before.span.end <= edit.span.start && before.span.start !== edit.span.start);
  });
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
