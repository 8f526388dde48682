/** Which lines crons need not be compared on: nearly all. */
import type { Dialect } from './dialects/dialect.js';
import type { CrontabLine } from './model.js';
import type { Assignment } from './reading/assignment.js';
import type { Form } from './reading/shape.js';

/** In what crons differ beyond the readings of entries. */
interface Differing {
  readonly assignments: boolean;
  /** Some take only assignments to a few names, or none at all. */
  readonly names: boolean;
  readonly zone: boolean;
  readonly delay: boolean;
  readonly days: boolean;
  readonly flags: boolean;
  readonly percent: boolean;
  readonly comment: boolean;
}

const known = new WeakMap<readonly Dialect[], Differing>();

const differ = (dialects: readonly Dialect[], of: (dialect: Dialect) => unknown): boolean => new Set(dialects.map(of)).size > 1;

function differingOf(dialects: readonly Dialect[]): Differing {
  let found = known.get(dialects);
  if (found === undefined) {
    found = {
      assignments: differ(dialects, ({ assignments, emptyValue }) => `${assignments} ${emptyValue}`),
      names: dialects.some(({ assignments }) => assignments === 'few' || assignments === 'none'),
      zone: differ(dialects, ({ zonedClock }) => zonedClock),
      delay: differ(dialects, ({ delaysRuns }) => delaysRuns),
      days: differ(dialects, ({ dayMatch }) => dayMatch),
      flags: differ(dialects, ({ flags }) => flags),
      percent: differ(dialects, ({ percentInput }) => percentInput),
      comment: differ(dialects, ({ commentAnywhere }) => commentAnywhere),
    };
    known.set(dialects, found);
  }
  return found;
}

/** An entry whose command begins with `-`, by its form. */
const DASHED: Readonly<Record<Form, RegExp>> = {
  user: /^[ \t]*(?:@\S+|\S+(?:[ \t]+\S+){4})[ \t]+-/,
  system: /^[ \t]*(?:@\S+|\S+(?:[ \t]+\S+){4})[ \t]+\S+[ \t]+-/,
};

/** True where what stands behind the equals sign is a word without quotes, and nothing follows: any cron that takes it takes it so. */
const isPlain = (text: string, end: number): boolean => /=[\w./:@,+%$-]+$/.test(text.slice(0, end)) && text.slice(end).trim() === '';

function areAlike(text: string, assignment: Assignment | undefined, differing: Differing): boolean {
  const name = assignment?.name.text;
  if ((differing.zone && name === 'CRON_TZ') || (differing.delay && name === 'RANDOM_DELAY')) return false;
  return !differing.assignments || (!differing.names && isPlain(text, assignment?.value.span.end ?? text.length));
}

/** True when `dialects` surely make the same of the line; its words need not be told apart for that. */
export function alike({ type, text, readings, assignment }: CrontabLine, dialects: readonly Dialect[], form: Form): boolean {
  if (dialects.length < 2) return true;
  const differing = differingOf(dialects);
  if (type === 'setting') return areAlike(text, assignment, differing);
  // By index, and so is the first: each entry comes here, and to take an array apart makes an iterator.
  const reading = readings?.[dialects[0]?.id ?? ''];
  if (reading === undefined || reading.refused !== undefined) return false;
  for (let at = 1; at < dialects.length; at++) if (readings?.[dialects[at]?.id ?? ''] !== reading) return false;
  if (differing.days || (differing.percent && text.includes('%')) || (differing.comment && text.includes('#'))) return false;
  return !(differing.flags && DASHED[form].test(text));
}
