/** textDocument/formatting, rangeFormatting and onTypeFormatting */
import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  TextEdit,
} from 'vscode-languageserver';
import { formatEdits, formatEnded } from '../../../core/src/index.js';
import { toTextEdits } from '../convert/writing.js';
import { toSpan } from '../convert.js';
import type { Session } from '../session.js';

/** An entry is finished when its line is. */
export const FORMAT_TRIGGER = '\n';

export function format(session: Session, { textDocument }: DocumentFormattingParams): TextEdit[] {
  const open = session.at(textDocument.uri);
  return open ? toTextEdits(open.document, formatEdits(open.reading)) : [];
}

export function formatRange(session: Session, { textDocument, range }: DocumentRangeFormattingParams): TextEdit[] {
  const open = session.at(textDocument.uri);
  return open ? toTextEdits(open.document, formatEdits(open.reading, toSpan(open.document, range))) : [];
}

export function formatOnType(session: Session, { textDocument, position, ch }: DocumentOnTypeFormattingParams): TextEdit[] {
  const open = session.at(textDocument.uri);
  if (open === undefined || ch !== FORMAT_TRIGGER) return [];
  return toTextEdits(open.document, formatEnded(open.reading, open.document.offsetAt(position)));
}
