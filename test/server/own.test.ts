/** What is daemonlint's own: choosing what a file is, the status, rule pages, commands after a fix; and which code actions are given when. */
import assert from 'node:assert/strict';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import { kinds, rules } from '../../core/src/index.js';
import { type Client, codesOf, eventually, rangeOf, start, stopAll, TOP } from './client.js';

const uri = 'file:///host/etc/inetd.conf';
const INETD =
  'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n#ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd\ntftp dgram udp wait root /usr/sbin/tcpd in.tftpd\n';
const LISTING = 'S85gpm -> ../init.d/gpm\n';

const statuses = (client: Client) =>
  client.heard.flatMap(({ method, params }) => (method === 'daemonlint/status' ? [params as Record<string, unknown>] : []));
const kindsAt = async (client: Client, word: string, only?: string[]) =>
  (await client.actions(uri, rangeOf(INETD, word), only)).map(({ kind }) => kind);

describe("daemonlint's own requests", function () {
  this.timeout(120_000);
  afterEach(stopAll);

  it('daemonlint/choose reads a file as told, and by itself again; the status says why', async () => {
    const client = await start({ initializationOptions: { commands: ['daemonlint.copy'] } });
    const at = 'file:///host/etc/crontab';
    const told = (kind: string, because: RegExp) =>
      eventually(
        () => JSON.stringify(statuses(client)),
        () => {
          const last = statuses(client).at(-1);
          return last?.uri === at && last.kind === kind && because.test(String(last.because)) && last;
        },
      );
    const choose = (params: object) => client.connection.sendRequest('daemonlint/choose', params);
    await client.open(at, 'crontab', '0 4 * * * root gpm\n');
    const first = await told('crontab', /its path says so/);
    assert.deepEqual([first.form, first.name], ['system', 'crontab (system)']);
    await client.until(at, (now) => codesOf(now).includes('risky-daemon'));
    assert.equal(await choose({ uri: at, kind: 'crontab', form: 'user' }), true);
    assert.equal((await told('crontab', /you chose it; form: you chose it/)).form, 'user');
    await client.until(at, (now) => !codesOf(now).includes('risky-daemon'));
    assert.equal(await choose({ uri: at, kind: 'inetd' }), true);
    const other = await told('inetd', /you chose it/);
    assert.deepEqual([other.form, other.name], ['', 'inetd.conf']);
    assert.equal(await choose({ uri: at }), true);
    await told('crontab', /its path says so/);
    assert.equal(await choose({ uri: at, kind: 'no-such-kind', form: 7 }), true);
    for (const wrong of [{}, { uri: 7 }]) assert.equal(await choose(wrong), false);
    assert.equal(await client.connection.sendRequest('daemonlint/choose'), false);
    assert.equal(await choose({ uri: 'file:///never/opened', kind: 'inetd' }), true);
    assert.deepEqual(client.log, []);
  });

  it('what was chosen for a document that was never saved is not for the next one of its name', async () => {
    const client = await start();
    const at = 'untitled:Untitled-1';
    await client.open(at, 'crontab', '0 4 * * * gpm\n');
    await client.connection.sendRequest('daemonlint/choose', { uri: at, kind: 'inetd' });
    await client.until(at, (now) => codesOf(now).includes('inetd/syntax'));
    await client.close(at);
    await client.open(at, 'crontab', '0 4 * * * gpm\n');
    await client.until(at, (now) => codesOf(now).includes('risky-daemon'));
  });

  it('daemonlint/choices lists what can be chosen, and each can', async () => {
    const client = await start({ initializationOptions: { commands: ['x'] } });
    const at = 'untitled:Untitled-1';
    await client.open(at, 'crontab', '\n');
    const choices = await client.connection.sendRequest<readonly { label: string; kind: string; form?: string }[]>('daemonlint/choices');
    assert.deepEqual(
      [...new Set(choices.map(({ kind }) => kind))],
      kinds.flatMap(({ id, editor }) => (editor.language ? [id] : [])),
    );
    for (const { label, kind, form } of choices) {
      assert.notEqual(label, '');
      await client.connection.sendRequest('daemonlint/choose', { uri: at, kind, form });
      await eventually(
        () => `${label}: ${JSON.stringify(statuses(client).at(-1))}`,
        () => statuses(client).at(-1)?.kind === kind && (form === undefined || statuses(client).at(-1)?.form === form),
      );
    }
  });

  it('the status follows the text once it is quiet, and is told only to a client with commands', async () => {
    const at = 'untitled:Untitled-1';
    const client = await start({ initializationOptions: { commands: ['x'] } });
    await client.open(at, 'crontab', '0 4 * * * /usr/bin/true\n');
    await eventually(
      () => JSON.stringify(statuses(client)),
      () => statuses(client).at(-1)?.form === 'user',
    );
    const before = statuses(client).length;
    for (const key of ['# daemonlint', ': ', 'form=system\n']) {
      const { start: place } = rangeOf(client.text(at), '0 4');
      await client.type(at, { start: place, end: place }, key);
    }
    const after = await eventually(
      () => JSON.stringify(statuses(client)),
      () => statuses(client).length > before && statuses(client).slice(before),
    );
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await eventually(
      () => 'not told again, though the client forgets when settings change',
      () => statuses(client).length === before + 2,
    );
    assert.deepEqual(
      after.map(({ form }) => form),
      ['system'],
    );
    const plain = await start();
    await plain.open(at, 'crontab', '0 4 * * * /usr/bin/true\n');
    await plain.change(at, TOP, '\n');
    assert.deepEqual(plain.heard, []);
  });

  it('daemonlint/rules lists every rule, daemonlint/rule gives its page', async () => {
    const client = await start();
    const list = await client.connection.sendRequest<{ id: string; summary: string }[]>('daemonlint/rules');
    assert.deepEqual(list.map(({ id }) => id).sort(), rules.map(({ id }) => id).sort());
    const page = (params: unknown) => client.connection.sendRequest<{ markdown: string } | null>('daemonlint/rule', params as object);
    for (const { id, summary } of list) assert.ok((await page({ id }))?.markdown.includes(summary), id);
    for (const wrong of [{ id: 'no-such-rule' }, { id: 7 }, {}]) assert.equal(await page(wrong), null);
    assert.equal(await client.connection.sendRequest('daemonlint/rule'), null);
  });

  it('codeDescription leads to the page in the editor where it shows pages', async () => {
    const client = await start({ initializationOptions: { commands: ['daemonlint.showRule'] } });
    const [first] = await client.open(uri, 'inetd-conf', INETD);
    assert.equal(first?.codeDescription?.href, 'daemonlint-rule:/risky-daemon.md');
  });

  it('the hover on a comment leads to the page of its rule, by a command where the editor shows pages', async () => {
    const hovered = async (initializationOptions: object) => {
      const client = await start({ initializationOptions });
      await client.open(uri, 'inetd-conf', '# daemonlint: ignore[crontab/syntax]: x\n');
      const params = { textDocument: { uri }, position: { line: 0, character: 25 } };
      const found = await client.connection.sendRequest<Hover | null>('textDocument/hover', params);
      return (found?.contents as MarkupContent | undefined)?.value ?? '';
    };
    assert.match(await hovered({}), /\[crontab\/syntax\]\(file:\S+\/docs\/rules\/crontab\/syntax\.md\)/);
    const link = /\(command:daemonlint\.showRule\?(\S+)\)/.exec(await hovered({ commands: ['daemonlint.showRule'] }));
    assert.deepEqual(JSON.parse(decodeURIComponent(link?.[1] ?? '')), ['crontab/syntax']);
  });

  describe('commands', () => {
    const say = (client: Client, ...params: unknown[]) =>
      client.connection.sendRequest('workspace/executeCommand', { command: 'daemonlint.say', arguments: params });
    const shown = (client: Client) =>
      client.heard.flatMap(({ method, params }) => (method === 'window/showMessage' ? [(params as { message: string }).message] : []));

    it('daemonlint.say shows each text once', async () => {
      const client = await start();
      assert.deepEqual(client.initialized.capabilities.executeCommandProvider?.commands, ['daemonlint.say']);
      for (const text of ['one', 'two', 'one']) assert.equal(await say(client, text), null);
      for (const wrong of [[], [7], [null]]) assert.equal(await say(client, ...wrong), null);
      await client.connection.sendRequest('workspace/executeCommand', { command: 'daemonlint.say', arguments: null });
      await client.connection.sendRequest('workspace/executeCommand', { command: 'other', arguments: ['three'] });
      await client.connection.sendRequest('daemonlint/rules');
      assert.deepEqual(shown(client), ['one', 'two']);
    });

    it('what a fix leaves to do, and what is to be copied, goes to the client where it can', async () => {
      const commandsOf = async (commands: string[]) => {
        const client = await start({ initializationOptions: { commands } });
        await client.open(uri, 'inetd-conf', INETD);
        await client.open('file:///rc3.d.txt', 'rc-listing', LISTING);
        const [disable] = await client.actions(uri, rangeOf(INETD, 'finger'), ['quickfix.daemonlint.disable']);
        const [copy] = await client.actions('file:///rc3.d.txt', rangeOf(LISTING, 'gpm'), ['quickfix.daemonlint.disable']);
        const [all] = await client.actions(uri, TOP, ['source.fixAll']);
        assert.deepEqual(copy?.command?.arguments, ['chkconfig gpm off']);
        assert.equal(copy?.edit, undefined);
        assert.match(String(disable?.command?.arguments), /HUP/);
        const names = [disable, copy, all].map((action) => action?.command?.command);
        // Whatever goes to the server must be one of the commands that it said it has.
        const has = client.initialized.capabilities.executeCommandProvider?.commands ?? [];
        for (const name of names) assert.ok([...commands, ...has].includes(String(name)), name);
        return names;
      };
      const [copy, after, ours] = ['daemonlint.copy', 'daemonlint.afterFix', 'daemonlint.say'];
      assert.deepEqual(await commandsOf([]), [ours, ours, ours]);
      assert.deepEqual(await commandsOf([copy]), [ours, copy, ours]);
      assert.deepEqual(await commandsOf([after]), [after, ours, after]);
      assert.deepEqual(await commandsOf([copy, after]), [after, copy, after]);
    });
  });

  describe('code actions', () => {
    let client: Client;
    beforeEach(async () => {
      client = await start();
      await client.open(uri, 'inetd-conf', INETD);
    });

    it('`only` narrows them by kind, from the whole to a part', async () => {
      assert.ok((await kindsAt(client, 'finger')).includes('quickfix.daemonlint.disable'));
      const ignore = 'quickfix.daemonlint.ignore';
      assert.deepEqual(await kindsAt(client, 'finger', ['quickfix']), ['quickfix.daemonlint.disable', ignore, ignore]);
      assert.deepEqual(await kindsAt(client, 'finger', ['quickfix.daemonlint.disable']), ['quickfix.daemonlint.disable']);
      assert.deepEqual(await kindsAt(client, 'finger', ['quickfix.daemon']), [], 'half a name is another name');
      assert.deepEqual(await kindsAt(client, 'ftp', ['quickfix']), []);
      assert.deepEqual(await kindsAt(client, 'ftp', ['refactor']), ['refactor.rewrite.daemonlint.enable']);
      assert.deepEqual(await kindsAt(client, 'ftp', ['refactor.rewrite', 'quickfix']), ['refactor.rewrite.daemonlint.enable']);
      assert.deepEqual(await kindsAt(client, 'finger', ['source']), ['source.fixAll.daemonlint']);
      assert.deepEqual(await kindsAt(client, 'finger', ['source.organizeImports']), []);
      assert.deepEqual(await kindsAt(client, 'finger', []), []);
      assert.ok(!(await kindsAt(client, 'finger')).includes('source.fixAll.daemonlint'), 'only when asked for');
      const answer = await client.connection.sendRequest<unknown[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: rangeOf(INETD, 'finger'),
        context: { diagnostics: [], only: null },
      });
      assert.equal(answer.length, (await kindsAt(client, 'finger')).length);
    });

    it('the preferred one carries its finding', async () => {
      const [fix] = await client.actions(uri, rangeOf(INETD, 'finger'), ['quickfix']);
      assert.equal(fix?.isPreferred, true);
      assert.deepEqual(codesOf(fix?.diagnostics ?? []), ['risky-daemon']);
    });

    it('fix all comments out each risky entry, says once what to do, and has nothing left then', async () => {
      const [all] = await client.actions(uri, TOP, ['source.fixAll.daemonlint']);
      assert.match(String(all?.command?.arguments), /HUP/);
      assert.ok(all?.edit);
      await client.apply(all.edit);
      assert.equal(client.text(uri), INETD.replace(/^(?=finger|tftp)/gm, '#'));
      assert.deepEqual(await client.actions(uri, TOP, ['source.fixAll']), []);
    });
  });
});
