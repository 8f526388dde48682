/** The command of an entry as one dialect takes it from the line, `%` and backslashes as they stand. */
import { fitting } from '../../../text/bytes.js';
import type { Dialect } from '../dialects/dialect.js';
import { readDcronEntry } from '../reading/entry-dcron.js';
import { flagsOf } from '../reading/flags.js';
import type { EntryShape } from '../reading/shape.js';

/** What stands behind the user, or the fields. `text`: the line of the entry. */
function writtenIn(text: string, { user, command }: EntryShape, { keepsBlanks }: Dialect): string {
  return keepsBlanks && user ? text.slice(user.span.end + 1) : (command?.text ?? '');
}

/**
 * What `dialect` keeps for the shell of an entry that it takes; `text` is the line of the entry. Where there is no user column, the user of a
 * system crontab is part of it.
 */
export function commandBy(dialect: Dialect, text: string, shape: EntryShape): string {
  if (dialect.jobOptions) return readDcronEntry(shape).command;
  const { form, user } = shape;
  const written = writtenIn(text, shape, dialect);
  const whole = form === 'system' && !dialect.userColumn ? `${user?.text ?? ''} ${written}` : written.slice(flagsOf(shape, dialect).end);
  if (dialect.reader === 'systemd') return whole.split(/\s+/).join(' ').trim();
  const hash = dialect.commentAnywhere ? whole.indexOf('#') : -1;
  const uncommented = hash === -1 ? whole : whole.slice(0, hash).trimEnd();
  return dialect.longCommand === 'cut'
    ? uncommented.slice(0, fitting(uncommented, dialect.longestCommand ?? Number.POSITIVE_INFINITY))
    : uncommented;
}
