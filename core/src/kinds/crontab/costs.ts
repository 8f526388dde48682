/** What a line costs that no cron in question takes. */
import type { Context } from '../../model/context.js';
import { costOf as costAt, type Dialect } from './dialect.js';
import { dialectById } from './dialects.js';
import type { Refusal } from './entry.js';
import type { CrontabLine } from './model.js';

export interface Judge {
  readonly dialect: Dialect;
  readonly refused: Refusal;
  /** What it costs there; a sentence without its stop. */
  readonly cost: string;
}

/** The dialects in question that refuse `line`, and where; none for a line that is not broken. */
export function judgesOf({ type, readings, shape }: CrontabLine, { dialects }: Pick<Context, 'dialects'>): readonly Judge[] {
  if (type !== 'broken' || readings === undefined || shape === undefined) return [];
  return dialects.flatMap((id): Judge[] => {
    const dialect = dialectById(id);
    const reading = readings[id];
    if (dialect === undefined || reading?.refused === undefined) return [];
    const { refused, silently } = reading;
    return [{ dialect, refused, cost: `${costAt(dialect, refused, shape.form)}${silently ? ' without a word' : ''}` }];
  });
}

/** As sentences: `Debian's cron ignores the whole file; cronie skips the entry.` */
export const costOf = (judges: readonly Judge[]): string => `${[...new Set(judges.map(({ cost }) => cost))].join('; ')}.`;
