/** What a line costs that no cron in question takes. */
import type { Context } from '../../model/context.js';
import { costOf as costAt, type Dialect } from './dialect.js';
import { dialectById } from './dialects.js';
import type { EntryReading, Refusal } from './entry.js';
import type { CrontabLine } from './model.js';
import type { EntryShape } from './shape.js';

export interface Judge {
  readonly dialect: Dialect;
  readonly refused: Refusal;
  /** What it costs there; a sentence without its stop. */
  readonly cost: string;
}

/** How `dialect` refuses an entry of `shape` that it reads as `reading`, or takes it and never runs it; undefined where it runs it. */
export function judgeOf(dialect: Dialect, { refused, silently, lost }: EntryReading, shape: EntryShape): Judge | undefined {
  if (lost) return { dialect, refused: 'time specifier', cost: dialect.lostWord ?? dialect.badLine };
  if (refused === undefined) return undefined;
  return { dialect, refused, cost: `${costAt(dialect, refused, shape.form)}${silently ? ' without a word' : ''}` };
}

/** The dialects in question that refuse `line`, and where. */
export function judgesOf({ readings, shape }: CrontabLine, { dialects }: Pick<Context, 'dialects'>): readonly Judge[] {
  if (readings === undefined || shape === undefined) return [];
  return dialects.flatMap((id): Judge[] => {
    const dialect = dialectById(id);
    const reading = readings[id];
    const judge = dialect && reading && judgeOf(dialect, reading, shape);
    return judge ? [judge] : [];
  });
}

/** `Debian's cron ignores the whole file; cronie skips the entry`. */
export const costsIn = (judges: readonly Pick<Judge, 'cost'>[]): string => [...new Set(judges.map(({ cost }) => cost))].join('; ');

/** The same as sentences. */
export const costOf = (judges: readonly Judge[]): string => `${costsIn(judges)}.`;
