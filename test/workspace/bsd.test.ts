// The BSD of a host, where its rc.conf lies on the disk and is none of the files at hand.
import assert from 'node:assert/strict';
import { toldOf, topicAt, topicsFor } from '../../workspace/src/index.js';
import { daemonlint } from '../cli/memory-io.js';
import { memoryFiles, type Tree } from './memory.js';

const bsd = async (tree: Tree) => (await toldOf('bsd', memoryFiles(tree), '/s')).bsd;

const crontab = { kind: 'crontab', launches: [] };

describe('the rc.conf of a host', () => {
  it('tells whose daemons it has', async () => {
    assert.equal(await bsd({ '/s/etc/rc.conf': 'sshd_enable="YES"\n' }), 'freebsd');
    assert.equal(await bsd({ '/s/etc/rc.conf.local': 'smtpd_flags=NO\n' }), 'openbsd');
    assert.equal(await bsd({ '/s/etc/rc.conf': 'rc_configured=YES\nsshd=YES\n' }), 'netbsd');
  });
  it('tells nothing where it is of another system, says nothing, cannot be read, or is contradicted', async () => {
    for (const tree of [
      {},
      { '/s/etc/rc.conf': 'hostname="x"\n' },
      { '/s/etc/rc.conf': '# /etc/rc.conf of OpenRC\nrc_parallel="NO"\nunicode="YES"\n' },
      { '/s/etc/rc.conf': 'sshd_enable="YES"\n', '/s/etc/rc.conf.local': 'smtpd_flags=NO\n' },
    ])
      assert.equal(await bsd(tree), undefined, JSON.stringify(tree));
  });
  it('is asked for where a file may be read by its daemons, and no rc.conf is at hand', () => {
    const asked = (...files: Parameters<typeof topicsFor>[0]) => topicsFor(files).includes('bsd');
    assert.equal(asked(crontab), true);
    assert.equal(asked({ kind: 'listing', launches: [] }), false);
    assert.equal(asked(crontab, { kind: 'rc-conf', launches: [], system: 'openbsd' }), false);
    assert.deepEqual(topicAt('/s/etc/rc.conf.local'), { topic: 'bsd', root: '/s' });
  });
  it('counts for a file that is named by itself, as a hook names it', async () => {
    const tree = { '/h/etc/rc.conf': 'sshd_enable="YES"\n', '/h/etc/cron.d/poll': '@every_minute root x\n@600 root -n y\n' };
    assert.equal((await daemonlint(['check', 'etc/cron.d/poll'], tree)).status, 0);
    assert.equal((await daemonlint(['check', 'etc/cron.d/poll'], { '/h/etc/cron.d/poll': tree['/h/etc/cron.d/poll'] })).status, 1);
  });
});
