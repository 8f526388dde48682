/** textDocument/documentSymbol and textDocument/foldingRange */
import type { DocumentSymbol, DocumentSymbolParams, FoldingRange, FoldingRangeParams } from 'vscode-languageserver';
import { foldsOf, lineStarts, symbolsOf } from '../../../core/src/index.js';
import { toFold, toSymbol } from '../convert.js';
import type { Session } from '../session.js';

export function documentSymbols(session: Session, { textDocument }: DocumentSymbolParams): DocumentSymbol[] {
  const open = session.at(textDocument.uri);
  return open ? symbolsOf(open.reading).map((symbol) => toSymbol(open.document, symbol)) : [];
}

export function foldingRanges(session: Session, { textDocument }: FoldingRangeParams): FoldingRange[] {
  const open = session.at(textDocument.uri);
  if (open === undefined) return [];
  const starts = lineStarts(open.document.getText());
  return foldsOf(open.reading).map((fold) => toFold(open.document, starts, fold));
}
