/** What the server's actions ask of the client: text for the clipboard, a document to show, other line ends, and a word on what remains to be done. */
import { EndOfLine, env, type TextDocument, TextEdit, Uri, ViewColumn, WorkspaceEdit, window, workspace } from 'vscode';

const SHOWN_MS = 5000;

/** Copies `text`, and says so in passing. */
export async function copy(text: unknown): Promise<void> {
  if (typeof text !== 'string') return;
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(`Copied: ${text}`, SHOWN_MS);
}

/** Says each note once per session, so that a row of fixes does not repeat it. */
export function noteTaker(): (note: unknown) => void {
  const said = new Set<string>();
  return (note) => {
    if (typeof note !== 'string' || said.has(note)) return;
    said.add(note);
    void window.showInformationMessage(note);
  };
}

/** Shows `{language, text}` as a new document beside the one at hand if there is one, and gives it; the editor asks for a name when it is saved. */
export async function openUntitled(given: unknown): Promise<TextDocument | undefined> {
  const { language, text } = (given ?? {}) as { readonly language?: unknown; readonly text?: unknown };
  if (typeof language !== 'string' || typeof text !== 'string') return undefined;
  const document = await workspace.openTextDocument({ language, content: text });
  const alone = window.tabGroups.activeTabGroup.activeTab === undefined;
  await window.showTextDocument(document, alone ? ViewColumn.Active : ViewColumn.Beside);
  return document;
}

/** Ends the lines of the document at `uri` in LF, which no edit of its text does in this editor; `done` follows. */
export async function useLineFeeds(uri: unknown, done: () => void): Promise<void> {
  if (typeof uri !== 'string') return;
  const edit = new WorkspaceEdit();
  edit.set(Uri.parse(uri), [TextEdit.setEndOfLine(EndOfLine.LF)]);
  if (await workspace.applyEdit(edit)) done();
}
