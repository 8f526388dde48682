/** Which daemon reads a file, where another file of its host tells the system. */
import assert from 'node:assert/strict';
import { systemShownBy } from '../../core/src/lint/on-system.js';
import type { HostFile } from '../../core/src/model/host.js';
import { briefly, readAs } from '../support.js';

const FREEBSD = { 'etc/rc.conf': 'sshd_enable="YES"\n' };
const OPENBSD = { 'etc/rc.conf.local': 'ntpd_flags=\nsmtpd_flags=NO\n' };
const NETBSD = { 'etc/rc.conf': 'rc_configured=YES\nsshd=YES\n' };

const dialects = (path: string, host: Readonly<Record<string, string>>, text = '0 3 * * * root x\n') => {
  const { choice, document, context } = readAs(path, text, {}, host);
  assert.deepEqual([document.dialects, context.dialects], [choice.dialects, choice.dialects]);
  return [choice.dialects.join(), choice.because.dialects];
};

describe('a file beside the rc.conf of its host', () => {
  it('is read as the daemons of that system read it', () => {
    assert.deepEqual(dialects('/etc/cron.d/poll', FREEBSD), ['freebsd', 'host']);
    assert.deepEqual(dialects('/etc/crontab', NETBSD), ['netbsd', 'host']);
    assert.deepEqual(dialects('/var/cron/tabs/root', OPENBSD), ['openbsd', 'host']);
    assert.deepEqual(dialects('/etc/inetd.conf', OPENBSD, 'ident stream tcp nowait _identd /usr/libexec/identd identd\n'), [
      'openbsd',
      'host',
    ]);
    assert.deepEqual(dialects('/etc/rc.conf.local', { 'etc/rc.conf': '# $OpenBSD$\nsshd_flags=\n' }, 'x=1\n'), ['openbsd', 'host']);
  });
  it('is not held against the crons of other systems', () => {
    const text = '@every_minute root x\n0/10 * * * * www:www y\n@600 root -n z\n';
    assert.deepEqual(briefly(readAs('/etc/cron.d/poll', text, {}, FREEBSD)), []);
    assert.ok(briefly(readAs('/etc/cron.d/poll', text)).includes('crontab/syntax@1'));
    assert.deepEqual(briefly(readAs('/var/cron/tabs/root', '~ 2 * * * -ns x\n', {}, OPENBSD)), []);
    assert.deepEqual(briefly(readAs('/var/cron/tabs/root', '~ 2 * * * x\n', {}, FREEBSD)), ['crontab/syntax@1']);
  });
  it('goes by what is said of it, by what it says itself, and by a place of one daemon alone', () => {
    assert.deepEqual(dialects('/etc/cron.d/poll', FREEBSD, '# daemonlint: dialect=cronie\n0 3 * * * root x\n'), ['cronie', 'comment']);
    assert.deepEqual(dialects('/etc/crontab', FREEBSD, '# For details see man 4 crontabs\n0 3 * * * root x\n'), ['cronie', 'content']);
    assert.deepEqual(dialects('/etc/crontabs/root', FREEBSD, '0 3 * * * x\n'), ['busybox', 'path']);
  });
  it('is any system’s where nothing tells, or the files contradict each other', () => {
    for (const host of [{}, { 'etc/rc.conf': 'hostname="x"\n' }, { 'srv/jail/rc.conf': 'sshd_enable="YES"\n' }, { ...FREEBSD, ...OPENBSD }])
      assert.deepEqual(dialects('/etc/cron.d/poll', host), ['debian,cronie', 'path'], JSON.stringify(host));
  });
});

it('one rc.conf may tell beside another that does not', () => {
  const file = (path: string, system?: string): HostFile => ({
    path,
    kind: 'rc-conf',
    form: 'rc-conf',
    launches: [],
    runsQueue: false,
    ...(system !== undefined && { system }),
  });
  assert.equal(systemShownBy({ root: '', files: [file('etc/rc.conf'), file('etc/rc.conf.local', 'openbsd')] }), 'openbsd');
  assert.equal(systemShownBy({ root: '', files: [file('etc/rc.conf.d/x', 'freebsd')] }), undefined);
});
