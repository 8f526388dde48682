/** How long a command may be for each cron, in bytes. */
import { surplusOf } from '../../../text/bytes.js';
import type { Dialect } from '../dialects/dialects.js';
import type { EntryShape } from './shape.js';

/** The limit of `dialect` for the command of `shape`, less the blanks before it that it keeps; undefined where there is none. */
export function roomFor({ user, command }: EntryShape, { longestCommand, keepsBlanks }: Dialect): number | undefined {
  const kept = keepsBlanks && user && command ? command.span.start - user.span.end - 1 : 0;
  return longestCommand === undefined ? undefined : longestCommand - kept;
}

/** Bytes of the command that `dialect` has no room for. */
export const surplusFor = (shape: EntryShape, dialect: Dialect): number => surplusOf(shape.command?.text ?? '', roomFor(shape, dialect));

/** True where `dialect` refuses the entry for the length of its command. */
export const isTooLong = (shape: EntryShape, dialect: Dialect | undefined): boolean =>
  dialect?.longCommand === 'refused' && surplusFor(shape, dialect) > 0;
