/** The rules of inetd.conf about the program that an entry starts, and whom it runs as. */
import assert from 'node:assert/strict';
import { inetd } from '../../core/src/kinds/inetd/index.js';
import { applyEdits } from '../../core/src/text/edit.js';
import { bare, readAs } from '../support.js';

const check = (text: string, dialects = inetd.defaultDialects) => [
  ...inetd.read(text, { form: 'inetd', dialects }).check([], { path: '/etc/inetd.conf', kind: 'inetd', form: 'inetd', dialects, ...bare }),
];

describe('rules of inetd.conf about programs', () => {
  it('inetd/runs-as-root gives a program that writes to terminals their group, as the inetd reads it', () => {
    const text = 'ntalk dgram udp wait root /usr/libexec/ntalkd ntalkd\n';
    const mended = (dialect: string) => applyEdits(text, check(text, [dialect])[0]?.report.fixes?.[0]?.edits ?? []);
    for (const [dialect, user] of [
      ['openbsd-inetd', 'nobody.tty'],
      ['freebsd', 'nobody:tty'],
      ['sysv', 'nobody'],
    ] as const)
      assert.equal(mended(dialect), text.replace('root', user), dialect);
  });

  it('inetd/quoted-argument tells no secret', () => {
    for (const word of ['"--password=hunter2"', '--password="hunter2"', `'--token=hunter2'`]) {
      const text = `4712 stream tcp nowait own /opt/own own ${word}\n`;
      const [told] = readAs('/etc/inetd.conf', text).findings.filter(({ rule }) => rule === 'inetd/quoted-argument');
      assert.ok(told, word);
      assert.doesNotMatch(JSON.stringify([told.message, told.fixes.map(({ title }) => title)]), /hunter2/);
    }
  });

  it('inetd/quoted-argument takes quotes away from one word alone', () => {
    const of = (args: string) => check(`4711 stream tcp nowait own /opt/own/bin/reader reader ${args}\n`)[0]?.report;
    assert.match(of("-c 'a b' c")?.message ?? '', /“'a b'” comes as 2 arguments/);
    assert.deepEqual(of("-c 'a b' c")?.fixes, []);
    assert.equal(of('--place="cellar"')?.fixes?.[0]?.edits[0]?.text, '--place=cellar');
    assert.equal(of('"open'), undefined);
  });

  it('inetd/open-shell writes the name that a script stands in place of', () => {
    const text = '4711 stream tcp nowait ann /usr/bin/python3 /home/ann/menu.py\n';
    const [fix] = check(text)[0]?.report.fixes ?? [];
    assert.equal(applyEdits(text, fix?.edits ?? []), text.replace('python3 ', 'python3 python3 '));
    assert.deepEqual(check('4711 stream tcp wait root /bin/sh sh -i\n'), []);
  });

  it('inetd/argument-zero takes away a name that tcpd gives by itself', () => {
    const text = 'ssh stream tcp nowait root /usr/sbin/tcpd /usr/sbin/sshd sshd -i\n';
    assert.equal(applyEdits(text, check(text)[0]?.report.fixes?.[0]?.edits ?? []), text.replace('/sshd sshd', '/sshd'));
    assert.deepEqual(check('ssh stream tcp nowait root /usr/sbin/tcpd sshd sshd\n'), []);
  });

  it('go by the mark that a repository left', () => {
    const dialects = (mark: string) =>
      readAs('/etc/inetd.conf', `${mark}\nssh stream tcp nowait root /usr/sbin/sshd sshd -i\n`).document.dialects;
    assert.deepEqual(['#\t$OpenBSD: inetd.conf,v 1.65 x Exp $', '# $FreeBSD$', '#\t$NetBSD$'].map(dialects), [
      ['openbsd'],
      ['freebsd'],
      ['netbsd'],
    ]);
    assert.deepEqual(dialects('# not $FreeBSD here'), inetd.defaultDialects);
  });
});
