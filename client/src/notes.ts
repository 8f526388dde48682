/** What the server's fixes ask of the client: text for the clipboard, and a word on what remains to be done. */
import { env, window } from 'vscode';

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
