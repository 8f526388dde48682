/** The command of an entry as one dialect takes it from the line, `%` and backslashes as they stand. */
import type { Dialect } from './dialect.js';
import type { EntryShape } from './shape.js';

/** The UTF-8 bytes of a character. */
const bytesOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Length of `text` in bytes of UTF-8. */
export function bytes(text: string): number {
  let count = 0;
  for (const character of text) count += bytesOf(character);
  return count;
}

/** As much of `text` as goes into `limit` bytes. */
function cutAt(text: string, limit: number): string {
  if (text.length * 4 <= limit) return text;
  let count = 0;
  let end = 0;
  for (const character of text) {
    count += bytesOf(character);
    if (count > limit) return text.slice(0, end);
    end += character.length;
  }
  return text;
}

/** `text` without the words before it that `dialect` takes for its own flags. */
function withoutFlags(text: string, { flags }: Dialect): string {
  if (flags === undefined || !text.startsWith('-')) return text;
  const lead = /^(?:-[a-z]+[ \t]+)+/.exec(text)?.[0] ?? '';
  return text.slice(lead.length);
}

/** What the shell gets of an entry that `dialect` takes. Where there is no user column, the user of a system crontab is part of it. */
export function commandBy(dialect: Dialect, { form, user, command }: EntryShape): string {
  const written = command?.text ?? '';
  const whole = form === 'system' && !dialect.userColumn ? `${user?.text ?? ''} ${written}` : withoutFlags(written, dialect);
  if (dialect.reader === 'systemd') return whole.split(/\s+/).join(' ').trim();
  const hash = dialect.commentAnywhere ? whole.indexOf('#') : -1;
  const uncommented = hash === -1 ? whole : whole.slice(0, hash).trimEnd();
  return dialect.longCommand === 'cut' ? cutAt(uncommented, dialect.longestCommand ?? uncommented.length * 4) : uncommented;
}
