/** Addresses in MAILTO, as Debian's cron took them when it was run with a stand-in for sendmail: nine of them, three of which got mail. */
import assert from 'node:assert/strict';
import { dialectById } from '../../core/src/kinds/crontab/dialects/dialects.js';
import { readAs } from '../support.js';

const RUN: readonly (readonly [address: string, mailed: boolean])[] = [
  ['a@x', true],
  ['a@x,b@y', true],
  ['a_b+c=d/e%f!g:h@x', true],
  ['a@x, b@y', false],
  ['"a@x b@y"', false],
  ['<a@x>', false],
  ['a@x;b@y', false],
  ['_a@x', false],
  ['"Ops <a@x>"', false],
];

const found = (value: string, dialect = 'debian') =>
  readAs('/etc/cron.d/job', `# daemonlint: dialect=${dialect}\nMAILTO=${value}\n0 3 * * * root x\n`).findings.filter(
    ({ rule }) => rule === 'crontab/mail-address',
  );

describe('crontab/mail-address', () => {
  it('is found where Debian’s cron sent no mail', () => {
    for (const [address, mailed] of RUN) assert.equal(found(address).length, mailed ? 0 : 1, address);
  });
  it('goes by what each cron takes', () => {
    assert.equal(found('_a@x', 'openbsd').length, 0);
    assert.equal(found('a=b@x', 'cronie').length, 1);
    assert.equal(found('a_b@x', 'netbsd').length, 1);
    for (const dialect of ['freebsd', 'busybox', 'systemd-cron']) assert.equal(dialectById(dialect)?.mailsTo, undefined, dialect);
    assert.equal(found('$ADMIN').length, 0, 'what nothing expands is told as that');
  });
  it('names those who lose the mail, and writes the addresses alone', () => {
    const [finding] = readAs('/etc/cron.d/job', 'MAILTO="Ann Lee <ann@x.org>; bob@x.org"\n0 3 * * * root x\n').findings.filter(
      ({ rule }) => rule === 'crontab/mail-address',
    );
    assert.match(finding?.message ?? '', /^Debian's cron and cronie mail the output of the jobs below to nobody: .* has a blank in it/);
    assert.deepEqual(
      finding?.fixes.map(({ edits }) => edits.map(({ text }) => text)),
      [['ann@x.org,bob@x.org']],
    );
    assert.deepEqual(found('a@x(b)')[0]?.fixes, []);
  });
});
