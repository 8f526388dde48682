/** What a line that cannot be read costs. */

import { costAt } from '../dialects/dialect.js';
import { type Dialect, dialectById, dialectsNamed } from '../dialects/dialects.js';
import { titles } from '../dialects/titles.js';
import type { CrontabLine } from '../model.js';
import type { EntryReading, Refusal } from '../reading/entry.js';
import type { EntryShape } from '../reading/shape.js';

export interface Judge {
  readonly dialect: Dialect;
  readonly refused: Refusal;
  /** A sentence without its stop, the daemon first. */
  readonly cost: string;
}

/** How `dialect` refuses an entry of `shape` that it reads as `reading`, or takes it and never runs it; undefined where it runs it. */
export function judgeOf(dialect: Dialect, { refused, silently, lost }: EntryReading, shape: EntryShape): Judge | undefined {
  if (lost) return { dialect, refused: 'time specifier', cost: dialect.lostWord ?? dialect.badLine };
  if (refused === undefined) return undefined;
  return { dialect, refused, cost: `${costAt(dialect, refused, shape.form)}${silently ? ' without a word' : ''}` };
}

/** The dialects in question that refuse the line, in their order. */
export const judgesOf = ({ readings, shape }: CrontabLine, dialects: readonly string[]): readonly Judge[] =>
  dialects.flatMap((id) => {
    const dialect = dialectById(id);
    const reading = readings?.[id];
    return (dialect && reading && shape && judgeOf(dialect, reading, shape)) ?? [];
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
