/** The pages of rules and dialects, and the tables of the README, are as their sources have them now. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dialectsPage, kinds, rules } from '../../core/src/index.js';
import { features } from '../../scripts/peers.js';
import { readmeOf } from '../../scripts/readme.js';

describe('generated pages', function () {
  this.timeout(60_000);

  it('are fresh: else npm run generate makes them so', () => {
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/generate.ts', '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  it('have a cell for each dialect at each point, and each source that is said', () => {
    const page = dialectsPage(kinds);
    assert.equal(page, readFileSync('docs/dialects.md', 'utf8'));
    for (const { matrix, dialects } of kinds)
      for (const { title, cells } of matrix?.features ?? []) {
        assert.deepEqual(Object.keys(cells).sort(), [...dialects].sort(), title);
        for (const { text, source } of Object.values(cells))
          assert.ok(text !== '' && (source === undefined || page.includes(source)), title);
      }
  });

  it('have a row for each rule in the README, and none by hand that would stay', () => {
    const readme = readFileSync('README.md', 'utf8');
    for (const { id, severity, docs } of rules) {
      const name = id.replace(/^.*\//, '');
      assert.ok(readme.includes(`\n| [${name}](docs/rules/${id}.md) | ${severity} | ${docs.summary} |\n`), id);
      assert.ok(existsSync(`docs/rules/${id}.md`), id);
    }
    assert.equal(readmeOf(readme.replace(/^\| \[risky-daemon\].*$/m, '| by hand |')), readme);
    assert.throws(() => readmeOf(readme.replace(/<!-- \/rules -->/, '')), /README\.md has no marks <!-- rules: … --> and <!-- \/rules -->/);
  });

  it('show each claim of the table of peers by tests that are there', () => {
    for (const { title, tests } of features) {
      assert.ok(tests.length > 0, title);
      for (const test of tests) assert.ok(existsSync(test), test);
    }
  });
});
