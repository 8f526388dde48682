/** One entry as one dialect reads it: accepted with its sets, or refused at a field. */
import type { Dialect } from '../dialects/dialect.js';
import { type Bits, NONE, withValue } from '../fields/bits.js';
import { spillsToSaturday, withoutSpill } from '../fields/busybox.js';
import { readField } from '../fields/field.js';
import { fieldSpecs } from '../fields/spec.js';
import { ALWAYS, readDcronEntry } from './entry-dcron.js';
import { readSystemdEntry } from './entry-systemd.js';
import { flagsOf } from './flags.js';
import { isTooLong } from './length.js';
import { type EntryReading, type Refusal, refused } from './reading.js';
import type { EntryShape } from './shape.js';

export type { EntryReading, Refusal } from './reading.js';

/** True where a star behind the fields, or the word, is one too many. */
export const isStarred = ({ user, command }: EntryShape, { refusesStarCommand }: Dialect): boolean =>
  refusesStarCommand && (user ?? command)?.text.startsWith('*') === true;

/** The refusal that the words behind the time fields earn, if any. */
function refusedCommand(shape: EntryShape, dialect: Dialect): Refusal | undefined {
  const form = dialect.userColumn ? shape.form : 'user';
  const sixth = shape.user ?? shape.command;
  // Where there is no user column, the command begins with the user of a system crontab.
  const command = (form === shape.form ? shape.command : sixth)?.text ?? '';
  if (isStarred(shape, dialect)) return 'command';
  // Who minds the end of a user's line before the command minds it before the user.
  if (form === 'system' && shape.user === undefined) return dialect.emptyCommand.includes('user') ? 'username' : 'command';
  if (command === '' && (!dialect.emptyCommand.includes(form) || (form === 'system' && !shape.blankEnd))) return 'command';
  const { refused: wrongFlag } = flagsOf(form === shape.form ? shape : { ...shape, form, ...(sixth && { command: sixth }) }, dialect);
  if (wrongFlag) return wrongFlag;
  return isTooLong(shape, dialect) ? 'command' : undefined;
}

/** The words of the entry before the first `#`, with one for the command. */
function wordsBeforeComment(shape: EntryShape): number {
  const all = [...shape.fields, ...(shape.user ? [shape.user] : []), ...(shape.command ? [shape.command] : [])];
  const cut = all.findIndex((word) => word.text.includes('#'));
  if (cut === -1) return Math.min(all.length, 6);
  return Math.min(cut + (all[cut]?.text.startsWith('#') ? 0 : 1), 6);
}

function sameSets(a: readonly Bits[], b: readonly Bits[]): boolean {
  for (let index = 0; index < a.length; index++) {
    const x = a[index];
    const y = b[index];
    if (x !== y && (x?.low !== y?.low || x?.high !== y?.high)) return false;
  }
  return true;
}

const PLAIN: EntryReading = {};

/** What a word says that is a number of seconds. */
function readSeconds(word: string, { secondsWord }: Dialect): EntryReading | undefined {
  const every = secondsWord && /^\+?\d+$/.test(word) ? Number(word) : 0;
  return every > 0 ? { sets: ALWAYS, every, fromEnd: true } : undefined;
}

function readWord(word: string, shape: EntryShape, dialect: Dialect): EntryReading {
  const reading = dialect.words.includes(word) ? PLAIN : readSeconds(word, dialect);
  const wrong = reading === undefined ? 'time specifier' : refusedCommand(shape, dialect);
  if (wrong === undefined) return reading ?? PLAIN;
  return dialect.unknownWord === 'silent' ? { refused: wrong, silently: true } : refused(wrong);
}

/** Readers of entries that cut them otherwise than at the blanks between fields. */
const WHOLE: Partial<Readonly<Record<Dialect['reader'], (shape: EntryShape, dialect: Dialect) => EntryReading>>> = {
  systemd: readSystemdEntry,
  dcron: (shape) => readDcronEntry(shape).reading,
};

/**
 * What `dialect` makes of an entry. Where there is no user field, the user of a system crontab is a word of the command.
 * `like`: what another dialect made of it, which is given back where it says the same.
 */
export function readEntry(shape: EntryShape, dialect: Dialect, like?: EntryReading): EntryReading {
  if (shape.dashed && !dialect.quietDash) return readEntry(shape.dashed, dialect);
  const whole = WHOLE[dialect.reader];
  if (whole) return whole(shape, dialect);
  if (shape.macro) return readWord(shape.macro.text.slice(1), shape, dialect);
  if (dialect.commentAnywhere && wordsBeforeComment(shape) < 6) return { refused: 'command', silently: true };
  const sets: Bits[] = [];
  let random = false;
  let unread = false;
  for (const [index, spec] of fieldSpecs.entries()) {
    const text = shape.fields[index]?.text ?? '';
    const written = index === 0 && dialect.quietDash ? text.replace(/^-/, '') : text;
    const reading = readField(written, spec, dialect);
    if (reading === undefined) return refused(spec.title);
    sets.push(reading.values);
    random ||= reading.random;
    unread ||= reading.readTo !== undefined;
  }
  const [, , , months = NONE, weekdays = NONE] = sets;
  if (dialect.reader === 'busybox' && spillsToSaturday(months)) sets.splice(3, 2, withoutSpill(months), withValue(weekdays, 6));
  const wrong = refusedCommand(shape, dialect);
  if (wrong) return refused(wrong);
  if (like?.sets && like.random === random && (like.unread ?? false) === unread && sameSets(sets, like.sets)) return like;
  const starred = (index: number) => shape.fields[index]?.text.startsWith('*') ?? false;
  return { sets, random, domStar: starred(2), dowStar: starred(4), ...(unread && { unread }) };
}
