/** Where crons differ on an entry: who refuses it, and what the others make of it. */

import { pieces } from '../../../text/shell/shell.js';
import { commandBy } from '../commands/command.js';
import { percentIn } from '../commands/percent.js';
import type { Dialect } from '../dialects/dialect.js';
import { type Bits, toHex } from '../fields/bits.js';
import { fieldSpecs } from '../fields/spec.js';
import type { CrontabLine } from '../model.js';
import { type EntryReading, readEntry } from '../reading/entry.js';
import { withoutOptions } from '../reading/job-options.js';
import type { EntryShape } from '../reading/shape.js';
import { type Schedule, scheduleOf } from '../schedule/schedule.js';
import { type Judge, judgeOf } from './cost.js';

/** What a dialect makes of an entry that it runs. */
export interface Taking {
  readonly dialect: Dialect;
  readonly reading: EntryReading;
  /** Undefined for `@` words that systemd alone may know the meaning of. */
  readonly schedule: Schedule | undefined;
  readonly command: string;
}

/** Crons that make the same of an entry. */
export type Group = readonly Taking[];

export interface Comparison {
  readonly refusing: readonly Judge[];
  /** In the order of the table. */
  readonly taking: readonly Taking[];
}

/** What each of `dialects` makes of an entry; `text` is the line that `shape` was cut from. `readings`: what is known of them. */
export function comparisonOf(
  text: string,
  shape: EntryShape,
  dialects: readonly Dialect[],
  readings: CrontabLine['readings'] = {},
): Comparison {
  const refusing: Judge[] = [];
  const taking: Taking[] = [];
  for (const dialect of dialects) {
    const reading = readings[dialect.id] ?? readEntry(shape, dialect);
    const judge = judgeOf(dialect, reading, shape, text);
    if (judge) refusing.push(judge);
    // Blanks that some keep before a command mean nothing to the shell.
    else
      taking.push({
        dialect,
        reading,
        schedule: scheduleOf(shape, reading, dialect),
        command: commandBy(dialect, text, shape).trimStart(),
      });
  }
  return { refusing, taking };
}

/** `taking` by what `keyOf` says of each: the order of the first of a kind. */
function grouped(taking: readonly Taking[], keyOf: (taken: Taking) => string): readonly Group[] {
  const groups = new Map<string, Taking[]>();
  for (const taken of taking) {
    const key = keyOf(taken);
    const group = groups.get(key);
    if (group) group.push(taken);
    else groups.set(key, [taken]);
  }
  return [...groups.values()];
}

const setsOf = ({ minutes, hours, days, months, weekdays }: Schedule): readonly Bits[] => [minutes, hours, days, months, weekdays];

/** A day 0, which BusyBox keeps, never comes. */
const withoutDayZero = (days: Bits): Bits => ({ low: (days.low & ~1) >>> 0, high: days.high });

const FULL_DAYS = 0xffff_fffe;
const FULL_WEEK = 127;

/** True where it matters whether a day must be in both fields or in one of them. */
const daysMatter = ({ days, weekdays }: Schedule): boolean =>
  withoutDayZero(days).low !== FULL_DAYS || (weekdays.low & FULL_WEEK) !== FULL_WEEK;

/** True for a `\\%` inside quotes: a shell that gets the backslash leaves it there. */
function escapesInQuotes(command: string): boolean {
  let quote = '';
  for (let at = 0; at < command.length; at++) {
    const c = command[at] ?? '';
    if (c === '\\') {
      if (quote !== '' && command[at + 1] === '%') return true;
      at += quote === "'" ? 0 : 1;
    } else if (quote !== '') quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'" || c === '`') quote = c;
  }
  return false;
}

/** `command` without a comment of the shell's, and with each run of white space as one blank. */
const essence = (command: string): string =>
  command
    .slice(0, pieces(command, 0, command.length).at(-1)?.end)
    .replace(/\s+/g, ' ')
    .trim();

const splitsCommand = (command: string): boolean => percentIn(command, 0) < command.length || escapesInQuotes(command);

/** How crons that take an entry differ on it: the first point at which they do. */
export type Difference =
  | { readonly on: 'field'; readonly index: number; readonly groups: readonly Group[] }
  | { readonly on: 'word' | 'days' | 'command' | 'percent'; readonly groups: readonly Group[] };

/** What the field of this index means to `taken`: the same text for the same times. */
export function timesAt({ schedule }: Taking, index: number): string {
  const bits = schedule && setsOf(schedule)[index];
  return bits ? toHex(index === 2 ? withoutDayZero(bits) : bits) : '';
}

/** The first point at which `taking` differ; undefined where they make the same of the entry. */
export function differenceIn(taking: readonly Taking[], shape: EntryShape): Difference | undefined {
  const split = (keyOf: (taken: Taking) => string): readonly Group[] | undefined => {
    const groups = grouped(taking, keyOf);
    return groups.length > 1 ? groups : undefined;
  };
  const kinds = split(({ schedule }) => `${schedule?.type ?? ''} ${schedule?.every ?? ''}`);
  if (kinds) return { on: 'word', groups: kinds };
  for (const index of fieldSpecs.keys()) {
    const groups = split((taken) => `${timesAt(taken, index)} ${taken.schedule?.draws[index] ?? ''}`);
    if (groups) return shape.macro ? { on: 'word', groups } : { on: 'field', index, groups };
  }
  const days = split(({ schedule }) => (schedule && daysMatter(schedule) ? schedule.dayMatch : ''));
  if (days) return { on: 'days', groups: days };
  const optioned = taking.some(({ dialect }) => dialect.jobOptions);
  const command = split((taken) => essence(optioned ? withoutOptions(taken.command) : taken.command));
  if (command) return { on: 'command', groups: command };
  const percent = splitsCommand(taking[0]?.command ?? '') ? split(({ dialect }) => String(dialect.percentInput)) : undefined;
  return percent && { on: 'percent', groups: percent };
}
