/** Core to LSP: edits, in the document at hand and in other files of its host. */
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit } from '../../../core/src/index.js';
import { type Places, toRange } from '../convert.js';

/** True for an offset between the CR and the LF of a line end, where no position is. */
const isWithin = (text: string, at: number): boolean => text[at - 1] === '\r' && text[at] === '\n';

/** An edit of one half of a line end is one of both. */
export function toTextEdit(document: TextDocument, { span: { start, end }, text }: Edit): TextEdit {
  const whole = document.getText();
  const [from, to] = [isWithin(whole, start) ? start - 1 : start, isWithin(whole, end) ? end + 1 : end];
  return { range: toRange(document, { start: from, end: to }), newText: `${whole.slice(from, start)}${text}${whole.slice(end, to)}` };
}

/** True for edits that take the CR from line ends, and do nothing else. */
export const areReturns = (document: TextDocument, edits: readonly Edit[]): boolean =>
  edits.every(({ file, span, text }) => file === undefined && text === '' && isWithin(document.getText(), span.end));

/** Undefined for a place in another file that is not known any more. */
function placed(document: TextDocument, edit: Edit, places: Places) {
  const { uri, version } = document;
  if (edit.file === undefined) return { uri, version, edit: toTextEdit(document, edit) };
  const there = places.elsewhere(edit.file, edit.span);
  return there && { uri: there.uri, version: there.version, edit: { range: there.range, newText: edit.text } };
}

/** The edit for all files that take part in it; undefined when one of them is not known any more. */
export function toWorkspaceEdit(document: TextDocument, edits: readonly Edit[], places: Places): WorkspaceEdit | undefined {
  const changes = new Map<string, { version: number | null; edits: TextEdit[] }>();
  for (const each of edits) {
    const place = placed(document, each, places);
    if (place === undefined) return undefined;
    const change = changes.get(place.uri) ?? { version: place.version, edits: [] };
    change.edits.push(place.edit);
    changes.set(place.uri, change);
  }
  if (!places.byVersion) return { changes: Object.fromEntries([...changes].map(([uri, { edits: textEdits }]) => [uri, textEdits])) };
  return {
    documentChanges: [...changes].map(([uri, { version, edits: textEdits }]) => ({ textDocument: { uri, version }, edits: textEdits })),
  };
}
