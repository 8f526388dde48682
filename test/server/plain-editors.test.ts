/** Editors that can less than VS Code: that answer no questions, watch no files, send null for what they lack, and count versions from 0. */
import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Client, codesOf, type Options, rangeOf, spoken, start, stopAll, TOP } from './client.js';
import { type Folder, folder } from './disk.js';

const TELNET = 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n';
const FINGER = 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n';
const BOTH = TELNET + FINGER;

const INETD = 'etc/inetd.conf';
const CONFIG = '.daemonlint.json';

const saved = (client: Client, uri: string) => client.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });

describe('an editor of few abilities', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  async function begin(
    files: Readonly<Record<string, string>>,
    options: Options = {},
  ): Promise<{ client: Client; host: Folder; uri: string }> {
    const host = folder(files);
    const client = await start({ root: host.root, capabilities: {}, ...options });
    return { client, host, uri: host.uri(INETD) };
  }

  it('is pushed diagnostics where it says null of pulling them', async () => {
    const nulls = { diagnostic: null, synchronization: null, semanticTokens: null, inlayHint: null };
    const capabilities = { textDocument: nulls, workspace: { configuration: null, workspaceEdit: null, didChangeWatchedFiles: null } };
    const { client, uri } = await begin({ [INETD]: TELNET }, { capabilities });
    assert.deepEqual(codesOf(await client.open(uri, 'conf', TELNET)), ['cleartext-login']);
    assert.equal(client.initialized.capabilities.diagnosticProvider, undefined);
    assert.deepEqual(client.log, []);
  });

  describe('that answers no questions', () => {
    const tells = (client: Client, settings: unknown) =>
      client.connection.sendNotification('workspace/didChangeConfiguration', { settings });

    it('says in its greeting what is set, until it says otherwise', async () => {
      const { client, uri } = await begin({ [INETD]: BOTH }, { initializationOptions: { daemonlint: { keep: ['telnet'] } } });
      assert.deepEqual(codesOf(await client.open(uri, 'conf', BOTH)), ['risky-daemon']);
      await tells(client, { daemonlint: { keep: ['finger'] } });
      await client.until(uri, spoken('cleartext-login'));
      for (const settings of [null, 'nonsense', {}]) {
        await tells(client, settings);
        await client.until(uri, spoken('risky-daemon'));
      }
    });

    it('has what its greeting said where it says null of the section', async () => {
      const capabilities = { workspace: { configuration: true } };
      const initializationOptions = { daemonlint: { keep: ['telnet'] } };
      const { client, uri } = await begin({ [INETD]: BOTH }, { capabilities, initializationOptions, settings: null });
      await client.open(uri, 'conf', BOTH);
      await client.until(uri, spoken('risky-daemon'));
    });
  });

  describe('that watches no files', () => {
    it('has a config heard that was made, changed and removed, once something is saved', async () => {
      const { client, host, uri } = await begin({ [INETD]: BOTH });
      assert.deepEqual(codesOf(await client.open(uri, 'conf', BOTH)), ['cleartext-login', 'risky-daemon']);
      host.write(CONFIG, '{"keep": ["telnet"]}');
      await saved(client, uri);
      await client.until(uri, spoken('risky-daemon'));
      host.write(CONFIG, '{"keep": ["finger"]}');
      await saved(client, uri);
      await client.until(uri, spoken('cleartext-login'));
      host.remove(CONFIG);
      await saved(client, uri);
      await client.until(uri, spoken('cleartext-login', 'risky-daemon'));
    });

    it('has a config heard that is open and is saved', async () => {
      const { client, host, uri } = await begin({ [INETD]: BOTH, [CONFIG]: '{}' });
      await client.open(uri, 'conf', BOTH);
      await client.open(host.uri(CONFIG), 'json', '{}');
      host.write(CONFIG, '{"keep": ["telnet"]}');
      await saved(client, host.uri(CONFIG));
      await client.until(uri, spoken('risky-daemon'));
    });

    it('has other files of the host heard that were made, changed and removed', async () => {
      const { client, host, uri } = await begin({ [INETD]: TELNET });
      assert.deepEqual(codesOf(await client.open(uri, 'conf', TELNET)), ['cleartext-login']);
      const listing = (link: string) => `/etc/rc.d/rc3.d:\n${link}inet -> ../init.d/inet\n`;
      host.write('etc/rc.d/rc3.d.txt', listing('K50'));
      await saved(client, uri);
      await client.until(uri, spoken('cleartext-login', 'last-login'));
      host.remove('etc/rc.d/rc3.d.txt');
      await saved(client, uri);
      await client.until(uri, spoken('cleartext-login'));
    });

    it('has what else the host tells heard, such as the names of its services', async () => {
      const own = 'own stream tcp nowait own /opt/own/bin/own own\n';
      const services = 'ftp 21/tcp\n';
      const { client, host, uri } = await begin({ [INETD]: own, 'etc/services': services });
      await client.open(uri, 'conf', own);
      await client.until(uri, spoken('inetd/unknown-service'));
      host.write('etc/services', `${services}own 4711/tcp\n`);
      await saved(client, uri);
      await client.until(uri, spoken());
    });

    it('has a config beside a file outside of any folder heard', async () => {
      const host = folder({ [INETD]: BOTH });
      const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
      for (const given of [{}, capabilities]) {
        const client = await start({ capabilities: given });
        const uri = host.uri(INETD);
        assert.deepEqual(codesOf(await client.open(uri, 'conf', BOTH)), ['cleartext-login', 'risky-daemon']);
        host.write(CONFIG, '{"keep": ["telnet"]}');
        await saved(client, uri);
        await client.until(uri, spoken('risky-daemon'));
        host.remove(CONFIG);
      }
    });
  });

  it('ends lines in LF by edits of whole line ends: between CR and LF is no position', async () => {
    const text = '0 3 * * * root /usr/local/sbin/backup\r\n# at night\r\n0 4 * * * root /usr/local/sbin/report\r\n';
    const { client, host } = await begin({});
    const uri = host.uri('etc/cron.d/jobs');
    assert.deepEqual(codesOf(await client.open(uri, 'crontab', text)), ['crontab/carriage-return']);
    const actions = await client.actions(uri, rangeOf(text, 'backup\r'));
    const { edit, command } = actions.find(({ title }) => title === 'Remove the CR at the end of every line') ?? {};
    assert.equal(command, undefined);
    const mended = TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), edit?.changes?.[uri] ?? []);
    assert.equal(mended, text.replaceAll('\r', ''));
  });

  it('that keeps line ends apart from the text has a command for them, and none on the old side of a diff', async () => {
    const text = '4711 stream tcp nowait own /opt/own/bin/own own -l\r\n';
    const { client, uri } = await begin({}, { initializationOptions: { commands: ['daemonlint.useLineFeeds'] } });
    const title = 'Remove the CR at the end of every line';
    const offered = async (at: string) => {
      assert.deepEqual(codesOf(await client.open(at, 'inetd-conf', text)), ['inetd/carriage-return']);
      return (await client.actions(at, rangeOf(text, '-l'))).find((action) => action.title === title);
    };
    const action = await offered(uri);
    assert.equal(action?.edit, undefined);
    assert.deepEqual(action?.command?.arguments?.[0], uri);
    assert.match(String(action?.command?.arguments?.[1]), /HUP/);
    assert.equal(await offered(`${uri}?version=1`), undefined);
  });

  it('has the last of many keystrokes judged, whatever its versions begin with', async () => {
    const text = '0 3 * * * root /usr/local/sbin/backup\n';
    const { client, host } = await begin({});
    const uri = host.uri('etc/crontab');
    await client.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'crontab', version: 0, text } });
    await client.until(uri, spoken());
    for (let version = 1; version <= 500; version++)
      await client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version },
        contentChanges: [{ range: TOP, text: version === 500 ? '6' : '\n' }],
      });
    await client.until(uri, spoken('crontab/syntax'));
    assert.equal(client.pushes.at(-1)?.version, 500);
    assert.deepEqual(client.log, []);
  });
});
