/** From a text to its document: the loop over logical lines, and the memories that make a keystroke cheap. */
import { commonPrefix, commonSuffix } from '../text/alike.js';
import { apart } from '../text/apart.js';
import { physicalEnd } from '../text/lines.js';
import { holdsLongTags } from '../text/template.js';
import { Again } from './again.js';
import type { Document } from './document.js';
import type { KindSpec, ParseOptions } from './kind.js';
import type { Line } from './line.js';
import { memo } from './memo.js';
import { withTags } from './tagged.js';

/** Lines remembered for one kind; past this the memory starts anew, so that a large folder does not fill the heap. */
const REMEMBERED = 50_000;

/** Documents remembered whole: those that somebody may have open side by side. */
const OPEN = 4;

/** A text shorter than this is read before it is compared, in characters. */
const LONG = 16_384;

/** So few lines in the middle of a text are not worth to be foreseen: all that is behind them might be looked through. */
const FEW = 100;

const isForeseen = (fresh: readonly Line[], common: unknown): boolean => common === undefined || fresh.length >= FEW;

/** Lines that were read alone, by what they were given, what was carried to them, and their text. */
class Memory<L extends Line> {
  private readonly given = new Map<string, Map<string, L>>();
  private count = 0;

  constructor(private readonly spec: KindSpec<L>) {}

  /** A reader of pieces after `carry`. */
  after(carry: string, options: ParseOptions): (piece: string) => L {
    const key = `${options.form}\0${options.dialects.join()}\0${carry}`;
    let known = this.known(key);
    return (piece) => {
      let line = known.get(piece);
      if (line === undefined) {
        if (this.count >= REMEMBERED) known = this.known(key);
        const text = apart(piece);
        known.set(text, (line = this.spec.parseLine(text, carry, options)));
        this.count++;
      }
      return line;
    };
  }

  private known(key: string): Map<string, L> {
    if (this.count >= REMEMBERED) {
      this.given.clear();
      this.count = 0;
    }
    let lines = this.given.get(key);
    if (lines === undefined) this.given.set(key, (lines = new Map()));
    return lines;
  }
}

/** What a document read before has in common with a text: whole lines at its beginning and at its end. */
interface Common<L extends Line> {
  readonly before: Document<L>;
  /** So many lines at the beginning. */
  readonly lines: number;
  /** From this offset on the text is that of `before`, `by` further on. */
  readonly from: number;
  readonly by: number;
}

const firstFrom = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
};

function commonWith<L extends Line>(before: Document<L>, text: string): Common<L> | undefined {
  const start = commonPrefix(before.text, text);
  const end = commonSuffix(before.text, text, Math.min(before.text.length, text.length) - start);
  if ((start + end) * 2 < text.length) return undefined;
  // The line that holds the first difference, and one that ends just before it without its line feed, are read again.
  const lines = Math.max(0, firstFrom(before.starts, start) - 1);
  return { before, lines, from: text.length - end, by: text.length - before.text.length };
}

