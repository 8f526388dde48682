// The fixes of inetd.conf in the editor: comment out, enable, fix all; each undone in one step.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { actionAt, appliesAndUndoes, apply, closeAll, diagnosticOn, lineOf, openFixture, openUntitled, silence } from './helpers.js';

const fixAll = vscode.CodeActionKind.Source.append('fixAll').append('daemonlint');

describe('fixes of inetd.conf', () => {
  afterEach(closeAll);

  it('comment an entry out, at the fix of its diagnostic', async () => {
    const document = await openFixture('etc/inetd.conf');
    const { range } = await diagnosticOn(document, /^finger/);
    const action = await actionAt(document, range, /comment/i, vscode.CodeActionKind.QuickFix);
    await appliesAndUndoes(document, action, document.getText().replace(/^finger/m, '#finger'));
  });

  it('comment out all physical lines of an entry, and keep CRLF', async () => {
    const text = 'daytime stream tcp nowait root internal\r\nfinger stream tcp nowait nobody\r\n\t/usr/sbin/in.fingerd in.fingerd\r\n';
    const document = await openUntitled('inetd-conf', text);
    const { range } = await diagnosticOn(document, /^finger/);
    const action = await actionAt(document, range, /comment/i, vscode.CodeActionKind.QuickFix);
    await appliesAndUndoes(document, action, text.replace('finger', '#finger').replace('\t', '#\t'));
  });

  it('silence the finding', async () => {
    const document = await openFixture('etc/inetd.conf');
    const { range } = await diagnosticOn(document, /^finger/);
    await apply(await actionAt(document, range, /comment/i, vscode.CodeActionKind.QuickFix));
    await silence(document, /finger/);
  });

  it('enable a commented-out entry', async () => {
    const document = await openFixture('etc/inetd.conf');
    const action = await actionAt(document, lineOf(document, /^#shell/), /enable/i);
    await appliesAndUndoes(document, action, document.getText().replace('#shell', 'shell'));
  });

  it('write what a slip was meant for', async () => {
    const text = 'ssh steam tcp nowait root /usr/sbin/sshd sshd -i\r\n';
    const document = await openUntitled('inetd-conf', text);
    const { range } = await diagnosticOn(document, /steam/);
    const action = await actionAt(document, range, /^Write stream/, vscode.CodeActionKind.QuickFix);
    await appliesAndUndoes(document, action, text.replace('steam', 'stream'));
  });

  it('fix all: risky entries go, the last remote login stays', async () => {
    const document = await openFixture('etc/inetd.conf');
    await diagnosticOn(document, /^finger/);
    const action = await actionAt(document, lineOf(document, /^telnet/), /./, fixAll);
    const expected = document.getText().replace(/^(ftp|finger)/gm, '#$1');
    await appliesAndUndoes(document, action, expected);
  });

  it('fix all comments telnet out too where sshd is on', async () => {
    const text = 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i\ntelnet stream tcp nowait root /usr/sbin/telnetd telnetd\n';
    const document = await openUntitled('inetd-conf', text);
    await diagnosticOn(document, /^telnet/);
    const action = await actionAt(document, lineOf(document, /^telnet/), /./, fixAll);
    await appliesAndUndoes(document, action, text.replace('telnet', '#telnet'));
    assert.equal(document.getText(), text);
  });
});
