/** `user:group` in the user column: FreeBSD's cron alone takes it, by the recorded verdicts. */
import assert from 'node:assert/strict';
import { identify } from '../../core/src/index.js';
import { readAs } from '../support.js';
import { fixed, of, pointed, read } from './crontab-command-support.js';

const PATH = '/etc/cron.d/x';
const found = (line: string, dialects?: readonly string[]) => pointed('user-group', `${line}\n`, PATH, dialects);

describe('crontab/user-group', () => {
  it('is found where Debian or OpenBSD may read the file', () => {
    assert.deepEqual(found('0 3 * * * root:wheel x'), ['root:wheel']);
    assert.deepEqual(found('@daily\twww-data:adm x'), ['www-data:adm']);
    assert.deepEqual(found('0 3 * * * root:wheel x', ['debian']), ['root:wheel']);
    assert.deepEqual(found('0 3 * * * root:wheel x', ['freebsd']), []);
    assert.deepEqual(found('0 3 * * * root:wheel x', ['cronie']), [], 'cronie reads it without a word');
  });

  it('is right in the file that FreeBSD ships', () => {
    const text =
      "# /etc/crontab - root's crontab for FreeBSD\n#\n#\nSHELL=/bin/sh\n*/11 * * * * operator:wheel /usr/libexec/save-entropy\n";
    const choice = identify({ path: '/etc/crontab', text, sniff: true });
    assert.deepEqual(choice?.dialects, ['freebsd']);
    assert.deepEqual(readAs('/etc/crontab', text).findings, []);
  });

  it('is about the user, not about words of the command', () => {
    for (const line of ['0 3 * * * root rsync ann:x /y', '0 3 * * * {{ a:b }} x', '#0 3 * * * root:wheel x'])
      assert.deepEqual(found(line), [], line);
    assert.deepEqual(pointed('user-group', '0 3 * * * ann:x y\n', '/var/spool/cron/crontabs/ann'), []);
  });

  it('says what it costs, and names the user alone', () => {
    const text = '0 3 * * * root:wheel x\n';
    assert.match(
      of(read(text, PATH), 'user-group')[0]?.message ?? '',
      /no user named “root:wheel”: Debian's cron ignores the whole file\./,
    );
    assert.equal(fixed('user-group', text, PATH), '0 3 * * * root x\n');
  });
});
