/** What OpenBSD's rc, which is no shell, makes of rc.conf.local. */
import assert from 'node:assert/strict';
import { identify } from '../../core/src/index.js';
import { launches, switched } from './rc-conf-support.js';

describe('rc.conf of OpenBSD, which is no script', () => {
  it('has values up to the end of their lines', () => {
    assert.deepEqual(launches('snmpd_flags=-v -D x=1 # why\npkg_scripts=a snmpd\n', 'openbsd'), [
      'snmpd:on:snmpd',
      'a:on:',
      'snmpd:on:snmpd',
    ]);
    assert.equal(switched('snmpd_flags=-v -D x=1 # why\n', 'snmpd', 'openbsd'), 'snmpd_flags=NO # why\n');
    assert.deepEqual(launches('snmpd_flags=-v && reboot\n', 'openbsd'), []);
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
