// What changes on the disk beside the editor: folders that come and go, of which clients tell the name alone, and folders of the workspace in one another.
import assert from 'node:assert/strict';
import { FileChangeType } from 'vscode-languageserver-protocol';
import { type Client, codesOf, eventually, rangeOf, spoken, start, stopAll } from './client.js';
import { type Folder, folder } from './disk.js';

const TELNET = 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n';
const capabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceEdit: { documentChanges: true },
  },
};
const begin = (...roots: readonly string[]): Promise<Client> => start({ roots, capabilities });

/** Waits until the hosts of the workspace are at `roots`, each with the states of its services. */
async function hostsAre(client: Client, expected: Readonly<Record<string, string>>): Promise<void> {
  let said = '';
  for (let tries = 0; said !== JSON.stringify(Object.entries(expected)); tries++) {
    assert.ok(tries < 200, said);
    await new Promise((done) => setTimeout(done, 20));
    const hosts =
      await client.connection.sendRequest<readonly { root: string; services: readonly { name: string; state: string }[] }[]>(
        'daemonlint/hosts',
      );
    said = JSON.stringify(hosts.map(({ root, services }) => [root, services.map(({ name, state }) => `${name} ${state}`).join()]));
  }
}

const told = (client: Client, changes: Readonly<Record<string, FileChangeType>>): Promise<void> =>
  client.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: Object.entries(changes).map(([uri, type]) => ({ uri, type })),
  });

const { Created, Deleted } = FileChangeType;

describe('a folder of which the client tells the name alone', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  const files = { 'web/etc/inetd.conf': TELNET, 'web/.daemonlint.json': '{"kep": []}' };
  const isWrong = (now: readonly unknown[]) => now.length === 1;
  const isRight = (now: readonly unknown[]) => now.length === 0;

  it('came: its hosts are there, and what is wrong in its config', async () => {
    const disk = folder();
    const client = await begin(disk.root);
    await hostsAre(client, {});
    for (const [name, text] of Object.entries(files)) disk.write(name, text);
    await told(client, { [disk.uri('web')]: Created });
    await hostsAre(client, { [disk.uri('web')]: 'telnet on' });
    await client.until(disk.uri('web/.daemonlint.json'), isWrong);
  });

  it('went: so did its hosts, and what was wrong in its config', async () => {
    const disk = folder(files);
    const client = await begin(disk.root);
    await hostsAre(client, { [disk.uri('web')]: 'telnet on' });
    await client.until(disk.uri('web/.daemonlint.json'), isWrong);
    await told(client, { [disk.remove('web')]: Deleted });
    await hostsAre(client, {});
    await client.until(disk.uri('web/.daemonlint.json'), isRight);
  });

  it('went and came back with another config: that one counts for what is open, and its mistake is told', async () => {
    const disk = folder({ 'web/etc/inetd.conf': TELNET, 'web/.daemonlint.json': '{"keep": ["telnet"]}' });
    const client = await begin(disk.root);
    const open = disk.uri('web/etc/inetd.conf');
    await client.open(open, 'inetd-conf', TELNET);
    await client.until(open, isRight);
    await told(client, { [disk.remove('web')]: Deleted });
    await client.until(open, spoken('cleartext-login'));
    disk.write('web/.daemonlint.json', '{"keep": ["telnet"], "kep": []}');
    await told(client, { [disk.uri('web')]: Created });
    await client.until(open, isRight);
    await client.until(disk.uri('web/.daemonlint.json'), isWrong);
  });

  it('tells what else matters of a host, such as the names of its services', async () => {
    const own = 'backup 7100/tcp\n';
    const disk = folder({ 'sbin/dump': '', 'etc/inetd.conf': 'backup stream tcp nowait root /sbin/dump dump\n' });
    const client = await begin(disk.root);
    const open = disk.uri('etc/inetd.conf');
    const first = await client.open(open, 'inetd-conf', 'backup stream tcp nowait root /sbin/dump dump\n');
    assert.ok(codesOf(first).includes('inetd/unknown-service'), JSON.stringify(codesOf(first)));
    disk.write('etc/services', own);
    await told(client, { [disk.uri('etc')]: Created });
    await client.until(open, (now) => !codesOf(now).includes('inetd/unknown-service'));
  });

  it('is passed over where the project excludes it, and where no walk comes by', async () => {
    const disk = folder({ '.daemonlint.json': '{"exclude": ["old"]}' });
    const client = await begin(disk.root);
    await hostsAre(client, {});
    for (const name of ['old', 'node_modules', 'new']) disk.write(`${name}/etc/inetd.conf`, TELNET);
    await told(client, { [disk.uri('old')]: Created, [disk.uri('node_modules')]: Created, [disk.uri('new')]: Created });
    await hostsAre(client, { [disk.uri('new')]: 'telnet on' });
  });
});

