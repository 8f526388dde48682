/** Rows of `chkconfig --list`: SysV scripts with a column per runlevel, and the services of xinetd. */
import { slice, type Word } from '../../text/words.js';
import { type Carry, NEVER } from './carry.js';
import { token } from './links.js';
import type { Cell, ListingToken, Row } from './model.js';
import { mayMeanState, meaningOf } from './onoff.js';
import { tellsOfServices } from './runlevels.js';

export interface RowReading {
  readonly tokens: readonly ListingToken[];
  readonly row: Row;
}

interface Column {
  readonly level: ListingToken;
  readonly colon: ListingToken;
  readonly state: ListingToken;
}

/** SuSE adds `B:` (boot) to the seven runlevels. */
const CELL = /^[0-9SB][:：]./;

function columnOf(word: Word): Column | undefined {
  if (!CELL.test(word.text)) return undefined;
  const state = slice(word, 2);
  return mayMeanState(state.text)
    ? { level: token('level', slice(word, 0, 1)), colon: token('colon', slice(word, 1, 2)), state: token('state', state) }
    : undefined;
}

/** The word for off in a row of unknown language: that of runlevel 0 or 6, in which nothing is ever on. */
const offAmong = (columns: readonly Column[]): string | undefined => columns.find(({ level }) => '06'.includes(level.text))?.state.text;

/** True for on, false for off; undefined when nothing tells. */
function stateOf(word: string, off: string | undefined, { on: carriedOn, off: carriedOff }: Carry): boolean | undefined {
  const known = meaningOf(word);
  if (known !== undefined) return known;
  if (off !== undefined) return word !== off;
  return word === carriedOn ? true : word === carriedOff ? false : undefined;
}

/** True for `o`, where a paste ends in the middle of `off`: nothing tells what it would have been. */
const isCut = (word: string, off: string | undefined): boolean => word !== off && off?.startsWith(word) === true;

/** The cells of `columns`, without a last one that is cut; undefined where they are none. */
function cellsOf(all: readonly Column[], carry: Carry): Cell[] | undefined {
  const off = offAmong(all);
  const columns = isCut(all.at(-1)?.state.text ?? '', off) ? all.slice(0, -1) : all;
  const cells = columns.flatMap(({ level, state }): Cell[] => {
    const on = stateOf(state.text, off, carry);
    return on === undefined ? [] : [{ level, state, on }];
  });
  return cells.length === columns.length ? cells : undefined;
}

function sysv(words: readonly Word[], carry: Carry): RowReading | undefined {
  const [first, ...others] = words;
  // What begins with a column, whole or cut, is the second half of a row.
  if (first === undefined || columnOf(first) !== undefined || /^[:：]/.test(first.text)) return undefined;
  const columns: Column[] = [];
  for (const word of others) {
    const column = columnOf(word);
    if (column === undefined) break;
    columns.push(column);
  }
  const cells = columns.length > 0 ? cellsOf(columns, carry) : undefined;
  if (cells === undefined || (columns.length === 1 && meaningOf(columns[0]?.state.text ?? '') === undefined)) return undefined;
  const name = token('name', first);
  const rest = others.slice(cells.length).map((word) => token('text', word));
  return {
    tokens: [name, ...columns.slice(0, cells.length).flatMap(({ level, colon, state }) => [level, colon, state]), ...rest],
    row: { name, cells, xinetd: false },
  };
}

/** What `chkconfig --list telnet` answers: no colon there, so only the command above tells that it is a row. */
function asked(first: Word, second: Word): RowReading | undefined {
  const on = meaningOf(second.text);
  if (on === undefined) return undefined;
  const [name, state] = [token('name', first), token('state', second)];
  return { tokens: [name, state], row: { name, cells: [{ state, on }], xinetd: true } };
}

function xinetd([first, second, third]: readonly Word[], carry: Carry): RowReading | undefined {
  if (first === undefined || second === undefined || third !== undefined) return undefined;
  const colonAt = first.text.length - 1;
  if (carry.section === 'chkconfig' && /^[\w.+-]+$/.test(first.text)) return asked(first, second);
  const named = colonAt > 0 && /[:：]/.test(first.text[colonAt] ?? '') && !/[:：/]/.test(first.text.slice(0, colonAt));
  const on = named && mayMeanState(second.text) ? stateOf(second.text, undefined, carry) : undefined;
  if (on === undefined) return undefined;
  const name = token('name', slice(first, 0, colonAt));
  const state = token('state', second);
  return { tokens: [name, token('colon', slice(first, colonAt)), state], row: { name, cells: [{ state, on }], xinetd: true } };
}

/** Reads `words` as a row of either block, with or without the block's header above; undefined when they are none. */
export const readRow = (words: readonly Word[], carry: Carry): RowReading | undefined => sysv(words, carry) ?? xinetd(words, carry);

/** What a row tells those below it. */
export function carryOfRow({ name, cells, xinetd: isXinetd }: Row, carry: Carry): Carry {
  const wordFor = (on: boolean, known: string): string => {
    const word = cells.find((cell) => cell.on === on)?.state.text;
    return word === undefined || /^(?:on|off)$/i.test(word) ? known : word;
  };
  const words = { on: wordFor(true, carry.on), off: wordFor(false, carry.off) };
  if (isXinetd) return { ...carry, ...words, section: 'xinetd' };
  const levels = cells.flatMap(({ level, on }) => (on && level && tellsOfServices(level.text) ? [level.text] : [])).join('') || NEVER;
  return { ...carry, ...words, section: 'rows', family: 'redhat', level: '?', xinetd: name.text === 'xinetd' ? levels : carry.xinetd };
}
