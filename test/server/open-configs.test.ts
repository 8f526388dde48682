// A .daemonlint.json that is open: its mistakes as they are typed, the ignores in it that silence nothing, and what counts for others.
import assert from 'node:assert/strict';
import { type Diagnostic, DiagnosticTag } from 'vscode-languageserver-protocol';
import { type Client, codesOf, eventually, type Options, rangeOf, start, stopAll, TOP } from './client.js';
import { type Folder, folder } from './disk.js';

const TELNET = 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n';
const LISTING = 'snmpd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n';
const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceEdit: { documentChanges: true } } };
const begin = (options: Options): Promise<Client> => start({ capabilities, ...options });

const ignoring = (...entries: readonly object[]): string =>
  `{\n  "ignore": [\n${entries.map((entry) => `    ${JSON.stringify({ ...entry, reason: 'x' })}`).join(',\n')}\n  ]\n}\n`;

const messages = (shown: readonly Diagnostic[]): string[] => shown.map(({ message }) => String(message));
const GONE = 'this silences nothing, and would hide what comes later: what it was for is gone. Delete it.';

describe('an open .daemonlint.json', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  const shows = (client: Client, uri: string, wanted: readonly string[]) =>
    client.until(uri, (now) => JSON.stringify(messages(now)) === JSON.stringify(wanted));

  /** Opens the config of `host` as it is on the disk, or as `text`. */
  async function open(client: Client, host: Folder, text: string): Promise<string> {
    const at = host.uri('.daemonlint.json');
    await client.open(at, 'jsonc', text);
    return at;
  }

  it('shows its mistakes as they are typed, saved or not, and those of the disk once it is closed', async () => {
    const host = folder({ '.daemonlint.json': '{"kep": []}', 'etc/inetd.conf': TELNET });
    const client = await begin({ root: host.root });
    const at = await open(client, host, '{"kep": []}');
    await shows(client, at, ['there is no key “kep”. Did you mean “keep”?']);
    await client.type(at, rangeOf(client.text(at), 'kep'), 'keep');
    await shows(client, at, []);
    await client.type(at, rangeOf(client.text(at), '[]'), '["telnt"]');
    const [mistake] = await shows(client, at, ['“telnt” is not a daemon or service that daemonlint knows. Did you mean “telnet”?']);
    assert.deepEqual(mistake?.range.start, { line: 0, character: 10 });
    await client.close(at);
    await shows(client, at, ['there is no key “kep”. Did you mean “keep”?']);
  });

  it('keeps what is typed in sight when the file changes on the disk', async () => {
    const host = folder({ '.daemonlint.json': '{}', 'etc/inetd.conf': TELNET });
    const client = await begin({ root: host.root });
    const at = await open(client, host, '{"kep": []}');
    await shows(client, at, ['there is no key “kep”. Did you mean “keep”?']);
    await client.changedOnDisk(host.write('.daemonlint.json', '{"hots": []}'));
    await client.changedOnDisk(host.write('etc/inetd.conf', `# new\n${TELNET}`));
    await client.open(host.uri('etc/inetd.conf'), 'inetd-conf', TELNET);
    await client.until(host.uri('etc/inetd.conf'), (now) => now.length > 0);
    assert.ok(!client.pushes.some(({ uri, diagnostics }) => uri === at && messages(diagnostics).join().includes('hots')));
  });

  it('counts for the files of the project once it is saved, not while it is typed', async () => {
    const host = folder({ '.daemonlint.json': '{}', 'etc/inetd.conf': TELNET });
    const client = await begin({ root: host.root });
    const file = host.uri('etc/inetd.conf');
    await client.open(file, 'inetd-conf', TELNET);
    const at = await open(client, host, '{"keep": ["telnet"]}');
    await shows(client, at, []);
    await client.change(file, TOP, '# one\n');
    assert.deepEqual(codesOf(await client.until(file, (now) => now.length > 0)), ['cleartext-login']);
    await client.changedOnDisk(host.write('.daemonlint.json', '{"keep": ["telnet"]}'));
    await client.until(file, (now) => now.length === 0);
  });

  it('marks an ignore that silences nothing, for as long as it does, and takes it out by a fix', async () => {
    const text = ignoring(
      { path: 'chkconfig.txt', rule: 'risky-daemon' },
      { path: 'gone.txt', subject: 'snmpd' },
      { rule: 'cleartext-login' },
    );
    const host = folder({ '.daemonlint.json': text, 'chkconfig.txt': LISTING, 'etc/inetd.conf': TELNET });
    const client = await begin({ root: host.root });
    const at = await open(client, host, text);
    const nowhere = 'this silences nothing: no file is reviewed that “gone.txt” fits. Mend the path, or delete the entry.';
    const [mark] = await shows(client, at, [nowhere]);
    assert.ok(mark);
    assert.deepEqual(
      [mark.code, mark.tags, mark.range],
      ['unused-ignore', [DiagnosticTag.Unnecessary], rangeOf(text, JSON.stringify({ path: 'gone.txt', subject: 'snmpd', reason: 'x' }))],
    );
    const file = host.uri('etc/inetd.conf');
    await client.open(file, 'inetd-conf', TELNET);
    await client.type(file, rangeOf(TELNET, 'telnet'), '#telnet');
    await shows(client, at, [nowhere, GONE]);
    const [fix] = await client.connection.sendRequest<
      { title: string; edit: { changes: Record<string, { range: Diagnostic['range']; newText: string }[]> } }[]
    >('textDocument/codeAction', { textDocument: { uri: at }, range: mark.range, context: { diagnostics: [mark] } });
    assert.equal(fix?.title, 'Delete this entry');
    for (const { range, newText } of fix?.edit.changes[at] ?? []) await client.type(at, range, newText);
    assert.equal(client.text(at), ignoring({ path: 'chkconfig.txt', rule: 'risky-daemon' }, { rule: 'cleartext-login' }));
    await shows(client, at, [GONE]);
    await client.type(file, rangeOf(client.text(file), '#'), '');
    await shows(client, at, []);
  });

  it('judges its ignores as they are typed', async () => {
    const host = folder({ '.daemonlint.json': '{}', 'etc/inetd.conf': TELNET });
    const client = await begin({ root: host.root });
    const at = await open(client, host, ignoring({ rule: 'risky-daemon' }));
    await shows(client, at, [GONE]);
    await client.type(at, rangeOf(client.text(at), 'risky-daemon'), 'cleartext-login');
    await shows(client, at, []);
  });

  it('marks none where something cannot be read, or its mistakes leave open what is meant', async () => {
    const host = folder({ '.daemonlint.json': '{}', 'etc/inetd.conf': TELNET });
    const client = await begin({ root: host.root });
    const at = await open(client, host, ignoring({ rule: 'risky-daemon' }).replace('{', '{"kep": [],'));
    await shows(client, at, ['there is no key “kep”. Did you mean “keep”?']);
    await client.type(at, rangeOf(client.text(at), 'kep'), 'keep');
    await shows(client, at, [GONE]);
  });

  it('is written to as it is typed: a quick fix of a finding adds to what is open', async () => {
    const host = folder({ '.daemonlint.json': '{}', 'chkconfig.txt': LISTING });
    const client = await begin({ root: host.root });
    const at = await open(client, host, '{\n  // ours\n  "keep": ["ssh"]\n}\n');
    await client.open(host.uri('chkconfig.txt'), 'rc-listing', LISTING);
    const actions = await client.actions(host.uri('chkconfig.txt'), TOP);
    const edits = actions.flatMap(({ edit, kind }) => (kind === 'quickfix.daemonlint.ignore' && edit?.changes?.[at]) || []);
    for (const { range, newText } of edits.reverse()) await client.type(at, range, newText);
    assert.match(client.text(at), /^\{\n {2}\/\/ ours\n {2}"keep": \["ssh"\],\n {2}"ignore": \[/);
  });

  it('is asked for by the server where the client can, and is no file of a kind', async () => {
    const host = folder({ '.daemonlint.json': '{}' });
    const dynamic = { dynamicRegistration: true };
    const client = await begin({
      root: host.root,
      capabilities: { ...capabilities, textDocument: { synchronization: dynamic, codeAction: dynamic } },
    });
    const asked = await eventually(
      () => JSON.stringify(client.heard),
      () => {
        const all = client.heard.flatMap(({ method, params }) =>
          method === 'client/registerCapability'
            ? (params as { registrations: { method: string; registerOptions: object }[] }).registrations
            : [],
        );
        return all.length >= 5 && all;
      },
    );
    const own = asked.filter(({ registerOptions }) =>
      JSON.stringify(registerOptions).includes('"documentSelector":[{"pattern":"**/.daemonlint.json"}]'),
    );
    assert.deepEqual(own.map(({ method }) => method).sort(), [
      'textDocument/codeAction',
      'textDocument/didChange',
      'textDocument/didClose',
      'textDocument/didOpen',
    ]);
    const at = await open(client, host, '# daemonlint: kind=inetd\n{}');
    assert.deepEqual(await client.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri: at } }), []);
  });
});
