// Findings reach the editor with their place, severity, rule and link, for each kind of file.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticOn, diagnosticsOf, openFixture, openUntitled, ruleOf, silence } from './helpers.js';

const { Error: error, Warning: warning, Information: information } = vscode.DiagnosticSeverity;

describe('diagnostics', () => {
  afterEach(closeAll);

  it('warn of telnet in inetd.conf, at its name, with the rule and a link', async () => {
    const document = await openFixture('etc/inetd.conf');
    const found = await diagnosticOn(document, /^telnet/);
    assert.equal(found.severity, warning);
    const { id, page } = await ruleOf(found);
    assert.match(id, /^[a-z]+([/-][a-z]+)+$/);
    assert.ok(page.includes(id), `the page of ${id} does not speak of it: ${page}`);
    assert.match(document.getText(found.range), /telnet/);
    assert.match(found.message, /telnet/i);
  });

  it('leave a commented-out entry alone', async () => {
    const document = await openFixture('etc/inetd.conf');
    const all = await diagnosticsOf(document, /^telnet/);
    assert.deepEqual(
      all.map((each) => document.lineAt(each.range.start).text).filter((text) => text.startsWith('#')),
      [],
    );
  });

  it('call a minute that does not exist an error, in a crontab', async () => {
    const document = await openUntitled('crontab', '61 4 * * * /usr/local/bin/backup\n');
    const found = await diagnosticOn(document, /^61/);
    assert.equal(found.severity, error);
    assert.equal(document.getText(found.range), '61');
  });

  it('warn of a crontab entry that starts a risky daemon', async () => {
    const document = await openFixture('etc/crontab');
    const found = await diagnosticOn(document, /snmpd start/);
    assert.equal(found.severity, warning);
    assert.match(found.message, /snmp/i);
  });

  it('tell the four that must warn from those that are merely unneeded, in a listing', async () => {
    const document = await openFixture('etc/rc.d/rc3.d.txt');
    assert.equal((await diagnosticOn(document, /S50snmpd/)).severity, warning);
    assert.equal((await diagnosticOn(document, /S80sendmail/)).severity, information);
    const quiet = (await diagnosticsOf(document)).filter((each) =>
      /S10network|S30syslog|S40crond/.test(document.lineAt(each.range.start).text),
    );
    assert.deepEqual(quiet, []);
  });

  it('keep quiet about what the settings keep, and speak again', async () => {
    const document = await openFixture('etc/inetd.conf');
    await diagnosticOn(document, /^finger/);
    const settings = vscode.workspace.getConfiguration('daemonlint');
    try {
      await settings.update('keep', ['finger'], vscode.ConfigurationTarget.Workspace);
      await silence(document, /^finger/);
      await diagnosticOn(document, /^telnet/);
    } finally {
      await settings.update('keep', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await diagnosticOn(document, /^finger/);
  });

  it('follow the text as it is typed', async () => {
    const document = await openUntitled('inetd-conf', 'telnet stream tcp nowait root /usr/sbin/telnetd telnetd\n');
    await diagnosticOn(document, /^telnet/);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), '#');
    await vscode.workspace.applyEdit(edit);
    await silence(document, /telnet/);
  });
});
