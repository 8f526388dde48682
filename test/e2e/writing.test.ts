// What helps while one writes, in the editor itself: completion, signature, colours, selection and columns.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, openUntitled, waitFor } from './helpers.js';

const run = <T>(command: string, ...args: unknown[]): Promise<T> =>
  Promise.resolve(vscode.commands.executeCommand<T>(`vscode.${command}`, ...args));

describe('writing a crontab', () => {
  afterEach(closeAll);

  it('completes a weekday in a line that is not finished, and takes it in', async () => {
    const document = await openUntitled('crontab', 'SHELL=/bin/sh\n30 6 * * mo\n');
    const position = new vscode.Position(1, 11);
    const monday = await waitFor('mon among the proposals', async () => {
      const { items } = await run<vscode.CompletionList>('executeCompletionItemProvider', document.uri, position);
      return items.find(({ label }) => label === 'mon');
    });
    assert.match(String((monday.documentation as vscode.MarkdownString).value), /At 06:30 on Mondays/);
    const edit = new vscode.WorkspaceEdit();
    const { range } = monday;
    assert.ok(range instanceof vscode.Range);
    edit.replace(document.uri, range, String(monday.insertText));
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.lineAt(1).text, '30 6 * * mon');
  });

  it('names the field that is being written', async () => {
    const document = await openUntitled('crontab', '30 6 \n');
    const help = await waitFor('a signature', () =>
      run<vscode.SignatureHelp | undefined>('executeSignatureHelpProvider', document.uri, new vscode.Position(0, 5), ' '),
    );
    assert.equal(help.activeParameter, 2);
    assert.match(help.signatures[help.activeSignature]?.label ?? '', /^minute hour day/);
  });

  it('colours the program of an entry', async () => {
    const document = await openUntitled('crontab', '# note\n30 6 * * mon /usr/bin/backup all\n');
    const legend = await waitFor('a legend', () =>
      run<vscode.SemanticTokensLegend | undefined>('provideDocumentSemanticTokensLegend', document.uri),
    );
    const { data } = await run<vscode.SemanticTokens>('provideDocumentSemanticTokens', document.uri);
    // The comment is left to the grammar: the first token is on the second line.
    assert.equal(data[0], 1);
    const types = Array.from({ length: data.length / 5 }, (_, index) => legend.tokenTypes[data[5 * index + 3] ?? 0]);
    assert.equal(types.at(-1), 'function');
    assert.ok(types.includes('enumMember'));
  });

  it('grows a selection from a value to its field and the schedule', async () => {
    const document = await openUntitled('crontab', '30 1-5,7 * * mon /usr/bin/backup\n');
    const position = new vscode.Position(0, 5);
    const wanted = ['1-5', '1-5,7', '30 1-5,7 * * mon', '30 1-5,7 * * mon /usr/bin/backup'];
    await waitFor('the steps of the selection', async () => {
      const [first] = await run<vscode.SelectionRange[]>('executeSelectionRangeProvider', document.uri, [position]);
      const grown: string[] = [];
      for (let at = first; at; at = at.parent as vscode.SelectionRange) grown.push(document.getText(at.range));
      return wanted.every((text) => grown.includes(text)) || undefined;
    });
  });

  it('aligns the columns and leaves the commands alone', async () => {
    const text = '5 4 * * * /bin/a  b\n30\t14 * * *\t/bin/c \t\n';
    const document = await openUntitled('crontab', text);
    await waitFor('columns', async () => {
      await vscode.commands.executeCommand('editor.action.formatDocument');
      return document.getText() !== text || undefined;
    });
    assert.equal(document.getText(), '5  4  * * * /bin/a  b\n30 14 * * * /bin/c \t\n');
  });
});
