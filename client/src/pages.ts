/** What views that the server writes have in common: nonces, and the way from them to a line. */
import { TextEditorRevealType, type Uri, ViewColumn, window, workspace } from 'vscode';

/** How long the keys must be quiet before a view asks anew, in milliseconds. */
export const QUIET = 300;

export interface Page {
  readonly html: string;
}

/** Letters and digits that nobody can foretell. */
export function newNonce(): string {
  const values = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(values, (value) => value.toString(36)).join('');
}

export const nameOf = ({ path }: Uri): string => path.replace(/^.*\/(?=.)/, '');

/** Puts the cursor on a line, and a column of it (both 0-based), where the file is shown, or beside the view where it is not. */
export async function goTo(uri: Uri, line: unknown, column: unknown = 0): Promise<void> {
  if (typeof line !== 'number' || !Number.isInteger(line) || line < 0) return;
  const document = await workspace.openTextDocument(uri).then(undefined, () => undefined);
  if (document === undefined) return void window.showWarningMessage(`${nameOf(uri)} cannot be opened any more.`);
  const { range } = document.lineAt(Math.min(line, document.lineCount - 1));
  const shown = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  const start = typeof column === 'number' && column > 0 ? range.start.translate(0, Math.min(column, range.end.character)) : range.start;
  const selection = range.with({ start, end: start });
  const editor = await window.showTextDocument(document, { selection, viewColumn: shown?.viewColumn ?? ViewColumn.One });
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}
