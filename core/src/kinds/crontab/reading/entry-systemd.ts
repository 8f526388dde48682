/** An entry as systemd-cron's generator cuts it: at any white space of Unicode, after the line was cut at its CRs. */

import type { Dialect } from '../dialects/dialect.js';
import type { Bits } from '../fields/bits.js';
import { readField } from '../fields/field.js';
import { fieldSpecs } from '../fields/spec.js';
import { type EntryReading, refused } from './reading.js';
import type { EntryShape } from './shape.js';

/** What Python takes for white space: JavaScript's, with a few controls and without the byte order mark. */
const SPACE = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

/** Offset of the first character of `text` that is no white space to Python, or its length. */
export const pythonIndent = (text: string): number => {
  const found = SPACE.exec(text);
  return found?.index === 0 ? found[0].length : 0;
};

/** So much of an entry is looked at: five fields, a user and the beginning of a command. */
const LOOKED_AT = 8;

/** The words of `shape`, cut anew. */
function wordsOf({ macro, fields, user, command }: EntryShape): string[] {
  const parts = [...(macro ? [macro] : []), ...fields, ...(user ? [user] : []), ...(command ? [command] : [])];
  const lines = parts
    .map(({ text }) => text)
    .join(' ')
    .split('\r');
  const line = lines.find((candidate) => candidate.trim() !== '') ?? '';
  return line.split(SPACE, LOOKED_AT).filter((word) => word !== '');
}

function setsOf(words: readonly string[], dialect: Dialect): EntryReading {
  const sets: Bits[] = [];
  for (const [index, spec] of fieldSpecs.entries()) {
    const reading = readField(words[index] ?? '', spec, dialect);
    if (reading === undefined) return refused(spec.title);
    sets.push(reading.values);
  }
  return { sets, domStar: words[2] === '*', dowStar: words[4] === '*' };
}

/** A number of days for a word, which only the anacrontab should have; beyond 31 the generator takes it for a number, which it is not, and dies. */
function everyDays(days: number, dialect: Dialect): EntryReading {
  if (days > 31) return refused('time specifier');
  return days < 1 ? { lost: true } : setsOf(['0', '0', `*/${days}`, '*', '*'], dialect);
}

function readWord(word: string, dialect: Dialect): EntryReading {
  const period = word.replace(/^@+/, '').toLowerCase();
  if (/^[+-]?\d+$/.test(period)) return everyDays(Number(period), dialect);
  const means = dialect.wordMeans && Object.hasOwn(dialect.wordMeans, period) ? dialect.wordMeans[period] : undefined;
  if (means !== undefined) return setsOf(means.split(' '), dialect);
  // The rest is handed to systemd, which reads `mon` and `12:30` as times as well.
  return dialect.words.includes(period) || /[\d*]|^(?:mon|tue|wed|thu|fri|sat|sun)/.test(period) ? {} : { lost: true };
}

/** What it makes of an entry. A line that is too short is `truncated`, whatever is missing. */
export function readSystemdEntry(shape: EntryShape, dialect: Dialect): EntryReading {
  const words = wordsOf(shape);
  const needed = (shape.macro ? 2 : 6) + (shape.form === 'system' ? 1 : 0);
  if (words.length < needed) return refused('command');
  return shape.macro ? readWord(words[0] ?? '', dialect) : setsOf(words, dialect);
}
