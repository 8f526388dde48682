/** Pieces of a text. */

/** A half-open piece `[start, end)` in UTF-16 code units. What it is relative to (a line or a whole text) is said where it is held. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** True when two spans share at least one place; an empty span at the edge of another counts. */
export const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** The same piece seen from a frame that begins `by` units earlier. */
export const shift = (span: Span, by: number): Span => ({ start: span.start + by, end: span.end + by });
