/** A workspace folder as a host: what one file says of another, on disk and in the editor. */
import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { codesOf, eventually, type Options, rangeOf, start, stopAll } from './client.js';
import { folder } from './disk.js';

const LISTING = '/etc/rc.d/rc3.d:\nS50inet -> ../init.d/inet\nS80sendmail -> ../init.d/sendmail\n';
const OFF = '/etc/rc.d/rc3.d:\nK50inet -> ../init.d/inet\n';
const OFFERS = '# one\nftp stream tcp nowait root /usr/sbin/tcpd in.ftpd\n';
const OFFERS_NOTHING = '# one\n#ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd\n';

const able = {
  workspace: {
    workspaceEdit: { documentChanges: true },
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};
const begin = (options: Options) => start({ capabilities: able, ...options });
const host = (files: Readonly<Record<string, string>> = {}) =>
  folder({ 'etc/rc.d/rc3.d.txt': LISTING, 'etc/inetd.conf': OFFERS, ...files });

/** True when what super-server says fits `expected`, or when it says nothing as expected. */
const superServer = (expected: RegExp | undefined) => (diagnostics: readonly Diagnostic[]) => {
  const found = diagnostics.find(({ code }) => code === 'super-server');
  return expected === undefined ? found === undefined : found !== undefined && expected.test(String(found.message));
};

describe('a workspace folder as a host', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  describe('inetd and its file', () => {
    it('follows inetd.conf on disk, and points at its services', async () => {
      const { root, uri, write, remove } = host({ 'etc/rc.d/rc3.d.txt': OFF });
      const client = await begin({ root });
      const listing = uri('etc/rc.d/rc3.d.txt');
      await client.open(listing, 'rc-listing', OFF);
      const off = (await client.until(listing, superServer(/is off while its file offers a service/))).find(
        ({ code }) => code === 'super-server',
      );
      assert.deepEqual(off?.relatedInformation, [
        { location: { uri: uri('etc/inetd.conf'), range: rangeOf(OFFERS, 'ftp') }, message: 'ftp is offered here' },
      ]);
      await client.changedOnDisk(write('etc/inetd.conf', OFFERS_NOTHING));
      await client.until(listing, superServer(undefined));
      await client.changedOnDisk(write('etc/inetd.conf', `\n\n${OFFERS}`));
      const moved = (await client.until(listing, superServer(/offers a service/))).find(({ code }) => code === 'super-server');
      assert.equal(moved?.relatedInformation?.[0]?.location.range.start.line, 3);
      await client.changedOnDisk(remove('etc/inetd.conf'));
      await client.until(listing, superServer(undefined));
    });

    it('follows inetd.conf in the editor once its keys are quiet, whatever the disk says meanwhile', async () => {
      const { root, uri } = host();
      const client = await begin({ root });
      const [listing, conf] = [uri('etc/rc.d/rc3.d.txt'), uri('etc/inetd.conf')];
      await client.open(listing, 'rc-listing', LISTING);
      await client.until(listing, superServer(undefined));
      await client.open(conf, 'inetd-conf', OFFERS);
      const quick = client.pushes.length;
      for (const key of ['#', ' ', '#']) await client.type(conf, rangeOf(client.text(conf), 'ftp'), `${key}ftp`);
      await client.until(listing, superServer(/offers no service any more/));
      const between = client.pushes.slice(quick).filter(({ uri: at }) => at === listing);
      assert.equal(between.length, 1, 'heard of the last key only');
      // The editor holds the file: what the disk says does not count.
      await client.changedOnDisk(conf);
      await client.open(uri('other.txt'), 'plaintext', 'x');
      await client.until(listing, superServer(/offers no service any more/));
      await new Promise((done) => setTimeout(done, 100));
      await client.until(listing, superServer(/offers no service any more/));
      await client.close(conf);
      await client.until(listing, superServer(undefined));
    });

    it('belongs together where the project says so, and no more when it ceases to', async () => {
      const config = '{"hosts": ["web*"]}';
      const { root, uri, write } = folder({
        'web1/rc3.d.txt': LISTING,
        'web1/files/etc/inetd.conf': OFFERS_NOTHING,
        '.daemonlint.json': config,
      });
      const client = await begin({ root });
      await client.open(uri('web1/rc3.d.txt'), 'rc-listing', LISTING);
      await client.until(uri('web1/rc3.d.txt'), superServer(/offers no service/));
      await client.changedOnDisk(write('.daemonlint.json', '{}'));
      await client.until(uri('web1/rc3.d.txt'), superServer(/Turn it off unless/));
      await client.changedOnDisk(write('.daemonlint.json', config));
      await client.until(uri('web1/rc3.d.txt'), superServer(/offers no service/));
    });

    it('belongs together below the same root only', async () => {
      const { root, uri } = folder({
        'a/etc/rc.d/rc3.d.txt': LISTING,
        'a/etc/inetd.conf': OFFERS_NOTHING,
        'b/etc/rc.d/rc3.d.txt': LISTING,
        'b/etc/inetd.conf': OFFERS,
      });
      const client = await begin({ root });
      await client.open(uri('a/etc/rc.d/rc3.d.txt'), 'rc-listing', LISTING);
      await client.open(uri('b/etc/rc.d/rc3.d.txt'), 'rc-listing', LISTING);
      await client.until(uri('a/etc/rc.d/rc3.d.txt'), superServer(/offers no service/));
      await client.until(uri('b/etc/rc.d/rc3.d.txt'), superServer(undefined));
    });

    it('a file beside etc/ belongs to that host, though its name sorts before', async () => {
      const { root, uri } = folder({ 'a/chkconfig.txt': 'inet 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n', 'a/etc/inetd.conf': OFFERS });
      const client = await begin({ root });
      await client.open(uri('a/etc/inetd.conf'), 'inetd-conf', OFFERS);
      await client.open(uri('a/chkconfig.txt'), 'rc-listing', 'inet 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n');
      await client.until(uri('a/chkconfig.txt'), superServer(/is off while its file offers a service/));
      await client.close(uri('a/chkconfig.txt'));
      await client.open(uri('a/etc/rc.d/rc3.d.txt'), 'rc-listing', OFF);
      await client.until(uri('a/etc/rc.d/rc3.d.txt'), superServer(/offers a service/));
    });
  });

  it('files outside of any folder: only those side by side or under one root know each other', async () => {
    const client = await begin({});
    await client.open('file:///one/rc3.d.txt', 'rc-listing', LISTING);
    await client.open('file:///two/inetd.conf', 'inetd-conf', OFFERS_NOTHING);
    await client.open('untitled:Untitled-1', 'inetd-conf', OFFERS_NOTHING);
    await client.open('untitled:Untitled-2', 'rc-listing', LISTING);
    await client.open('file:///one/inetd.conf', 'inetd-conf', OFFERS);
    await client.until('file:///one/rc3.d.txt', superServer(undefined));
    await client.until('untitled:Untitled-2', superServer(/Turn it off unless one of them is needed/));
    await client.close('file:///one/inetd.conf');
    await client.until('file:///one/rc3.d.txt', superServer(/Turn it off unless one of them is needed/));
  });

  it('a version shown in a diff says nothing of the host, and is judged by its settings', async () => {
    const { root, uri, path } = host({ '.daemonlint.json': '{"keep": ["ftp"]}' });
    const client = await begin({ root });
    const listing = uri('etc/rc.d/rc3.d.txt');
    await client.open(listing, 'rc-listing', LISTING);
    await client.until(listing, superServer(undefined));
    const old = `git:${path}/etc/inetd.conf?%7B%22ref%22%3A%22HEAD%22%7D`;
    await client.open(old, 'inetd-conf', `${OFFERS_NOTHING}telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n`);
    const found = await client.until(old, (now) => !now.some(({ message }) => /ftp/.test(String(message))));
    assert.deepEqual(codesOf(found), ['cleartext-login', 'last-login']);
    await client.change(old, rangeOf(client.text(old), 'telnet'), '#telnet');
    await new Promise((done) => setTimeout(done, 500));
    await client.until(listing, superServer(undefined));
  });

  it('folders come and go', async () => {
    const one = host({ 'etc/rc.d/rc3.d.txt': OFF });
    const client = await begin({ roots: [] });
    const listing = one.uri('etc/rc.d/rc3.d.txt');
    await client.open(listing, 'rc-listing', OFF);
    await client.until(listing, superServer(undefined));
    const change = (event: object) => client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await change({ added: [{ uri: one.root, name: 'one' }], removed: [] });
    await client.until(listing, superServer(/offers a service/));
    await change({ added: [], removed: [{ uri: `${one.root}/`, name: 'one' }] });
    await client.until(listing, superServer(undefined));
    await change({ added: [{ uri: one.root, name: 'one' }], removed: [] });
    await client.until(listing, superServer(/offers a service/));
  });

  it('a root that vanishes is one line in the log, and the rest works', async () => {
    const { root, uri, remove } = host();
    remove('.');
    const client = await begin({ root });
    assert.deepEqual(codesOf(await client.open(uri('etc/inetd.conf'), 'inetd-conf', OFFERS)), ['cleartext-login']);
    await eventually(
      () => client.log.join('\n'),
      () => client.log.some((line) => /host: does not exist/.test(line)),
    );
    assert.equal(client.log.length, 1, client.log.join('\n'));
  });

  it('what cannot be read is one line in the log', async () => {
    const { root, uri, link } = host();
    link('etc/cron.d/one', '../nowhere');
    link('etc/cron.d/two', '../nowhere');
    const client = await begin({ root });
    await eventually(
      () => client.log.join('\n'),
      () => client.log.length > 0,
    );
    await client.open(uri('etc/rc.d/rc3.d.txt'), 'rc-listing', LISTING);
    await client.until(uri('etc/rc.d/rc3.d.txt'), superServer(undefined));
    assert.deepEqual(client.log.length, 1);
    assert.match(client.log[0] ?? '', /cron\.d\/one: is a link that leads nowhere \(and 1 more\)/);
  });

  it('a scan of many files asks once for new diagnostics', async () => {
    const { root, uri, write } = host();
    for (let at = 0; at < 100; at++) write(`etc/cron.d/job${at}`, `${at % 60} 4 * * * root /usr/bin/true\n`);
    const client = await begin({
      root,
      capabilities: { textDocument: { diagnostic: {} }, workspace: { ...able.workspace, diagnostics: { refreshSupport: true } } },
    });
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: uri('etc/rc.d/rc3.d.txt'), languageId: 'rc-listing', version: 1, text: LISTING },
    });
    const pull = () =>
      client.connection.sendRequest<{ items: { code: string }[] }>('textDocument/diagnostic', {
        textDocument: { uri: uri('etc/rc.d/rc3.d.txt') },
      });
    while ((await pull()).items.some(({ code }) => code === 'super-server')) await new Promise((done) => setTimeout(done, 20));
    const refreshes = () => client.heard.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
    await new Promise((done) => setTimeout(done, 500));
    assert.ok(refreshes() >= 1 && refreshes() <= 4, `${refreshes()} refreshes`);
    const before = refreshes();
    await client.changedOnDisk(uri('etc/cron.d/job1'), uri('etc/cron.d/job2'));
    await new Promise((done) => setTimeout(done, 200));
    assert.equal(refreshes(), before, 'nothing is another now');
    await client.changedOnDisk(
      write('etc/cron.d/job1', '1 1 * * * root /usr/sbin/gpm\n'),
      write('etc/cron.d/job2', '2 2 * * * root atd\n'),
    );
    await eventually(
      () => `${refreshes()}`,
      () => refreshes() > before,
    );
    await new Promise((done) => setTimeout(done, 200));
    assert.equal(refreshes(), before + 1);
  });
});
