// Paths, globs and near names.
import assert from 'node:assert/strict';
import { didYouMean, nearest } from '../../core/src/index.js';
import { matches, parentOf, relativeTo, resolve, wishFor } from '../../workspace/src/index.js';

describe('paths', () => {
  it('are resolved', () => {
    assert.deepEqual(
      ['a', '.', '..', './a//b/../c', '/x/./y/', '../../../..', 'C:/d/../e'].map((path) => resolve('/h/u', path)),
      ['/h/u/a', '/h/u', '/h', '/h/u/a/c', '/x/y', '/', 'C:/e'],
    );
  });

  it('have parents up to the top', () => {
    assert.deepEqual(['/a/b', '/a', '/', 'C:/a', 'C:/', 'a'].map(parentOf), ['/a', '/', undefined, 'C:/', undefined, undefined]);
  });

  it('are seen from folders', () => {
    assert.equal(relativeTo('/a', '/a/b/c'), 'b/c');
    assert.equal(relativeTo('/', '/a'), 'a');
    assert.equal(relativeTo('/a', '/a'), '');
    assert.equal(relativeTo('/a', '/ab'), undefined);
  });
});

describe('globs', () => {
  it('fit names in any folder when they have no slash, else paths', () => {
    const fits: readonly (readonly [string, string, boolean])[] = [
      ['*.conf', 'a/b/inetd.conf', true],
      ['/*.conf', 'a/inetd.conf', false],
      ['/*.conf', 'inetd.conf', true],
      ['a/*.conf', 'a/inetd.conf', true],
      ['a/*.conf', 'b/a/inetd.conf', false],
      ['**/cron/*', 'x/y/cron/root', true],
      ['*', '.hidden', true],
      ['{a,b}.tab', 'x/b.tab', true],
      ['[', 'a', false],
    ];
    for (const [glob, path, fit] of fits) assert.equal(matches(glob, path), fit, `${glob} ${path}`);
  });

  it('say what files are; the later one wins, part by part', () => {
    const files = { '*.tab': { kind: 'crontab', form: 'user' }, 'sys.*': { form: 'system' }, '*.x': { kind: 'inetd' } };
    assert.deepEqual(wishFor(files, 'a/sys.tab'), { kind: 'crontab', form: 'system' });
    assert.deepEqual(wishFor(files, 'a/none'), {});
  });
});

describe('near names', () => {
  const names = ['telnet', 'tftp', 'talk', 'risky-daemon', 'syslog', 'rsyslog'];

  it('are found through slips of the finger, whatever the case', () => {
    assert.deepEqual(nearest('telnt', names), ['telnet']);
    assert.deepEqual(nearest('TFTP', names), ['tftp']);
    assert.deepEqual(nearest('risky-deamon', names), ['risky-daemon']);
    assert.deepEqual(nearest('sysolg', names)[0], 'syslog');
  });

  it('are found in parts, and not at all costs', () => {
    assert.deepEqual(nearest('risky', names), ['risky-daemon']);
    assert.deepEqual(nearest('banana', names), []);
    assert.equal(didYouMean('banana', names), '');
    assert.equal(didYouMean('cat', ['rat', 'dog', 'bat']), '. Did you mean “bat” or “rat”?');
  });

  it('are looked for in no time, however long the name', () => assert.deepEqual(nearest('x'.repeat(1_000_000), names), []));
});
