/** Rows that a mail or a narrow terminal has broken in two: the second half is read with the first. */
import { physicalEnd } from '../../text/lines.js';
import { isUnitFileState } from './tables/unit-files.js';
import { unitType } from './tables/unit-names.js';
import { isLoadState } from './tables/units.js';

/** No program writes a row whose halves are longer. */
const LONGEST = 512;

const wordsIn = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

/** The runlevel of the last column, where `text` ends with one of chkconfig. */
const lastLevel = (text: string): string | undefined => /(?:^|\s)([0-6])[:：][^\s:：]+\s*$/.exec(text)?.[1];

/** What a mail puts before each line that it quotes. */
const QUOTE = /^(?: *>)+/;

/** `second` without the quote marks that stand before `first` too. */
function withoutQuote(first: string, second: string): string {
  const marks = (text: string): string => (QUOTE.exec(text)?.[0] ?? '').replaceAll(' ', '');
  return marks(first) === marks(second) ? second.replace(QUOTE, '') : second;
}

/** True where `second` goes on with what `first` began: the states of a unit's name, or the columns behind a row's last one. */
function goesOn(first: string, second: string): boolean {
  const level = lastLevel(first);
  if (level !== undefined) return new RegExp(`^\\s*${Number(level) + 1}[:：][^\\s:：]+(?:\\s|$)`).test(second);
  const [name, ...others] = wordsIn(first).slice(/^\s*#?\s*[●○×↻*]\s/.test(first) ? 1 : 0);
  if (name === undefined || others.length > 0 || unitType(name.replace(/^#+/, '')) === undefined) return false;
  const [state = ''] = wordsIn(second);
  return isUnitFileState(state) || isLoadState(state);
}

/** Offset of the end of the row that begins at `start`, its second half included where it stands on the next physical line. */
export function wrappedEnd(text: string, start: number): number {
  const end = physicalEnd(text, start);
  if (end >= text.length || end - start > LONGEST || text.charCodeAt(end - 1) !== 10) return end;
  // A half ends with a column or a unit's name; most lines show at once that they are none.
  const first = text.slice(start, end);
  if (lastLevel(first) === undefined && !/^[^\s\w]*\s*\S+\.[a-z]+\s*$/.test(first)) return end;
  const next = physicalEnd(text, end);
  return next - end <= LONGEST && goesOn(first.replace(QUOTE, ''), withoutQuote(first, text.slice(end, next))) ? next : end;
}

/** Forms of which no row is ever joined: links are read whole without it, and a folder was listed by nobody's terminal. */
export const joinsIn = (form: string): boolean => form !== 'links' && form !== 'directory';
