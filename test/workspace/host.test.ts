// Hosts: which files belong together.
import assert from 'node:assert/strict';
import { identify } from '../../core/src/index.js';
import { findHosts, hostOf, judge, readHosts, rootFinder, rootOf } from '../../workspace/src/index.js';
import { DENIED, memoryFiles, type Tree } from './memory.js';

describe('the root of a host', () => {
  it('shows by the folders that every Unix has', () => {
    const roots: readonly (readonly [string, string | undefined])[] = [
      ['/etc/crontab', '/'],
      ['/h/etc/rc.d/rc3.d', '/h'],
      ['/h/var/spool/cron/root', '/h'],
      ['/h/var/cron/tabs/root', '/h'],
      ['/h/usr/local/etc/cron.d/x', '/h'],
      ['/etc/lxc/web/etc/crontab', '/etc/lxc/web'],
      ['/h/etc', undefined],
      ['/h/metc/crontab', undefined],
      ['/h/var/log/crontab', undefined],
      ['C:/h/etc/crontab', 'C:/h'],
    ];
    for (const [path, root] of roots) assert.equal(rootOf(path), root, path);
  });

  it('takes in files beside it, and leaves the rest to the folder given', () => {
    const paths = ['/s/redhat/etc/inetd.conf', '/s/redhat/chkconfig.txt', '/s/debian/etc/crontab', '/s/loose/crontab'];
    const rooted = paths.map((path) => ({ path, fallback: '/s' }));
    assert.deepEqual(rooted.map(rootFinder(rooted)), ['/s/redhat', '/s/redhat', '/s/debian', '/s']);
  });
});

describe('hostOf', () => {
  it('tells what each file launches, by its path under the root', () => {
    const path = '/h/etc/inetd.conf';
    const text = 'telnet stream tcp nowait root /usr/sbin/in.telnetd in.telnetd\n';
    const choice = identify({ path, text, sniff: false });
    assert.ok(choice);
    const { document } = choice.kind.read(text, choice);
    const { files } = hostOf('/h', [{ path, document }]);
    assert.deepEqual(
      files.map((file) => [file.path, file.kind, file.launches.map(({ name, state }) => `${name} ${state}`)]),
      [['etc/inetd.conf', 'inetd', ['telnet on']]],
    );
  });
});

describe('readHosts', () => {
  const LISTING = 'atd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n';
  const FTP = 'ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\n';
  const read = async (tree: Tree, options = {}) => {
    const { hosts, problems } = await readHosts(memoryFiles(tree), '/s', options);
    return {
      hosts: hosts.map(({ host, members }) => [
        host.root,
        ...host.files.map(({ path }) => path),
        members.length === host.files.length ? '' : 'not all are members',
      ]),
      problems: problems.map(({ path, message }) => `${path} ${message}`),
    };
  };

  it('finds one host for each root below the folder', async () => {
    const { hosts, problems } = await read({
      '/s/a/etc/inetd.conf': FTP,
      '/s/a/chkconfig.txt': LISTING,
      '/s/b/etc/crontab': '',
      '/s/notes.txt': FTP,
    });
    assert.deepEqual(hosts, [
      ['/s/a', 'chkconfig.txt', 'etc/inetd.conf', ''],
      ['/s/b', 'etc/crontab', ''],
    ]);
    assert.deepEqual(problems, []);
  });

  it('takes the folder for one host when told', async () => {
    const { hosts } = await read({ '/s/a/etc/inetd.conf': FTP, '/s/chkconfig.txt': LISTING }, { asOne: true });
    assert.deepEqual(hosts, [['/s', 'a/etc/inetd.conf', 'chkconfig.txt', '']]);
  });

  it('takes the folders that the project names for hosts, whatever lies in them', async () => {
    const files = {
      '/s/web1/inetd.conf': FTP,
      '/s/web1/old/etc/inetd.conf': FTP,
      '/s/web1/lists/chkconfig.txt': LISTING,
      '/s/db/etc/crontab': '',
    };
    const { hosts } = await read({ ...files, '/s/.daemonlint.json': '{"hosts": ["web*"]}' });
    assert.deepEqual(hosts, [
      ['/s/db', 'etc/crontab', ''],
      ['/s/web1', 'inetd.conf', 'lists/chkconfig.txt', 'old/etc/inetd.conf', ''],
    ]);
    const whole = await read({ ...files, '/s/.daemonlint.json': '{"hosts": ["."]}' });
    assert.deepEqual(
      whole.hosts.map(([root]) => root),
      ['/s'],
    );
  });

  it('reads each file once, and tells what it could not read', async () => {
    const files = memoryFiles({ '/s/etc/inetd.conf': FTP, '/s/etc/crontab': DENIED, '/s/.daemonlint.json': '{"host": []}' });
    const { hosts, problems } = await readHosts(files, '/s');
    assert.equal(files.reads.get('/s/etc/inetd.conf'), 1);
    assert.equal(hosts.length, 1);
    assert.deepEqual(
      problems.map(({ path }) => path),
      ['/s/.daemonlint.json', '/s/etc/crontab'],
    );
  });

  it('reads one host after the other where somebody goes through them', async () => {
    const files = memoryFiles({ '/s/a/etc/inetd.conf': FTP, '/s/b/etc/inetd.conf': FTP, '/s/b/etc/crontab': DENIED });
    const found = await findHosts(files, '/s');
    const hosts = found.hosts();
    const next = async (): Promise<string | undefined> => {
      const { value } = await hosts.next();
      return value?.host.root;
    };
    assert.equal(await next(), '/s/a');
    assert.deepEqual([files.reads.get('/s/a/etc/inetd.conf'), files.reads.get('/s/b/etc/inetd.conf')], [1, undefined]);
    assert.deepEqual(found.problems(), []);
    assert.equal(await next(), '/s/b');
    assert.deepEqual(
      found.problems().map(({ path }) => path),
      ['/s/b/etc/crontab'],
    );
    assert.equal(await next(), undefined);
  });

  it('judges members with their host in view', async () => {
    const files = memoryFiles({ '/s/etc/inetd.conf': `#${FTP}`, '/s/chkconfig.txt': 'inet 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n' });
    const { hosts } = await readHosts(files, '/s');
    const readings = hosts.flatMap((one) => judge(one, one.members, { zone: 'UTC', now: 0 }));
    assert.deepEqual(
      readings.flatMap(({ reading }) => reading.findings.map(({ rule, severity }) => `${rule} ${severity}`)),
      ['super-server warning'],
    );
  });
});
