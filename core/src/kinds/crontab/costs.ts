/** What a line costs that no cron in question takes. */
import type { Context } from '../../model/context.js';
import { type Dialect, dialectById } from './dialects.js';
import type { Refusal } from './entry.js';
import type { CrontabLine } from './model.js';

export interface Judge {
  readonly dialect: Dialect;
  readonly refused: Refusal;
  readonly silently: boolean;
}

/** The dialects in question that refuse `line`, and where; none for a line that is not broken. */
export function judgesOf({ type, readings }: CrontabLine, { dialects }: Pick<Context, 'dialects'>): readonly Judge[] {
  if (type !== 'broken' || readings === undefined) return [];
  return dialects.flatMap((id): Judge[] => {
    const dialect = dialectById(id);
    const reading = readings[id];
    return dialect && reading?.refused ? [{ dialect, refused: reading.refused, silently: reading.silently === true }] : [];
  });
}

/** As sentences: `Debian's cron ignores the whole file; cronie skips the entry.` */
export const costOf = (judges: readonly Judge[]): string =>
  `${[...new Set(judges.map(({ dialect, silently }) => `${dialect.badLine}${silently ? ' without a word' : ''}`))].join('; ')}.`;
