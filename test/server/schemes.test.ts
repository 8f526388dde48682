/** URIs of every make: each is judged by its path, and comes back as it was sent. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isVersion, pathOf, prefixOf, spelledAlike, uriOf } from '../../server/src/uri.js';
import { type Client, codesOf, rangeOf, start, stopAll } from './client.js';
import { folder } from './disk.js';

const INETD = 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n';

describe('URIs and paths', () => {
  const cases: readonly (readonly [uri: string, prefix: string, path: string])[] = [
    ['file:///etc/inetd.conf', 'file://', '/etc/inetd.conf'],
    ['file:/etc/inetd.conf', 'file://', '/etc/inetd.conf'],
    ['file://localhost/etc/inetd.conf', 'file://', '/etc/inetd.conf'],
    ['file:///c%3A/etc/inetd.conf', 'file://', 'c:/etc/inetd.conf'],
    ['file:///C:/etc/inetd.conf', 'file://', 'C:/etc/inetd.conf'],
    ['file://server/share/etc/crontab', 'file://server', '/share/etc/crontab'],
    ['file:///a%20b%25/%C3%A9', 'file://', '/a b%/é'],
    ['file:///a%zz/etc', 'file://', '/a%zz/etc'],
    ['untitled:Untitled-1', 'untitled:', 'Untitled-1'],
    ['git:/w/etc/inetd.conf?%7B%22ref%22%3A%22~%22%7D', 'git:', '/w/etc/inetd.conf'],
    ['vscode-vfs://github/me/x/etc/crontab#L1', 'vscode-vfs://github', '/me/x/etc/crontab'],
    ['vscode-vfs://github', 'vscode-vfs://github', ''],
    ['', '', ''],
  ];
  for (const [uri, prefix, path] of cases)
    it(`${uri || 'none'}: ${path || 'no path'}`, () => {
      assert.deepEqual([prefixOf(uri), pathOf(uri)], [prefix, path]);
    });

  it('a path goes there and back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', minLength: 1 }).filter((part) => !part.includes('/'))), (parts) => {
        const path = `/${parts.join('/')}`;
        assert.equal(pathOf(uriOf('file://', path)).replace(/^(?=[A-Za-z]:)/, '/'), path);
      }),
    );
    assert.equal(uriOf('file://', 'c:/etc/x'), 'file:///c%3A/etc/x');
    assert.doesNotThrow(() => uriOf('file://', '/\ud800'));
  });

  it('spellings of one file are alike, versions of it are not', () => {
    for (const other of ['file:/w%20x/(a)', 'file://localhost/w%20x/(a)', 'file:///w%20x/%28a%29', 'file:///w x/(a)', 'file:///w%20x/(a)/'])
      assert.equal(spelledAlike(other), spelledAlike('file:///w%20x/(a)'), other);
    assert.notEqual(spelledAlike('git:/w?one'), spelledAlike('git:/w?two'));
    assert.deepEqual(['git:/w?x', 'file:///w%3Fx'].map(isVersion), [true, false]);
    assert.equal(spelledAlike('file:///'), 'file:///');
  });
});

describe('documents of every scheme', function () {
  this.timeout(120_000);
  let client: Client;
  before(async () => {
    client = await start();
  });
  after(stopAll);

  for (const uri of [
    'untitled:Untitled-1',
    'untitled:/new/etc/inetd.conf',
    'vscode-vfs://github/me/repo/etc/inetd.conf',
    'vscode-remote://ssh-remote%2Bbox/etc/inetd.conf',
    'file:///a%20b/100%25/%C3%A9t%C3%A9/%E6%97%A5/etc/inetd.conf',
    'file:///c%3A/etc/inetd.conf',
    'file://server/share/etc/inetd.conf',
    'file:///bad%zzpercent/etc/inetd.conf',
    'odd',
  ])
    it(uri, async () => {
      const found = await client.open(uri, 'inetd-conf', INETD);
      assert.deepEqual(codesOf(found), ['risky-daemon']);
      assert.ok(await client.connection.sendRequest('textDocument/hover', { textDocument: { uri }, position: { line: 0, character: 1 } }));
      const [fix] = await client.actions(uri, rangeOf(INETD, 'finger'), ['quickfix']);
      assert.ok(fix?.edit);
      await client.apply(fix.edit);
      assert.equal(client.text(uri), `#${INETD}`);
      await client.until(uri, (now) => now.length === 0);
      await client.close(uri);
      await client.until(uri, (now) => now.length === 0);
      assert.deepEqual(client.log, []);
    });

  it('a kind that only the path tells, whatever is encoded in it', async () => {
    for (const uri of ['file:///c%3A/x/etc/cron%2Ed/job', 'vscode-vfs://github/me/x/etc/cron.d/job%20one', 'git:/w/etc/cron.d/job?ref=x'])
      assert.deepEqual(codesOf(await client.open(uri, 'plaintext', '61 * * * * root x\n')), ['crontab/syntax'], uri);
  });

  it('a folder whose name has every odd character: its host and config are found, in any spelling', async () => {
    const name = "a b%20 (c) [d] é 日 !'*,;=+&@$#~";
    const made = folder({ 'etc/inetd.conf': INETD, '.daemonlint.json': '{"keep": ["sendmail"]}' }, name);
    const spelled = made.root.replace(/[!'()*,;=+&@$]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
    assert.notEqual(spelled, made.root);
    for (const root of [made.root, spelled]) {
      const odd = await start({ root });
      const listing = `${root}/etc/rc3.d.txt`;
      await odd.open(listing, 'rc-listing', 'S80sendmail -> ../init.d/sendmail\nK50inet -> ../init.d/inet\n');
      const [found] = await odd.until(listing, (now) => codesOf(now).join() === 'super-server');
      assert.equal(spelledAlike(found?.relatedInformation?.[0]?.location.uri ?? ''), spelledAlike(made.uri('etc/inetd.conf')));
      // Open, it is the document that the editor named so.
      await odd.open(`${root}/etc/inetd.conf`, 'inetd-conf', `\n${INETD}`);
      await odd.until(listing, ([one]) => one?.relatedInformation?.[0]?.location.uri === `${root}/etc/inetd.conf`);
      assert.deepEqual(odd.log, []);
    }
  });
});

describe('the old side of a diff', () => {
  afterEach(stopAll);

  const SNMPD = 'S50snmpd -> ../init.d/snmpd\n';
  const JOB = '0  4 * * * root x\n61 * * * * root x\n';
  const query = (path: string) => encodeURIComponent(JSON.stringify({ path, ref: 'HEAD' }));
  const schemes = ['git', 'review', 'pr', 'gitlens'];

  for (const scheme of schemes)
    it(`${scheme}: is judged like the file itself, and nothing offers to write to it`, async () => {
      const client = await start({ initializationOptions: { commands: ['daemonlint.copy', 'daemonlint.openUntitled'] } });
      const told: readonly (readonly [path: string, language: string, text: string])[] = [
        ['/w/etc/inetd.conf', 'inetd-conf', INETD],
        ['/w/etc/rc3.d.txt', 'rc-listing', SNMPD],
        ['/w/etc/crontab', 'crontab', JOB],
      ];
      for (const [path, language, text] of told) {
        const [own, old] = [`file://${path}`, `${scheme}:${path}?${query(path)}`];
        const found = await client.open(own, language, text);
        const before = await client.open(old, language, text);
        assert.notEqual(found.length, 0);
        assert.deepEqual(
          before.map(({ message, range }) => [message, range]),
          found.map(({ message, range }) => [message, range]),
        );
        const whole = { start: { line: 0, character: 0 }, end: { line: 2, character: 0 } };
        for (const only of [undefined, ['quickfix'], ['refactor'], ['source.fixAll']])
          assert.deepEqual(
            (await client.actions(old, whole, only)).flatMap(({ edit }) => edit ?? []),
            [],
          );
        assert.ok((await client.actions(own, whole)).some(({ edit }) => edit));
        const asked = { options: { tabSize: 8, insertSpaces: true } };
        for (const [method, more] of [
          ['formatting', {}],
          ['rangeFormatting', { range: whole }],
          ['onTypeFormatting', { position: { line: 1, character: 0 }, ch: '\n' }],
        ] as const)
          assert.deepEqual(
            await client.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: old }, ...asked, ...more }),
            [],
          );
      }
      assert.deepEqual(client.log, []);
    });

  it('still offers what may be copied, and what opens as a new document', async () => {
    const client = await start({ initializationOptions: { commands: ['daemonlint.copy', 'daemonlint.openUntitled'] } });
    const [links, jobs] = [`git:/w/etc/rc3.d.txt?${query('/w/etc/rc3.d.txt')}`, `git:/w/etc/crontab?${query('/w/etc/crontab')}`];
    await client.open(links, 'rc-listing', SNMPD);
    await client.open(jobs, 'crontab', JOB);
    const commandsAt = async (uri: string, text: string, word: string) =>
      (await client.actions(uri, rangeOf(text, word))).map(({ command }) => command?.command);
    assert.ok((await commandsAt(links, SNMPD, 'snmpd')).includes('daemonlint.copy'));
    assert.ok((await commandsAt(jobs, JOB, 'root')).includes('daemonlint.openUntitled'));
  });

  it('both sides are judged by the config and the host of the file, and the old one has no part in it', async () => {
    const made = folder({ '.daemonlint.json': '{"keep": ["finger"]}', 'etc/inetd.conf': INETD });
    const client = await start({ root: made.root });
    const old = `${made.uri('etc/inetd.conf').replace('file://', 'git:')}?${query('x')}`;
    await client.open(old, 'inetd-conf', INETD + INETD.replaceAll('finger', 'telnet'));
    const found = await client.until(old, (now) => now.length === 1);
    assert.match(String(found[0]?.message), /telnet/i);
    const hosts = await client.connection.sendRequest<{ readonly services: readonly { readonly name: string }[] }[]>('daemonlint/hosts');
    assert.deepEqual(
      hosts.flatMap(({ services }) => services.map(({ name }) => name)),
      ['finger'],
    );
  });
});