/** A parser for `spec` that gives an unchanged line, after an unchanged carry, as the same value. */
function parserFor<L extends Line>(spec: KindSpec<L>): (text: string, options: ParseOptions) => Document<L> {
  const memory = new Memory(spec);
  // Where lines are joined to those that follow, one cannot be taken over without looking at the others.
  const isPhysical = (options: ParseOptions): boolean => (spec.joinsLines ? !spec.joinsLines(options) : spec.lineEnd === physicalEnd);
  let recent: readonly { readonly document: Document<L>; readonly carry: string | undefined }[] = [];

  /** Those of the recent ones that were read with the same options. */
  const recentWith = ({ form, dialects, carry }: ParseOptions): readonly Document<L>[] =>
    recent.flatMap(({ document, carry: given }) =>
      document.form === form && document.dialects.join() === dialects.join() && given === carry ? [document] : [],
    );

  function read(text: string, options: ParseOptions, common?: Common<L>): Document<L> {
    const fresh: Lines<L> = { lines: [], starts: [] };
    // What the files of many hosts have in common is little.
    const readerAfter = (carry: string) =>
      options.once ? (piece: string) => spec.parseLine(piece, carry, options) : memory.after(carry, options);
    let carry = common?.before.lines[common.lines - 1]?.carry ?? options.carry ?? '';
    let readPiece = readerAfter(carry);
    let rest: number | undefined;
    for (let start = common?.before.starts[common.lines] ?? 0; start < text.length; ) {
      rest = common && start >= common.from ? restAt(common, start, carry) : undefined;
      if (rest !== undefined) break;
      const end = Math.min(text.length, Math.max(start + 1, spec.lineEnd(text, start, options)));
      const line = readPiece(text.slice(start, end));
      fresh.lines.push(line);
      fresh.starts.push(start);
      if (line.carry !== carry) readPiece = readerAfter((carry = line.carry));
      start = end;
    }
    if (isForeseen(fresh.lines, common)) spec.foresee?.(fresh.lines, text, fresh.starts[0] ?? 0);
    return documentOf(text, options, common ? joined(common, fresh, rest ?? common.before.lines.length) : fresh);
  }

  function documentOf(text: string, { form, dialects }: ParseOptions, lines: Lines<L>): Document<L> {
    const { id, superServer } = spec;
    return { text, kind: id, form, dialects, ...(superServer && { superServer }), ...lines };
  }

  function readLong(text: string, options: ParseOptions): Document<L> {
    const among = recentWith(options);
    const same = among.find((document) => document.text === text);
    if (same) return same;
    let common: Common<L> | undefined;
    for (const before of among) if ((common = commonWith(before, text))) break;
    const document = read(text, options, common);
    recent = [{ document, carry: options.carry }, ...recent.filter((one) => one.document !== common?.before)].slice(0, OPEN);
    return document;
  }

  return (text, options) => (options.once || !isPhysical(options) || text.length < LONG ? read(text, options) : readLong(text, options));
}

/** A parser for `spec`, see {@link parserFor}, that gives the same document to who asks again. */
export function parser<L extends Line>(spec: KindSpec<L>): (text: string, options: ParseOptions) => Document<L> {
  const plain = parserFor(spec);
  const tagged = parserFor(withTags(spec));
  // Who keeps the options of a text asks again with them: first for what it tells of its host, then for its findings.
  const byOptions = memo<ParseOptions, Document<L>>();
  const readers = new Map<string, Again<Document<L>>>();
  const againBy = ({ form, dialects, carry = '' }: ParseOptions): Again<Document<L>> => {
    const reader = `${form}\0${dialects.join()}\0${carry}`;
    let again = readers.get(reader);
    if (again === undefined) readers.set(reader, (again = new Again()));
    return again;
  };
  return (text, options) => {
    const known = byOptions.get(options);
    if (known?.text === text) return known;
    const make = () => (holdsLongTags(text) ? tagged : plain)(text, options);
    return byOptions.set(options, options.once ? againBy(options).of(text, make) : make());
  };
}

/** Lines and where they begin. */
interface Lines<L extends Line> {
  readonly lines: L[];
  readonly starts: number[];
}

/** The index in the document before of what a line is that begins at `start`, if one does there and was told the same. */
function restAt<L extends Line>({ before, by }: Common<L>, start: number, carry: string): number | undefined {
  const index = firstFrom(before.starts, start - by);
  return before.starts[index] === start - by && (before.lines[index - 1]?.carry ?? '') === carry ? index : undefined;
}

/** A copy of `list` with `fresh` in the place of what it has between `from` and `to`. */
function replaced<T>(list: readonly T[], from: number, to: number, fresh: readonly T[]): T[] {
  if (fresh.length !== to - from) return list.slice(0, from).concat(fresh, list.slice(to));
  // So it is after most keystrokes, and one copy will do.
  const copy = list.slice();
  for (let at = 0; at < fresh.length; at++) copy[from + at] = fresh[at] as T;
  return copy;
}

/** The lines of the document before with `fresh` in the place of those that differ; from the index `rest` on they are the same. */
function joined<L extends Line>({ before, lines: first, by }: Common<L>, fresh: Lines<L>, rest: number): Lines<L> {
  const starts = replaced(before.starts, first, rest, fresh.starts);
  if (by !== 0) for (let at = first + fresh.starts.length; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + by;
  return { lines: replaced(before.lines, first, rest, fresh.lines), starts };
}
