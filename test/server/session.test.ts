/** Whole sessions over stdio with the built server: initialize, open, diagnostics, hover, fix, and the text after it. */
import assert from 'node:assert/strict';
import type { DocumentDiagnosticReport, DocumentSymbol, FoldingRange, Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { type Client, rangeOf, start, stopAll } from './client.js';

const INETD =
  '# services\r\nftp\tstream\ttcp\tnowait\troot\t/usr/sbin/tcpd\tin.ftpd\r\nfinger\tstream\ttcp\tnowait\tnobody\t/usr/sbin/in.fingerd\r\n  in.fingerd -l\r\n';
const CRONTAB =
  'SHELL=/bin/sh\n17 * * * * root run-parts /etc/cron.hourly\n61 * * * * root /usr/bin/true\n@reboot root /usr/sbin/gpm -m /dev/mouse\n';
const LISTING =
  '/etc/rc.d/rc3.d:\nlrwxrwxrwx 1 root root 18 Jan  1  2000 S80sendmail -> ../init.d/sendmail\nlrwxrwxrwx 1 root root 15 Jan  1  2000 S85gpm -> ../init.d/gpm\n';

describe('a session over stdio', function () {
  this.timeout(120_000);
  let client: Client;
  before(async () => {
    client = await start();
  });
  after(async () => assert.equal(await client.stop(), 0));

  const hover = async (uri: string, word: string) =>
    client.connection.sendRequest<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: rangeOf(client.text(uri), word).start,
    });
  const value = (found: Hover | null): string => (found ? (found.contents as MarkupContent).value : '');

  it('says what it can', () => {
    const { capabilities, serverInfo } = client.initialized;
    assert.equal(serverInfo?.name, 'daemonlint');
    assert.ok(
      capabilities.hoverProvider &&
        capabilities.documentSymbolProvider &&
        capabilities.foldingRangeProvider &&
        capabilities.codeActionProvider,
    );
  });

  it('inetd: from opening to a fixed entry, CRLF and continuation line intact', async () => {
    const uri = 'file:///host/etc/inetd.conf';
    const found = await client.open(uri, 'inetd-conf', INETD);
    const finger = found.find(({ code, range }) => code === 'risky-daemon' && range.start.line === 2);
    assert.ok(finger, JSON.stringify(found));
    assert.equal(finger.severity, 2);
    assert.match(finger.codeDescription?.href ?? '', /docs\/rules\/risky-daemon\.md$/);
    assert.match(value(await hover(uri, 'finger')), /inetd service/);
    assert.match(value(await hover(uri, 'nobody')), /User/);
    const [fix] = (await client.actions(uri, finger.range)).filter(({ kind }) => kind?.startsWith('quickfix'));
    assert.ok(fix?.edit);
    await client.apply(fix.edit);
    assert.equal(client.text(uri), INETD.replace('finger\t', '#finger\t').replace('  in.fingerd', '#  in.fingerd'));
    const left = await client.next(uri);
    assert.ok(!left.some(({ range }) => range.start.line === 2), JSON.stringify(left));
  });

  it('inetd: fix all leaves the last cleartext login alone', async () => {
    const uri = 'file:///host2/etc/inetd.conf';
    const text =
      'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\nfinger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n';
    await client.open(uri, 'inetd-conf', text);
    const [all] = await client.actions(uri, rangeOf(text, 'telnet'), ['source.fixAll']);
    assert.equal(all?.kind, 'source.fixAll.daemonlint');
    assert.ok(all.edit);
    await client.apply(all.edit);
    assert.equal(client.text(uri), text.replace('\nfinger', '\n#finger'));
  });

  it('crontab: a syntax error with its place, a risky daemon, the queue run with its user field', async () => {
    const uri = 'file:///host/etc/crontab';
    const found = await client.open(uri, 'crontab', CRONTAB);
    const error = found.find(({ code }) => code === 'crontab/syntax');
    assert.deepEqual(error?.range, rangeOf(CRONTAB, '61'));
    assert.equal(error?.severity, 1);
    assert.match(String(error?.message), /whole file/);
    const gpm = found.find(({ code }) => code === 'risky-daemon');
    assert.deepEqual(gpm?.range, rangeOf(CRONTAB, '/usr/sbin/gpm'));
    assert.match(value(await hover(uri, '17')), /minute 17/);
    const queue = (await client.actions(uri, rangeOf(CRONTAB, 'SHELL'))).find(({ title }) => /queue.*before 8\.12/.test(title));
    assert.ok(queue?.edit);
    await client.apply(queue.edit);
    assert.equal(client.text(uri), `${CRONTAB}16 * * * * root /usr/sbin/sendmail -q\n`);
    assert.ok(!(await client.actions(uri, rangeOf(CRONTAB, 'SHELL'))).some(({ title }) => /queue/.test(title)), 'offered only once');
  });

  it('listing: findings with the command first, then edits of the listing only', async () => {
    const uri = 'file:///host/rc3.d.txt';
    const found = await client.open(uri, 'rc-listing', LISTING);
    const gpm = found.find(({ range }) => range.start.line === 2);
    assert.equal(gpm?.code, 'risky-daemon');
    assert.ok(gpm);
    const fixes = (await client.actions(uri, gpm.range)).filter(({ kind }) => kind?.startsWith('quickfix'));
    assert.match(fixes[0]?.title ?? '', /chkconfig gpm off/);
    assert.equal(fixes[0]?.edit, undefined);
    const comment = fixes.find(({ title }) => /^Edit this listing only; .*comment/.test(title));
    assert.ok(comment?.edit);
    await client.apply(comment.edit);
    assert.equal(client.text(uri), LISTING.replace(/^(lrwx.*S85gpm)/m, '#$1'));
    assert.deepEqual(await client.actions(uri, rangeOf(LISTING, 'sendmail'), ['source.fixAll']), [], 'nothing in fix all');
  });

  it('has an outline and folds', async () => {
    const uri = 'file:///host3/etc/inetd.conf';
    await client.open(
      uri,
      'inetd-conf',
      '# one\n# two\n#ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\nssh stream tcp nowait root /usr/sbin/sshd sshd -i\n',
    );
    const symbols = await client.connection.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    assert.deepEqual(
      symbols.map(({ name, tags }) => [name, tags?.length ?? 0]),
      [
        ['ftp', 1],
        ['ssh', 0],
      ],
    );
    const folds = await client.connection.sendRequest<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [[0, 2]],
    );
  });

  it('answers empty for files of no known kind and for unknown documents', async () => {
    assert.deepEqual(await client.open('untitled:Untitled-1', 'plaintext', 'hello\n'), []);
    assert.equal(await hover('untitled:Untitled-1', 'hello'), null);
    assert.deepEqual(await client.actions('file:///nowhere', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }), []);
  });

  it('recognises an unsaved text by its lines when the editor knows no language', async () => {
    const found = await client.open('untitled:Untitled-2', 'plaintext', 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n');
    assert.deepEqual(
      found.map(({ code }) => code),
      ['cleartext-login'],
    );
  });

  it('follows keystrokes', async () => {
    const uri = 'file:///host4/etc/crontab';
    const text = '0 4 * * * root /usr/bin/true\n';
    assert.deepEqual(await client.open(uri, 'crontab', text), []);
    const broken = await client.change(uri, { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }, '99');
    assert.deepEqual(
      broken.map(({ code, range }) => [code, range.end.character]),
      [['crontab/syntax', 2]],
    );
    assert.deepEqual(await client.change(uri, { start: { line: 0, character: 0 }, end: { line: 0, character: 2 } }, '9'), []);
  });
});

