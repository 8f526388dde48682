/** Files that an image takes, in an editor: by their place in it, as its Dockerfile says at the time. */
import assert from 'node:assert/strict';
import { type Client, eventually, spoken, start, stopAll } from './client.js';
import { folder } from './disk.js';

const DEBIAN = 'FROM debian:12\nCOPY crontab /etc/cron.d/jobs\n';
const ALPINE = 'FROM alpine\nCOPY crontab /etc/crontabs/root\n';
const JOB = '0 3 * * * /opt/sweep --all\n';
const capabilities = { workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };

describe('an open file that an image takes', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  const begin = (root: string): Promise<Client> => start({ root, capabilities });

  it('is judged by what its Dockerfile says, before and after that has changed, and without it', async () => {
    const tree = folder({ Dockerfile: DEBIAN, 'docker/crontab': JOB, crontab: JOB });
    const client = await begin(tree.root);
    const at = tree.uri('crontab');
    await client.open(at, 'crontab', JOB);
    await client.until(at, spoken('crontab/user-column'));
    await client.changedOnDisk(tree.write('Dockerfile', ALPINE));
    await client.until(at, spoken());
    await client.changedOnDisk(tree.write('Dockerfile', DEBIAN));
    await client.until(at, spoken('crontab/user-column'));
    await client.changedOnDisk(tree.remove('Dockerfile'));
    await client.until(at, spoken());
  });

  it('has a language though its name tells none, and a status that says why', async () => {
    const tree = folder({ Dockerfile: 'FROM debian\nCOPY jobs x /etc/cron.d/\n', jobs: JOB, unknown: JOB });
    const client = await start({ root: tree.root, capabilities, initializationOptions: { commands: ['daemonlint.copy'] } });
    const language = (name: string) => client.connection.sendRequest('daemonlint/language', { uri: tree.uri(name) });
    assert.deepEqual(await Promise.all(['jobs', 'unknown', 'gone/x', 'Dockerfile'].map(language)), ['crontab', null, null, null]);
    await client.open(tree.uri('jobs'), 'crontab', JOB);
    const said = () => client.heard.flatMap(({ method, params }) => (method === 'daemonlint/status' ? JSON.stringify(params) : []));
    await eventually(
      () => said().join(),
      () => said().some((each) => each.includes('.daemonlint.json or a Dockerfile puts it at debian/etc/cron.d/jobs; ')),
    );
  });

  it('has the language that the config names, wherever that is', async () => {
    const tree = folder({
      'a/.daemonlint.json': '{"files": {"x*": {"kind": "inetd"}, "y": {"place": "/etc/inittab"}}}',
      'a/b/x.1': '',
      'a/y': '',
    });
    const client = await begin(tree.root);
    const language = (name: string) => client.connection.sendRequest('daemonlint/language', { uri: tree.uri(name) });
    assert.deepEqual(await Promise.all(['a/b/x.1', 'a/y', 'a/z', 'x.1'].map(language)), ['inetd-conf', 'inittab', null, null]);
  });
});
