/** What is found in some of a document's lines, kept from one keystroke to the next: lines are looked at in chunks, and a keystroke changes one. */
import type { Line } from './line.js';
import { commonLines } from './linewise.js';
import { memo } from './memo.js';

type Chunk = readonly Line[];

/** Lines of a chunk; up to twice as many may come together before it is cut. */
const SIZE = 256;

/** Long documents whose chunks are remembered: those that somebody may have open side by side. */
const OPEN = 4;

interface Cut {
  readonly lines: readonly Line[];
  readonly chunks: readonly Chunk[];
}

let recent: readonly Cut[] = [];

/** `lines` in chunks of {@link SIZE}, the last of which may hold more. */
function cut(lines: readonly Line[]): Chunk[] {
  const chunks: Chunk[] = [];
  let at = 0;
  for (; lines.length - at > 2 * SIZE; at += SIZE) chunks.push(lines.slice(at, at + SIZE));
  if (at < lines.length) chunks.push(lines.slice(at));
  return chunks;
}

/** How many of the first of `chunks` hold no more than `count` lines together, and so many lines. */
function whole(chunks: readonly Chunk[], count: number): readonly [chunks: number, lines: number] {
  let found = 0;
  let lines = 0;
  for (const { length } of chunks) {
    if (lines + length > count) break;
    lines += length;
    found++;
  }
  return [found, lines];
}

/** `lines` in chunks; those of `before` in which all lines are the same are the same chunks. */
function cutAs(before: Cut, lines: readonly Line[]): readonly Chunk[] {
  const { start, end: same } = commonLines(before.lines, lines);
  const [first, from] = whole(before.chunks, start);
  const [last, behind] = whole([...before.chunks].reverse(), same);
  return [
    ...before.chunks.slice(0, first),
    ...cut(lines.slice(from, lines.length - behind)),
    ...before.chunks.slice(before.chunks.length - last),
  ];
}

/** Shorter documents are looked at faster than they are compared, and there are many of them. */
const isLong = (lines: readonly Line[]): boolean => lines.length > 2 * SIZE;

function chunksOf(lines: readonly Line[]): readonly Chunk[] {
  const same = recent.find((one) => one.lines === lines);
  if (same) return same.chunks;
  const before = recent.find((one) => one.lines[0] === lines[0] || one.lines.at(-1) === lines.at(-1));
  const chunks = before ? cutAs(before, lines) : cut(lines);
  recent = [{ lines, chunks }, ...recent.filter((one) => one !== before)].slice(0, OPEN);
  return chunks;
}

/** A line in which something was found, by its index. */
export interface Found<T> {
  readonly line: number;
  readonly value: T;
}

/** What `of` finds in lines, remembered of those of a long document that stay together; `of` gives their indices among those that it is given. */
export function finder<T>(of: (lines: readonly Line[]) => readonly Found<T>[]): (lines: readonly Line[]) => readonly Found<T>[] {
  const known = memo<Chunk, readonly Found<T>[]>();
  return (lines) => {
    if (!isLong(lines)) return of(lines);
    const all: Found<T>[] = [];
    let start = 0;
    for (const chunk of chunksOf(lines)) {
      const found = known.get(chunk) ?? known.set(chunk, of(chunk));
      for (const { line, value } of found) all.push({ line: start + line, value });
      start += chunk.length;
    }
    return all;
  };
}
