/** Rewrites over the wire: their kinds, their edits, and documents that the client opens. */
import assert from 'node:assert/strict';
import { rangeOf, start, stopAll } from './client.js';

const uri = 'file:///host/etc/cron.d/x';
const TEXT = '0 0 * * *\troot x\r\n0 0 * * 1 root y\r\n';
const KIND = 'refactor.rewrite.daemonlint';

describe('rewrites', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  it('come with a kind each, by which they can be asked for', async () => {
    const client = await start({ initializationOptions: { commands: ['daemonlint.openUntitled'] } });
    await client.open(uri, 'crontab', TEXT);
    const kinds = async (...only: string[]) =>
      (await client.actions(uri, rangeOf(TEXT, 'x'), only)).map(({ kind }) => kind).filter((kind) => kind !== `${KIND}.queue`);
    assert.deepEqual(
      await kinds(KIND),
      ['disable', 'word', 'spread', 'explain', 'form.entry', 'form.file', 'systemd'].map((name) => `${KIND}.${name}`),
    );
    assert.deepEqual(await kinds(`${KIND}.form`), [`${KIND}.form.entry`, `${KIND}.form.file`]);
    assert.ok((await kinds('quickfix')).every((kind) => kind?.startsWith('quickfix.')));
  });

  it('edit the document', async () => {
    const client = await start();
    await client.open(uri, 'crontab', TEXT);
    const take = async (name: string, word: string) => {
      const [action] = await client.actions(uri, rangeOf(client.text(uri), word), [`${KIND}.${name}`]);
      assert.ok(action?.edit, name);
      await client.apply(action.edit);
    };
    await take('word', 'x');
    await take('explain', 'root y');
    await take('form.file', '@daily');
    assert.equal(client.text(uri), '@daily\tx\r\n# Runs: At 00:00 on Mondays.\r\n0 0 * * 1 y\r\n');
  });

  it('of inetd.conf bind, wrap, and show units', async () => {
    const client = await start({ initializationOptions: { commands: ['daemonlint.openUntitled'] } });
    const conf = 'file:///host/etc/inetd.conf';
    const text = 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n';
    await client.open(conf, 'inetd-conf', text);
    const found = await client.actions(conf, rangeOf(text, 'nowait'), [KIND]);
    assert.deepEqual(
      found.map(({ kind }) => kind),
      ['disable', 'loopback', 'tcpd', 'systemd'].map((name) => `${KIND}.${name}`),
    );
    const [units] = found.at(-1)?.command?.arguments ?? [];
    assert.match(units.text, /^ExecStart=-@\/usr\/sbin\/sshd sshd -i$/m);
    for (const name of ['loopback', 'tcpd']) {
      const [action] = await client.actions(conf, rangeOf(client.text(conf), 'nowait'), [`${KIND}.${name}`]);
      assert.ok(action?.edit, name);
      await client.apply(action.edit);
    }
    assert.equal(client.text(conf), '127.0.0.1:ssh stream tcp nowait root /usr/sbin/tcpd sshd -i\n');
  });

  it('that open a document are for clients that can, and change nothing', async () => {
    for (const can of [true, false]) {
      const client = await start({ initializationOptions: { commands: can ? ['daemonlint.openUntitled'] : ['daemonlint.copy'] } });
      await client.open(uri, 'crontab', TEXT);
      const found = await client.actions(uri, rangeOf(TEXT, 'y'), [`${KIND}.systemd`]);
      assert.equal(found.length, can ? 1 : 0);
      for (const { edit, command } of found) {
        assert.equal(edit, undefined);
        assert.equal(command?.command, 'daemonlint.openUntitled');
        const [given] = command?.arguments ?? [];
        assert.equal(given.language, 'ini');
        assert.match(given.text, /^OnCalendar=Mon \*-\*-\* 00:00:00$/m);
      }
    }
  });
});
