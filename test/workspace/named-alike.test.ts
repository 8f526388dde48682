// Hosts whose files lie in one folder, with the name of the host before or behind their own.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hostsSideBySide, readHosts } from '../../workspace/src/index.js';
import { memoryFiles } from './memory.js';

/** By path below /s: the host that its name tells of; '' where it tells of none. */
function hosts(...paths: readonly string[]): Readonly<Record<string, string>> {
  const at = hostsSideBySide(
    '/s',
    paths.map((path) => `/s/${path}`),
  );
  return Object.fromEntries(paths.map((path) => [path, at(`/s/${path}`)?.slice('/s/'.length) ?? '']));
}

/** Names that must not be parted, each row those of one host, or of who knows how many. */
const ONE: readonly (readonly string[])[] = [
  ['root.crontab', 'www-data.crontab', 'crontab'],
  ['web1.crontab', 'web2.crontab'],
  ['web1.crontab', 'db1.crontab', 'root.crontab'],
  ['app1.crontab', 'worker1.crontab'],
  ['example.com.crontab', 'example.org.crontab'],
  ['rc3.d.txt', 'rc5.d.txt', 'chkconfig.txt'],
  ['web1-rc3.d.txt', 'web1-rc5.d.txt', 'web1-chkconfig.txt'],
  ['chkconfig-on.txt', 'chkconfig-off.txt', 'rcctl-ls-on.txt', 'rcctl-ls-off.txt'],
  ['part1-chkconfig.txt', 'part2-chkconfig.txt', 'list-units-1.txt', 'list-units-2.txt'],
  ['inetd.conf', 'inetd.conf.orig', 'inetd.conf.bak1', 'inetd.conf.bak2', 'inetd.conf.v1', 'inetd.conf.v2'],
  ['inetd.conf', 'inetd.conf.web1'],
  ['pop3.xinetd', 'imap4.xinetd', 'pop3-inetd.conf', 'imap4-inetd.conf', 'ftp-inetd.conf', 'mail-inetd.conf'],
  ['cron.d/web1-backup', 'cron.d/db1-backup', 'xinetd.d/web1', 'xinetd.d/db1'],
  ['etc/inetd.conf.web1', 'etc/inetd.conf.db1'],
];

describe('hosts of one folder', () => {
  it('show by names before those of their files, and behind them', () => {
    assert.deepEqual(hosts('web1-chkconfig.txt', 'db1-chkconfig.txt', 'web1-rc3.d.txt', 'web1.crontab', 'root.crontab', 'crontab.db1'), {
      'web1-chkconfig.txt': 'web1',
      'db1-chkconfig.txt': 'db1',
      'web1-rc3.d.txt': 'web1',
      'web1.crontab': 'web1',
      'root.crontab': '',
      'crontab.db1': 'db1',
    });
    assert.deepEqual(hosts('inetd.conf.web1', 'inetd.conf.db1', 'inetd.conf', 'mail1-inittab'), {
      'inetd.conf.web1': 'web1',
      'inetd.conf.db1': 'db1',
      'inetd.conf': '',
      'mail1-inittab': 'mail1',
    });
  });

  it('may be called by words and numbers, domains, addresses, and what they are for', () => {
    for (const [name, ...others] of [
      ['db-prod-02', 'db-prod-01'],
      ['web1.example.net', 'db1.example.net'],
      ['10.0.0.1', '10.0.0.2'],
      ['prod', 'staging'],
    ])
      for (const file of ['inetd.conf.j2', 'chkconfig-list.txt', 'inittab']) {
        const found = hosts(...[name, ...others].map((host) => `${host}-${file}`));
        assert.deepEqual(Object.values(found), [name, ...others], file);
      }
    assert.deepEqual(hosts('web-chkconfig.txt', 'db-chkconfig.txt'), { 'web-chkconfig.txt': 'web', 'db-chkconfig.txt': 'db' });
  });

  it('are told by crontabs alone where no person has such a name', () => {
    assert.deepEqual(Object.values(hosts('web1.crontab', 'db1.crontab')), ['web1', 'db1']);
    assert.deepEqual(Object.values(hosts('crontab.prod', 'crontab.staging')), ['prod', 'staging']);
    const named = ['web1.example.net', 'web2.example.net'];
    assert.deepEqual(Object.values(hosts(...named.map((name) => `crontab.${name}`))), named);
    assert.deepEqual(Object.values(hosts('10.0.0.1.crontab', '10.0.0.2.crontab')), ['10.0.0.1', '10.0.0.2']);
  });

  for (const names of ONE)
    it(`are not parted where names do not tell surely: ${names.join(', ')}`, () => {
      const found = new Set(Object.values(hosts(...names)));
      assert.equal(found.size, 1, JSON.stringify([...found]));
    });

  it('are the same whatever the order of the paths', () => {
    const name = fc
      .tuple(fc.constantFrom('', 'web1-', 'db1-', 'root.', 'v1-'), fc.constantFrom('inetd.conf', 'crontab', 'chkconfig.txt', 'rc3.d.txt'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 8 }), (paths) => {
        const found = hosts(...paths);
        assert.deepEqual(hosts(...[...paths].reverse()), found);
        for (const path of paths) assert.ok(found[path] === '' || path.startsWith(`${found[path]}-`), path);
      }),
    );
  });

  it('go with the folder of that name, and are each judged by themselves', async () => {
    const listing = 'atd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n';
    const { hosts: read } = await readHosts(
      memoryFiles({ '/s/web1-chkconfig.txt': listing, '/s/db1-chkconfig.txt': listing, '/s/web1/etc/inetd.conf': '' }),
      '/s',
    );
    assert.deepEqual(
      read.map(({ host }) => [host.root, ...host.files.map(({ path }) => path)]),
      [
        ['/s/db1', '/s/db1-chkconfig.txt'],
        ['/s/web1', '/s/web1-chkconfig.txt', 'etc/inetd.conf'],
      ],
    );
  });
});
