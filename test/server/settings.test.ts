/** Settings of the editor and of `.daemonlint.json`: what they do, which wins, what becomes of wrong ones, and that changes are heard. */
import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { type Client, codesOf, eventually, type Options, rangeOf, start, stopAll, TOP } from './client.js';
import { folder } from './disk.js';

const FINGER = 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n';
const INETD = `telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n${FINGER}`;
const able = { workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } } };
const begin = (options: Options) => start({ capabilities: able, ...options });
const isShowing =
  (...codes: string[]) =>
  (now: readonly Diagnostic[]) =>
    JSON.stringify(codesOf(now)) === JSON.stringify(codes);
const BOTH = ['cleartext-login', 'risky-daemon'];

/** The text that disabling the entry of finger puts there. */
async function offText(client: Client, uri: string): Promise<string> {
  const [fix] = await client.actions(uri, rangeOf(client.text(uri), 'finger'), ['quickfix.daemonlint.disable']);
  const [change] = Object.values(fix?.edit?.changes ?? {});
  return change?.map(({ newText }) => newText).join() ?? '';
}

describe('settings of the editor', function () {
  this.timeout(120_000);
  afterEach(stopAll);
  const uri = 'file:///host/etc/inetd.conf';

  it('each does its work, and a change is heard', async () => {
    let settings: unknown = {};
    const client = await begin({ settings: () => settings });
    const now = async (next: unknown, ...codes: string[]) => {
      settings = next;
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      return client.until(uri, isShowing(...codes));
    };
    await client.open(uri, 'inetd-conf', INETD);
    await now({}, ...BOTH);
    await now({ enable: false });
    assert.equal(await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: TOP.start }), null);
    assert.deepEqual(await client.actions(uri, rangeOf(INETD, 'finger')), []);
    await now({ keep: ['fingerd'] }, 'cleartext-login');
    await now({ keep: ['telnet', 'finger'] });
    await now({ severity: { 'risky-daemon': 'off' } }, 'cleartext-login');
    await now({ severity: { 'cleartext-login': 'hint', 'risky-daemon': 'off' } }, 'cleartext-login');
    await client.until(uri, ([first]) => first?.severity === 4);
    await now({}, ...BOTH);
    assert.equal(await offText(client, uri), '#');
    await now({ offMark: '#<off># ', keep: ['telnet'] }, 'risky-daemon');
    assert.equal(await offText(client, uri), '#<off># ');
  });

  it('`files` says what a file is, by its path in the folder; a comment in the file wins', async () => {
    const { root, uri: at } = folder();
    const client = await begin({
      root,
      settings: { files: { 'backup/*.tab': { kind: 'crontab', form: 'system' }, 'etc/inetd.conf': { kind: 'crontab' } } },
    });
    const line = '0 4 * * * gpm /usr/bin/true\n';
    await client.open(at('backup/one.tab'), 'plaintext', `0 4 * * * root gpm\n`);
    await client.until(at('backup/one.tab'), isShowing('risky-daemon'));
    await client.open(at('backup/two.tab'), 'plaintext', `# daemonlint: form=user\n${line}`);
    await client.until(at('backup/two.tab'), isShowing('risky-daemon'));
    assert.deepEqual(await client.open(at('other/one.tab'), 'plaintext', 'gpm\n'), []);
    await client.open(at('etc/inetd.conf'), 'inetd-conf', FINGER);
    await client.until(at('etc/inetd.conf'), (now) => codesOf(now).includes('crontab/syntax'));
  });

  it('an auditor hears of unlikely crons, as hints; the project may say otherwise', async () => {
    const weekly = '@weekly /bin/true\n';
    const client = await begin({ settings: { audience: 'auditor' } });
    await client.open('file:///host/var/spool/cron/crontabs/ann', 'crontab', weekly);
    const [hint] = await client.until('file:///host/var/spool/cron/crontabs/ann', isShowing('crontab/portability'));
    assert.equal(hint?.severity, 4);
    const config = '{"audience": "regular", "severity": {"risky-daemon": "error"}}';
    const { root, uri: at } = folder({ '.daemonlint.json': config, 'crontabs/ann': weekly, 'etc/inetd.conf': FINGER });
    const other = await begin({ root, settings: { audience: 'auditor' } });
    await other.open(at('crontabs/ann'), 'crontab', weekly);
    await other.open(at('etc/inetd.conf'), 'inetd-conf', FINGER);
    // Then the config has been read.
    await other.until(at('etc/inetd.conf'), ([first]) => first?.severity === 1);
    assert.deepEqual(codesOf(await other.open(at('crontabs/ann2'), 'crontab', weekly)), []);
  });

  it('wrong ones are passed over, the rest counts', async () => {
    const client = await begin({
      settings: {
        enable: 'no',
        keep: [1, null, 'telnet', { a: 1 }],
        severity: { 'risky-daemon': 'loud', 'cleartext-login': 3, 'no-such-rule': 'off' },
        offMark: 'rem ',
        audience: 'everybody',
        files: { '': { kind: 'crontab' }, '/': {}, [`${'a'.repeat(70_000)}`]: {}, '*.x': 7, '*.y': { kind: 1, form: [] } },
        more: true,
      },
    });
    assert.deepEqual(codesOf(await client.open(uri, 'inetd-conf', INETD)).slice(-1), ['risky-daemon']);
    await client.until(uri, isShowing('risky-daemon'));
    assert.equal(await offText(client, uri), '#');
    assert.deepEqual(client.log, []);
  });

  for (const wrong of [null, 7, 'x', [], [null]])
    it(`none at all: ${JSON.stringify(wrong)}`, async () => {
      const client = await begin({ settings: () => wrong });
      await client.open(uri, 'inetd-conf', INETD);
      await client.until(uri, isShowing(...BOTH));
    });

  it('a client that fails to give them is worked with by the defaults, its folder included', async () => {
    const { root, uri: at, write } = folder({ 'etc/inetd.conf': INETD });
    const fail = () => {
      throw new Error('no settings here');
    };
    const client = await begin({ root, answers: { 'workspace/configuration': fail, 'client/registerCapability': fail } });
    await client.open(at('etc/rc3.d.txt'), 'rc-listing', 'S50inet -> ../init.d/inet\n');
    await client.until(at('etc/rc3.d.txt'), isShowing());
    assert.ok(
      client.log.some((line) => /settings.*no settings here/.test(line)),
      client.log.join('\n'),
    );
    await client.changedOnDisk(write('etc/inetd.conf', '# nothing\n'));
    await client.until(at('etc/rc3.d.txt'), isShowing('super-server'));
  });

  it('are sent along by a client that cannot be asked', async () => {
    const client = await start();
    await client.open(uri, 'inetd-conf', INETD);
    const tell = (params: unknown) => client.connection.sendNotification('workspace/didChangeConfiguration', params as object);
    await tell({ settings: { daemonlint: { keep: ['finger'] } } });
    await client.until(uri, isShowing('cleartext-login'));
    await tell({ settings: { daemonlint: { enable: false } } });
    await client.until(uri, isShowing());
    await tell({ settings: null });
    await client.until(uri, isShowing(...BOTH));
    await tell({ settings: { daemonlint: { enable: false } } });
    await client.until(uri, isShowing());
    await tell({});
    await client.until(uri, isShowing(...BOTH));
  });

  it('differ by folder', async () => {
    const [one, two] = [folder(), folder()];
    const client = await begin({
      roots: [one.root, two.root],
      settings: (scope: unknown) => ({ keep: scope === one.root ? ['finger'] : scope === two.root ? ['telnet'] : [] }),
    });
    for (const at of [one.uri('etc/inetd.conf'), two.uri('etc/inetd.conf'), uri]) await client.open(at, 'inetd-conf', INETD);
    await client.until(one.uri('etc/inetd.conf'), isShowing('cleartext-login'));
    await client.until(two.uri('etc/inetd.conf'), isShowing('risky-daemon'));
    await client.until(uri, isShowing(...BOTH));
  });

  it('ask to be told of changes only where the client can, and of files by patterns that fit what is read', async () => {
    const { root } = folder();
    const plain = await begin({ root });
    const registered = (client: Client) =>
      client.heard.flatMap(({ method, params }) =>
        method === 'client/registerCapability'
          ? (params as { registrations: { method: string }[] }).registrations.map((each) => each.method)
          : [],
      );
    await eventually(
      () => JSON.stringify(plain.heard),
      () => registered(plain).length > 0,
    );
    assert.deepEqual(registered(plain), ['workspace/didChangeWatchedFiles']);
    const more = { workspace: { ...able.workspace, didChangeConfiguration: { dynamicRegistration: true } } };
    const both = await start({ root, capabilities: more });
    await eventually(
      () => JSON.stringify(both.heard),
      () => registered(both).length > 1,
    );
    assert.deepEqual(registered(both).sort(), ['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
  });
});

