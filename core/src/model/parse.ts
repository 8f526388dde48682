/** From a text to its document: the loop over logical lines, and the memory that makes a keystroke cheap. */
import type { Document } from './document.js';
import type { KindSpec, ParseOptions } from './kind.js';
import type { Line } from './line.js';

/** Lines remembered for one kind; past this the memory starts anew, so that a large folder does not fill the heap. */
const REMEMBERED = 50_000;

/** A parser for `spec` that gives an unchanged line, after an unchanged carry, as the same value. */
export function parser<L extends Line>(spec: KindSpec<L>): (text: string, options: ParseOptions) => Document<L> {
  const memories = new Map<string, Map<string, L>>();
  let remembered = 0;
  /** The lines that were read with what is given, after what is carried. */
  const memoryOf = (given: string): Map<string, L> => {
    if (remembered >= REMEMBERED) {
      memories.clear();
      remembered = 0;
    }
    let memory = memories.get(given);
    if (memory === undefined) memories.set(given, (memory = new Map()));
    return memory;
  };
  return (text, options) => {
    const lines: L[] = [];
    const starts: number[] = [];
    const given = `${options.form}\0${options.dialects.join()}\0`;
    let carry = options.carry ?? '';
    let memory = memoryOf(given + carry);
    for (let start = 0; start < text.length; ) {
      const end = Math.min(text.length, Math.max(start + 1, spec.lineEnd(text, start, options)));
      const piece = text.slice(start, end);
      let line = memory.get(piece);
      if (line === undefined) {
        line = spec.parseLine(piece, carry, options);
        memory.set(piece, line);
        remembered++;
      }
      lines.push(line);
      starts.push(start);
      if (line.carry !== carry || remembered >= REMEMBERED) {
        carry = line.carry;
        memory = memoryOf(given + carry);
      }
      start = end;
    }
    return { text, kind: spec.id, form: options.form, dialects: options.dialects, lines, starts };
  };
}
