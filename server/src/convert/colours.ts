/** Core to LSP: semantic tokens. */
import type { SemanticTokensEdit, SemanticTokensLegend } from 'vscode-languageserver';
import { type Coloured, colourTypes } from '../../../core/src/index.js';

export const legend: SemanticTokensLegend = { tokenTypes: [...colourTypes], tokenModifiers: [] };

const numbers = new Map(colourTypes.map((type, index) => [type, index]));

/** Offset behind the line of `text` that begins at `start`, as an editor counts: a lone CR ends one too. */
function lineEnd(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) return at + 1;
  }
  return Number.POSITIVE_INFINITY;
}

/** Five numbers for each token: lines and columns from the one before, length, type, no modifiers. What holds line ends is told line by line. */
export function toTokens(text: string, colours: readonly Coloured[]): number[] {
  const data: number[] = [];
  let line = { number: 0, start: 0, end: lineEnd(text, 0) };
  let last = { line: 0, column: 0 };
  for (const { span, type } of colours) {
    for (let at = span.start; at < span.end; at = line.end) {
      while (line.end <= at) line = { number: line.number + 1, start: line.end, end: lineEnd(text, line.end) };
      const end = span.end < line.end ? span.end : at + text.slice(at, line.end).replace(/[\r\n]+$/, '').length;
      if (end === at) continue;
      const column = at - line.start;
      const down = line.number - last.line;
      data.push(down, down > 0 ? column : column - last.column, end - at, numbers.get(type) ?? 0, 0);
      last = { line: line.number, column };
    }
  }
  return data;
}

/** The one edit that makes `after` of `before`; none where they are the same. */
export function tokenEdits(before: readonly number[], after: readonly number[]): SemanticTokensEdit[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  if (head === before.length && head === after.length) return [];
  return [{ start: head, deleteCount: before.length - head - tail, data: after.slice(head, after.length - tail) }];
}
