/** Scripts of cron.daily and its like: their names and bits are judged, their text is not. */
import assert from 'node:assert/strict';
import { foldsOf, hoverAt, identify, symbolsOf } from '../../core/src/index.js';
import { readAs } from '../support.js';

const SCRIPT =
  '#!/bin/sh\n# stop it: telnetd -debug\n# 0 3 * * * root /usr/sbin/snmpd\n0 3 * * * root /usr/sbin/in.telnetd\nservice snmpd start\n';

describe('scripts of cron.daily', () => {
  const codes = (path: string, text = SCRIPT, mode?: number, system?: 'debian') =>
    readAs(path, text, { host: { root: '', files: [], ...(system && { system }) } }, {}, mode).findings.map(({ rule }) => rule);

  it('are a kind of their own, in the four folders, whatever they end in', () => {
    for (const path of ['/etc/cron.daily/a', 'etc/cron.hourly/b.sh', 'x/cron.weekly/c.cron', 'cron.monthly/d.j2'])
      for (const text of [SCRIPT, '0 3 * * * root x\n', ''])
        assert.equal(identify({ path, text, sniff: true })?.kind.id, 'run-parts', path);
    for (const path of [
      '/etc/cron.d/a',
      '/etc/cron.daily',
      '/etc/cron.daily/sub/a',
      '/etc/cron.yearly/a',
      '/etc/cron.daily/.placeholder',
      '/etc/cron.daily/a.rpmsave',
    ])
      assert.notEqual(identify({ path, text: '', sniff: false })?.kind.id, 'run-parts', path);
  });

  it('are not taken for crontabs, nor anything for them by its content', () => {
    assert.equal(identify({ path: '/etc/cron.d/a', text: SCRIPT, sniff: false }), undefined);
    assert.equal(identify({ path: '/srv/a.sh', text: SCRIPT, language: 'shellscript', sniff: true })?.kind.id, undefined);
  });

  it('have names that BusyBox runs though Debian does not: as seen, a dot within them', () => {
    const of = (dialect: string, name: string) => codes(`/etc/cron.daily/${name}`, `#!/bin/sh\n# daemonlint: dialect=${dialect}\n`);
    for (const name of ['a.sh', 'a.b']) assert.deepEqual([of('busybox', name), of('debian', name)], [[], ['run-parts/file-name']], name);
    for (const name of ['a,b', 'a@b', 'a b']) assert.deepEqual(of('busybox', name), ['run-parts/file-name'], name);
  });

  it('are not judged by what they say, and show nothing', () => {
    const reading = readAs('/etc/cron.daily/a', SCRIPT, {}, {}, 0o755);
    assert.deepEqual(reading.findings, []);
    assert.deepEqual(symbolsOf(reading), []);
    assert.deepEqual(foldsOf(reading), []);
    for (let at = 0; at <= SCRIPT.length; at++) assert.equal(hoverAt(reading, at), undefined);
  });

  it('with a dot never run on Debian, and that is said where it is one', () => {
    assert.deepEqual(codes('/etc/cron.daily/a.sh'), []);
    assert.deepEqual(codes('/etc/cron.daily/a.sh', SCRIPT, undefined, 'debian'), ['run-parts/file-name']);
    assert.deepEqual(codes('/etc/cron.daily/a.sh', `${SCRIPT}# daemonlint: dialect=ubuntu\n`), ['run-parts/file-name']);
    assert.deepEqual(codes('/etc/cron.daily/a.sh', `${SCRIPT}# daemonlint: dialect=rhel\n`), []);
    assert.deepEqual(codes('/etc/cron.daily/a b'), ['run-parts/file-name']);
    assert.deepEqual(codes('/etc/cron.daily/a_b-2', SCRIPT, 0o755, 'debian'), []);
    assert.deepEqual(codes('/etc/cron.daily/a.sh', '', undefined, 'debian'), [], 'an empty one does nothing');
  });

  it('must be executable, where the bits are known', () => {
    assert.deepEqual(codes('/etc/cron.daily/a', SCRIPT, 0o644), ['run-parts/not-executable']);
    assert.deepEqual(codes('/etc/cron.daily/a', SCRIPT, 0o744), []);
    const [inTree] = readAs('/home/ann/site/cron.daily/a', SCRIPT, {}, {}, 0o644).findings;
    assert.equal(inTree?.severity, 'info');
    assert.deepEqual(
      inTree?.fixes.map(({ copy }) => copy),
      ['chmod 755 /home/ann/site/cron.daily/a', 'git -C /home/ann/site/cron.daily update-index --chmod=+x a'],
    );
    assert.deepEqual(codes('/home/ann/site/cron.daily/a.erb', SCRIPT, 0o644), []);
  });

  it('heed comments to daemonlint', () => {
    assert.deepEqual(codes('/etc/cron.daily/a', `${SCRIPT}# daemonlint: ignore-file[run-parts/not-executable]: meant\n`, 0o644), []);
    assert.deepEqual(codes('/etc/cron.daily/a', '#!/bin/sh\n# daemonlint: ignore-file[no-such-rule]: x\n', 0o755), ['directive']);
  });
});
