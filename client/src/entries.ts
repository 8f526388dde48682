/** Commands on the entry at the cursor. They know no language: each runs a code action of the server. */
import { type CodeAction, type Command, commands, type TextEditor, window, workspace } from 'vscode';

/** In the order they are asked for: what answers a finding goes before what merely switches an entry. */
const DISABLING = ['quickfix.daemonlint.disable', 'refactor.rewrite.daemonlint.disable'];
const ENOUGH = 20;

const tell = (message: string): void => void window.showInformationMessage(message);

/** The actions that the editor offers at the cursor; `kind` narrows them. */
async function actionsAt({ document, selection }: TextEditor, kind?: string): Promise<readonly (CodeAction | Command)[]> {
  const offered = await commands.executeCommand<(CodeAction | Command)[] | undefined>(
    'vscode.executeCodeActionProvider',
    document.uri,
    selection,
    kind,
    ENOUGH,
  );
  return offered ?? [];
}

const isAction = (offered: CodeAction | Command): offered is CodeAction => typeof offered.command !== 'string';

async function run({ edit, command }: CodeAction): Promise<void> {
  if (edit && !(await workspace.applyEdit(edit))) return tell('The edit could not be applied: has the file changed, or is it read-only?');
  if (command) await commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** The preferred one, the only one, or the one that the person picks. */
async function oneOf(actions: readonly CodeAction[]): Promise<CodeAction | undefined> {
  const preferred = actions.find(({ isPreferred }) => isPreferred === true);
  if (preferred !== undefined || actions.length < 2) return preferred ?? actions[0];
  const picked = await window.showQuickPick(actions.map((action) => ({ label: action.title, action })));
  return picked?.action;
}

/** Disables the entry at the cursor as the server would, or says that there is none. */
export async function disableEntry(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return tell('Open a file and put the cursor on the entry that is to be disabled.');
  for (const kind of DISABLING) {
    const found = (await actionsAt(editor, kind)).filter(isAction).filter(({ edit }) => edit !== undefined);
    if (found.length === 0) continue;
    const chosen = await oneOf(found);
    return chosen && run(chosen);
  }
  tell('There is no entry at the cursor that could be disabled.');
}

/** Copies the command that disables the service at the cursor on its host, or says that there is none. */
export async function copyDisableCommand(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return tell('Open a file and put the cursor on a service.');
  const offered = (await actionsAt(editor)).map((action) => (isAction(action) ? action.command : action));
  const command = offered.find((each) => each?.command === 'daemonlint.copy');
  if (command === undefined) return tell('daemonlint knows no command that disables what is at the cursor.');
  await commands.executeCommand(command.command, ...(command.arguments ?? []));
}

/** Opens the selection (the whole text when nothing is selected) as a new crontab, for the server to judge. */
export async function checkSelectionAsCrontab(): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor === undefined) return tell('Select the lines that are to be checked.');
  const selected = editor.selections.filter(({ isEmpty }) => !isEmpty).map((selection) => editor.document.getText(selection));
  const content = selected.length === 0 ? editor.document.getText() : selected.join('\n');
  // Cron wants the last line ended, and where a selection stops says nothing of the file it is from.
  const ended = content === '' || content.endsWith('\n') ? content : `${content}\n`;
  await window.showTextDocument(await workspace.openTextDocument({ language: 'crontab', content: ended }));
}
