// The example of docs/plan.md: each `$` line of its console block is run, one after the other in one folder. UPDATE=1 writes what they print there.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { temporaryFolder } from '../../scripts/temporary.mjs';

const PAGE = 'docs/plan.md';

const BLOCK = /(?<=^```console\n)[\s\S]*?(?=^```$)/m;

describe('docs/plan.md', function () {
  this.timeout(60_000);

  it('shows what its example prints', () => {
    const page = readFileSync(PAGE, 'utf8');
    const cwd = temporaryFolder('daemonlint docs-');
    const call = `${process.execPath} --import ${path.resolve('node_modules/tsx/dist/loader.mjs')} ${path.resolve('cli/src/main.ts')}`;
    const shown = (line: string): string => {
      const { stdout, stderr } = spawnSync('sh', ['-c', `daemonlint() { ${call} "$@"; }; ${line.slice(2)}`], { cwd, encoding: 'utf8' });
      return `${line}\n${stdout}${stderr}`;
    };
    const now = page.replace(BLOCK, (block) =>
      block
        .split('\n')
        .filter((line) => line.startsWith('$ '))
        .map(shown)
        .join(''),
    );
    if (process.env.UPDATE) writeFileSync(PAGE, now);
    else assert.equal(page, now);
  });
});
