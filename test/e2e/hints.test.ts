// Hints behind the entries of a crontab, and what can be made of an entry: another way to write it, a pair of systemd units.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionAt, appliesAndUndoes, apply, closeAll, lineOf, openFixture, openUntitled, waitFor } from './helpers.js';

const rewrite = vscode.CodeActionKind.RefactorRewrite.append('daemonlint');

describe('crontab entries', () => {
  afterEach(closeAll);

  it('have hints behind them: words and the next run', async () => {
    const document = await openFixture('etc/crontab');
    const hints = await waitFor('hints', async () => {
      const whole = new vscode.Range(0, 0, document.lineCount, 0);
      const found = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', document.uri, whole);
      return found.length > 0 ? found : undefined;
    });
    const { end } = lineOf(document, /^30 6/);
    const hint = hints.find(({ position }) => position.isEqual(end));
    assert.match(String(hint?.label), /^at 06:30 on Mondays · next (?:today|tomorrow|Mon \d+ \w+(?: \d{4})?) 06:30$/);
    assert.ok(hints.every(({ position }) => position.isEqual(document.lineAt(position.line).range.end)));
  });

  it('are written with a word', async () => {
    const text = '0 0 * * * /usr/local/bin/backup\n';
    const document = await openUntitled('crontab', text);
    const action = await actionAt(document, lineOf(document, /backup/), /@daily/, rewrite);
    await appliesAndUndoes(document, action, text.replace('0 0 * * *', '@daily'));
  });

  it('are shown as systemd units in a new document', async () => {
    const document = await openUntitled('crontab', '5 4 * * 1 /usr/local/bin/backup\n');
    const action = await actionAt(document, lineOf(document, /backup/), /systemd/, rewrite);
    await apply(action);
    const shown = await waitFor('the units', () =>
      vscode.workspace.textDocuments.find(({ languageId, isUntitled }) => isUntitled && languageId === 'ini'),
    );
    assert.match(shown.getText(), /^OnCalendar=Mon \*-\*-\* 04:05:00$/m);
    assert.match(shown.getText(), /^ExecStart="\/bin\/sh" -c "\/usr\/local\/bin\/backup"$/m);
  });
});
