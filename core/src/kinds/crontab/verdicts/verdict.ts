/** One line of a crontab as one dialect alone reads it, whatever others make of it. */

import { fitting } from '../../../text/bytes.js';
import { type Job, jobOf } from '../commands/job.js';
import type { Dialect } from '../dialects/dialect.js';
import { type Bits, NONE } from '../fields/bits.js';
import { fieldSpecs } from '../fields/spec.js';
import { assignmentBy, heededAssignment } from '../reading/assignment.js';
import { type EntryReading, isStarred, type Refusal, readEntry } from '../reading/entry.js';
import { pythonIndent } from '../reading/entry-systemd.js';
import { isTooLong } from '../reading/length.js';
import { type EntryShape, type Form, indentOf, shapeOf } from '../reading/shape.js';
import { type Schedule, scheduleOf } from '../schedule/schedule.js';
import { wants } from './refused.js';

export interface EntryVerdict {
  readonly type: 'entry';
  readonly shape: EntryShape;
  readonly schedule: Schedule;
  /** Sets in the order of the fields; of an `@` word those that it stands for, none of `@reboot`. */
  readonly sets: readonly Bits[];
  readonly domStar: boolean;
  readonly dowStar: boolean;
  /** Nothing about the run goes into the log: asked for by a `-` before the minute, or a flag. */
  readonly quiet: boolean;
  readonly job: Job;
}

export interface RefusalVerdict {
  /** `ignored`: dropped without a word. */
  readonly type: 'rejected' | 'ignored';
  /** The first thing at fault. */
  readonly refusal: Refusal;
  /** What stands there; '' where something is missing. */
  readonly value: string;
  /** It is taken, and yet never run. */
  readonly lost?: true;
  /** The command is refused for its length alone. */
  readonly tooLong?: true;
}

export type Verdict =
  | { readonly type: 'blank' | 'comment' }
  | { readonly type: 'assignment'; readonly name: string; readonly value: string }
  | EntryVerdict
  | RefusalVerdict;

function assigned(text: string, indent: number, dialect: Dialect): { readonly name: string; readonly value: string } | undefined {
  const found = dialect.assignments === 'few' ? heededAssignment(text, indent) : assignmentBy(dialect, text, indent);
  if (found === undefined) return undefined;
  const value = found.value.text;
  return { name: found.name.text, value: dialect.trimsQuoted ? unquotedAgain(value.replace(/(?<![ \t\v\f\r])[ \t\v\f\r]+$/, '')) : value };
}

