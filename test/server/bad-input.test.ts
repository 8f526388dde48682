/** Texts and messages that no one should send: each is answered, none with an error, and the session lives on. */
import assert from 'node:assert/strict';
import { type Client, codesOf, rangeOf, start, stopAll, TOP } from './client.js';

const FINGER = 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n';
const far = { line: 1e9, character: 1e9 };

/** Every question that an editor asks of a document; rejects when one is answered with an error. */
async function askAll(
  { connection }: Client,
  uri: string,
  places = [TOP.start, far, { line: 0, character: 2 ** 31 - 1 }],
): Promise<unknown[]> {
  const textDocument = { uri };
  const ask = (method: string, params: object = {}) =>
    connection.sendRequest<unknown>(`textDocument/${method}`, { textDocument, ...params });
  const context = { diagnostics: [] };
  const at = places.flatMap((position) => [
    ask('hover', { position }),
    ask('codeAction', { range: { start: TOP.start, end: position }, context }),
    ask('codeAction', { range: { start: position, end: position }, context: { ...context, only: ['source.fixAll'] } }),
  ]);
  return Promise.all([...at, ask('documentSymbol'), ask('foldingRange')]);
}

describe('bad input', function () {
  this.timeout(120_000);
  let client: Client;
  beforeEach(async () => {
    client = await start();
  });
  afterEach(stopAll);

  /** The session still works. */
  const lives = async () => {
    assert.deepEqual(codesOf(await client.open('file:///after/inetd.conf', 'inetd-conf', FINGER)), ['risky-daemon']);
    assert.deepEqual(await askAll(client, 'file:///never/opened'), [null, [], [], null, [], [], null, [], [], [], []]);
  };

  const texts: Readonly<Record<string, string>> = {
    'no text': '',
    'one line feed': '\n',
    'lone CRs': `# a\r${FINGER.replace('\n', '\r')}# b\r\r\n${FINGER}`,
    NULs: `\0${FINGER}\0\0\n${FINGER.replace('tcp', 't\0cp')}${'\0'.repeat(1000)}`,
    'a byte order mark': `\uFEFF${FINGER}${FINGER}`,
    'what looks like UTF-16': [...FINGER]
      .map((letter) => `${letter}\0`)
      .join('')
      .repeat(3),
    'a replacement for what was no UTF-8': `\uFFFD\uFFFD${FINGER}# \uFFFD\n`,
    surrogates: `\ud800${FINGER}# \udc00\ud83d\ude00 \ud83d\n${FINGER}\udfff`,
    'control characters': `${Array.from({ length: 160 }, (_, code) => String.fromCharCode(code)).join('')}\n${FINGER}`,
    'line separators': `\u2028${FINGER}\u2029${FINGER}\u0085\v\f${FINGER}`,
    'a line of a megabyte': `${'x'.repeat(1 << 20)}\n${FINGER}`,
    'a comment of a megabyte': `#${' x'.repeat(1 << 19)}\n${FINGER}`,
    'fields of a megabyte': `${'a '.repeat(1 << 19)}\n${FINGER}`,
    'blanks of a megabyte': `${' '.repeat(1 << 20)}x\n${'\t'.repeat(1 << 20)}\n${FINGER}`,
    'a field of commas': `${'1,'.repeat(1 << 19)} * * * * root true\n`,
    'a field of steps': `*${'/1'.repeat(1 << 18)} * * * * root true\n`,
    'marks of a megabyte': `${'#'.repeat(1 << 20)}\n${FINGER}`,
  };
  for (const [what, text] of Object.entries(texts))
    it(`${what}, in each kind`, async () => {
      for (const [path, language] of [
        ['etc/inetd.conf', 'inetd-conf'],
        ['etc/crontab', 'crontab'],
        ['rc3.d.txt', 'rc-listing'],
        ['notes', 'plaintext'],
      ] as const) {
        const uri = `file:///bad/${path}`;
        for (const { range } of await client.open(uri, language, text)) {
          const lines = text.split(/\r\n|\r|\n/);
          assert.ok(range.end.line < lines.length && range.end.character <= (lines[range.end.line]?.length ?? 0), 'inside the text');
        }
        await askAll(client, uri);
      }
      await lives();
      assert.deepEqual(client.log, []);
    });

  it('ten megabytes, and a key in the midst of them', async () => {
    const count = 200_000;
    const line = (at: number) =>
      at % 10 === 0 ? `service${at} stream tcp nowait nobody /usr/sbin/in.service -x\n` : `# ${'word '.repeat(11)}\n`;
    const text = Array.from({ length: count }, (_, at) => line(at)).join('') + FINGER;
    assert.ok(text.length > 10 << 20);
    const uri = 'file:///large/inetd.conf';
    const found = await client.open(uri, 'inetd-conf', text);
    assert.deepEqual(codesOf(found.filter(({ range }) => range.start.line === count)), ['risky-daemon']);
    const middle = { line: count >> 1, character: 0 };
    const now = await client.change(uri, { start: middle, end: middle }, FINGER);
    assert.deepEqual(
      now.filter(({ code }) => code === 'risky-daemon').map(({ range }) => range.start.line),
      [middle.line, count + 1],
    );
    assert.ok(await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: middle }));
    await lives();
  });

  it('a storm of keystrokes ends with what the last text deserves', async () => {
    const uri = 'file:///storm/etc/crontab';
    await client.open(uri, 'crontab', '\n');
    const typed = `${'# a comment that goes on and on '.repeat(5)}\n61 * * * * root /usr/sbin/gpm`;
    assert.ok(typed.length >= 180);
    let place = TOP.start;
    for (const key of typed) {
      await client.type(uri, { start: place, end: place }, key);
      place = key === '\n' ? { line: place.line + 1, character: 0 } : { ...place, character: place.character + 1 };
    }
    assert.equal(client.text(uri), `${typed}\n`);
    await client.until(uri, (now) => codesOf(now).includes('crontab/syntax'));
    const syntax = (await client.until(uri, (now) => now.length > 0)).find(({ code }) => code === 'crontab/syntax');
    assert.deepEqual(syntax?.range, rangeOf(`${typed}\n`, '61'));
    assert.equal(client.pushes.at(-1)?.version, typed.length + 1);
    assert.ok(client.pushes.length < 20, `${client.pushes.length} pushes`);
  });

  it('changes of CRLF text beyond the BMP keep the server’s text the client’s', async () => {
    const uri = 'file:///crlf/etc/inetd.conf';
    await client.open(uri, 'inetd-conf', `# 😀 é 日\r\n${FINGER.replace('\n', '\r\n')}# 👩‍👩‍👧 end\r\n`);
    const step = (word: string, text: string) => client.type(uri, rangeOf(client.text(uri), word), text);
    await step('😀', '🎉🎉');
    await step('日\r\n', '日\r\n# 𝒳 ');
    await step('𝒳 finger', '𝒳\r\nfinger');
    await step('end\r\n', '\r\n\r\n');
    await step(' nobody', ' root');
    await step('/usr/sbin/in.fingerd in', '/😀/in.fingerd in');
    await client.until(uri, (now) => now.length > 0 && client.pushes.at(-1)?.version === 7 && now === client.pushes.at(-1)?.diagnostics);
    const text = client.text(uri);
    const risky = client.pushes.at(-1)?.diagnostics.find(({ code }) => code === 'risky-daemon');
    assert.deepEqual(risky?.range, rangeOf(text, 'finger'));
    const position = rangeOf(text, 'in.fingerd in').start;
    const hover = await client.connection.sendRequest<{ range: object }>('textDocument/hover', { textDocument: { uri }, position });
    assert.deepEqual(hover.range, rangeOf(text, '/😀/in.fingerd'), 'columns in UTF-16 units');
    const [fix] = await client.actions(uri, rangeOf(text, 'finger'), ['quickfix.daemonlint.disable']);
    assert.ok(fix?.edit);
    await client.apply(fix.edit);
    assert.equal(client.text(uri), text.replace('\r\nfinger', '\r\n#finger'));
  });

  it('folds count the lines as the editor does, lone CRs included', async () => {
    const uri = 'file:///cr/etc/inetd.conf';
    await client.open(uri, 'inetd-conf', `# a\r# b\r\n# c\n# d\r# e\n${FINGER}`);
    const folds = await client.connection.sendRequest<{ startLine: number; endLine: number }[]>('textDocument/foldingRange', {
      textDocument: { uri },
    });
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [[0, 4]],
    );
  });

  it('questions of the wrong shape are answered empty and logged with what and where', async () => {
    const uri = 'file:///host/etc/inetd.conf';
    await client.open(uri, 'inetd-conf', FINGER);
    const ask = (method: string, params: object) => client.connection.sendRequest(`textDocument/${method}`, params);
    assert.equal(await ask('hover', { textDocument: { uri } }), null);
    assert.match(client.log.at(-1) ?? '', /^hover of file:\/\/\/host\/etc\/inetd\.conf failed: TypeError/);
    assert.deepEqual(await ask('codeAction', { textDocument: { uri } }), []);
    assert.match(client.log.at(-1) ?? '', /^code actions of file:\/\/\/host\/etc\/inetd\.conf failed: TypeError/);
    assert.deepEqual(await ask('codeAction', { textDocument: { uri }, range: { start: 7 }, context: {} }), []);
    for (const [method, empty] of [
      ['hover', null],
      ['codeAction', []],
      ['documentSymbol', []],
      ['foldingRange', []],
    ] as const)
      for (const params of [{}, { textDocument: null }, { textDocument: { uri: 7 } }])
        assert.deepEqual(await ask(method, params), empty, `${method} ${JSON.stringify(params)}`);
    const before = client.log.length;
    await lives();
    assert.equal(client.log.length, before);
  });

  it('positions out of the text, and turned around, are answered', async () => {
    const uri = 'file:///host/etc/inetd.conf';
    await client.open(uri, 'inetd-conf', FINGER);
    await askAll(client, uri, [
      far,
      { line: -1, character: -1 },
      { line: 0, character: -5 },
      { line: 1, character: 7 },
      { line: 0.5, character: 0.5 },
    ]);
    const turned = { start: far, end: TOP.start };
    assert.ok(Array.isArray(await client.actions(uri, turned)));
    assert.deepEqual(client.log, []);
    await lives();
  });

  it('tidings of the wrong shape are logged at most', async () => {
    const tell = (method: string, params: unknown) => client.connection.sendNotification(method, params as object);
    const textDocument = { uri: 'file:///host/etc/inetd.conf', languageId: 'inetd-conf', version: 1, text: FINGER };
    await tell('textDocument/didChange', { textDocument: { uri: 'file:///never', version: 2 }, contentChanges: [{ text: 'x' }] });
    await tell('textDocument/didClose', { textDocument: { uri: 'file:///never' } });
    await tell('textDocument/didOpen', {});
    await tell('textDocument/didOpen', { textDocument: { ...textDocument, uri: 'file:///x/crontab', text: undefined } });
    await tell('textDocument/didOpen', { textDocument: { ...textDocument, uri: 'file:///y/crontab', text: 7 } });
    await tell('textDocument/didChange', {
      textDocument: { uri: 'file:///y/crontab', version: 2 },
      contentChanges: [{ range: 7, text: 'x' }],
    });
    await tell('textDocument/didChange', {});
    await tell('textDocument/didClose', {});
    for (const changes of [undefined, null, [null], [{}], [{ uri: 7 }], []]) await tell('workspace/didChangeWatchedFiles', { changes });
    for (const params of [null, {}, { settings: 7 }, []]) await tell('workspace/didChangeConfiguration', params);
    for (const event of [undefined, {}, { added: [7], removed: null }]) await tell('workspace/didChangeWorkspaceFolders', { event });
    for (const method of ['no/such/thing', '$/other', 'initialized']) await tell(method, {});
    await tell('textDocument/didOpen', { textDocument });
    await client.until(textDocument.uri, (now) => codesOf(now).join() === 'risky-daemon');
    // Opened twice, as it should not be: the later text counts.
    await tell('textDocument/didOpen', { textDocument: { ...textDocument, text: '\n' } });
    await client.until(textDocument.uri, (now) => now.length === 0);
    await lives();
  });
});
