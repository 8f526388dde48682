// The fixes of crontabs in the editor: comment out, enable and fix all, in the system form and in the user form.
import * as vscode from 'vscode';
import { actionAt, appliesAndUndoes, closeAll, diagnosticOn, lineOf, openFixture, openUntitled } from './helpers.js';

const fixAll = vscode.CodeActionKind.Source.append('fixAll').append('daemonlint');

describe('fixes of a crontab', () => {
  afterEach(closeAll);

  for (const path of ['etc/crontab', 'var/spool/cron/root']) {
    it(`comment an entry of ${path} out`, async () => {
      const document = await openFixture(path);
      const { range } = await diagnosticOn(document, /snmpd start/);
      const action = await actionAt(document, range, /comment/i, vscode.CodeActionKind.QuickFix);
      await appliesAndUndoes(document, action, document.getText().replace(/^(.*snmpd start)$/m, '#$1'));
    });
  }

  it('enable a commented-out entry', async () => {
    const text = '5 4 * * * /usr/local/bin/backup\n#16 * * * * /usr/local/bin/report\n';
    const document = await openUntitled('crontab', text);
    const action = await actionAt(document, lineOf(document, /^#16/), /enable/i);
    await appliesAndUndoes(document, action, text.replace('#', ''));
  });

  it('end its lines as cron wants them', async () => {
    const text = '0 3 * * * /usr/local/bin/backup\r\n0 4 * * * /usr/local/bin/report\r\n';
    const document = await openUntitled('crontab', text);
    const { range } = await diagnosticOn(document, /backup/);
    await appliesAndUndoes(document, await actionAt(document, range, /CR at the end of every line/), text.replaceAll('\r', ''));
  });

  it('fix all comments out the entries that start risky daemons', async () => {
    const document = await openFixture('var/spool/cron/root');
    await diagnosticOn(document, /snmpd start/);
    const action = await actionAt(document, lineOf(document, /snmpd/), /./, fixAll);
    await appliesAndUndoes(document, action, document.getText().replace(/^(.*snmpd start)$/m, '#$1'));
  });
});
