/** One of the schedules that an entry may become whose times are drawn. */
import type { Word } from '../../../text/words.js';
import { type FieldSpec, fieldSpecs } from '../fields/spec.js';
import { readEntry } from '../reading/entry.js';
import type { EntryShape } from '../reading/shape.js';
import { type Schedule, scheduleOf } from '../schedule/schedule.js';
import type { Timing } from './timing.js';

/** `~` and `5~30/5`. */
const TILDE = /^(\w*)~(\w*)(\/\d+)?$/;
/** NetBSD's `?` and `?5-30`, with what that skips. */
const QUESTION = /^\?(?:(\d+)-(\w+))?/;

/** A name or a number of the field; `otherwise` where nothing is written. */
function valueIn(text: string, spec: FieldSpec, otherwise: number): number {
  const name = spec.names.indexOf(text.toLowerCase());
  return text === '' ? otherwise : name === -1 ? Number(text) : name + spec.low;
}

/** `word` with the middle of each range that is drawn from in its place; with a step, the values from the lower end on. */
function drawn(word: Word, spec: FieldSpec | undefined): Word {
  if (spec === undefined || !/[~?]/.test(word.text)) return word;
  const items = word.text.split(',').map((item) => {
    const range = TILDE.exec(item) ?? QUESTION.exec(item);
    if (range === null) return item;
    const [, from = '', to = '', step] = range;
    const first = valueIn(from, spec, spec.low);
    const last = valueIn(to, spec, spec.high);
    return step === undefined ? String(Math.floor((first + last) / 2)) : `${first}-${last}${step}`;
  });
  return { ...word, text: items.join(',') };
}

/** What the entry of `shape` may become as the cron of `timing` reads it; its own schedule where nothing is drawn. */
export function sampleOf(shape: EntryShape, { schedule, dialect }: Pick<Timing, 'schedule' | 'dialect'>): Schedule {
  if (!schedule.random) return schedule;
  const sample = { ...shape, fields: shape.fields.map((word, index) => drawn(word, fieldSpecs[index])) };
  return scheduleOf(sample, readEntry(sample, dialect), dialect) ?? schedule;
}
