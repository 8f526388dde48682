/** How much a text looks like a listing, and of which form. */
import { parseLine } from './parse.js';

/** Enough of a text to know it by. */
const LOOKED_AT = 65_536;
const LINES = 400;

interface Survey {
  /** Several may stand on one line. */
  readonly links: number;
  readonly rows: number;
  /** Entries that nothing but such a listing has: with a target, a path of rcN.d, or several columns. */
  readonly certain: number;
  /** Lines with links or a row. */
  readonly entries: number;
  /** Lines that are neither blank nor headings. */
  readonly lines: number;
}

function survey(text: string): Survey {
  let [links, rows, certain, entries, lines] = [0, 0, 0, 0, 0];
  let carry = '';
  for (const piece of text.slice(0, LOOKED_AT).split('\n', LINES)) {
    const line = parseLine(piece, carry);
    carry = line.carry;
    if (line.type === 'blank' || line.type === 'setting') continue;
    lines++;
    if (line.row) rows++;
    if (line.row || line.links) entries++;
    links += line.links?.length ?? 0;
    const placed = line.links?.some(({ target, level }) => target !== undefined || /[0-9S]/.test(level)) ?? false;
    if (placed || (line.row?.cells.length ?? 0) > 2) certain++;
  }
  return { links, rows, certain, entries, lines };
}

/** 0 to 1; at least 0.6 only where one line at least leaves no doubt, or many names stand alone, and most others are entries too. */
export function resembles(text: string): number {
  const { links, certain, entries, lines } = survey(text);
  if (lines === 0) return 0;
  const share = entries / lines;
  const sure = certain > 0 || (links >= 3 && share === 1);
  return sure && share >= 0.5 ? 0.5 + share / 2 : share / 2;
}

export function formOf(text: string): string | undefined {
  const { links, rows } = survey(text);
  if (links === rows) return undefined;
  return rows > links ? 'chkconfig' : 'links';
}
