/** Physical lines: pieces that end in a line feed. A lone CR is an ordinary character, as it is to every daemon here. */
import type { Span } from './span.js';

/** Offsets at which the physical lines of `text` begin; always at least `[0]`. A text that ends in a line feed has no empty last line. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1 && at + 1 < text.length; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Offset behind the physical line that begins at `start`: behind its line feed, or the length. */
export function physicalEnd(text: string, start: number): number {
  const feed = text.indexOf('\n', start);
  return feed === -1 ? text.length : feed + 1;
}

/** Offset behind the line that begins at `start`, with those that a backslash at its end joins to it. */
export function backslashEnd(text: string, start: number): number {
  let end = physicalEnd(text, start);
  while (end < text.length && text[end - 2] === '\\') end = physicalEnd(text, end);
  return end;
}

/** `text` with its lines joined, as a program has them that reads so; at its end a backslash is left out as well. */
export const joinedText = (text: string): string => text.replace(/\\(?:\n|$)/g, '');

/** The joints of `text` alone left out, and the way back: the span in `text` of one without them, the joints in its midst included. */
export function unjoined(text: string): { readonly text: string; readonly spanOf: (span: Span) => Span } {
  const joints = Array.from(text.matchAll(/\\\n/g), ({ index }, count) => index - 2 * count);
  /** How many joints stand before `offset`, by bisection. */
  function before(offset: number): number {
    let [low, high] = [0, joints.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((joints[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  const shiftAt = (offset: number) => 2 * before(offset);
  const spanOf = ({ start, end }: Span) => ({ start: start + shiftAt(start + 1), end: end + shiftAt(Math.max(start + 1, end)) });
  return { text: text.replaceAll('\\\n', ''), spanOf };
}

/** `text` of the same length, with blanks for the backslashes and line feeds that join its lines. */
export const joined = (text: string): string => (text.includes('\n') ? text.replace(/\\\n/g, '  ') : text);

/** A 0-based line and a 0-based column in UTF-16 code units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** The place of `offset` among `starts` (ascending, from {@link lineStarts}), by bisection. */
export function placeOf(starts: readonly number[], offset: number): Place {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, column: offset - (starts[low] ?? 0) };
}

/** The line without its line feed alone: a CR before it is a character of the line. */
export const withoutFeed = (line: string): string => (line.endsWith('\n') ? line.slice(0, -1) : line);

/** `line` without its line end: a line feed, and the CR before it. */
export function withoutLineEnd(line: string): string {
  if (!line.endsWith('\n')) return line;
  return line.slice(0, line.charCodeAt(line.length - 2) === 13 ? -2 : -1);
}

/** The line end that most of `text` uses; `\n` where it has none. */
export function lineEndOf(text: string): '\n' | '\r\n' {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** The place of `offset` as an editor counts: behind a final line feed it is on a line of its own, which {@link lineStarts} leaves out. */
export const placeIn = (text: string, starts: readonly number[], offset: number): Place =>
  offset === text.length && text.endsWith('\n') ? { line: starts.length, column: 0 } : placeOf(starts, offset);
