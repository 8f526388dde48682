/** `--root` and `hosts`: which files are judged together. */
import assert from 'node:assert/strict';
import { DENIED } from '../workspace/memory.js';
import { daemonlint, FINGER, TELNET } from './memory-io.js';

const ON = 'inet 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n';
const SUPER = /inet is on but its file offers no service any more/;

describe('check --root', () => {
  it('judges one file with the rest of its host in view, and the rest not at all', async () => {
    const tree = { '/h/lists/chkconfig.txt': ON, '/h/m/etc/inetd.conf': `#${FINGER}`, '/h/m/etc/crontab': '61 * * * * root x\n' };
    const alone = await daemonlint(['check', 'lists/chkconfig.txt'], tree);
    assert.doesNotMatch(alone.stdout, SUPER);
    const { stdout, stderr } = await daemonlint(['check', '--root', 'm', 'lists/chkconfig.txt'], tree);
    assert.match(stdout, SUPER);
    assert.match(stdout, / in 1 file\n$/);
    assert.equal(stderr, '');
  });

  it('judges all below it where no path is named, as one host', async () => {
    const tree = { '/h/m/lists/chkconfig.txt': ON, '/h/m/old/etc/inetd.conf': `#${FINGER}` };
    assert.doesNotMatch((await daemonlint(['check', 'm'], tree)).stdout, SUPER);
    assert.match((await daemonlint(['check', '--root', 'm'], tree)).stdout, SUPER);
  });

  it('shows the places that a finding leads to, also beside the root', async () => {
    const tree = { '/h/lists/chkconfig.txt': ON.replaceAll(':on', ':off'), '/h/m/etc/inetd.conf': FINGER };
    const { stdout } = await daemonlint(['check', '--root', 'm', 'lists', 'm/etc'], tree);
    assert.match(stdout, /inet is off while its file offers a service/);
    assert.match(stdout, /m\/etc\/inetd\.conf:1:1.*finger is offered here/);
  });

  it('says what it cannot read, once', async () => {
    const nowhere = await daemonlint(['check', '--root', 'gone', 'etc'], { '/h/etc/inetd.conf': FINGER });
    assert.deepEqual([nowhere.status, nowhere.stderr], [2, 'daemonlint: gone: does not exist\n']);
    const denied = await daemonlint(['check', '--root', '.', '.'], { '/h/etc/inetd.conf': DENIED });
    assert.deepEqual([denied.status, denied.stderr.trimEnd().split('\n').length], [2, 1]);
  });
});

describe('folders of hosts side by side', () => {
  const SSHD = 'sshd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n';
  const tree = {
    '/h/web/inetd.conf': `#${FINGER}`,
    '/h/web/chkconfig.txt': SSHD,
    '/h/db/inetd.conf': TELNET,
    '/h/db/chkconfig.txt': ON,
    '/h/mail/chkconfig.txt': ON.replaceAll(':on', ':off'),
  };

  it('are judged one by one: no finding, and no fix, counts on what another host has', async () => {
    const { stdout } = await daemonlint(['check'], tree);
    assert.doesNotMatch(stdout, /inet is (?:on|off)/);
    assert.match(stdout, /^db\/inetd\.conf:1:1: .*\[last-login\]$/m);
    const files: Record<string, string> = { ...tree };
    await daemonlint(['check', '--fix'], files);
    assert.deepEqual(files, tree, 'telnet is the last way into db, whatever web starts');
    await daemonlint(['check', '--fix', '--root', '.'], files);
    assert.notDeepEqual(files, tree);
  });

  it('are one host where somebody says so', async () => {
    const one = await daemonlint(['check', '--root', '.'], tree);
    assert.match(one.stdout, /inet is off while its file offers a service/);
    assert.deepEqual((await daemonlint(['check'], { ...tree, '/h/.daemonlint.json': '{"hosts": ["."]}' })).stdout, one.stdout);
  });
});

describe('hosts of .daemonlint.json', () => {
  it('puts the files of a folder together', async () => {
    const tree = { '/h/web1/chkconfig.txt': ON, '/h/web1/files/etc/inetd.conf': `#${FINGER}` };
    assert.doesNotMatch((await daemonlint(['check'], tree)).stdout, SUPER);
    assert.match((await daemonlint(['check'], { ...tree, '/h/.daemonlint.json': '{"hosts": ["web*"]}' })).stdout, SUPER);
  });

  it('must be globs', async () => {
    const { status, stderr } = await daemonlint(['check'], { '/h/etc/inetd.conf': '', '/h/.daemonlint.json': '{"hosts": "web1"}' });
    assert.equal(status, 2);
    assert.match(stderr, /\.daemonlint\.json:1:11: "web1" is not a list/);
  });
});

describe('a folder of files that may not be read', () => {
  it('is one complaint, not a hundred', async () => {
    const tree: Record<string, string | typeof DENIED> = { '/h/etc/inetd.conf': '' };
    for (let number = 0; number < 100; number++) tree[`/h/var/spool/cron/user${number}`] = DENIED;
    const { status, stderr } = await daemonlint(['check'], tree);
    assert.deepEqual([status, stderr], [2, 'daemonlint: var/spool/cron: 100 files in it cannot be read: permission denied\n']);
  });

  it('says of scripts in the place of crontabs what each of them is', async () => {
    const scripts = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`/h/etc/cron.d/${name}`, '#!/bin/sh\ncp /srv/a /srv/b\n']));
    const { status, stderr } = await daemonlint(['check'], { '/h/etc/inetd.conf': '', ...scripts });
    assert.equal(status, 2);
    assert.match(stderr, /^daemonlint: etc\/cron\.d: 4 files in it: each is a script, and the daemon [^\n]*\n$/);
  });
});
