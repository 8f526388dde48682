// Git, the only program that the command line runs: what it may start itself.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { SSH, TELNET } from './memory-io.js';
import { Repository } from './repository.js';

const CONF = 'etc/inetd.conf';

describe('git', function () {
  this.timeout(60_000);

  let repository: Repository;
  beforeEach(() => {
    repository = Repository.begin();
  });

  it('starts nothing that the settings of the repository name', async () => {
    repository.commit({ [CONF]: SSH, '.gitattributes': '*.conf diff=x filter=x\n* filter=y\n' });
    for (const [key, value] of [
      ['diff.external', 'touch started; false'],
      ['diff.x.textconv', 'touch started; cat'],
      ['core.fsmonitor', 'touch started; false'],
      ['filter.x.clean', 'touch started; cat'],
      ['filter.x.required', 'true'],
      ['filter.y.process', 'touch started; false'],
    ] as const)
      repository.git('config', key, value);
    repository.write({ [CONF]: SSH + TELNET });
    const checked = await repository.daemonlint(['check', '--changed-since', 'HEAD']);
    assert.match(checked.stdout, /^etc\/inetd\.conf:2:1: warning: .*\n[\s\S]*\n1 finding /);
    assert.match((await repository.daemonlint(['compare', 'HEAD'])).stdout, /1 service newly on \(telnet\)/);
    assert.ok(!existsSync(repository.at('started')));
    repository.git('config', 'filter.a=b.clean', 'touch started; cat');
    const { status, stderr } = await repository.daemonlint(['check', '--changed-since', 'HEAD']);
    assert.match(stderr, /^daemonlint: HEAD: the settings of git name a filter with = in it: take that out first\n$/);
    assert.equal(status, 2);
  });
});
