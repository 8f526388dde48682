// The file of `crontab -e`: it is known for what it is, and a save leaves it the same file with the right text.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import { removeTemporaryFolders, temporaryFolder } from '../../scripts/temporary.mjs';
import { actionAt, apply, closeAll, diagnosticOn, show } from './helpers.js';

describe('the file of crontab -e', () => {
  let folder = '';
  before(() => {
    folder = temporaryFolder('daemonlint-e2e-');
  });
  afterEach(closeAll);
  after(() => removeTemporaryFolders());

  for (const name of ['tmp/crontab.AbC123/crontab', 'tmp/crontab.AbCdEf1234'])
    it(`${name} is edited, fixed and saved in place`, async () => {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, '5 4 * * * /etc/init.d/snmpd start\n', { mode: 0o600 });
      const before = statSync(file);
      const document = await show(await vscode.languages.setTextDocumentLanguage(await vscode.workspace.openTextDocument(file), 'crontab'));
      const typed = new vscode.WorkspaceEdit();
      typed.insert(document.uri, new vscode.Position(1, 0), '@daily /usr/local/bin/backup\n');
      assert.ok(await vscode.workspace.applyEdit(typed));
      const { range } = await diagnosticOn(document, /snmpd/);
      await apply(await actionAt(document, range, /comment/i, vscode.CodeActionKind.QuickFix));
      assert.ok(await document.save());
      assert.equal(readFileSync(file, 'utf8'), '#5 4 * * * /etc/init.d/snmpd start\n@daily /usr/local/bin/backup\n');
      const after = statSync(file);
      assert.deepEqual([after.ino, after.mode, after.nlink], [before.ino, before.mode, before.nlink]);
    });
});
