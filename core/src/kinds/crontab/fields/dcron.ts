/** Time fields as dcron reads them: the parser that BusyBox's was made of, with every number counted round. */
import { isBlank } from '../../../text/words.js';
import { atoi } from './atoi.js';
import { type Bits, has, NONE, withValue } from './bits.js';
import { type Family, filled, itemAt, nameAt, SIZE } from './busybox.js';
import { type FieldReading, type FieldSpec, fieldSpecs } from './spec.js';

/** Names it knows in lower case, and with a capital letter at the beginning. */
const DCRON: Family = {
  nameAt: (text, at, spec) => nameAt(text.charAt(at).toLowerCase() + text.slice(at + 1, at + 3), 0, spec),
  countsRound: true,
  // Before the minutes there is nothing that counts.
  spills: (value, { id }) => value < 0 && id !== 'minute',
};

/** `strtol` passes over white space before a number: the number of a step may be the next word. */
const STEP = /^[ \t\v\f\r]*([+-]?\d+)/;

interface Read {
  readonly values: Bits;
  /** Offset of the blank behind the field. */
  readonly end: number;
}

/** The field that begins at `start`, which is no blank; undefined where it is none, or no blank ends it. */
function fieldAt(text: string, start: number, spec: FieldSpec): Read | undefined {
  let values = NONE;
  let at = start;
  while (!isBlank(text[at])) {
    const found = itemAt(text, at, spec, DCRON);
    if (found === undefined) return undefined;
    at = found.at;
    // A range without its end is none, and no mistake.
    if (found.open) break;
    let step = 1;
    if (text[at] === '/') {
      const [whole = '', number] = STEP.exec(text.slice(at + 1)) ?? [];
      step = number === undefined ? 0 : atoi(number);
      at += 1 + whole.length;
    }
    const more = filled(values, found, step, spec, DCRON);
    if (more === undefined) return undefined;
    values = more;
    if (text[at] !== ',') break;
    at++;
  }
  return isBlank(text[at]) ? { values, end: at } : undefined;
}

/** What `text`, a field without blanks, means; months from 0. Undefined where dcron refuses it. */
export function readDcron(text: string, spec: FieldSpec): FieldReading | undefined {
  const found = text === '' ? undefined : fieldAt(`${text} `, 0, spec);
  return found && { values: { low: found.values.low, high: spec.id === 'minute' ? found.values.high : 0 }, random: false };
}

/** Values that a field of `spec` wrote before its array, as values of the field before, whose array has `size`. */
function spilled({ high }: Bits, into: Bits, size: number): Bits {
  let set = into;
  for (let back = 1; back <= size; back++) if (has({ low: 0, high }, 64 - back)) set = withValue(set, size - back);
  return set;
}

/** The sets of the five fields from `start` on, and the offset of what stands behind them; or the index of the one that is refused. */
export function readDcronTimes(
  text: string,
  start: number,
): { readonly sets: readonly Bits[]; readonly end: number } | { readonly refused: number } {
  const sets: Bits[] = [];
  let at = start;
  for (const [index, spec] of fieldSpecs.entries()) {
    const found = at === text.length ? undefined : fieldAt(text, at, spec);
    if (found === undefined) return { refused: index };
    const before = sets[index - 1];
    const left = fieldSpecs[index - 1];
    if (before && left) sets[index - 1] = spilled(found.values, before, SIZE[left.id]);
    sets.push(spec.id === 'minute' ? found.values : { low: found.values.low, high: 0 });
    at = found.end;
    while (isBlank(text[at])) at++;
  }
  return { sets, end: at };
}
