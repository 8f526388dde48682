/** Another way to write what crons read differently, which all of them read alike. */
import type { Fix } from '../../../model/finding.js';
import { insert, replace } from '../../../text/edit.js';
import type { Word } from '../../../text/words.js';
import type { Dialect } from '../dialects/dialect.js';
import { type Bits, toHex, valuesOf } from '../fields/bits.js';
import { readField } from '../fields/field.js';
import { type FieldSpec, fieldSpecs } from '../fields/spec.js';
import type { CrontabLine } from '../model.js';
import type { EntryShape } from '../reading/shape.js';
import { lastGap, seriesOf } from '../schedule/lists.js';
import { type Comparison, type Taking, timesAt } from './compare.js';

/** `1-3,7` for ascending values. */
function listOf(values: readonly number[]): string {
  const parts: string[] = [];
  for (let from = 0; from < values.length; ) {
    let to = from;
    while (values[to + 1] === (values[to] ?? 0) + 1) to++;
    parts.push(to === from ? `${values[from] ?? ''}` : `${values[from] ?? ''}-${values[to] ?? ''}`);
    from = to + 1;
  }
  return parts.join(',');
}

/** Ways to write `values` of a field, the shortest first. A star in a field of days would change how the two are taken together. */
function writings(values: readonly number[], spec: FieldSpec): readonly string[] {
  const size = spec.high - spec.low + 1;
  const series = values.length > 2 ? seriesOf(values) : undefined;
  if (series === undefined || series.step === 1) return [listOf(values)];
  const { first, last, step } = series;
  const starred =
    spec.id !== 'day' && spec.id !== 'weekday' && first === spec.low && lastGap({ ...series, first: 0, last: last - first }, size);
  return [...(starred ? [`*/${step}`] : []), `${first}-${last}/${step}`, listOf(values)];
}

/** `set` as all of `dialects` read it; undefined where none of our ways to write it does. */
function writtenFor(set: Bits, spec: FieldSpec, dialects: readonly Dialect[]): string | undefined {
  const values = valuesOf(set).filter((value) => spec.id !== 'weekday' || value < 7);
  const means = toHex(set);
  return values.length === 0
    ? undefined
    : writings(values, spec).find((text) =>
        dialects.every((dialect) => {
          const reading = readField(text, spec, dialect);
          return reading !== undefined && !reading.random && toHex(reading.values) === means;
        }),
      );
}

/** The field as `taken` reads it, written so that all of `dialects` do. */
function fieldFix(word: Word, index: number, taken: Taking, dialects: readonly Dialect[]): Fix | undefined {
  const spec = fieldSpecs[index];
  const set = taken.reading.sets?.[index];
  if (spec === undefined || set === undefined || taken.schedule?.draws[index] !== 'none') return undefined;
  const text = writtenFor(set, spec, dialects);
  if (text === undefined || text === word.text) return undefined;
  return {
    title: `Write ${text}, which all of them read as ${taken.dialect.title} reads ${word.text}`,
    edits: [replace(word, text)],
    safe: false,
  };
}

/** For a field that crons read differently, or that some refuse: one fix for each way to read it. */
export function entryFixes({ fields, macro }: EntryShape, { refusing, taking }: Comparison): readonly Fix[] {
  const dialects = [...refusing, ...taking].map(({ dialect }) => dialect);
  if (macro) return [];
  const fixes = fields.flatMap((word, index) => {
    const differs =
      refusing.some(({ refused }) => refused === fieldSpecs[index]?.title) ||
      new Set(taking.map((taken) => timesAt(taken, index))).size > 1;
    return differs ? taking.flatMap((taken) => fieldFix(word, index, taken, dialects) ?? []) : [];
  });
  const byText = new Map(fixes.map((fix): [string, Fix] => [fix.edits[0]?.text ?? '', fix]).reverse());
  return [...byText.values()].reverse();
}

/** An assignment of nothing, written as an assignment to all. */
export function assignmentFixes({ assignment, text }: CrontabLine, dialects: readonly Dialect[]): readonly Fix[] {
  if (assignment === undefined || assignment.value.text !== '' || /["']/.test(text.slice(assignment.equals))) return [];
  // BusyBox keeps the quotes, POSIX knows no assignment.
  if (dialects.some(({ assignments }) => assignments === 'few' || assignments === 'none')) return [];
  return [{ title: `Write ${assignment.name.text}="", which all of them take`, edits: [insert(assignment.equals + 1, '""')], safe: true }];
}
