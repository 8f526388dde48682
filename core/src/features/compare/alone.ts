/** Lines of a file read by themselves. */
import type { Reading } from '../../lint/lint.js';
import type { LineRecord, Read } from '../../model/kind.js';
import { maskedLine } from '../masks.js';

/** `text` as it would be read in the place of the Line at `index`. */
export const readAlone = ({ document, choice, kind }: Reading, index: number, text: string): Read =>
  kind.read(text, { ...choice, carry: document.lines[index - 1]?.carry ?? choice.carry });

/** What the Line at `index` is to a machine: as it is written, and as people may be told of it. */
export function recordsAt(
  reading: Reading,
  index: number,
): { readonly written: LineRecord | undefined; readonly told: LineRecord | undefined } {
  const { choice, read } = reading;
  const options = { form: choice.form, dialect: choice.dialects[0] ?? '' };
  const written = read.record(index, options);
  const masked = maskedLine(read, index);
  return { written, told: masked === undefined ? written : readAlone(reading, index, masked).record(0, options) };
}
