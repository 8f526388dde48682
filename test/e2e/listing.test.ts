// The fixes of a listing: copy the command for the host first, then edits that say that they change the listing only; none in fix-all.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  actionAt,
  actionsAt,
  appliesAndUndoes,
  apply,
  closeAll,
  diagnosticOn,
  openFixture,
  openUntitled,
  pause,
  waitFor,
} from './helpers.js';

const chkconfig = 'snmpd          \t0:off\t1:off\t2:off\t3:on\t4:off\t5:on\t6:off\n';

describe('fixes of a listing', () => {
  afterEach(closeAll);

  it('copy the command that disables the service, as the first thing offered', async () => {
    const document = await openFixture('etc/rc.d/rc3.d.txt');
    const { range } = await diagnosticOn(document, /S50snmpd/);
    const action = await waitFor('an action', async () => (await actionsAt(document, range, vscode.CodeActionKind.QuickFix))[0]);
    assert.match(action.title, /^Copy the command/);
    await vscode.env.clipboard.writeText('');
    const before = document.getText();
    await apply(action);
    const copied = await waitFor('a command on the clipboard', async () => (await vscode.env.clipboard.readText()) || undefined);
    assert.match(copied, /^(chkconfig|update-rc\.d|systemctl)\b.*snmpd/);
    assert.equal(document.getText(), before);
  });

  it('comment the entry out', async () => {
    const document = await openFixture('etc/rc.d/rc3.d.txt');
    const { range } = await diagnosticOn(document, /S50snmpd/);
    const action = await actionAt(document, range, /^Edit this listing only.*comment/i);
    await appliesAndUndoes(document, action, document.getText().replace(/^(.*S50snmpd.*)$/m, '#$1'));
  });

  it('turn an S link into a K link with the kill number of its script', async () => {
    const document = await openFixture('etc/rc.d/rc3.d.txt');
    const { range } = await diagnosticOn(document, /S80sendmail/);
    const action = await actionAt(document, range, /^Edit this listing only.*K30sendmail/i);
    await appliesAndUndoes(document, action, document.getText().replace('S80sendmail', 'K30sendmail'));
  });

  it('turn a service off in the output of chkconfig --list', async () => {
    const document = await openUntitled('rc-listing', chkconfig);
    const { range } = await diagnosticOn(document, /snmpd/);
    const action = await actionAt(document, range, /^Edit this listing only.*\boff\b/i);
    await appliesAndUndoes(document, action, chkconfig.replaceAll(':on', ':off'));
  });

  it('are never part of fix all', async () => {
    const document = await openFixture('etc/rc.d/rc3.d.txt');
    await diagnosticOn(document, /S50snmpd/);
    const fixAll = vscode.CodeActionKind.Source.append('fixAll');
    // An offer may come late: ask for a while before believing that there is none.
    for (let round = 0; round < 5; round++, await pause(100)) {
      const offered = await actionsAt(document, new vscode.Range(0, 0, document.lineCount, 0), fixAll);
      assert.deepEqual(
        offered.filter(({ edit }) => (edit?.size ?? 0) > 0).map(({ title }) => title),
        [],
      );
    }
  });
});