/** `value` without the quotes around it. */
const unquotedAgain = (value: string): string => value.replace(/^(["'])([\s\S]*)\1$/, '$2');

/** What stands where `shape` is refused. */
function valueAt(shape: EntryShape, refusal: Refusal): string {
  const index = fieldSpecs.findIndex(({ title }) => title === refusal);
  if (index !== -1) return (shape.dashed ?? shape).fields[index]?.text ?? '';
  if (refusal === 'time specifier') return shape.macro?.text ?? '';
  if (refusal === 'job name') return '';
  return (refusal === 'username' ? shape.user?.text : shape.command?.text) ?? '';
}

/** Which field of days each `@` word counts as a star: the parsers set the flags beside the sets. */
function starOf(word: string, { weeklyStar, dailyStars }: Dialect): 'day' | 'weekday' | 'both' | undefined {
  if (word === 'weekly') return weeklyStar;
  if (dailyStars && (word === 'daily' || word === 'midnight' || word === 'hourly')) return 'both';
  return word === 'yearly' || word === 'annually' || word === 'monthly' ? 'weekday' : undefined;
}

function setsOf(schedule: Schedule): readonly Bits[] {
  if (schedule.type === 'reboot') return [NONE, NONE, NONE, NONE, NONE];
  return [schedule.minutes, schedule.hours, schedule.days, schedule.months, schedule.weekdays];
}

function entryVerdict(text: string, shape: EntryShape, reading: EntryReading, dialect: Dialect): EntryVerdict | undefined {
  const schedule = scheduleOf(shape, reading, dialect);
  if (schedule === undefined) return undefined;
  const job = jobOf(text, shape, dialect);
  const star = shape.macro && reading.sets === undefined ? starOf(shape.macro.text.slice(1), dialect) : undefined;
  return {
    type: 'entry',
    shape,
    schedule,
    sets: reading.sets ?? setsOf(schedule),
    domStar: star === 'day' || star === 'both' || reading.domStar === true,
    dowStar: star === 'weekday' || star === 'both' || reading.dowStar === true,
    quiet: (dialect.quietDash && (shape.dashed ?? shape).fields[0]?.text.startsWith('-') === true) || job.flags.includes('q'),
    job,
  };
}

/** What `dialect` makes of a line without a NUL behind its time fields. */
function readLine(text: string, form: Form, dialect: Dialect): Verdict {
  const indent = dialect.blanks === 'unicode' ? pythonIndent(text) : indentOf(text);
  if (indent === text.length) return { type: 'blank' };
  if (text[indent] === '#') return { type: 'comment' };
  const assignment = assigned(text, indent, dialect);
  if (assignment) return { type: 'assignment', ...assignment };
  const shape = shapeOf(text, indent, dialect.userColumn ? form : 'user');
  const reading = readEntry(shape, dialect);
  const entry = entryVerdict(text, shape, reading, dialect);
  if (entry) return entry;
  const refusal = reading.refused ?? 'time specifier';
  // What is taken and never run gets no word in the log either.
  return {
    type: reading.silently || reading.lost ? 'ignored' : 'rejected',
    ...(reading.lost && { lost: true }),
    ...(refusal === 'command' && !isStarred(shape, dialect) && isTooLong(shape, dialect) && { tooLong: true }),
    refusal,
    value: valueAt(shape, refusal),
  };
}

/** Where a command or a value begins, which C reads up to a NUL. */
const stringStart = (text: string, { shape }: EntryVerdict): number =>
  (shape.macro ?? shape.fields.at(-1) ?? { span: { end: text.length } }).span.end;

/** What C reads ends at a NUL. In ISC's crons that ends the command or the value; what follows is read as a line of its own, and if it is refused, so is all. */
function aroundNul(text: string, form: Form, dialect: Dialect): Verdict {
  if (dialect.reader === 'systemd') return readLine(text, form, dialect);
  if (dialect.reader !== 'isc') return readLine(text.slice(0, text.indexOf('\0')), form, dialect);
  const verdict = readLine(text, form, dialect);
  if (verdict.type !== 'entry' && verdict.type !== 'assignment') return verdict;
  const at = text.indexOf('\0', verdict.type === 'entry' ? stringStart(text, verdict) : 0);
  if (at === -1) return verdict;
  for (const piece of text.slice(at + 1).split('\0')) {
    const next = readLine(piece, form, dialect);
    if (next.type === 'rejected') return next;
  }
  return readLine(text.slice(0, at), form, dialect);
}

/** What `dialect` makes of `text`, one line without its line feed; a CR before that belongs to the line, as the daemons have it. */
export function verdictOf(text: string, form: Form, dialect: Dialect): Verdict {
  const read = dialect.longestLine === undefined ? text : text.slice(0, fitting(text, dialect.longestLine));
  return read.includes('\0') ? aroundNul(read, form, dialect) : readLine(read, form, dialect);
}

/** Longest piece of a line that a reason quotes. */
const QUOTED = 60;

/** `bad minute “61”: minute is 0 to 59`. */
export function reasonOf(verdict: RefusalVerdict, dialect: Dialect): string {
  if (verdict.tooLong) return `command too long: more than ${dialect.longestCommand} bytes`;
  const { refusal, value, lost } = verdict;
  if (lost) return `${dialect.lostWord ?? dialect.badLine}: “${value}”`;
  const quoted = value.length > QUOTED ? `${value.slice(0, QUOTED)}…` : value;
  return `bad ${refusal}${value === '' ? '' : ` “${quoted}”`}: ${value === '' ? 'it is missing; ' : ''}${wants(refusal, dialect)}`;
}
