// Hosts: which files belong together.
import assert from 'node:assert/strict';
import { identify } from '../../core/src/index.js';
import { hostOf, rootOf, rootsOf } from '../../workspace/src/index.js';

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
    const roots = rootsOf(paths.map((path) => ({ path, fallback: '/s' })));
    assert.deepEqual([...roots.values()], ['/s/redhat', '/s/redhat', '/s/debian', '/s']);
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
