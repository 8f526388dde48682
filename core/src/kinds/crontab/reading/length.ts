/** How long a line may be for each cron, in bytes. */
import { surplusOf } from '../../../text/bytes.js';
import type { Dialect } from '../dialects/dialects.js';
import type { EntryShape } from './shape.js';

/**
 * Longest assignment, the whole line. Debian 3.0pl1-162 takes 998 bytes with quotes around the value and refuses 999, as run; all
 * read into a buffer of this size (MAX_ENVSTR), and what does not fit is passed over up to the end of the line.
 */
export const longestAssignment: Readonly<Record<string, number>> = { debian: 998, cronie: 131_071, freebsd: 999, openbsd: 999 };

/** True where `dialect` refuses the entry for the length of its command. */
export const isTooLong = ({ command }: EntryShape, dialect: Dialect | undefined): boolean =>
  dialect?.longCommand === 'refused' && surplusOf(command?.text ?? '', dialect.longestCommand) > 0;
