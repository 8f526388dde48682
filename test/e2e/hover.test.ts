// Hovers teach: what a daemon is, what a field means, for each kind of file.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, lineOf, openFixture, waitFor } from './helpers.js';

/** The text of the hovers on the first occurrence of `word` in the first line that `line` matches. */
async function hoverOn(document: vscode.TextDocument, line: RegExp, word: string): Promise<string> {
  const { start } = lineOf(document, line);
  const column = document.lineAt(start.line).text.indexOf(word);
  assert.ok(column >= 0, `${word} is not in that line`);
  return waitFor(`a hover on ${word}`, async () => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      start.translate(0, column),
    );
    const text = hovers.flatMap(({ contents }) => contents.map((part) => (typeof part === 'string' ? part : part.value))).join('\n');
    return text === '' ? undefined : text;
  });
}

describe('hover', () => {
  afterEach(closeAll);

  it('on an inetd service: what it is, what replaces it, how to turn it off, and the source', async () => {
    const text = await hoverOn(await openFixture('etc/inetd.conf'), /^telnet/, 'telnet');
    assert.match(text, /telnet/i);
    assert.match(text, /ssh/i);
    assert.match(text, /Killing Daemons/);
    assert.match(text, /\]\(https?:/);
  });

  it('on an inetd field: what the value means', async () => {
    assert.match(await hoverOn(await openFixture('etc/inetd.conf'), /^telnet/, 'nowait'), /wait/i);
  });

  it('on a crontab field: what the schedule means', async () => {
    assert.match(await hoverOn(await openFixture('etc/crontab'), /^30 6/, '30'), /minute/i);
  });

  it('on a script that a crontab starts: the daemon', async () => {
    assert.match(await hoverOn(await openFixture('etc/crontab'), /snmpd/, 'snmpd'), /SNMP/);
  });

  it('on a link of a listing: the daemon, and the commands of Red Hat, Debian and systemd', async () => {
    const text = await hoverOn(await openFixture('etc/rc.d/rc3.d.txt'), /S80sendmail/, 'S80sendmail');
    for (const wanted of [/mail/i, /chkconfig/, /update-rc\.d/, /systemctl/]) assert.match(text, wanted);
  });
});
