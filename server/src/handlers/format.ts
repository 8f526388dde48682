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
import { isVersion } from '../uri.js';

/** An entry is finished when its line is. */
export const FORMAT_TRIGGER = '\n';

/** A version of a file, as in a diff, cannot be written to. */
const writable = (session: Session, uri: string) => (isVersion(uri) ? undefined : session.at(uri));

export function format(session: Session, { textDocument }: DocumentFormattingParams): TextEdit[] {
  const open = writable(session, textDocument.uri);
  return open ? toTextEdits(open.document, formatEdits(open.reading)) : [];
}

export function formatRange(session: Session, { textDocument, range }: DocumentRangeFormattingParams): TextEdit[] {
  const open = writable(session, textDocument.uri);
  return open ? toTextEdits(open.document, formatEdits(open.reading, toSpan(open.document, range))) : [];
}

export function formatOnType(session: Session, { textDocument, position, ch }: DocumentOnTypeFormattingParams): TextEdit[] {
  const open = writable(session, textDocument.uri);
  if (open === undefined || ch !== FORMAT_TRIGGER) return [];
  return toTextEdits(open.document, formatEnded(open.reading, open.document.offsetAt(position)));
}
