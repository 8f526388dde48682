/** The request `daemonlint/plan`: the script for a host of the workspace, as the editor has its files. */
import assert from 'node:assert/strict';
import type { PlanReply } from '../../server/src/handlers/plan.js';
import { type Client, type Options, start, stopAll } from './client.js';
import { folder } from './disk.js';

const FINGER = 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n';
const ATD = 'atd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n';

describe('the server: the plan', () => {
  afterEach(stopAll);

  const ask = (client: Client, params: unknown) => client.connection.sendRequest<PlanReply | null>('daemonlint/plan', params as object);

  async function textOf(client: Client, params: unknown): Promise<string> {
    const reply = await ask(client, params);
    return reply?.type === 'script' ? reply.text : assert.fail(JSON.stringify(reply));
  }

  const over = (tree: Readonly<Record<string, string>>, more: Options = {}) => {
    const { root, path, uri } = folder(tree);
    return { root, path, uri, client: start({ ...more, root }) };
  };

  it('is for the host of a file, or the folder itself; the undo is asked for', async () => {
    const { client: starting, root, uri } = over({ 'etc/inetd.conf': FINGER, 'chkconfig.txt': ATD });
    const client = await starting;
    const plan = await textOf(client, { uri: uri('etc/inetd.conf') });
    assert.match(plan, /^# For: Red Hat with SysV init \(chkconfig\)\.$/m);
    assert.match(plan, /^replace \/etc\/inetd\.conf 'finger /m);
    assert.match(plan, /^turn_off atd$/m);
    assert.equal(await textOf(client, { uri: root }), plan);
    assert.match(await textOf(client, { uri: uri('chkconfig.txt'), undo: true }), /^start_again atd$/m);
    assert.match(await textOf(client, { uri: uri('etc/inetd.conf'), system: 'openrc' }), /^# For: OpenRC\.$/m);
    assert.deepEqual(client.log, []);
  });

  it('goes by what the editor holds, and by its settings', async () => {
    const { client: starting, uri } = over(
      { 'etc/inetd.conf': FINGER },
      { capabilities: { workspace: { configuration: true } }, settings: { keep: ['time'] } },
    );
    const client = await starting;
    const at = uri('etc/inetd.conf');
    await client.open(at, 'inetd-conf', 'chargen dgram udp wait root internal\ntime stream tcp nowait root internal\n');
    const plan = await textOf(client, { uri: at });
    assert.match(plan, /^replace \/etc\/inetd\.conf 'chargen /m);
    assert.doesNotMatch(plan, /finger|'time /);
  });

  it('asks which host of several', async () => {
    const {
      client: starting,
      path,
      root,
      uri,
    } = over({ 'a/etc/inetd.conf': FINGER, 'b/etc/inetd.conf': FINGER.replace('finger', 'systat') });
    const client = await starting;
    const reply = await ask(client, { uri: root });
    assert.equal(reply?.type, 'hosts');
    const hosts = reply.type === 'hosts' ? reply.hosts : [];
    assert.deepEqual(
      hosts.map(({ label }) => label),
      [`${path}/a`, `${path}/b`],
    );
    assert.match(await textOf(client, { uri: hosts[1]?.uri }), /^replace \/etc\/inetd\.conf 'systat /m);
    assert.match(await textOf(client, { uri: uri('a/etc/inetd.conf') }), /^replace \/etc\/inetd\.conf 'finger /m);
  });

  it('asks which one of those whose files lie in one folder, and leaves alone what has no place on the host', async () => {
    const { client: starting, root, uri } = over({ 'web1-inetd.conf': FINGER, 'web1-chkconfig.txt': ATD, 'db1-chkconfig.txt': ATD });
    const client = await starting;
    const reply = await ask(client, { uri: root });
    assert.deepEqual(reply?.type === 'hosts' && reply.hosts.map((host) => host.uri), [uri('db1'), uri('web1')]);
    const plan = await textOf(client, { uri: uri('web1') });
    assert.match(plan, /^# - finger in web1-inetd\.conf: its path does not tell where it lies on the host;/m);
    assert.match(plan, /^turn_off atd$/m);
  });

  it('asks which system it is where that is open', async () => {
    const { client: starting, uri } = over({ 'rc3.d.txt': 'S40atd -> ../init.d/atd\n' });
    const client = await starting;
    const none = await ask(client, { uri: uri('rc3.d.txt') });
    assert.deepEqual(none?.type === 'systems' && none.systems.map(({ id }) => id), [
      'redhat',
      'debian',
      'systemd',
      'openrc',
      'freebsd',
      'openbsd',
      'netbsd',
    ]);
    const { client: other, uri: at } = over({ 'chkconfig.txt': ATD, 'etc/runlevels/default/.keep': '' });
    const several = await ask(await other, { uri: at('chkconfig.txt') });
    assert.deepEqual(several, {
      type: 'systems',
      systems: [
        { label: 'Red Hat with SysV init (chkconfig)', id: 'redhat' },
        { label: 'OpenRC', id: 'openrc' },
      ],
    });
  });

  it('is for the open files alone outside of the workspace', async () => {
    const client = await start();
    await client.open('file:///no/such/etc/inetd.conf', 'inetd-conf', FINGER);
    await client.open('file:///no/such/etc/crontab', 'crontab', '@reboot root /usr/sbin/snmpd\n');
    const plan = await textOf(client, { uri: 'file:///no/such/etc/inetd.conf' });
    assert.match(plan, /^# Read: etc\/inetd\.conf, etc\/crontab\.$/m);
    assert.match(plan, /^replace \/etc\/crontab '@reboot root /m);
  });

  it('is nothing where no file is known, and null for no question', async () => {
    const { client: starting, uri } = over({ 'notes.txt': 'x\n' });
    const client = await starting;
    assert.deepEqual(await ask(client, { uri: uri('notes.txt') }), { type: 'nothing' });
    for (const params of [{ uri: 7 }, {}, undefined]) assert.equal(await ask(client, params), null);
    assert.deepEqual(client.log, []);
  });
});
