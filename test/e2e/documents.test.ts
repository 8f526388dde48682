// Documents that are no files: untitled ones, and those of another scheme, such as the old side of a diff.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionAt, apply, closeAll, diagnosticOn, fixture, openUntitled, show } from './helpers.js';

const telnet = 'telnet stream tcp nowait root /usr/sbin/telnetd telnetd\n';

describe('documents that are no files', () => {
  afterEach(closeAll);

  it('an untitled document is judged', async () => {
    const document = await openUntitled('inetd-conf', telnet);
    assert.equal(document.uri.scheme, 'untitled');
    assert.match((await diagnosticOn(document, /^telnet/)).message, /telnet/i);
  });

  it('a read-only document of another scheme is judged', async () => {
    const provider = vscode.workspace.registerTextDocumentContentProvider('daemonlint-test', { provideTextDocumentContent: () => telnet });
    try {
      const document = await show(await vscode.workspace.openTextDocument(vscode.Uri.parse('daemonlint-test:/old/etc/inetd.conf')));
      assert.match((await diagnosticOn(document, /^telnet/)).message, /telnet/i);
    } finally {
      provider.dispose();
    }
  });

  it('both sides of a diff are judged', async () => {
    const texts: Record<string, string> = {
      '/old/etc/inetd.conf': telnet,
      '/new/etc/inetd.conf': `finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n`,
    };
    const provider = vscode.workspace.registerTextDocumentContentProvider('daemonlint-diff', {
      provideTextDocumentContent: ({ path }) => texts[path] ?? '',
    });
    try {
      const [left, right] = [
        vscode.Uri.parse('daemonlint-diff:/old/etc/inetd.conf'),
        vscode.Uri.parse('daemonlint-diff:/new/etc/inetd.conf'),
      ];
      await vscode.commands.executeCommand('vscode.diff', left, right);
      await diagnosticOn(await vscode.workspace.openTextDocument(left), /^telnet/);
      await diagnosticOn(await vscode.workspace.openTextDocument(right), /^finger/);
    } finally {
      provider.dispose();
    }
  });
});

describe('.daemonlint.json', () => {
  const config = fixture('.daemonlint.json');
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(config);
  });

  it('shows its mistakes and idle ignores as they are typed, and takes the latter out by a fix', async () => {
    await vscode.workspace.fs.writeFile(config, new TextEncoder().encode('{}\n'));
    const document = await show(await vscode.workspace.openTextDocument(config));
    const type = async (text: string) => {
      const edit = new vscode.WorkspaceEdit();
      edit.replace(config, new vscode.Range(0, 0, document.lineCount, 0), text);
      await vscode.workspace.applyEdit(edit);
    };
    await type('{"kep": []}\n');
    assert.match((await diagnosticOn(document, /kep/)).message, /Did you mean “keep”\?/);
    assert.ok(document.isDirty);
    await type('\n{"ignore": [{"path": "gone/*", "rule": "risky-daemon", "reason": "x"}]}\n');
    const idle = await diagnosticOn(document, /gone/);
    assert.deepEqual(idle.tags, [vscode.DiagnosticTag.Unnecessary]);
    assert.equal(document.getText(idle.range), '{"path": "gone/*", "rule": "risky-daemon", "reason": "x"}');
    await apply(await actionAt(document, idle.range, /^Delete this entry$/));
    assert.equal(document.getText(), '\n{"ignore": []}\n');
  });
});
