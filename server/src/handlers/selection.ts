/** textDocument/selectionRange */
import type { SelectionRange, SelectionRangeParams } from 'vscode-languageserver';
import { selectionsAt } from '../../../core/src/index.js';
import { toSelectionRange } from '../convert/writing.js';
import type { Session } from '../session.js';

export function selectionRanges(session: Session, { textDocument, positions }: SelectionRangeParams): SelectionRange[] | null {
  const open = session.at(textDocument.uri);
  if (open === undefined) return null;
  const { document, reading } = open;
  return positions.map((position) => toSelectionRange(document, selectionsAt(reading, document.offsetAt(position))));
}
