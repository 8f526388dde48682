/** The pages of rules and dialects are as their tables have them now. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dialectsPage, kinds } from '../../core/src/index.js';

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
});
