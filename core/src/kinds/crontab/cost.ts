/** What a line that cannot be read costs. */
import { type Dialect, dialectById } from './dialects.js';
import type { Refusal } from './entry.js';
import type { CrontabLine } from './model.js';

export interface Judge {
  readonly dialect: Dialect;
  readonly refused: Refusal;
  readonly silently: boolean;
}

/** The dialects in question that refuse the line, in their order. */
export const judgesOf = ({ readings }: CrontabLine, dialects: readonly string[]): readonly Judge[] =>
  dialects.flatMap((id): Judge[] => {
    const dialect = dialectById(id);
    const reading = readings?.[id];
    return dialect && reading?.refused ? [{ dialect, refused: reading.refused, silently: reading.silently === true }] : [];
  });

/** `Debian's cron ignores the whole file; cronie skips the entry`. */
export const costOf = (judges: readonly Judge[]): string =>
  [...new Set(judges.map(({ dialect, silently }) => `${dialect.badLine}${silently ? ' without a word' : ''}`))].join('; ');
