/** What a line that cannot be read costs. */

import { withoutFeed } from '../../../text/lines.js';
import { costAt } from '../dialects/dialect.js';
import { type Dialect, dialectById, dialectsNamed } from '../dialects/dialects.js';
import { titles } from '../dialects/titles.js';
import type { CrontabLine } from '../model.js';
import type { EntryReading, Refusal } from '../reading/entry.js';
import type { EntryShape, Form } from '../reading/shape.js';
import { leftOverOf } from './left-over.js';

export interface Judge {
  readonly dialect: Dialect;
  readonly refused: Refusal;
  /** A sentence without its stop, the daemon first. */
  readonly cost: string;
}

/** Longest piece of a line that a cost quotes. */
const QUOTED = 40;

/** What it costs that `dialect` refuses `line`, of `form`, at `refused`; a sentence without its stop. */
export function costWithin(line: string, form: Form, refused: Refusal, dialect: Dialect): string {
  const left = leftOverOf(withoutFeed(line), form, refused, dialect);
  if (left === undefined) return costAt(dialect, refused, form);
  const rest = left.text.trim();
  const done = left.sets === undefined ? `runs “${rest.length > QUOTED ? `${rest.slice(0, QUOTED)}…` : rest}”` : `sets ${left.sets}`;
  return `${dialect.title} reads on behind the fault and ${done}`;
}

/** How `dialect` refuses an entry of `shape`, cut from `text`, that it reads as `reading`, or takes it and never runs it; undefined where it runs it. */
export function judgeOf(dialect: Dialect, { refused, silently, lost }: EntryReading, shape: EntryShape, text: string): Judge | undefined {
  if (lost) return { dialect, refused: 'time specifier', cost: dialect.lostWord ?? dialect.badLine };
  if (refused === undefined) return undefined;
  return { dialect, refused, cost: `${costWithin(text, shape.form, refused, dialect)}${silently ? ' without a word' : ''}` };
}

/** The dialects in question that refuse the line, in their order. */
export const judgesOf = ({ text, readings, shape }: CrontabLine, dialects: readonly string[]): readonly Judge[] =>
  dialects.flatMap((id) => {
    const dialect = dialectById(id);
    const reading = readings?.[id];
    return (dialect && reading && shape && judgeOf(dialect, reading, shape, text)) ?? [];
  });

/** `Debian's cron ignores the whole file; cronie skips the entry`. */
export const costOf = (judges: readonly Pick<Judge, 'cost'>[]): string => [...new Set(judges.map(({ cost }) => cost))].join('; ');

/** The same of a line whose fields are cut otherwise than they were meant, with what those that take it make of it. */
export function costOfShift(line: CrontabLine, dialects: readonly string[]): string {
  const judges = judgesOf(line, dialects);
  const takers = dialectsNamed(dialects).filter((dialect) => judges.every((judge) => judge.dialect !== dialect));
  const { user, command } = line.shape ?? {};
  const [word = ''] = (user ?? command)?.text.split(/[ \t]/, 1) ?? [];
  const run = `${titles(takers.map((dialect) => ({ dialect })))} ${takers.length === 1 ? 'runs' : 'run'} it at other times, with “${word}” for the ${user ? 'user' : 'command'}`;
  return [...(judges.length > 0 ? [costOf(judges)] : []), ...(takers.length > 0 ? [run] : [])].join('; ');
}
