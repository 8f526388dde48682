// Several hosts in one folder, told apart by names such as web1-inetd.conf: no command takes them for one.
import assert from 'node:assert/strict';
import { sides } from './compare-support.js';
import { daemonlint, FINGER, SSH, TELNET } from './memory-io.js';
import { Repository, told } from './repository.js';

const row = (name: string, on: boolean) => `${name} 0:off 1:off 2:${on ? 'on' : 'off'} 3:${on ? 'on' : 'off'} 4:off 5:off 6:off\n`;

/** Of both hosts together nothing could be said: web1 offers finger, and inetd of db1 offers nothing; web1 has sendmail running, and db1 runs its queue. */
const FILES = {
  'web1-inetd.conf': FINGER,
  'web1-chkconfig.txt': row('sendmail', true),
  'db1-inetd.conf': `#${FINGER}`,
  'db1-chkconfig.txt': row('inet', true) + row('sendmail', false),
  'db1.crontab': '7 * * * * /usr/sbin/sendmail -q\n',
};
const tree = Object.fromEntries(Object.entries(FILES).map(([path, text]) => [`/h/${path}`, text]));

const FOUND = ['db1-chkconfig.txt:1 super-server', 'web1-chkconfig.txt:1 unneeded-daemon', 'web1-inetd.conf:1 risky-daemon'];

describe('hosts in one folder', () => {
  it('are judged apart, whether the folder is named or the files are', async () => {
    assert.deepEqual(told((await daemonlint(['check', '.'], tree)).stdout), FOUND);
    const named = await daemonlint(['check', ...Object.keys(FILES)], tree);
    assert.deepEqual([...told(named.stdout)].sort(), FOUND);
  });

  it('are one in an etc folder, where names are those of copies', async () => {
    const copies = { '/h/etc/inetd.conf.web1': TELNET, '/h/etc/inetd.conf.web2': SSH, '/h/etc/rc3.d.txt': 'S50inet -> ../init.d/inet\n' };
    const { hosts } = JSON.parse((await daemonlint(['report', '--format', 'json'], copies)).stdout);
    assert.equal(hosts.length, 1);
  });

  it('are one where the person or the project says so', async () => {
    const asOne = told((await daemonlint(['check', '--root', '.'], tree)).stdout);
    assert.ok(asOne.includes('db1.crontab:1 queue-run-twice') && !asOne.includes('db1-chkconfig.txt:1 super-server'), String(asOne));
    const config = { '/h/.daemonlint.json': '{"hosts": ["."]}' };
    assert.deepEqual(told((await daemonlint(['check', '.'], { ...tree, ...config })).stdout), asOne);
  });

  it('are compared one by one', async () => {
    const { stdout } = await daemonlint(
      ['compare', 'a', 'b'],
      sides(FILES, { ...FILES, 'web1-inetd.conf': FINGER.replace('\n', ' -l\n'), 'db1-inetd.conf': FINGER }),
    );
    assert.match(stdout, /^db1\nServices newly on\n {2}\+ finger {2}db1-inetd\.conf:1\n/m);
    assert.match(stdout, /^web1\nServices on otherwise\n {2}~ finger {2}web1-inetd\.conf:1\n {6}arguments /m);
  });

  it('are reported by their names, with their files as they are seen from the folder', async () => {
    const { hosts } = JSON.parse((await daemonlint(['report', '--format', 'json'], tree)).stdout);
    assert.deepEqual(
      hosts.map(({ root, services: [first] }: { root: string; services: { places: { file: string }[] }[] }) => [
        root,
        first?.places[0]?.file,
      ]),
      [
        ['db1', 'db1-chkconfig.txt'],
        ['web1', 'web1-inetd.conf'],
      ],
    );
    // Folders that happen to be called as they are hold nothing of theirs.
    for (const files of [tree, { ...tree, '/h/web1/README': '', '/h/db1/README': '' }]) {
      const { stderr, status } = await daemonlint(['plan', '.'], files);
      assert.equal(status, 2);
      assert.match(stderr, /their files lie beside each other, told apart by their names/);
      const page = await daemonlint(['report', '.'], files);
      assert.match(page.stdout, /<h1>2 hosts of [\s\S]*<h2>Host <bdi>db1<\/bdi><\/h2>[\s\S]*<h2>Host <bdi>web1<\/bdi><\/h2>/);
    }
  });

  it('are answerable for what changed in their own files', async function () {
    this.timeout(60_000);
    const repository = Repository.begin();
    repository.commit(FILES);
    repository.write({ 'db1-inetd.conf': FINGER });
    const since = async () => told((await repository.daemonlint(['check', '--changed-since', 'HEAD'])).stdout);
    assert.deepEqual(await since(), ['db1-inetd.conf:1 risky-daemon']);
    repository.commit({ ...FILES, 'db1-inetd.conf': FINGER });
    repository.git('rm', '-q', 'web1-chkconfig.txt');
    assert.deepEqual(await since(), []);
    repository.write({ 'db1-inetd.conf': '' });
    assert.deepEqual(await since(), ['db1-chkconfig.txt:1 super-server']);
  });
});
