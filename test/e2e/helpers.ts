// What the suites of the extension host share: opening, waiting, looking for diagnostics and actions, applying them, undoing.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';

const LIMIT_MS = 15_000;
const STEP_MS = 50;

export const extensionId = 'daemonlint.daemonlint';

/** Asks again and again until `ask` gives something, and gives that; fails with `what` after 15 s. */
export async function waitFor<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + LIMIT_MS; Date.now() < end; await pause(STEP_MS)) {
    const answer = await ask();
    if (answer !== undefined) return answer;
  }
  return assert.fail(`waited ${LIMIT_MS} ms in vain for ${what}`);
}

export function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** The address of a file of the fixture host, by its path below the workspace folder. */
export function fixture(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'the editor was opened without a folder');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** Opens a file of the fixture host in an editor. */
export async function openFixture(path: string): Promise<vscode.TextDocument> {
  return show(await vscode.workspace.openTextDocument(fixture(path)));
}

/** Opens a new untitled document in an editor. */
export async function openUntitled(language: string, content: string): Promise<vscode.TextDocument> {
  return show(await vscode.workspace.openTextDocument({ language, content }));
}

export async function show(document: vscode.TextDocument): Promise<vscode.TextDocument> {
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

/** Throws away every unsaved change and closes every editor, so that the next test starts from the files as they are. */
export async function closeAll(): Promise<void> {
  for (const document of vscode.workspace.textDocuments.filter((open) => open.isDirty)) {
    await show(document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** The tabs that show a view of this type. */
export const webviews = (type: string): readonly vscode.Tab[] =>
  vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(type));

/** The diagnostics of a document once one of them is on a line that `line` matches (any line when absent). */
export function diagnosticsOf(document: vscode.TextDocument, line = /^/): Promise<readonly vscode.Diagnostic[]> {
  return waitFor(`a diagnostic on ${line} in ${document.uri}`, () => {
    const all = ours(document);
    return all.some((each) => line.test(document.lineAt(each.range.start).text)) ? all : undefined;
  });
}

/** The first diagnostic on a line that `line` matches. */
export async function diagnosticOn(document: vscode.TextDocument, line: RegExp): Promise<vscode.Diagnostic> {
  const found = (await diagnosticsOf(document, line)).find((each) => line.test(document.lineAt(each.range.start).text));
  assert.ok(found);
  return found;
}

/** Waits until no diagnostic is left on a line that `line` matches. */
export async function silence(document: vscode.TextDocument, line: RegExp): Promise<void> {
  await waitFor(
    `no diagnostic on ${line}`,
    () => !ours(document).some((each) => line.test(document.lineAt(each.range.start).text)) || undefined,
  );
}

/** The rule's id in a diagnostic, and the text of the page that its link leads to. */
export async function ruleOf({ code, message }: vscode.Diagnostic): Promise<{ readonly id: string; readonly page: string }> {
  assert.ok(typeof code === 'object', `the code of "${message}" has no link`);
  const page = await vscode.workspace.openTextDocument(code.target);
  return { id: String(code.value), page: page.getText() };
}

/** The place of the first line that `pattern` matches: the whole of its text. */
export function lineOf(document: vscode.TextDocument, pattern: RegExp): vscode.Range {
  const lines = Array.from({ length: document.lineCount }, (_, number) => document.lineAt(number));
  const line = lines.find(({ text }) => pattern.test(text));
  assert.ok(line, `no line of ${document.uri} matches ${pattern}`);
  return line.range;
}

/**
 * The actions that the editor offers at a place; `kind` narrows them to one sort.
 * The editor takes the question back when any extension registers a provider meanwhile, and its light bulb asks again; so does this.
 */
export function actionsAt(
  document: vscode.TextDocument,
  at: vscode.Range,
  kind?: vscode.CodeActionKind,
): Promise<readonly vscode.CodeAction[]> {
  const resolveAll = 100;
  const ask = async (): Promise<readonly vscode.CodeAction[] | undefined> => {
    try {
      return await vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, at, kind?.value, resolveAll);
    } catch (error) {
      if (error instanceof Error && error.message === new vscode.CancellationError().message) return undefined;
      throw error;
    }
  };
  return waitFor(`an answer to what can be done in ${document.uri}`, ask);
}

/** The action at a place whose title matches, as soon as the server offers it. */
export async function actionAt(
  document: vscode.TextDocument,
  at: vscode.Range,
  title: RegExp,
  kind?: vscode.CodeActionKind,
): Promise<vscode.CodeAction> {
  let offered: readonly vscode.CodeAction[] = [];
  const find = async () => {
    offered = await actionsAt(document, at, kind);
    return offered.find((action) => title.test(action.title));
  };
  return waitFor(`an action ${title}`, find).catch((error) => {
    throw new Error(`${error.message}; offered: ${offered.map((action) => action.title).join(' | ') || 'none'}`);
  });
}

/** Does what the editor does when a person picks the action: its edit, then its command. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit) assert.ok(await vscode.workspace.applyEdit(action.edit), `"${action.title}" was refused`);
  if (action.command) await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
}

/** Undoes the last change of a document, as Ctrl+Z does. */
export async function undo(document: vscode.TextDocument): Promise<void> {
  await show(document);
  await vscode.commands.executeCommand('undo');
}

/** Applies an action and checks the text that it leaves, then undoes it in one step and checks that nothing else had changed. */
export async function appliesAndUndoes(document: vscode.TextDocument, action: vscode.CodeAction, expected: string): Promise<void> {
  const before = document.getText();
  assert.notEqual(expected, before, 'the expectation is the text as it was');
  await apply(action);
  await waitFor('the edit', () => (document.getText() === before ? undefined : true));
  assert.equal(document.getText(), expected);
  await undo(document);
  assert.equal(document.getText(), before, 'undo did not restore the text');
}

function ours(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source?.startsWith('daemonlint'));
}
