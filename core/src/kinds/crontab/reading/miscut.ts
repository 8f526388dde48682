/** Lines whose time fields are cut otherwise than they were meant: rules of their own tell that, and what else such a line seems to say matters to nobody. */
import type { CrontabLine } from '../model.js';
import { hidesFields } from './look-alikes.js';
import { mayHaveSixFields, sixFieldsIn } from './six-fields.js';
import { splitFieldsIn } from './split-field.js';

/** True for blanks that are none, or too many, and for a field too many. */
export const isMiscut = (line: CrontabLine, dialects: readonly string[]): boolean =>
  hidesFields(line.text) || (mayHaveSixFields(line) && sixFieldsIn(line) !== undefined) || splitFieldsIn(line, dialects) !== undefined;