describe('.daemonlint.json', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  const config = (value: object) => JSON.stringify(value);

  it('says which zone the host keeps', async () => {
    const { root, uri } = folder({ '.daemonlint.json': config({ zone: 'Asia/Tokyo' }) });
    const client = await begin({ root });
    const at = uri('etc/cron.d/a');
    const params = { textDocument: { uri: at }, position: TOP.start };
    await client.open(at, 'crontab', '0 4 * * * root true\n');
    let said = '';
    await eventually(
      () => said,
      () => {
        void client.connection.sendRequest('textDocument/hover', params).then((hover) => (said = JSON.stringify(hover)));
        return /Asia\/Tokyo/.test(said) && /\+09:00/.test(said);
      },
    );
  });

  it('is honoured, and wins over the editor', async () => {
    const { root, uri } = folder({
      '.daemonlint.json': config({
        keep: ['telnet'],
        severity: { 'risky-daemon': 'error' },
        offMark: '#<off># ',
        files: { 'odd/*': { kind: 'crontab', form: 'system' } },
      }),
    });
    const client = await begin({
      root,
      settings: { severity: { 'risky-daemon': 'off' }, files: { 'odd/*': { kind: 'inetd' } } },
    });
    await client.open(uri('etc/inetd.conf'), 'inetd-conf', INETD);
    const [found] = await client.until(uri('etc/inetd.conf'), isShowing('risky-daemon'));
    assert.equal(found?.severity, 1);
    assert.equal(await offText(client, uri('etc/inetd.conf')), '#<off># ');
    await client.open(uri('odd/one'), 'plaintext', '0 4 * * * root gpm\n');
    await client.until(uri('odd/one'), isShowing('risky-daemon'));
    assert.match([...new Set(client.log)].join(), /^[^,]*goes before the settings of the editor: [^\n]*$/);
  });

  it('takes effect when it changes on disk, comes or goes', async () => {
    const { root, uri, write, remove } = folder();
    const client = await begin({ root });
    const conf = uri('etc/inetd.conf');
    await client.open(conf, 'inetd-conf', INETD);
    await client.until(conf, isShowing(...BOTH));
    await client.changedOnDisk(write('.daemonlint.json', config({ keep: ['telnet'] })));
    await client.until(conf, isShowing('risky-daemon'));
    const before = client.pushes.length;
    await client.changedOnDisk(write('.daemonlint.json', config({ keep: ['telnet', 'finger'] })));
    await client.until(conf, isShowing());
    assert.deepEqual(
      client.pushes.slice(before).map(({ diagnostics }) => codesOf(diagnostics)),
      [[]],
      'nothing flickers in between',
    );
    await client.changedOnDisk(write('etc/.daemonlint.json', config({ keep: ['finger'] })));
    await client.until(conf, isShowing('cleartext-login'));
    await client.changedOnDisk(remove('etc/.daemonlint.json'), remove('.daemonlint.json'));
    await client.until(conf, isShowing(...BOTH));
  });

  it('names files that are not open, too', async () => {
    const { root, uri, write } = folder({ 'etc/rc3.d.txt': 'S50inet -> ../init.d/inet\n', 'etc/services.off': FINGER });
    const client = await begin({ root });
    await client.open(uri('etc/rc3.d.txt'), 'rc-listing', 'S50inet -> ../init.d/inet\n');
    await client.until(uri('etc/rc3.d.txt'), isShowing('super-server'));
    await client.changedOnDisk(write('.daemonlint.json', config({ files: { 'services.off': { kind: 'inetd' } } })));
    await client.until(uri('etc/rc3.d.txt'), isShowing());
    await client.changedOnDisk(write('.daemonlint.json', config({ exclude: ['etc/services.off'] })));
    await client.until(uri('etc/rc3.d.txt'), isShowing('super-server'));
  });

  it('what it excludes says nothing of the host, when it changes neither', async () => {
    const { root, uri, write } = folder({
      'etc/rc3.d.txt': 'S50inet -> ../init.d/inet\n',
      'etc/inetd.conf': FINGER,
      '.daemonlint.json': config({ exclude: ['inetd.conf'] }),
    });
    const client = await begin({ root });
    await client.open(uri('etc/rc3.d.txt'), 'rc-listing', 'S50inet -> ../init.d/inet\n');
    await client.changedOnDisk(write('etc/inetd.conf', INETD), write('etc/crontab', '0 4 * * * root gpm\n'));
    await new Promise((done) => setTimeout(done, 300));
    await client.until(uri('etc/rc3.d.txt'), isShowing('super-server'));
  });

  it('broken: one line in the log with its place; what can be read of it counts, and the rest works', async () => {
    const { root, uri, write } = folder({ '.daemonlint.json': '{\n  "keep": ["telnet"],,\n  "severity": {"risky-daemon": "loud"}\n' });
    const client = await begin({ root });
    for (const name of ['etc/inetd.conf', 'a/inetd.conf', 'b/c/inetd.conf']) {
      await client.open(uri(name), 'inetd-conf', INETD);
      await client.until(uri(name), isShowing('risky-daemon'));
    }
    assert.equal(client.log.length, 1, client.log.join('\n'));
    assert.match(client.log[0] ?? '', /\.daemonlint\.json: .*JSON.* more\)/);
    await client.changedOnDisk(write('.daemonlint.json', '{"keep": ["finger"]}'));
    await client.until(uri('etc/inetd.conf'), isShowing('cleartext-login'));
    await client.changedOnDisk(write('.daemonlint.json', '\0\0\0\0'));
    await client.until(uri('etc/inetd.conf'), isShowing(...BOTH));
    assert.equal(client.log.length, 2, client.log.join('\n'));
  });

  it('beside a file that lies in no folder of the workspace', async () => {
    const { uri, write } = folder({ '.daemonlint.json': config({ keep: ['telnet'] }) });
    const client = await begin({});
    const conf = uri('etc/inetd.conf');
    await client.open(conf, 'inetd-conf', INETD);
    await client.until(conf, isShowing('risky-daemon'));
    // Nobody tells of changes out there; who opens the file again finds them.
    await client.close(conf);
    await client.until(conf, isShowing());
    write('.daemonlint.json', config({ keep: ['finger'] }));
    await client.open(conf, 'inetd-conf', INETD);
    await client.until(conf, isShowing('cleartext-login'));
  });
});
