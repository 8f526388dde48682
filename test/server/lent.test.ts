/** A client that lends its file system: folders of any scheme are read through it, and what it gets wrong does no harm. */
import assert from 'node:assert/strict';
import { fileError } from '../../workspace/src/index.js';
import { DENIED, memoryFiles, type Tree } from '../workspace/memory.js';
import { type Answers, type Client, codesOf, eventually, type Options, rangeOf, start, stopAll } from './client.js';

const ROOT = 'vscode-vfs://x/repo%20one';
const LISTING = 'K50inet -> ../init.d/inet\nS80sendmail -> ../init.d/sendmail\n';
const INETD = 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n';

/** Answers of a client whose files are those of `tree`; each path asked for is kept in `asked`. */
function lending(tree: Tree, asked: string[] = []): Answers {
  const files = memoryFiles(tree);
  const answering =
    (work: (path: string) => Promise<object>) =>
    async ({ uri }: { uri: string }): Promise<object> => {
      const { protocol, host, pathname } = new URL(uri);
      asked.push(uri);
      try {
        if (`${protocol}//${host}` !== 'vscode-vfs://x') throw fileError('missing', 'no such scheme');
        return await work(decodeURIComponent(pathname));
      } catch (error) {
        return { error: String(error) };
      }
    };
  return {
    'daemonlint/files/read': answering(async (path) => ({ base64: Buffer.from(await files.read(path)).toString('base64') })),
    'daemonlint/files/list': answering(async (path) => ({ entries: await files.list(path) })),
    'daemonlint/files/stat': answering(async (path) => ({ ...(await files.stat(path)) })),
  };
}

const lent = (options: Options) => start({ initializationOptions: { files: true }, ...options });
const able = { workspace: { workspaceEdit: { documentChanges: true }, didChangeWatchedFiles: { dynamicRegistration: true } } };
const has = (code: string) => (now: readonly { code?: unknown }[]) => now.some((each) => each.code === code);
const at = (file: string) => `${ROOT}/${file}`;

