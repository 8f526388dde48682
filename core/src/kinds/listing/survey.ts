/** How much a text looks like a listing, and of which form. */
import { physicalEnd } from '../../text/lines.js';
import { decode } from './carry.js';
import { isPlainLink } from './link-line.js';
import type { ListingLine } from './model.js';
import { parseLine } from './parse.js';
import { wrappedEnd } from './wrapped.js';

/** Enough of a text to know it by. */
const LOOKED_AT = 65_536;
const LINES = 400;

interface Survey {
  /** Entries by form; several links may stand on one line. */
  readonly entriesOf: ReadonlyMap<string, number>;
  readonly links: number;
  /** Entries that nothing but such a listing has: with a target, a path of rcN.d, or several columns. */
  readonly certain: number;
  /** Lines with links or a row. */
  readonly entries: number;
  /** Lines that are neither blank nor headings. */
  readonly lines: number;
}

const formIn = ({ row, status }: ListingLine): string => status?.table ?? (row ? 'chkconfig' : 'links');

/** `announced`: what stands above says that rows of chkconfig follow; those of xinetd are a name and a word, as lines of many files are. */
function isCertain({ links, row, status }: ListingLine, announced: boolean): boolean {
  if (status || (row && announced)) return true;
  return links?.some(({ target, level }) => target !== undefined || /[0-9S]/.test(level)) || (row?.cells.length ?? 0) > 2;
}

/** True below a heading, such as `xinetd based services:`, that turns to what chkconfig writes; `so` is what was true above `line`. */
function announces(so: boolean, before: string, { type, carry }: ListingLine): boolean {
  if (type !== 'setting') return so;
  const { section } = decode(carry);
  return section !== decode(before).section && /^(?:xinetd|chkconfig)$/.test(section);
}

function survey(text: string): Survey {
  const entriesOf = new Map<string, number>();
  let [links, certain, entries, lines, plain] = [0, 0, 0, 0, 0];
  const looked = text.slice(0, LOOKED_AT);
  let carry = '';
  let announced = false;
  for (let start = 0, count = 0; start < looked.length && count < LINES; count++) {
    const feed = physicalEnd(looked, start);
    if (isPlainLink(looked.slice(start, feed))) {
      // The most common of all, and nothing that it tells the lines below makes them another form.
      start = feed;
      plain++;
      continue;
    }
    const end = wrappedEnd(looked, start);
    const line = parseLine(looked.slice(start, end), carry);
    announced = announces(announced, carry, line);
    [carry, start] = [line.carry, end];
    if (line.type === 'blank' || line.type === 'setting') continue;
    lines++;
    const of = line.links?.length ?? (line.row || line.status ? 1 : 0);
    if (of === 0) continue;
    entries++;
    links += line.links?.length ?? 0;
    entriesOf.set(formIn(line), (entriesOf.get(formIn(line)) ?? 0) + of);
    if (isCertain(line, announced)) certain++;
  }
  if (plain > 0) entriesOf.set('links', (entriesOf.get('links') ?? 0) + plain);
  return { entriesOf, links: links + plain, certain: certain + plain, entries: entries + plain, lines: lines + plain };
}

/** 0 to 1; at least 0.6 only where one line at least leaves no doubt, or many names stand alone, and most others are entries too. */
export function resembles(text: string): number {
  const { links, certain, entries, lines } = survey(text);
  if (lines === 0) return 0;
  const share = entries / lines;
  const sure = certain > 0 || (links >= 3 && share === 1);
  return sure && share >= 0.5 ? 0.5 + share / 2 : share / 2;
}

/** That of all entries; `mixed` where listings of several programs stand in one text. */
export function formOf(text: string): string | undefined {
  const [first, ...others] = survey(text).entriesOf.keys();
  return others.length > 0 ? 'mixed' : first;
}
