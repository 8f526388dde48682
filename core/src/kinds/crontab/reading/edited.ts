/** What crons would make of an entry that is written otherwise. */
import { applyEdits, type Edit } from '../../../text/edit.js';
import { withoutLineEnd } from '../../../text/lines.js';
import { dialectsNamed } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import { readEntry } from './entry.js';
import { indentOf, shapeOf } from './shape.js';

/** True where each of `dialects` takes the line once it is edited, with a command. */
export function isTakenWith(line: CrontabLine, edits: readonly Edit[], dialects: readonly string[]): boolean {
  const text = withoutLineEnd(applyEdits(line.text, edits));
  const shape = shapeOf(text, indentOf(text), line.shape?.form ?? 'user');
  return shape.command !== undefined && dialectsNamed(dialects).every((dialect) => readEntry(shape, dialect).refused === undefined);
}
