// What stands in a clone in the place of files: links that lead out of it, pointers of Git LFS.
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { FINGER } from './memory-io.js';
import { Repository } from './repository.js';

describe('a clone', function () {
  this.timeout(60_000);
  let clone: Repository;
  let machine: Repository;
  beforeEach(() => {
    clone = Repository.begin();
    machine = new Repository().write({ secret: 'TOKEN=abc\n61 * * * * root x\n' });
    clone.commit({ 'hosts/web/etc/inetd.conf': FINGER, 'common/jobs': '61 * * * * root x\n', 'hosts/web/etc/cron.d/.keep': '' });
  });

  it('is not left by links: what the reviewing machine holds is told to nobody', async () => {
    mkdirSync(clone.at('hosts/web/etc/out'));
    symlinkSync(machine.folder, clone.at('hosts/web/etc/out/folder'));
    for (const [name, target] of [
      ['direct', machine.at('secret')],
      ['chained', 'direct'],
      ['winding', '../out/folder/secret'],
      ['inside', '../../../../common/jobs'],
    ] as const)
      symlinkSync(target, clone.at(`hosts/web/etc/cron.d/${name}`));
    for (const folder of ['', 'hosts/web/etc']) {
      const { stdout, stderr, status } = await clone.daemonlint(['check', '.'], {}, folder);
      assert.equal(status, 2);
      for (const name of ['direct', 'chained', 'winding'])
        assert.match(stderr, new RegExp(`cron\\.d/${name}: is a link that leads out of the repository, to ${machine.folder}/secret: `));
      assert.doesNotMatch(stdout + stderr, /TOKEN|abc/);
      assert.match(stdout, /cron\.d\/inside:1:1: error: /);
    }
    const compared = await clone.daemonlint(['compare', 'HEAD']);
    assert.match(compared.stderr, /direct: is a link that leads out of the repository/);
    assert.doesNotMatch(compared.stdout, /TOKEN|abc/);
  });

  it('is no clone without a repository: links of a host lead where they lead', async () => {
    const host = new Repository().write({ 'etc/inetd.conf': FINGER });
    mkdirSync(host.at('etc/cron.d'));
    symlinkSync(machine.at('secret'), host.at('etc/cron.d/job'));
    const { stdout, stderr } = await host.daemonlint(['check', '.']);
    assert.equal(stderr, '');
    assert.match(stdout, /etc\/cron\.d\/job:2:1: error: /);
  });

  it('says of pointers of Git LFS what they are and how to get the files', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`;
    writeFileSync(clone.at('hosts/web/etc/cron.d/jobs'), pointer);
    const { stdout, stderr, status } = await clone.daemonlint(['check', '.']);
    assert.equal(stderr.match(/cron\.d\/jobs: is a pointer of Git LFS, .* git lfs pull .*\n/g)?.length, 1);
    assert.equal(status, 2);
    assert.doesNotMatch(stdout, /jobs:/);
  });

  it('passes over encrypted files of a folder, and says of one that is named what it is', async () => {
    const host = new Repository().write({
      'etc/crontab': '$ANSIBLE_VAULT;1.1;AES256\n6162\n',
      'etc/xinetd.conf': 'U2FsdGVkX18AAAA=\n',
      'etc/inetd.conf': FINGER,
    });
    const all = await host.daemonlint(['check', '.']);
    const one = await host.daemonlint(['check', 'etc/crontab']);
    assert.doesNotMatch(all.stdout + all.stderr, /crontab|xinetd/);
    assert.equal(all.status, 1);
    assert.match(one.stderr, /etc\/crontab: is encrypted \(Ansible Vault\)/);
    assert.equal(one.status, 2);
  });
});
