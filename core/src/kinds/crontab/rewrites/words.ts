/** From five fields to the `@` word that means the same, and back. */
import type { Rewrite } from '../../../model/editing.js';
import { replace } from '../../../text/edit.js';
import { unjoined, withoutLineEnd } from '../../../text/lines.js';
import { type Dialect, dialectById } from '../dialects/dialects.js';
import { readEntry } from '../reading/entry.js';
import { type EntryShape, shapeOf } from '../reading/shape.js';
import { type Schedule, scheduleOf } from '../schedule/schedule.js';
import type { Site } from './site.js';

/** What each word stands for, in fields; of words that mean the same the usual one comes first. */
const FIELDS: ReadonlyMap<string, string> = new Map([
  ['@yearly', '0 0 1 1 *'],
  ['@annually', '0 0 1 1 *'],
  ['@monthly', '0 0 1 * *'],
  ['@weekly', '0 0 * * 0'],
  ['@daily', '0 0 * * *'],
  ['@midnight', '0 0 * * *'],
  ['@hourly', '0 * * * *'],
  ['@every_minute', '* * * * *'],
]);

/** The fields that `word` stands for; undefined for a word that has none. */
export const fieldsFor = (word: string): string | undefined => FIELDS.get(word);

/** All that a schedule says, a second Sunday and the days that never come aside. */
const said = ({ days, weekdays, ...rest }: Schedule): string =>
  JSON.stringify({ ...rest, days: { ...days, low: (days.low & ~1) >>> 0 }, weekdays: weekdays.low & 127 });

function meansTo(shape: EntryShape, dialect: Dialect): string | undefined {
  const schedule = scheduleOf(shape, readEntry(shape, dialect), dialect);
  return schedule && said(schedule);
}

/** True when every one of the dialects makes the same of both, what its clock does included, and at least one takes them. */
function alike(a: EntryShape, b: EntryShape, ids: readonly string[]): boolean {
  const pairs = ids.flatMap((id) => {
    const dialect = dialectById(id);
    return dialect ? [[meansTo(a, dialect), meansTo(b, dialect)]] : [];
  });
  return pairs.some(([first]) => first !== undefined) && pairs.every(([first, second]) => first === second);
}

/** The other way to write the time of the entry, where there is one that means exactly the same to all the crons in question. */
export function wordRewrites({ line, shape, start, time, context }: Site): readonly Rewrite[] {
  const body = withoutLineEnd(line.text);
  const written = unjoined(body.slice(time.start, time.end)).text;
  const options = shape.macro ? [FIELDS.get(written) ?? ''] : written.startsWith('-') ? [] : [...FIELDS.keys()];
  const found = options.find(
    (option) => option !== '' && alike(shape, shapeOf(`${option}${body.slice(time.end)}`, 0, shape.form), context.dialects),
  );
  if (found === undefined) return [];
  const span = { start: start + time.start, end: start + time.end };
  return [
    {
      name: shape.macro ? 'fields' : 'word',
      title: `Write ${found} for ${written.replace(/\s+/g, ' ')}`,
      edits: [replace({ span }, found)],
    },
  ];
}
