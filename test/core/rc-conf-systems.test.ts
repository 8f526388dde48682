/** What NetBSD and OpenBSD have in rc.conf that FreeBSD has not. */
import assert from 'node:assert/strict';
import { identify } from '../../core/src/index.js';
import { contextFor, launches, open, switched } from './rc-conf-support.js';

describe('rc.conf of NetBSD', () => {
  it('has services by their names alone, and settings beside them', () => {
    assert.deepEqual(
      launches(
        'rc_configured=YES\nsshd=yes\nrpcbind=ON\nlpd=NO\nntpd_flags="-g"\nhostname=box\nsecurelevel=2\nnamed_chrootdir=1\n',
        'netbsd',
      ),
      ['sshd:on:sshd', 'rpcbind:on:portmap', 'lpd:off:lpd'],
    );
  });

  it('has what goes with a service on its line, which is left alone', () => {
    const text = 'rwhod=YES\trwhod_flags="-i x" # why\n';
    assert.deepEqual(launches(text, 'netbsd'), ['rwhod:on:rwhod']);
    assert.equal(switched(text, 'rwhod', 'netbsd'), 'rwhod=NO\trwhod_flags="-i x" # why\n');
    for (const other of ['rwhod=YES cron=NO', 'rwhod=YES rwhod_flags="$x"', 'rwhod=YES rwhod_flags=-i && x', 'rwhod=YES rwhod'])
      assert.deepEqual(launches(other, 'netbsd'), [], other);
    assert.deepEqual(launches('rwhod_enable="YES" rwhod_enable_flags="-i"'), []);
  });

  it('is changed by hand: no command does', () => {
    const { document, disable } = open('rwhod=YES\n', 'netbsd');
    const [launch] = document.lines[0]?.launches ?? [];
    assert.ok(launch);
    const fixes = disable(0, launch, contextFor('netbsd'));
    assert.deepEqual(
      fixes.map(({ copy, after }) => [copy, after]),
      [[undefined, 'The file counts at the next boot; for now: /etc/rc.d/rwhod onestop.']],
    );
  });

  it('is known by its mark, by what it must set, and by the defaults that it reads', () => {
    const dialect = (text: string, path = '/etc/rc.conf') => identify({ path, text, sniff: true })?.dialects[0];
    for (const text of ['# $NetBSD: rc.conf,v 1.97 $\n', 'rc_configured=YES\n', '[ -r x ] && . /etc/defaults/rc.conf\n'])
      assert.equal(dialect(`${text}sshd=YES\n`), 'netbsd', text);
    assert.equal(dialect('# see /etc/defaults/rc.conf\nsshd_enable="YES"\n'), 'freebsd');
    assert.equal(dialect('rc_configured=YES\nsshd=YES\nhostname=box\n', ''), 'netbsd');
  });

  it('is proposed services, and yes or no for them', () => {
    const labels = (text: string) =>
      open(text, 'netbsd')
        .proposals(0, text.length, contextFor('netbsd'))
        .map(({ label }) => label);
    assert.ok(labels('').includes('rpcbind'));
    assert.deepEqual(labels('rpcbind='), ['NO', 'YES']);
  });
});

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
