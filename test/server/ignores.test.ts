// Silencing from the editor: comments and .daemonlint.json; and what is wrong in one, shown at its place.
import assert from 'node:assert/strict';
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { parseConfig } from '../../workspace/src/index.js';
import { type Client, eventually, type Options, start, stopAll } from './client.js';
import { folder } from './disk.js';

const TELNET = 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n';
const LISTING = 'snmpd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n';
const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
const CREATES = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } };

const WATCHES = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true }, workspaceEdit: { documentChanges: true } } };
const begin = (options: Options): Promise<Client> => start({ capabilities: WATCHES, ...options });

const isIgnore = ({ kind }: CodeAction): boolean => kind === 'quickfix.daemonlint.ignore';

const newTexts = ({ changes, documentChanges }: WorkspaceEdit): string[] => [
  ...Object.values(changes ?? {}).flatMap((edits) => edits.map(({ newText }) => newText)),
  ...(documentChanges ?? []).flatMap((change) =>
    'edits' in change ? change.edits.flatMap((edit) => ('newText' in edit ? [edit.newText] : [])) : [],
  ),
];

describe('silencing from the editor', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  it('offers a comment, a keep and the config, behind what mends, and the comment works', async () => {
    const { root, uri } = folder({ '.daemonlint.json': '{"keep": []}' });
    const client = await begin({ root });
    const at = uri('etc/inetd.conf');
    await client.open(at, 'inetd-conf', TELNET);
    const actions = await client.actions(at, RANGE);
    const first = actions.findIndex(isIgnore);
    assert.ok(first > 0 && actions.slice(first).filter(isIgnore).length === 3, JSON.stringify(actions.map(({ title }) => title)));
    assert.deepEqual(
      actions.filter(isIgnore).map(({ title }) => title),
      [
        'Ignore cleartext-login here: write the reason behind the colon',
        'Keep telnet in this file',
        'Ignore cleartext-login of this file in .daemonlint.json: write the reason there',
      ],
    );
    const [ignore, , config] = actions.filter(isIgnore);
    assert.equal(ignore?.diagnostics?.[0]?.code, 'cleartext-login');
    assert.deepEqual(Object.keys(config?.edit?.changes ?? {}), [uri('.daemonlint.json')]);
    await client.apply(ignore?.edit ?? {});
    await client.until(at, (found) => found.length === 1 && found[0]?.code === 'ignore-reason');
  });

  it('offers once what answers several findings of one place', async () => {
    const { root, uri } = folder({ 'chkconfig.txt': 'sshd 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n' });
    const client = await begin({ root });
    const at = uri('etc/inetd.conf');
    await client.open(at, 'inetd-conf', TELNET);
    const codes = (await client.until(at, (found) => found.length > 1)).map(({ code }) => code);
    assert.deepEqual([...codes].sort(), ['cleartext-login', 'last-login']);
    const keeps = (await client.actions(at, RANGE)).filter(({ title }) => title === 'Keep telnet in this file');
    assert.equal(keeps.length, 1);
    assert.deepEqual(keeps[0]?.diagnostics?.map(({ code }) => code).sort(), ['cleartext-login', 'last-login']);
  });

  it('offers the config alone for a listing, and makes one where there is none', async () => {
    const { root, uri } = folder();
    const client = await begin({ root, capabilities: CREATES });
    const at = uri('chkconfig.txt');
    await client.open(at, 'rc-listing', LISTING);
    const [action, ...others] = (await client.actions(at, RANGE)).filter(isIgnore);
    assert.deepEqual(others, []);
    const [make] = action?.edit?.documentChanges ?? [];
    assert.deepEqual(make && 'kind' in make ? [make.kind, 'uri' in make && make.uri] : [], ['create', uri('.daemonlint.json')]);
    const [text = ''] = newTexts(action?.edit ?? {});
    assert.deepEqual(parseConfig('c', text.replace('""', '"x"')).config.ignore, [
      { path: 'chkconfig.txt', rule: 'risky-daemon', subject: 'snmpd', reason: 'x' },
    ]);
  });

  it('makes no file for a client that cannot, and writes to no other version of a file', async () => {
    const { root, uri } = folder();
    const client = await begin({ root });
    await client.open(uri('chkconfig.txt'), 'rc-listing', LISTING);
    assert.deepEqual((await client.actions(uri('chkconfig.txt'), RANGE)).filter(isIgnore), []);
    const version = `${uri('etc/inetd.conf').replace('file:', 'git:')}?ref`;
    await client.open(version, 'inetd-conf', TELNET);
    assert.deepEqual((await client.actions(version, RANGE)).filter(isIgnore), []);
  });
});

describe('a config that goes before the settings of the editor', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  it('says so once in the log, and of what, and says nothing where the two agree', async () => {
    const config = { severity: { 'risky-daemon': 'error', directive: 'off' }, audience: 'regular', files: { 'a/*': { kind: 'inetd' } } };
    const { root, uri } = folder({ '.daemonlint.json': JSON.stringify(config) });
    const settings = { severity: { 'risky-daemon': 'off', directive: 'off' }, audience: 'regular', files: { 'a/*': { kind: 'crontab' } } };
    const capabilities = { workspace: { ...WATCHES.workspace, configuration: true } };
    const client = await begin({ root, settings, capabilities });
    for (const name of ['a/x', 'etc/inetd.conf', 'etc/crontab']) await client.open(uri(name), 'inetd-conf', TELNET);
    const log = await eventually(
      () => client.log.join('\n'),
      () => client.log.length > 0 && client.log.map((line) => line.replace(/^.*(?=\.daemonlint)/, '')),
    );
    assert.deepEqual(log, ['.daemonlint.json goes before the settings of the editor: severity of risky-daemon, files a/*']);
  });
});

describe('a mistake in .daemonlint.json', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  const shown = (client: Client, uri: string) => client.pushes.filter((push) => push.uri === uri).at(-1)?.diagnostics;

  it('is shown at its place, and goes when it is mended, or with the file', async () => {
    const { root, uri, write, remove } = folder({ '.daemonlint.json': '{\n  "kep": []\n}', 'etc/inetd.conf': TELNET });
    const client = await begin({ root });
    const at = uri('.daemonlint.json');
    const [mistake] = await eventually(
      () => JSON.stringify(client.pushes),
      () => (shown(client, at)?.length === 1 ? shown(client, at) : undefined),
    );
    assert.deepEqual(mistake?.range.start, { line: 1, character: 2 });
    assert.equal(mistake?.message, 'there is no key “kep”. Did you mean “keep”?');
    const gone = () =>
      eventually(
        () => JSON.stringify(client.pushes),
        () => shown(client, at)?.length === 0,
      );
    await client.changedOnDisk(write('.daemonlint.json', '{"keep": []}'));
    await gone();
    await client.changedOnDisk(write('.daemonlint.json', '{"ignore": [{"rule": "directive"}]}'));
    await eventually(
      () => JSON.stringify(client.pushes),
      () => String(shown(client, at)?.[0]?.message).startsWith('this does not say why'),
    );
    await client.changedOnDisk(remove('.daemonlint.json'));
    await gone();
  });
});
