/** What `date` prints in the place of `$(date +\%u)`. The widths are those of strftime in POSIX, and of GNU, BSD and BusyBox for the rest. */
import { baseName } from '../../../text/base-name.js';
import type { Command, Run } from '../../../text/shell/commands.js';
import type { Piece } from '../../../text/shell/shell.js';
import type { Span } from '../../../text/span.js';
import type { Word } from '../../../text/words.js';

/** A number that `date` prints. */
export interface Counted {
  readonly low: number;
  readonly high: number;
  /** How many digits it has at least. */
  readonly width: number;
  /** What fills it up to them: a zero or a blank. */
  readonly filler: string;
}

const counted = (low: number, high: number, width = 2, filler = '0'): Counted => ({ low, high, width, filler });

/** By the letter behind `%`. */
const COUNTED: Readonly<Record<string, Counted>> = {
  d: counted(1, 31),
  e: counted(1, 31, 2, ' '),
  u: counted(1, 7, 1),
  w: counted(0, 6, 1),
  H: counted(0, 23),
  k: counted(0, 23, 2, ' '),
  I: counted(1, 12),
  l: counted(1, 12, 2, ' '),
  M: counted(0, 59),
  S: counted(0, 60),
  m: counted(1, 12),
  j: counted(1, 366, 3),
  U: counted(0, 53),
  W: counted(0, 53),
  V: counted(1, 53),
  y: counted(0, 99),
};

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const short = (names: readonly string[]): readonly string[] => names.map((name) => name.slice(0, 3));

/** Names that are printed in English, as cron has it where nobody sets a language. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  a: short(WEEKDAYS),
  A: WEEKDAYS,
  b: short(MONTHS),
  h: short(MONTHS),
  B: MONTHS,
};

/** A call of `date` that prints one thing, in the place of which the shell puts it. */
export interface PrintedDate {
  /** The letter behind `%`. */
  readonly letter: string;
  /** The letter and what stands before it, as written but for a backslash: `%-d`. */
  readonly format: string;
  /** Of the letter. */
  readonly span: Span;
  readonly piece: Piece;
  readonly prints: Counted | readonly string[];
}

/** What a call of `date` with a format has in it. */
export const DATE = /date[ \t][^\n]{0,200}?\+["']?\\?%/;

/** `+%d`, its `%` behind a backslash or not, in quotes or not; GNU's and BSD's flags for no filler, a blank, a zero. */
const FORMAT = /^(["']?)\+(["']?)\\?%([-_0]?)([A-Za-z])\2\1$/;

function withFlag(prints: Counted, flag: string): Counted {
  if (flag === '') return prints;
  return { ...prints, width: flag === '-' ? 1 : prints.width, filler: flag === '_' ? ' ' : '0' };
}

function printed(piece: Piece, { program, args }: Command): PrintedDate | undefined {
  const formats = args.filter(({ text }) => /^["']?\+/.test(text));
  const format = formats[0];
  const hit = format && formats.length === 1 && baseName(program.text) === 'date' ? FORMAT.exec(format.text) : null;
  if (!hit || format === undefined) return undefined;
  const [, , , flag = '', letter = ''] = hit;
  const number = Object.hasOwn(COUNTED, letter) ? COUNTED[letter] : undefined;
  const prints = number ? withFlag(number, flag) : flag === '' && Object.hasOwn(NAMED, letter) ? NAMED[letter] : undefined;
  if (prints === undefined) return undefined;
  const at = format.span.start + format.text.lastIndexOf(letter);
  return { letter, format: `%${flag}${letter}`, span: { start: at, end: at + 1 }, piece, prints };
}

/** Of the runs of one command line those that print a date for the command around them. */
export function datesIn(runs: readonly Run[]): readonly PrintedDate[] {
  return runs.flatMap(({ piece, command }) => {
    const { opener, host } = piece.list;
    return command && host && (opener === '$(' || opener === '`') ? (printed(piece, command) ?? []) : [];
  });
}

/** True when nothing but the date, and maybe quotes around it, makes up `word`. */
export function isAlone({ piece }: PrintedDate, { text, span }: Word): boolean {
  const [before, behind] = [text.slice(0, piece.start - span.start), text.slice(piece.end - span.start)];
  return /^"?(?:\$\(|`)[ \t]*$/.test(before) && /^[)`]"?$/.test(behind);
}

/** Of `names` the one of the day or month that `word` begins to spell in English, or spells. */
export function nameFor(names: readonly string[], word: string): string | undefined {
  const plain = word.toLowerCase();
  const isName = plain.length >= 3 && [...WEEKDAYS, ...MONTHS].some((name) => name.toLowerCase().startsWith(plain));
  return isName ? names.find((name) => plain.startsWith(name.slice(0, 3).toLowerCase())) : undefined;
}

/** What is printed for `value`. */
export const filled = (value: number, { width, filler }: Counted): string => String(value).padStart(width, filler);
