/** What FreeBSD's cron makes of a line behind a time field that it refuses: it starts anew there, as at the start of a line. */
import type { Dialect } from '../dialects/dialect.js';
import { stopOf } from '../fields/field.js';
import { fieldSpecs } from '../fields/spec.js';
import type { Refusal } from '../reading/reading.js';
import { type Form, indentOf, shapeOf } from '../reading/shape.js';
import { verdictOf } from './verdict.js';

interface LeftOver {
  /** What is read of the line all the same. */
  readonly text: string;
  /** The name that it gives a value to; absent where it runs something. */
  readonly sets?: string;
}

/** What stands in `text` behind the character at which the field is given up; undefined where it is refused elsewhere, or ends before the field. */
function behind(text: string, form: Form, refusal: Refusal, dialect: Dialect): string | undefined {
  const index = fieldSpecs.findIndex(({ title }) => title === refusal);
  const shape = shapeOf(text, indentOf(text), form);
  const field = (shape.dashed ?? shape).fields[index];
  const spec = fieldSpecs[index];
  return spec && field && text.slice(field.span.start + stopOf(field.text, spec, dialect));
}

/** Times that it is followed; a line of so many words that are no times is no crontab's. */
const MOST = 50;

/** The entry or the assignment that is left of `text`, a line without its line feed that `dialect` refuses at `refusal`; undefined where there is none. */
export function leftOverOf(text: string, form: Form, refusal: Refusal, dialect: Dialect): LeftOver | undefined {
  if (!dialect.readsOn) return undefined;
  let at = refusal;
  let rest = text;
  for (let times = 0; times < MOST; times++) {
    const next = behind(rest, form, at, dialect);
    if (next === undefined) return undefined;
    rest = next;
    const verdict = verdictOf(rest, form, dialect);
    if (verdict.type === 'assignment') return { text: rest, sets: verdict.name };
    if (verdict.type === 'entry') return verdict.job.command === '' ? undefined : { text: rest };
    if (verdict.type !== 'rejected') return undefined;
    at = verdict.refusal;
  }
  return undefined;
}