describe('a session with a client that pulls', function () {
  this.timeout(120_000);
  afterEach(stopAll);
  it('answers textDocument/diagnostic and pushes nothing', async () => {
    const client = await start({ capabilities: { textDocument: { diagnostic: {} } } });
    let pushed = 0;
    client.connection.onNotification('textDocument/publishDiagnostics', () => {
      pushed++;
    });
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'file:///host/etc/inetd.conf', languageId: 'inetd-conf', version: 1, text: INETD },
    });
    const report = await client.connection.sendRequest<{ items: unknown[] }>('textDocument/diagnostic', {
      textDocument: { uri: 'file:///host/etc/inetd.conf' },
    });
    // ftp, finger, and the line ends.
    assert.equal(report.items.length, 3);
    assert.equal(pushed, 0);
    assert.equal(await client.stop(), 0);
  });

  it('sends a client that has them no diagnostics again, until one is another or elsewhere', async () => {
    const client = await start({ capabilities: { textDocument: { diagnostic: {} } } });
    const uri = 'file:///host/etc/cron.d/jobs';
    const { connection } = client;
    const pull = (previousResultId?: string) =>
      connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
    let version = 1;
    const write = (line: number, start: number, end: number, text: string) =>
      connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ range: { start: { line, character: start }, end: { line, character: end } }, text }],
      });
    const linesOf = (report: DocumentDiagnosticReport) =>
      report.kind === 'full' ? report.items.map(({ range }) => range.start.line) : report.kind;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'crontab', version, text: '5 4 * * * root /bin/a\n65 4 * * * root /bin/b\n' },
    });
    const first = await pull();
    assert.deepEqual(linesOf(first), [1]);
    // The offsets of all that follows move, and nothing that is shown does.
    await write(0, 21, 21, 'aa');
    const second = await pull(first.resultId);
    assert.deepEqual([linesOf(second), second.resultId], ['unchanged', first.resultId]);
    assert.deepEqual(linesOf(await pull()), [1], 'who has none gets all');
    assert.deepEqual(linesOf(await pull('another')), [1], 'and so does who has others');
    await write(0, 0, 0, '\n');
    const moved = await pull(first.resultId);
    assert.deepEqual(linesOf(moved), [2]);
    // No offset of what follows moves, and its line does.
    await write(1, 22, 23, '\n');
    const lower = await pull(moved.resultId);
    assert.deepEqual(linesOf(lower), [3]);
    await write(3, 0, 2, '66');
    const other = await pull(lower.resultId);
    assert.match(JSON.stringify(other), /“66”/);
    assert.equal(linesOf(await pull(lower.resultId)).length, 1, 'an older name is not that of what was given last');
    assert.equal(await client.stop(), 0);
  });
});
