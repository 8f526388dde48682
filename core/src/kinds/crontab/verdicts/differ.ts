/** In words: who reads an entry or an assignment how, and what it costs with those who refuse it. */

import type { Span } from '../../../text/span.js';
import { isTemplated } from '../../../text/template.js';
import { costAt, type Dialect } from '../dialects/dialect.js';
import { dialectsNamed } from '../dialects/dialects.js';
import { type Bits, NONE } from '../fields/bits.js';
import { readAs } from '../fields/describe.js';
import { type FieldSpec, fieldSpecs } from '../fields/spec.js';
import type { CrontabLine } from '../model.js';
import { assignmentBy, heededAssignment } from '../reading/assignment.js';
import type { EntryShape } from '../reading/shape.js';
import { listed } from '../schedule/lists.js';
import type { Schedule } from '../schedule/schedule.js';
import { scheduleWords } from '../schedule/words.js';
import { type Comparison, type Difference, differenceIn, type Group, type Taking } from './compare.js';
import { costOf, type Judge } from './cost.js';
import { placeOf, textAt } from './refused.js';

/** A difference, ready to be told. */
export interface Told {
  readonly span: Span;
  /** Sentences. */
  readonly message: string;
}

const titles = (dialects: readonly Dialect[]): string => listed(dialects.map(({ title }) => title));

const whoOf = (group: Group): string => titles(group.map(({ dialect }) => dialect));

/** `one` for a group of one, `many` for more. */
const verb = (group: readonly unknown[], one: string, many: string): string => (group.length === 1 ? one : many);

const setAt = ({ schedule }: Taking, index: number): Bits => {
  const { minutes, hours, days, months, weekdays } = schedule ?? {};
  return [minutes, hours, days, months, weekdays][index] ?? NONE;
};

const drawnAt = ({ schedule }: Taking, index: number): boolean => (schedule?.draws[index] ?? 'none') !== 'none';

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** What each group makes of the field. */
const fieldWords = (groups: readonly Group[], index: number, spec: FieldSpec): string =>
  groups
    .map((group) => {
      const [first] = group;
      return first
        ? `${whoOf(group)} ${verb(group, 'reads', 'read')} it as ${readAs(setAt(first, index), drawnAt(first, index), spec)}`
        : '';
    })
    .join('; ');

const wordWords = (groups: readonly Group[]): string =>
  groups
    .map((group) => {
      const schedule: Schedule | undefined = group[0]?.schedule;
      const words = schedule ? scheduleWords(schedule) : 'a time of systemd';
      return `to ${whoOf(group)} it is: ${words}`;
    })
    .join('; ');

const dayWords = (groups: readonly Group[]): string =>
  groups
    .map((group) => {
      const dayMatch = group[0]?.schedule?.dayMatch;
      if (dayMatch === 'never') return `${whoOf(group)} never ${verb(group, 'runs', 'run')} it, since it names days in both fields of days`;
      const both = dayMatch === 'and';
      return `${whoOf(group)} ${verb(group, 'runs', 'run')} it on days that are in ${both ? 'both fields of days' : 'either field of days'}`;
    })
    .join('; ');

/** What each group makes of the command. */
const commandWords = (groups: readonly Group[]): string =>
  groups.map((group) => `${whoOf(group)} ${verb(group, 'runs', 'run')} “${shortened(group[0]?.command ?? '')}”`).join('; ');

const percentWords = (groups: readonly Group[]): string =>
  groups
    .map((group) =>
      group[0]?.dialect.percentInput
        ? `${whoOf(group)} ${verb(group, 'takes', 'take')} what follows an unescaped % for input, and the backslash off \\%`
        : `${whoOf(group)} ${verb(group, 'gives', 'give')} the shell the line as it stands`,
    )
    .join('; ');

/** Where the difference is, and what each makes of it. */
function differenceWords(difference: Difference, line: CrontabLine, shape: EntryShape): Told {
  const entry = placeOf(line, 'username');
  const { groups } = difference;
  switch (difference.on) {
    case 'field': {
      const spec = fieldSpecs[difference.index];
      const span = shape.fields[difference.index]?.span ?? entry;
      const words = spec ? fieldWords(groups, difference.index, spec) : '';
      return { span, message: `${spec?.title ?? 'field'} “${textAt(line, span)}”: ${words}` };
    }
    case 'word': {
      const span = shape.macro?.span ?? entry;
      return { span, message: `“${textAt(line, span)}”: ${wordWords(groups)}` };
    }
    case 'days': {
      const span = { start: shape.fields[2]?.span.start ?? entry.start, end: shape.fields[4]?.span.end ?? entry.end };
      return { span, message: `“${textAt(line, span)}”: ${dayWords(groups)}` };
    }
    case 'command':
      return { span: shape.command?.span ?? entry, message: `the command: ${commandWords(groups)}` };
    case 'percent':
      return { span: shape.command?.span ?? entry, message: `the % in the command: ${percentWords(groups)}` };
  }
}

/** Who takes what the others refuse. */
function refusalWords(line: CrontabLine, { refused }: Judge, taking: readonly Taking[]): Told {
  const span = placeOf(line, refused);
  const takes = `${whoOf(taking)} ${verb(taking, 'takes', 'take')}`;
  const what = fieldSpecs.some(({ title }) => title === refused) ? `“${textAt(line, span)}” as ${refused}` : `“${textAt(line, span)}”`;
  return { span, message: `${takes} ${what}, others refuse it` };
}

