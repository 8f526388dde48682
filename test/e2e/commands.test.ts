// The commands of the palette, each by what it leaves behind.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticOn, diagnosticsOf, lineOf, openFixture, openUntitled, waitFor } from './helpers.js';

/** Puts the cursor of the active editor on a place, or selects it. */
function select(range: vscode.Range): vscode.TextEditor {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor);
  editor.selection = new vscode.Selection(range.start, range.end);
  return editor;
}

/** An empty range at the start of the first line that matches. */
function cursorOn(document: vscode.TextDocument, line: RegExp): vscode.Range {
  const { start } = lineOf(document, line);
  return new vscode.Range(start, start);
}

describe('the commands', () => {
  afterEach(closeAll);

  it('disable the entry at the cursor, risky or not', async () => {
    for (const [path, line] of [
      ['etc/inetd.conf', /^finger.*$/m],
      ['etc/crontab', /^01 \* .*$/m],
    ] as const) {
      const document = await openFixture(path);
      await diagnosticsOf(document);
      const expected = document.getText().replace(line, '#$&');
      select(cursorOn(document, line));
      await vscode.commands.executeCommand('daemonlint.disableEntry');
      assert.equal(await waitFor('the edit', () => (document.isDirty ? document.getText() : undefined)), expected);
    }
  });

  it('copy the command that disables the service at the cursor', async () => {
    const document = await openFixture('etc/rc.d/rc3.d.txt');
    const { range } = await diagnosticOn(document, /S50snmpd/);
    await vscode.env.clipboard.writeText('');
    select(range);
    await vscode.commands.executeCommand('daemonlint.copyDisableCommand');
    const copied = await waitFor('a command on the clipboard', async () => (await vscode.env.clipboard.readText()) || undefined);
    assert.match(copied, /snmpd/);
  });

  it('check a selection as a crontab', async () => {
    const mail = await openUntitled('plaintext', 'Please install this:\n61 4 * * * /usr/local/bin/backup\nThanks\n');
    select(mail.lineAt(1).range);
    await vscode.commands.executeCommand('daemonlint.checkSelectionAsCrontab');
    const opened = vscode.window.activeTextEditor?.document;
    assert.ok(opened && opened !== mail, 'no new document is shown');
    assert.equal(opened.languageId, 'crontab');
    assert.equal(opened.getText(), '61 4 * * * /usr/local/bin/backup\n');
    assert.equal((await diagnosticOn(opened, /^61/)).severity, vscode.DiagnosticSeverity.Error);
  });

  it('restart the server, which judges the open file anew', async () => {
    const document = await openFixture('etc/inetd.conf');
    await diagnosticOn(document, /^telnet/);
    await vscode.commands.executeCommand('daemonlint.restartServer');
    await diagnosticOn(document, /^telnet/);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'chargen dgram udp wait root internal\n');
    await vscode.workspace.applyEdit(edit);
    await diagnosticOn(document, /^chargen/);
  });
});
