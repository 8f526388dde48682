/** Names of dialects: what each kind knows, and that none leads nowhere. */
import assert from 'node:assert/strict';
import { dialectNamed, dialectNamesOf, kinds, rules } from '../../core/src/index.js';
import { briefly, readAs } from '../support.js';

describe('names of dialects', () => {
  for (const kind of kinds) {
    it(`of ${kind.id}: each means a dialect that the kind has, and is there once`, () => {
      const names = dialectNamesOf(kind);
      for (const name of names) {
        const id = dialectNamed(kind, name);
        assert.ok(id === 'auto' || kind.dialects.includes(id ?? ''), name);
      }
      const aliases = kind.dialectNames.flatMap((row) => row.names);
      assert.equal(new Set([...aliases, ...kind.dialects]).size, aliases.length + kind.dialects.length);
      for (const name of aliases) assert.equal(name, name.toLowerCase());
    });
    it(`of ${kind.id}: each alias says why`, () => {
      for (const { source, names } of kind.dialectNames) assert.ok(source.length > 10, names.join());
    });
  }
  it('are none for what is no name', () => {
    for (const kind of kinds) for (const name of ['', 'klingon', 'constructor']) assert.equal(dialectNamed(kind, name), undefined);
  });
  it('are known to comments in the file', () => {
    assert.ok(rules.some(({ id }) => id === 'directive'));
    for (const name of ['rhel', 'RHEL', 'auto', 'systemd-cron', 'posix'])
      assert.deepEqual(briefly(readAs('/etc/crontab', `# daemonlint: dialect=${name}\n`)), [], name);
    assert.deepEqual(briefly(readAs('/etc/crontab', '# daemonlint: dialect=redhut\n')), ['directive@1']);
  });
});