/** True where the percent sign may be that of a tag, which cron never sees. */
const isOfTemplate = ({ on }: Difference, { command }: EntryShape): boolean =>
  (on === 'percent' || on === 'command') && isTemplated(command?.text ?? '');

/** How the crons of `comparison` differ on the entry; undefined where they don't, or all refuse it. */
export function entryDifference(line: CrontabLine, shape: EntryShape, { refusing, taking }: Comparison): Told | undefined {
  const difference = differenceIn(taking, shape);
  const differing = difference && !isOfTemplate(difference, shape) ? differenceWords(difference, line, shape) : undefined;
  const [first] = refusing;
  if (first === undefined || taking.length === 0) return differing;
  const told = differing ?? refusalWords(line, first, taking);
  return { span: told.span, message: `${told.message}${differing ? '. Others refuse the entry' : ''}: ${costOf(refusing)}` };
}

/** What a dialect makes of a line that another takes for an assignment. */
interface Assigned {
  readonly dialect: Dialect;
  /** `NAME=value`; undefined where it is none. */
  readonly what: string | undefined;
}

/** True where `dialect` drops the assignment `text` without a word. */
export const isPassedOver = ({ assignments }: Dialect, text: string): boolean =>
  assignments === 'few' && heededAssignment(text.trimStart(), 0) === undefined;

/** True where all that are named do: then it has no value that anything could be said of. */
export function isIdle(ids: readonly string[], text: string): boolean {
  const dialects = dialectsNamed(ids);
  return dialects.length > 0 && dialects.every((dialect) => isPassedOver(dialect, text));
}

function assignedBy(dialect: Dialect, text: string, start: number): Assigned {
  const found = assignmentBy(dialect, text, start);
  return { dialect, what: found && !isPassedOver(dialect, text.slice(start)) ? `${found.name.text}=${found.value.text}` : undefined };
}

const refuses = ({ dialect }: Assigned): boolean => dialect.assignments !== 'few';

/** How `dialects` differ on a line that one of them takes for an assignment. `start`: its first non-blank. */
export function assignmentDifference(
  line: CrontabLine,
  start: number,
  dialects: readonly Dialect[],
  form: EntryShape['form'],
): Told | undefined {
  const { assignment } = line;
  if (assignment === undefined) return undefined;
  const all = dialects.map((dialect) => assignedBy(dialect, line.text.replace(/\n$/, ''), start));
  const taking = all.filter(({ what }) => what !== undefined);
  const others = all.filter(({ what }) => what === undefined);
  const span = placeOf(line, 'username');
  if (taking.length > 0 && others.length > 0) {
    const costs = others.map((other) => ({
      cost: refuses(other)
        ? costAt(other.dialect, 'minute', form)
        : `${other.dialect.title} passes it over: it knows MAILTO= and SHELL= only, without blanks`,
    }));
    return {
      span,
      message: `${titles(taking.map(({ dialect }) => dialect))} ${verb(taking, 'takes', 'take')} this for an assignment, others do not: ${costOf(costs)}`,
    };
  }
  const takers = taking.map(({ dialect }) => dialect);
  return valueDifference(line, span, taking) ?? zoneDifference(line, span, takers) ?? delayDifference(line, span, takers);
}

/** A value with quotes or blanks, which BusyBox takes as it stands and ends at the first blank. */
function valueDifference({ assignment }: CrontabLine, span: Span, taking: readonly Assigned[]): Told | undefined {
  const values = [...new Set(taking.map(({ what }) => what))];
  if (values.length < 2) return undefined;
  const groups = values.map((value) => taking.filter(({ what }) => what === value));
  const words = groups.map(
    (group) => `${titles(group.map(({ dialect }) => dialect))} ${verb(group, 'sets', 'set')} “${shortened(group[0]?.what ?? '')}”`,
  );
  return { span: assignment?.value.span ?? span, message: words.join('; ') };
}

/** RANDOM_DELAY puts runs off for some, and is a variable like any other for the rest. */
function delayDifference({ assignment }: CrontabLine, span: Span, dialects: readonly Dialect[]): Told | undefined {
  if (assignment?.name.text !== 'RANDOM_DELAY' || !/^0*[1-9]\d*$/.test(assignment.value.text)) return undefined;
  const heeding = dialects.filter(({ delaysRuns }) => delaysRuns);
  const others = dialects.filter(({ delaysRuns }) => !delaysRuns);
  if (heeding.length === 0 || others.length === 0) return undefined;
  return {
    span,
    message: `${titles(heeding)} ${verb(heeding, 'waits', 'wait')} up to so many minutes before a job below; ${titles(others)} ${verb(others, 'takes', 'take')} RANDOM_DELAY for a variable of the commands and ${verb(others, 'starts', 'start')} them on the minute`,
  };
}

/** CRON_TZ moves entries for some, and is a variable like any other for the rest. */
function zoneDifference({ assignment }: CrontabLine, span: Span, dialects: readonly Dialect[]): Told | undefined {
  if (assignment?.name.text !== 'CRON_TZ') return undefined;
  const heeding = dialects.filter(({ zonedClock }) => zonedClock !== undefined);
  const others = dialects.filter(({ zonedClock }) => zonedClock === undefined);
  if (heeding.length === 0 || others.length === 0) return undefined;
  return {
    span,
    message: `${titles(heeding)} ${verb(heeding, 'runs', 'run')} the entries below by this zone; ${titles(others)} ${verb(others, 'takes', 'take')} CRON_TZ for a variable of the commands and ${verb(others, 'keeps', 'keep')} to the zone of the host`,
  };
}
