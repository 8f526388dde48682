// Hosts in folders side by side, with no etc/ in them that would tell.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hostsSideBySide, readHosts } from '../../workspace/src/index.js';
import { memoryFiles, type Tree } from './memory.js';

/** By path below /s: the folder that its host begins at, below /s too; '' where nothing tells of one. */
function folders(...paths: readonly string[]): Readonly<Record<string, string>> {
  const at = hostsSideBySide(
    '/s',
    paths.map((path) => `/s/${path}`),
  );
  return Object.fromEntries(paths.map((path) => [path, at(`/s/${path}`)?.slice('/s/'.length) ?? '']));
}

const LISTING = 'atd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n';
const FTP = 'ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\n';

async function hostsOf(tree: Tree): Promise<readonly (readonly string[])[]> {
  const { hosts } = await readHosts(memoryFiles(tree), '/s');
  return hosts.map(({ host }) => [host.root, ...host.files.map(({ path }) => path)]);
}

describe('hosts side by side', () => {
  it('show by files of one name, and take all in their folder', () => {
    assert.deepEqual(folders('web/inetd.conf', 'web/rc/rc3.d.txt', 'db/inetd.conf', 'db/crontab'), {
      'web/inetd.conf': 'web',
      'web/rc/rc3.d.txt': 'web',
      'db/inetd.conf': 'db',
      'db/crontab': 'db',
    });
  });

  it('make hosts of the folders beside them, and of nothing else', () => {
    assert.deepEqual(folders('h/web/inetd.conf', 'h/db/inetd.conf', 'h/mail/crontab', 'h/cron.d/backup', 'h/chkconfig.txt', 'x/inittab'), {
      'h/web/inetd.conf': 'h/web',
      'h/db/inetd.conf': 'h/db',
      'h/mail/crontab': 'h/mail',
      'h/cron.d/backup': '',
      'h/chkconfig.txt': '',
      'x/inittab': '',
    });
  });

  it('begin at the innermost folder that tells', () => {
    assert.deepEqual(folders('prod/web/crontab', 'prod/db/crontab', 'test/db/crontab', 'prod/inetd.conf'), {
      'prod/web/crontab': 'prod/web',
      'prod/db/crontab': 'prod/db',
      'test/db/crontab': 'test',
      'prod/inetd.conf': 'prod',
    });
  });

  it('may lie below the files of another host, which goes on beside them', () => {
    assert.deepEqual(folders('inetd.conf', 'rc/rc3.d.txt', 'old/inetd.conf', 'old/rc5.d.txt'), {
      'inetd.conf': '',
      'rc/rc3.d.txt': '',
      'old/inetd.conf': 'old',
      'old/rc5.d.txt': 'old',
    });
  });

  it('are told by drop-ins of one name in folders of one name', () => {
    assert.deepEqual(folders('web/cron.d/backup', 'db/cron.d/backup'), { 'web/cron.d/backup': 'web', 'db/cron.d/backup': 'db' });
  });

  it('are not parts of one host that share a name', () => {
    const one = [
      'cron.daily/backup',
      'cron.weekly/backup',
      'periodic/daily/x',
      'periodic/hourly/x',
      'rc.d/rc3.d.txt',
      'rc.d/rc5.d.txt',
      'crontabs/root',
    ];
    assert.deepEqual(
      Object.values(folders(...one)),
      one.map(() => ''),
    );
  });

  it('leave files that tell of their root alone', () => {
    assert.deepEqual(Object.values(folders('a/etc/inetd.conf', 'b/etc/inetd.conf', 'c/inetd.conf')), ['', '', '']);
  });

  it('are the same whatever the order of the paths, and no host has two files of one place', () => {
    const above = fc.array(fc.constantFrom('a', 'b', 'cron.d'), { maxLength: 3 });
    const path = fc.tuple(above, fc.constantFrom('inetd.conf', 'crontab')).map(([names, name]) => [...names, name].join('/'));
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 8 }), (paths) => {
        const found = folders(...paths);
        assert.deepEqual(folders(...[...paths].reverse()), found);
        for (const one of paths)
          for (const other of paths) {
            const twins = one !== other && [one, other].every((each) => /^[ab]\/[^/]*$/.test(each)) && one.slice(1) === other.slice(1);
            if (twins) assert.notEqual(found[one], found[other], `${one} ${other}`);
          }
      }),
    );
  });

  it('are read one by one, and a root that a path tells of goes before what lies above it', async () => {
    assert.deepEqual(
      await hostsOf({
        '/s/web/inetd.conf': FTP,
        '/s/web/chkconfig.txt': LISTING,
        '/s/db/chkconfig.txt': LISTING,
        '/s/app/etc/crontab': '',
      }),
      [
        ['/s/app', 'etc/crontab'],
        ['/s/db', 'chkconfig.txt'],
        ['/s/web', 'chkconfig.txt', 'inetd.conf'],
      ],
    );
  });

  it('go before a root further up', async () => {
    assert.deepEqual(
      await hostsOf({ '/s/etc/crontab': '', '/s/rc/chkconfig.txt': LISTING, '/s/t/good/inetd.conf': FTP, '/s/t/bad/inetd.conf': FTP }),
      [
        ['/s', 'etc/crontab', 'rc/chkconfig.txt'],
        ['/s/t/bad', 'inetd.conf'],
        ['/s/t/good', 'inetd.conf'],
      ],
    );
  });
});