describe('files lent by the client', function () {
  this.timeout(120_000);
  afterEach(stopAll);

  interface Told {
    readonly root: string;
    readonly services: readonly { readonly name: string; readonly state: string; readonly places: readonly { readonly uri: string }[] }[];
  }

  it('the host view and its report have what lies in a virtual folder', async () => {
    const tree: Tree = {
      '/repo one/etc/inetd.conf': INETD,
      '/repo one/etc/rc3.d/S20snmpd': { link: '../init.d/snmpd' },
      '/repo one/etc/xinetd.conf': 'defaults\n{\n\tdisabled = telnet\n}\nincludedir /etc/xinetd.d\n',
      '/repo one/etc/xinetd.d/telnet':
        'service telnet\n{\n\tsocket_type = stream\n\twait = no\n\tuser = root\n\tserver = /usr/sbin/in.telnetd\n}\n',
    };
    const client = await lent({ root: ROOT, capabilities: able, answers: lending(tree) });
    const [host] = await client.connection.sendRequest<readonly Told[]>('daemonlint/hosts');
    assert.deepEqual(
      host?.services.map(({ name, state, places }) => [name, state, places[0]?.uri]),
      [
        ['finger', 'on', at('etc/inetd.conf')],
        ['snmpd', 'on', at('etc/rc3.d/S20snmpd')],
        ['telnet', 'off', at('etc/xinetd.d/telnet')],
      ],
    );
    const page = await client.connection.sendRequest<{ readonly html: string } | null>('daemonlint/hostPage', {
      root: host?.root,
      nonce: 'n1',
    });
    assert.match(page?.html ?? '', /<h1>Host <bdi>repo one<\/bdi><\/h1>[\s\S]*data-file="etc\/inetd\.conf"/);
  });

  it('the host view waits until all is read: half a host would say of it what is not so', async () => {
    const xinetd: Tree = {
      '/repo one/etc/a/etc/crontab': '@reboot root /usr/sbin/snmpd\n',
      '/repo one/etc/rc3.d/K50snmpd': { link: '../init.d/snmpd' },
      '/repo one/etc/rc3.d/S20rwhod': { link: '../init.d/rwhod' },
      '/repo one/lib/systemd/system/rwhod.service': '[Unit]\n',
    };
    const answers = lending(xinetd);
    const list = answers['daemonlint/files/list'];
    assert.ok(list);
    const slow = async (params: never) => {
      await new Promise((done) => setTimeout(done, 20));
      return list(params);
    };
    const client = await lent({ root: ROOT, capabilities: able, answers: { ...answers, 'daemonlint/files/list': slow } });
    const asked = await Promise.all(
      Array.from({ length: 5 }, async (_, index) => {
        await new Promise((done) => setTimeout(done, index * 15));
        return client.connection.sendRequest<readonly Told[]>('daemonlint/hosts');
      }),
    );
    for (const hosts of asked)
      assert.deepEqual(
        hosts.map(({ services }) => services.map(({ name, state }) => `${name} ${state}`)),
        [['snmpd off'], ['snmpd on']],
      );
  });

  it('host and config of a virtual folder work as on disk', async () => {
    const tree: Tree = {
      '/repo one/etc/inetd.conf': `# é\n${INETD}`,
      '/repo one/etc/crontab': '0 4 * * * root /usr/bin/true\n',
      '/repo one/.daemonlint.json': '{"keep": ["sendmail"]}',
    };
    const client = await lent({ root: ROOT, capabilities: able, answers: lending(tree) });
    await client.open(at('etc/rc3.d.txt'), 'rc-listing', LISTING);
    const found = await client.until(at('etc/rc3.d.txt'), has('super-server'));
    assert.deepEqual(codesOf(found), ['super-server'], 'sendmail is kept');
    assert.equal(found[0]?.relatedInformation?.[0]?.location.uri, at('etc/inetd.conf'));
    assert.deepEqual(found[0]?.relatedInformation?.[0]?.location.range, rangeOf(`# é\n${INETD}`, 'finger'));
    const actions = await client.actions(at('etc/rc3.d.txt'), rangeOf(LISTING, 'sendmail'));
    const queue = actions.find(({ title }) => /from etc\/crontab/.test(title));
    assert.ok(queue?.edit, actions.map(({ title }) => title).join('\n'));
    assert.deepEqual([...(await client.apply(queue.edit)).keys()], [at('etc/crontab')]);
    tree['/repo one/.daemonlint.json'] = '{"severity": {"super-server": "off"}}';
    await client.changedOnDisk(at('.daemonlint.json'));
    await client.until(at('etc/rc3.d.txt'), (now) => !has('super-server')(now));
    assert.deepEqual(client.log, []);
  });

  it('a changed file costs its own reading, and the hosts of others none', async () => {
    const tree: Tree = { '/repo one/etc/crontab': '17 * * * * root run-parts /etc/cron.hourly\n', '/repo one/etc/rc3.d.txt': LISTING };
    for (let number = 0; number < 20; number++) tree[`/repo one/etc/cron.d/job${number}`] = `${number} 4 * * * root true\n`;
    for (let number = 0; number < 20; number++) tree[`/repo one/other/etc/cron.d/job${number}`] = `${number} 4 * * * root true\n`;
    const asked: string[] = [];
    const answers = lending(tree, asked);
    const read: string[] = [];
    const client = await lent({
      root: ROOT,
      capabilities: able,
      answers: {
        ...answers,
        'daemonlint/files/read': (params: never) => {
          read.push((params as { uri: string }).uri);
          return answers['daemonlint/files/read']?.(params);
        },
      },
    });
    const listing = 'K80sendmail -> ../init.d/sendmail\n';
    await client.open(at('etc/rc3.d.txt'), 'rc-listing', listing);
    await client.until(at('etc/rc3.d.txt'), has('queue-not-run'));
    await eventually(
      () => `read ${read.length}`,
      () => new Set(read).size >= 41,
    );
    const once = read.filter((uri) => uri.endsWith('/job7'));
    assert.deepEqual(once.sort(), [at('etc/cron.d/job7'), at('other/etc/cron.d/job7')]);
    read.length = 0;
    tree['/repo one/etc/cron.d/job7'] = '16 * * * * root /usr/sbin/sendmail -q\n';
    await client.changedOnDisk(at('etc/cron.d/job7'));
    await client.until(at('etc/rc3.d.txt'), (now) => !has('queue-not-run')(now));
    assert.deepEqual(read, [at('etc/cron.d/job7')]);
    read.length = 0;
    await client.open(at('etc/crontab'), 'crontab-system', '17 * * * * root run-parts /etc/cron.hourly\n');
    await client.type(at('etc/crontab'), rangeOf(client.text(at('etc/crontab')), '17'), '16 * * * * root sendmail -q\n17');
    await client.until(at('etc/crontab'), has('queue-run-twice'));
    assert.deepEqual(read, [], 'an open file is not read at all');
  });

  it('a spool that may not be read is one line of the log', async () => {
    const tree: Tree = { '/repo one/etc/rc3.d.txt': LISTING };
    for (let number = 0; number < 100; number++) tree[`/repo one/var/spool/cron/user${number}`] = DENIED;
    const client = await lent({ root: ROOT, capabilities: able, answers: lending(tree) });
    await eventually(
      () => client.log.join(),
      () => client.log.length > 0,
    );
    await client.open(at('etc/rc3.d.txt'), 'rc-listing', LISTING);
    await client.until(at('etc/rc3.d.txt'), has('unneeded-daemon'));
    assert.equal(client.log.length, 1);
    assert.match(client.log[0] ?? '', /user0: .*\(and 99 more\)/);
  });

  it('a directory of links is read by its names, as far as the client tells', async () => {
    const tree: Tree = { '/repo one/etc/rc.d/rc3.d/S85gpm': { link: '../init.d/gpm' }, '/repo one/etc/rc.d/rc3.d/README': 'x' };
    const client = await lent({ root: ROOT, answers: lending(tree) });
    await client.until(at('etc/rc.d/rc3.d/S85gpm'), has('risky-daemon'));
  });

  it('the root of a host, with no path at all', async () => {
    const client = await lent({ root: 'vscode-vfs://x', answers: lending({ '/etc/inetd.conf': INETD }) });
    await client.open('vscode-vfs://x/etc/rc3.d.txt', 'rc-listing', LISTING);
    await client.until('vscode-vfs://x/etc/rc3.d.txt', has('super-server'));
  });

  it('a folder that may not be read is one line in the log; the others are read', async () => {
    const tree: Tree = {
      '/repo one/etc/inetd.conf': INETD,
      '/repo one/secret': { denied: true },
      '/repo one/private': { folder: true },
      '/repo one/etc/cron.d': { folder: true },
    };
    const answers = lending(tree);
    const list = answers['daemonlint/files/list'];
    const refusing = (params: never) =>
      /private|cron\.d$/.test((params as { uri: string }).uri) ? { error: 'permission denied' } : list?.(params);
    const client = await lent({ root: ROOT, answers: { ...answers, 'daemonlint/files/list': refusing } });
    await client.open(at('etc/rc3.d.txt'), 'rc-listing', LISTING);
    await client.until(at('etc/rc3.d.txt'), has('super-server'));
    assert.equal(client.log.length, 1, client.log.join('\n'));
    assert.match(client.log[0] ?? '', /^\/repo one\/(etc\/cron\.d|private): permission denied \(and 1 more\)$/);
  });

  const nonsense: Readonly<Record<string, (params: never) => unknown>> = {
    'an error of the protocol': () => {
      throw new Error('broken');
    },
    null: () => null,
    'a number': () => 7,
    'an empty object': () => ({}),
    'other shapes': () => ({
      base64: 7,
      entries: [7, { name: 7 }, { name: 'etc' }, { name: 'inetd.conf', type: 'file' }],
      size: 'x',
      type: 'file',
    }),
    'what is no base64': () => ({ base64: '***', entries: [{ name: 'inetd.conf', type: 'file' }], size: 1, type: 'file' }),
  };
  for (const [what, answer] of Object.entries(nonsense))
    it(`answers that are ${what} do no harm`, async () => {
      const answers = { 'daemonlint/files/read': answer, 'daemonlint/files/list': answer, 'daemonlint/files/stat': answer };
      const client = await lent({ root: ROOT, answers });
      assert.deepEqual(codesOf(await client.open(at('etc/inetd.conf'), 'inetd-conf', INETD)), ['risky-daemon']);
      await client.close(at('etc/inetd.conf'));
      await client.changedOnDisk(at('etc/inetd.conf'), at('.daemonlint.json'), at('etc/rc3.d/S01x'));
      assert.deepEqual(codesOf(await client.open(at('etc/crontab'), 'crontab', '61 * * * * root x\n')), ['crontab/syntax']);
      await new Promise((done) => setTimeout(done, 100));
      assert.ok(!client.log.some((line) => /\n\s+at /.test(line)), client.log.join('\n'));
    });

  it('a client that lends nothing is asked for nothing, and files of its schemes are judged by themselves', async () => {
    const asked: string[] = [];
    const client: Client = await start({ root: ROOT, answers: lending({}, asked) });
    assert.deepEqual(codesOf(await client.open(at('etc/inetd.conf'), 'inetd-conf', INETD)), ['risky-daemon']);
    await client.close(at('etc/inetd.conf'));
    await eventually(
      () => client.log.join('\n'),
      () => client.log.length > 0,
    );
    assert.deepEqual(asked, []);
    assert.match(client.log.join('\n'), /repo one: cannot be read: the editor does not lend its files$/);
  });
});
