/** The host view's requests: the services of all hosts, the report on one, and the word that they may be others. */
import assert from 'node:assert/strict';
import { rangeOf, start, stopAll } from './client.js';
import { folder } from './disk.js';

interface Told {
  readonly root: string;
  readonly name: string;
  readonly services: readonly {
    readonly name: string;
    readonly state: string;
    readonly level?: string;
    readonly commands: readonly { readonly system: string; readonly text: string }[];
    readonly places: readonly { readonly label: string; readonly uri: string; readonly line: number; readonly column: number }[];
  }[];
}

const TELNET = 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n';
const able = { workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } } };

describe('the server: the host view', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  async function begin(files: Readonly<Record<string, string>>) {
    const disk = folder(files);
    const client = await start({ root: disk.root, capabilities: able, initializationOptions: { commands: ['daemonlint.showHost'] } });
    const hosts = () => client.connection.sendRequest<readonly Told[]>('daemonlint/hosts');
    const said = async () =>
      (await hosts()).map(({ services }) => services.map(({ name, state, level }) => `${name} ${state}${level ? ` ${level}` : ''}`).join());
    /** Waits until the hosts are told as `expected`. */
    const until = async (...expected: readonly string[]) => {
      for (let tries = 0; JSON.stringify(await said()) !== JSON.stringify(expected); tries++) {
        assert.ok(tries < 200, JSON.stringify(await said()));
        await new Promise((done) => setTimeout(done, 20));
      }
    };
    return { ...disk, client, hosts, until };
  }

  it('keeps hosts apart whose files lie in one folder, and finds their places', async () => {
    const { hosts, until, uri } = await begin({
      'web1-inetd.conf': TELNET,
      'db1-inetd.conf': '',
      'db1-chkconfig.txt': 'snmpd 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n',
    });
    await until('snmpd off', 'telnet on warning');
    const [db, web] = await hosts();
    assert.deepEqual([db?.name, web?.name], ['db1', 'web1']);
    assert.deepEqual(
      web?.services[0]?.places.map(({ label, uri: at }) => [label, at]),
      [['web1-inetd.conf:1', uri('web1-inetd.conf')]],
    );
  });

  it('tells services, verdicts and places of all hosts of the workspace', async () => {
    const { hosts, until, uri } = await begin({
      'a/etc/inetd.conf': `# x\n  \n${TELNET}`,
      'a/chkconfig.txt': 'snmpd 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n',
      'b/etc/crontab': '@reboot root /usr/sbin/snmpd\n',
      '.daemonlint.json': '{"keep": ["snmpd"]}',
    });
    await until('telnet on warning,snmpd off', 'snmpd on');
    const [a, b] = await hosts();
    assert.deepEqual([a?.name, b?.name, a?.root], ['a', 'b', uri('a')]);
    const [telnet] = a?.services ?? [];
    assert.deepEqual(
      telnet?.places.map(({ label, uri: at, line, column }) => [label, at, line, column]),
      [['etc/inetd.conf:3', uri('a/etc/inetd.conf'), 2, 0]],
    );
    assert.deepEqual(a?.services[1]?.commands[0], { system: 'Red Hat', text: 'chkconfig snmpd on\n/etc/rc.d/init.d/snmpd start' });
    assert.deepEqual(b?.services[0]?.commands[0]?.text, 'chkconfig snmpd off\n/etc/rc.d/init.d/snmpd stop');
  });

  it('follows files that are open, and those that are not', async () => {
    const { client, until, uri, write } = await begin({ 'etc/inetd.conf': TELNET, 'etc/crontab': '' });
    await until('telnet on warning');
    await client.changedOnDisk(write('etc/crontab', '@reboot root /usr/sbin/snmpd\n'));
    await until('snmpd on warning,telnet on warning');
    await client.open(uri('etc/inetd.conf'), 'inetd-conf', TELNET);
    await client.type(uri('etc/inetd.conf'), rangeOf(TELNET, 'telnet'), '#telnet');
    await until('snmpd on warning,telnet commented');
    await client.close(uri('etc/inetd.conf'));
    await until('snmpd on warning,telnet on warning');
  });

  it('gives the report as a page with a nonce, its inside without, and nothing for what is no host', async () => {
    const { client, hosts, until } = await begin({ 'etc/inetd.conf': TELNET });
    await until('telnet on warning');
    const [{ root } = { root: '' }] = await hosts();
    const ask = (params: unknown) => client.connection.sendRequest<{ html: string } | null>('daemonlint/hostPage', params as object);
    const page = (await ask({ root, nonce: 'abc123' }))?.html ?? '';
    assert.ok(page.includes("script-src 'nonce-abc123'"));
    const inside = (await ask({ root }))?.html ?? '';
    assert.match(inside, /^<main>/);
    assert.ok(page.includes(inside));
    for (const odd of [{ root: 'file:///nowhere' }, { root: 1 }, null, {}]) assert.equal(await ask(odd), null);
    assert.deepEqual(client.log, []);
  });

  it('points at the link itself where a directory of links is read', async () => {
    const disk = folder({});
    disk.write('etc/rc.d/rc3.d/S50snmpd', '');
    const client = await start({ root: disk.root, capabilities: able });
    for (let tries = 0; ; tries++) {
      const [host] = await client.connection.sendRequest<readonly Told[]>('daemonlint/hosts');
      const [place] = host?.services[0]?.places ?? [];
      if (place) {
        assert.deepEqual([place.uri, place.line], [disk.uri('etc/rc.d/rc3.d/S50snmpd'), 0]);
        return;
      }
      assert.ok(tries < 200);
      await new Promise((done) => setTimeout(done, 20));
    }
  });

  it('follows the file that has the last word over another, on disk and in the editor', async () => {
    const telnet = 'service telnet\n{\n\tsocket_type = stream\n\twait = no\n\tuser = root\n\tserver = /usr/sbin/in.telnetd\n}\n';
    const main = (line: string) => `defaults\n{\n\t${line}\n}\nincludedir /etc/xinetd.d\n`;
    const { client, uri, write, remove, until } = await begin({
      'etc/xinetd.conf': main('instances = 60'),
      'etc/xinetd.d/telnet': telnet,
      'etc/rc3.d.txt': '/etc/rc3.d:\nS20rwhod -> ../init.d/rwhod\n',
    });
    await until('rwhod on warning,telnet on warning');
    await client.open(uri('etc/xinetd.d/telnet'), 'xinetd-conf', telnet);
    const isFound = (found: boolean) => (all: readonly { readonly code?: unknown }[]) =>
      all.some(({ code }) => code === 'cleartext-login') === found;
    await client.until(uri('etc/xinetd.d/telnet'), isFound(true));
    await client.changedOnDisk(write('etc/xinetd.conf', main('disabled = telnet')));
    await until('rwhod on warning,telnet off');
    await client.until(uri('etc/xinetd.d/telnet'), isFound(false));
    const text = main('disabled = telnet');
    await client.open(uri('etc/xinetd.conf'), 'xinetd-conf', text);
    await client.type(uri('etc/xinetd.conf'), rangeOf(text, 'disabled = telnet'), 'disabled = finger');
    await client.until(uri('etc/xinetd.d/telnet'), isFound(true));
    await until('rwhod on warning,telnet on warning');
    await client.changedOnDisk(write('lib/systemd/system/rwhod.service', '[Unit]\n'));
    await until('telnet on warning');
    await client.changedOnDisk(remove('lib/systemd/system/rwhod.service'));
    await until('rwhod on warning,telnet on warning');
  });
});
