/** The pages of rules: read-only documents `daemonlint-rule:/ID.md`, whose text the server gives. */
import { commands, type Disposable, languages, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask, methods, type RuleSummary } from './protocol.js';

const SCHEME = 'daemonlint-rule';

const idOf = ({ path }: Uri): string => path.replace(/^\//, '').replace(/\.md$/, '');

export const rulePages = (client: BaseLanguageClient): Disposable =>
  workspace.registerTextDocumentContentProvider(SCHEME, {
    async provideTextDocumentContent(uri) {
      const page = await ask<{ readonly markdown: string }>(client, methods.rule, { id: idOf(uri) });
      return page?.markdown ?? `# ${idOf(uri)}\n\nThere is no page for this rule.\n`;
    },
  });

/** Ids of the rules that speak on the line of the cursor. */
function rulesAtCursor(): readonly string[] {
  const editor = window.activeTextEditor;
  if (editor === undefined) return [];
  const { line } = editor.selection.active;
  const here = languages
    .getDiagnostics(editor.document.uri)
    .filter(({ source, range }) => source === 'daemonlint' && range.start.line <= line && line <= range.end.line);
  return [...new Set(here.map(({ code }) => String(typeof code === 'object' ? code.value : code)))];
}

/** The only rule at the cursor, or the one picked among those there, or among all. */
async function pickRule(client: BaseLanguageClient): Promise<string | undefined> {
  const here = rulesAtCursor();
  if (here.length === 1) return here[0];
  const all = (await ask<readonly RuleSummary[]>(client, methods.rules)) ?? [];
  const offered = here.length === 0 ? all : all.filter(({ id }) => here.includes(id));
  if (offered.length === 0) {
    void window.showWarningMessage(
      'The language server of daemonlint gives no rules; is it running? “daemonlint: Restart Server” starts it anew.',
    );
    return undefined;
  }
  const picked = await window.showQuickPick(
    offered.map(({ id, summary }) => ({ label: id, detail: summary })),
    { title: 'daemonlint: show a rule', matchOnDetail: true },
  );
  return picked?.label;
}

/** Shows the page of a rule; without an id, of the one at the cursor or of one to be picked. */
export async function showRule(client: BaseLanguageClient, id: unknown): Promise<void> {
  const wanted = typeof id === 'string' ? id : await pickRule(client);
  if (wanted === undefined) return;
  const uri = Uri.from({ scheme: SCHEME, path: `/${wanted}.md` });
  try {
    await commands.executeCommand('markdown.showPreview', uri);
  } catch {
    // The Markdown extension may be turned off; the page reads well as text, too.
    await window.showTextDocument(uri, { preview: true });
  }
}
