/** One entry as one dialect reads it: accepted with its sets, or refused at a field. */
import { surplusOf } from '../../text/bytes.js';
import { type Word, words } from '../../text/words.js';
import { type Bits, NONE, withValue } from './bits.js';
import type { Dialect } from './dialects.js';
import { readField } from './field.js';
import { spillsToSaturday, withoutSpill } from './field-busybox.js';
import { type FieldSpec, fieldSpecs } from './field-spec.js';
import type { EntryShape } from './shape.js';

/** Where a dialect stops reading an entry, by the words of its own messages. */
export type Refusal = FieldSpec['title'] | 'time specifier' | 'username' | 'command' | 'option';

export interface EntryReading {
  readonly refused?: Refusal;
  /** Dropped without a word in the log. */
  readonly silently?: true;
  /** In the order of the fields; absent for `@` words. */
  readonly sets?: readonly Bits[];
  readonly random?: boolean;
  readonly domStar?: boolean;
  readonly dowStar?: boolean;
}

const refused = (at: Refusal): EntryReading => ({ refused: at });

/** The refusal that the words behind the time fields earn, if any. */
function refusedCommand(shape: EntryShape, dialect: Dialect): Refusal | undefined {
  const command = shape.command?.text ?? '';
  const sixth = shape.form === 'system' ? shape.user : shape.command;
  if (sixth?.text.startsWith('*') && dialect.refusesStarCommand) return 'command';
  if (shape.form === 'system' && shape.user === undefined) return dialect.emptyCommand.includes('system') ? 'username' : 'command';
  if (command === '' && !dialect.emptyCommand.includes(shape.form)) return 'command';
  if (hasStrangeFlag(command, dialect)) return 'option';
  return dialect.longCommand === 'refused' && surplusOf(command, dialect.longestCommand) > 0 ? 'command' : undefined;
}

/** True when a word that begins with `-` leads the command and has a letter that is no flag of `dialect`. */
function hasStrangeFlag(command: string, { flags }: Dialect): boolean {
  if (flags === undefined || !command.startsWith('-')) return false;
  const found = words(command);
  const end = found.findIndex(({ text }) => !/^-./.test(text));
  return found.slice(0, end === -1 ? found.length : end).some(({ text }) => [...text.slice(1)].some((letter) => !flags.includes(letter)));
}

/** The words of the entry before the first `#`, with one for the command. */
function wordsBeforeComment(shape: EntryShape): number {
  const all = [...shape.fields, ...(shape.user ? [shape.user] : []), ...(shape.command ? [shape.command] : [])];
  const cut = all.findIndex((word) => word.text.includes('#'));
  if (cut === -1) return Math.min(all.length, 6);
  return Math.min(cut + (all[cut]?.text.startsWith('#') ? 0 : 1), 6);
}

const sameSets = (a: readonly Bits[], b: readonly Bits[]): boolean =>
  a.every(({ low, high }, index) => low === b[index]?.low && high === b[index]?.high);

const PLAIN: EntryReading = {};

function readWord(shape: EntryShape, macro: Word, dialect: Dialect): EntryReading {
  const known = dialect.words.includes(macro.text.slice(1));
  if (!known) return dialect.reader === 'busybox' ? { refused: 'time specifier', silently: true } : refused('time specifier');
  const wrong = refusedCommand(shape, dialect);
  return wrong ? refused(wrong) : PLAIN;
}

/**
 * What `dialect` makes of an entry. BusyBox has no user field: in a system crontab the user is a word of the command.
 * `like`: what another dialect made of it, which is given back where it says the same.
 */
export function readEntry(shape: EntryShape, dialect: Dialect, like?: EntryReading): EntryReading {
  if (shape.macro) return readWord(shape, shape.macro, dialect);
  if (dialect.commentAnywhere && wordsBeforeComment(shape) < 6) return { refused: 'command', silently: true };
  const sets: Bits[] = [];
  let random = false;
  for (const [index, spec] of fieldSpecs.entries()) {
    const text = shape.fields[index]?.text ?? '';
    const written = index === 0 && dialect.quietDash ? text.replace(/^-/, '') : text;
    const reading = readField(written, spec, dialect);
    if (reading === undefined) return refused(spec.title);
    sets.push(reading.values);
    random ||= reading.random;
  }
  const [, , , months = NONE, weekdays = NONE] = sets;
  if (dialect.reader === 'busybox' && spillsToSaturday(months)) sets.splice(3, 2, withoutSpill(months), withValue(weekdays, 6));
  const wrong = refusedCommand(shape, dialect);
  if (wrong) return refused(wrong);
  if (like?.sets && like.random === random && sameSets(sets, like.sets)) return like;
  const starred = (index: number) => shape.fields[index]?.text.startsWith('*') ?? false;
  return { sets, random, domStar: starred(2), dowStar: starred(4) };
}
