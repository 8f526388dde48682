/** What OpenBSD's rc, which is no shell, makes of rc.conf.local. */
import assert from 'node:assert/strict';
import { identify } from '../../core/src/index.js';
import { readAs } from '../support.js';
import { launches, switched } from './rc-conf-support.js';

const found = (text: string): readonly string[] =>
  readAs('/etc/rc.conf.local', `# daemonlint: dialect=openbsd\n${text}`).findings.map(({ rule, message }) => `${rule}: ${message}`);

describe('rc.conf of OpenBSD, which is no script', () => {
  it('has values up to the end of their lines', () => {
    assert.deepEqual(launches('snmpd_flags=-v -D x=1 # why\npkg_scripts=a snmpd\n', 'openbsd'), [
      'snmpd:on:snmpd',
      'a:on:',
      'snmpd:on:snmpd',
    ]);
    assert.equal(switched('snmpd_flags=-v -D x=1 # why\n', 'snmpd', 'openbsd'), 'snmpd_flags=NO # why\n');
    assert.deepEqual(launches('snmpd_flags=-v && reboot\n', 'openbsd'), ['snmpd:on:snmpd']);
  });

  it('has blanks around the equals sign, names in any case, and a # that ends the value wherever it stands', () => {
    for (const line of ['sshd_flags = NO', 'SSHD_FLAGS=NO', 'sshd_flags= "NO"', "\tsshd_flags\t='NO'#why", 'sshd_flags=NO#why'])
      assert.deepEqual(launches(`${line}\n`, 'openbsd'), [`${/^\s*(\w+)_flags/i.exec(line)?.[1]}:off:sshd`], line);
    // The quote stays, and the value is none that turns it off.
    assert.deepEqual(launches('ntpd_flags="NO #1"\n', 'openbsd'), ['ntpd:on:']);
    assert.deepEqual(found('ntpd_flags="-s #1"\n'), [
      'rc-conf/syntax: rc takes this quote for a part of the value: a # ends the value before the other one, in quotes too.',
    ]);
    assert.deepEqual(found('ntpd_flags="-s\n'), ['rc-conf/syntax: rc takes this quote for a part of the value: the other one is missing.']);
    assert.deepEqual(found('ntpd_flags=-s "a b" c\nsmtpd_flags=$x && y\n'), []);
  });

  it('goes on over no line, and reads what stands in a block', () => {
    assert.deepEqual(launches('pkg_scripts=a \\\n b\nif false; then\nntpd_flags=NO\nfi\n', 'openbsd'), ['a:on:', 'ntpd:off:']);
  });

  it('is not read in a last line without a line feed, and has a CR in the value', () => {
    assert.deepEqual(found('ntpd_flags=NO'), [
      'rc-conf/missing-newline: The file ends without a line feed: rc does not read ntpd_flags. Add one.',
    ]);
    assert.match(found('ntpd_flags=NO\r\nx=1\r\n').join(), /^rc-conf\/carriage-return: The CR .* is the last character of ntpd_flags/);
    assert.deepEqual(found('ntpd_flags=NO # why\r\n'), []);
  });

  it('is known where a switch of FreeBSD stands in it', () => {
    const dialect = (text: string) => identify({ path: '/etc/rc.conf.local', text, sniff: true })?.dialects[0];
    for (const text of ['apmd_enable=YES\npkg_scripts=x\n', 'dbus_enable=YES\nsshd_flags=NO\n', '# $OpenBSD$\ngateway_enable=YES\n'])
      assert.equal(dialect(text), 'openbsd', text);
  });

  it('has an apmd that is no leftover', () => {
    assert.deepEqual(launches('apmd_flags=-A\n', 'openbsd'), ['apmd:on:']);
    assert.deepEqual(launches('apmd_enable=YES\n'), ['apmd:on:apmd']);
  });
});
