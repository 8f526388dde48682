/** textDocument/completion */
import type { CompletionItem, CompletionParams } from 'vscode-languageserver';
import { completionsAt } from '../../../core/src/index.js';
import { toCompletions } from '../convert/writing.js';
import type { Session } from '../session.js';

/**
 * Signs after which something of a closed list comes: words behind `@`, parts of a time field, values. No blank: behind one the
 * signature shows what comes next, and a list that opens by itself would take the Enter that ends the line.
 */
export const completionTriggers = ['@', '*', ',', '-', '/', '=', '['];

export function completions(session: Session, { textDocument, position }: CompletionParams): CompletionItem[] {
  const open = session.at(textDocument.uri);
  return open ? toCompletions(open.document, completionsAt(open.reading, open.document.offsetAt(position))) : [];
}