describe('a file that only the config names', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  it('is watched, and heard when it changes while it is closed', async () => {
    const disk = folder({ '.daemonlint.json': '{"files": {"services.now": {"kind": "inetd"}}}', 'services.now': TELNET });
    const client = await begin(disk.root);
    const patterns = await eventually(
      () => JSON.stringify(client.heard),
      () => {
        const asked = client.heard.flatMap(({ method, params }) =>
          method === 'client/registerCapability'
            ? (params as { registrations: { registerOptions?: { watchers?: { globPattern: string }[] } }[] }).registrations
            : [],
        );
        return asked.find(({ registerOptions }) => registerOptions?.watchers)?.registerOptions?.watchers;
      },
    );
    assert.deepEqual(patterns, [{ globPattern: '**/*' }]);
    await hostsAre(client, { [disk.root]: 'telnet on' });
    await client.changedOnDisk(disk.write('services.now', `#${TELNET}`));
    await hostsAre(client, { [disk.root]: 'telnet commented' });
  });
});

describe('folders of the workspace', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  const leave = (client: Client, uri: string) =>
    client.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [{ uri, name: 'x' }] } });

  async function nested(): Promise<{ readonly disk: Folder; readonly client: Client }> {
    const disk = folder({ 'etc/inetd.conf': TELNET, 'sub/etc/inetd.conf': TELNET, 'sub/.daemonlint.json': '{"kep": []}' });
    return { disk, client: await begin(disk.root, disk.uri('sub')) };
  }

  it('one in another: its files are its own, on disk and in the editor, and are told once', async () => {
    const { disk, client } = await nested();
    const at = disk.uri('sub/etc/inetd.conf');
    await hostsAre(client, { [disk.root]: 'telnet on', [disk.uri('sub')]: 'telnet on' });
    await client.changedOnDisk(disk.write('sub/etc/inetd.conf', `#${TELNET}`));
    await hostsAre(client, { [disk.root]: 'telnet on', [disk.uri('sub')]: 'telnet commented' });
    await client.open(at, 'inetd-conf', TELNET);
    await hostsAre(client, { [disk.root]: 'telnet on', [disk.uri('sub')]: 'telnet on' });
  });

  it('all in a folder that went: nothing is left of any', async () => {
    const disk = folder({ 'a/etc/inetd.conf': TELNET, 'a/sub/etc/inetd.conf': TELNET });
    const client = await begin(disk.root, disk.uri('a/sub'));
    await hostsAre(client, { [disk.uri('a')]: 'telnet on', [disk.uri('a/sub')]: 'telnet on' });
    await told(client, { [disk.remove('a')]: Deleted });
    await hostsAre(client, {});
  });

  it('the inner one leaves: its files, open or not, are those of the outer one again', async () => {
    const { disk, client } = await nested();
    const at = disk.uri('sub/etc/inetd.conf');
    await client.open(at, 'inetd-conf', TELNET);
    await leave(client, disk.uri('sub'));
    await hostsAre(client, { [disk.root]: 'telnet on', [disk.uri('sub')]: 'telnet on' });
    await client.type(at, rangeOf(TELNET, 'telnet'), '#telnet');
    await hostsAre(client, { [disk.root]: 'telnet on', [disk.uri('sub')]: 'telnet commented' });
    await client.until(disk.uri('sub/.daemonlint.json'), (now) => now.length === 1);
  });

  it('the inner one comes while a file of it is open: the outer one lets go of that', async () => {
    const disk = folder({ 'etc/inetd.conf': TELNET, 'sub/etc/inetd.conf': TELNET });
    const client = await begin(disk.root);
    await client.open(disk.uri('sub/etc/inetd.conf'), 'inetd-conf', TELNET);
    await hostsAre(client, { [disk.root]: 'telnet on', [disk.uri('sub')]: 'telnet on' });
    await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: disk.uri('sub'), name: 'sub' }], removed: [] },
    });
    await client.type(disk.uri('sub/etc/inetd.conf'), rangeOf(TELNET, 'telnet'), '#telnet');
    await hostsAre(client, { [disk.root]: 'telnet on', [disk.uri('sub')]: 'telnet commented' });
  });

  it('one leaves: what is wrong in its config is told no more', async () => {
    const [one, two] = [folder(), folder({ '.daemonlint.json': '{"kep": []}' })];
    const client = await begin(one.root, two.root);
    await client.until(two.uri('.daemonlint.json'), (now) => now.length === 1);
    await leave(client, two.root);
    await client.until(two.uri('.daemonlint.json'), (now) => now.length === 0);
  });
});
