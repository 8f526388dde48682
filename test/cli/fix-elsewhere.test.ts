// `--fix` and `--diff` where the fix lies in another file than its finding.
import assert from 'node:assert/strict';
import { fileError } from '../../workspace/src/index.js';
import { bytesAt, memoryFiles, type Tree } from '../workspace/memory.js';
import { daemonlint } from './memory-io.js';

const CRONTAB = '/h/var/spool/cron/root';
const JOB = '0 4 * * * /usr/local/sbin/job >/dev/null\n';
const RUN = '16 * * * * /usr/sbin/sendmail -q\n';
const TITLE = 'Insert the hourly mail queue run for sendmail before 8.12 into var/spool/cron/root: 16 * * * * /usr/sbin/sendmail -q';

/** A host whose sendmail is off in `levels`, with `crontab` for root. */
const host = (crontab = JOB, levels = '3'): Tree => ({
  [CRONTAB]: crontab,
  ...Object.fromEntries([...levels].map((level) => [`/h/etc/rc.d/rc${level}.d/K30sendmail`, { link: '../init.d/sendmail' }])),
});

describe('a fix in another file of the review', () => {
  it('is carried out by --fix=unsafe, and told at its finding', async () => {
    const tree = host();
    const { status, stdout, stderr } = await daemonlint(['check', '--fix=unsafe'], tree);
    assert.equal(bytesAt(tree, CRONTAB), `${JOB}${RUN}`);
    assert.equal(stdout, `etc/rc.d/rc3.d/K30sendmail: fixed: ${TITLE} [queue-not-run]\nno findings in 2 files\n`);
    assert.deepEqual([status, stderr], [0, '']);
    await daemonlint(['check', '--fix=unsafe'], tree);
    assert.equal(bytesAt(tree, CRONTAB), `${JOB}${RUN}`, 'once');
  });

  it('is the one for the sendmail that the host has, as far as its files show', async () => {
    const tree = { ...host(), '/h/etc/mail/submit.cf': '' };
    const { stdout } = await daemonlint(['check', '--fix=unsafe'], tree);
    assert.equal(bytesAt(tree, CRONTAB), `${JOB}16 * * * * /usr/sbin/sendmail -L sm-msp-queue -Ac -q\n`);
    assert.match(stdout, /mail queue run for sendmail 8\.12 and later into/);
    assert.doesNotMatch(stdout, /before 8\.12/);
    const elsewhere = { ...host(), '/h/other/etc/mail/submit.cf': '' };
    await daemonlint(['check', '--fix=unsafe'], elsewhere);
    assert.equal(bytesAt(elsewhere, CRONTAB), `${JOB}${RUN}`, 'what another host has says nothing');
  });

  it('is in the patch of --diff=unsafe', async () => {
    const tree = host();
    const { status, stdout, stderr } = await daemonlint(['check', '--diff=unsafe'], tree);
    assert.equal(stdout, `--- a/var/spool/cron/root\n+++ b/var/spool/cron/root\n@@ -1,1 +1,2 @@\n ${JOB}+${RUN}`);
    assert.deepEqual([status, stderr], [1, '']);
    assert.equal(bytesAt(tree, CRONTAB), JOB);
  });

  it('is none that is safe', async () => {
    const tree = host();
    const { status, stdout } = await daemonlint(['check', '--fix'], tree);
    assert.doesNotMatch(stdout, /fixed/);
    assert.deepEqual([status, bytesAt(tree, CRONTAB)], [1, JOB]);
    assert.equal((await daemonlint(['check', '--diff'], tree)).stdout, '');
  });

  it('is made once for several findings, beside what is fixed in that file itself', async () => {
    const tree = host(`@reboot /usr/sbin/gpm -t ps2\n${JOB}`, '35');
    const { status, stdout } = await daemonlint(['check', '--fix=unsafe'], tree);
    assert.equal(bytesAt(tree, CRONTAB), `#@reboot /usr/sbin/gpm -t ps2\n${JOB}${RUN}`);
    assert.deepEqual(
      stdout.match(/^\S+ fixed: .* \[.*\]$/gm)?.map((line) => line.replace(/ fixed:.*\[/, ' [')),
      [
        'var/spool/cron/root:1:9: [risky-daemon]',
        'etc/rc.d/rc3.d/K30sendmail: [queue-not-run]',
        'etc/rc.d/rc5.d/K30sendmail: [queue-not-run]',
      ],
    );
    assert.equal(status, 0);
  });

  it('is not made in a file that is heard and not reviewed, and that is said', async () => {
    const tree = host();
    const said = `etc/rc.d/rc3.d/K30sendmail: not fixed: ${TITLE} (that file is not part of this review: name it too) [queue-not-run]\n`;
    const fixed = await daemonlint(['check', '--fix=unsafe', '--root', '.', 'etc/rc.d/rc3.d'], tree);
    assert.ok(fixed.stdout.startsWith(said), fixed.stdout);
    assert.match(fixed.stdout, /1 finding \(1 warning\) in 1 file\n$/);
    assert.deepEqual([fixed.status, fixed.stderr, bytesAt(tree, CRONTAB)], [1, '', JOB]);
    const patch = await daemonlint(['check', '--diff=unsafe', '--root', '.', 'etc/rc.d/rc3.d'], tree);
    assert.deepEqual([patch.status, patch.stdout, patch.stderr], [0, '', said]);
  });

  it('is for the next call where another one is made at the same place', async () => {
    // Without its line feed the last line is read by few crons: the fix for that adds one where the new line would go.
    const tree = host(JOB.trimEnd());
    const first = await daemonlint(['check', '--fix=unsafe'], tree);
    assert.match(first.stdout, /K30sendmail: not fixed: .* \(another fix is made there: run it again\) \[queue-not-run\]$/m);
    assert.equal(bytesAt(tree, CRONTAB), JOB);
    assert.equal(first.status, 1);
    assert.equal((await daemonlint(['check', '--fix=unsafe'], tree)).status, 0);
    assert.equal(bytesAt(tree, CRONTAB), `${JOB}${RUN}`);
  });

  it('stays where a baseline accepts its finding', async () => {
    const tree = host();
    assert.equal((await daemonlint(['baseline'], tree)).status, 0);
    await daemonlint(['check', '--fix=unsafe', '--baseline'], tree);
    assert.equal(bytesAt(tree, CRONTAB), JOB);
  });

  it('is not told as made where the file cannot be written', async () => {
    const tree = host();
    const files = { ...memoryFiles(tree), write: () => Promise.reject(fileError('denied', 'permission denied')) };
    const { status, stdout, stderr } = await daemonlint(['check', '--fix=unsafe'], tree, { files });
    assert.equal(stderr, 'daemonlint: var/spool/cron/root: cannot be written: permission denied\n');
    assert.doesNotMatch(stdout, /fixed/);
    assert.match(stdout, /\[queue-not-run\]/);
    assert.equal(status, 2);
  });
});
