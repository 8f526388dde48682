/** Core to LSP: semantic tokens. */
import type { SemanticTokensEdit, SemanticTokensLegend } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Coloured, colourTypes } from '../../../core/src/index.js';

export const legend: SemanticTokensLegend = { tokenTypes: [...colourTypes], tokenModifiers: [] };

const numbers = new Map(colourTypes.map((type, index) => [type, index]));

/** A token of LSP lies on one line; to an editor a lone CR ends one too. */
const LINE_END = /\r\n|\r|\n/;

/** Five numbers for each token: lines and columns from the one before, length, type, no modifiers. */
export function toTokens(document: TextDocument, colours: readonly Coloured[]): number[] {
  const text = document.getText();
  const data: number[] = [];
  let [lastLine, lastColumn] = [0, 0];
  for (const { span, type } of colours) {
    const { line: first, character } = document.positionAt(span.start);
    for (const [below, piece] of text.slice(span.start, span.end).split(LINE_END).entries()) {
      if (piece === '') continue;
      const line = first + below;
      const column = below === 0 ? character : 0;
      data.push(line - lastLine, line === lastLine ? column - lastColumn : column, piece.length, numbers.get(type) ?? 0, 0);
      [lastLine, lastColumn] = [line, column];
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
