/** A document: a text as its daemon reads it. */
import type { Line } from './line.js';

/** Lines that tile `text`; `starts[i]` is the offset of `lines[i]`. Holds no position API and no address: doors convert. */
export interface Document<L extends Line = Line> {
  readonly text: string;
  readonly kind: string;
  readonly form: string;
  readonly dialects: readonly string[];
  /** The super-servers that read it, as its kind has them. */
  readonly superServer?: readonly string[];
  readonly lines: readonly L[];
  readonly starts: readonly number[];
}
