/** The program as it is called: with the code that was compiled at the build, without it, and beside that of another build. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/temporary.mjs';

const OURS = 'no findings in ';
/** As long as that, since Node tells texts apart by their length alone. */
const OTHER = 'no find1ngs in ';

describe('the start of the program', function () {
  this.timeout(60_000);
  let folder = '';
  const main = () => path.join(folder, 'cli-main.js');
  const cache = () => path.join(folder, 'cli-main.cache');

  beforeEach(() => {
    folder = temporaryFolder('daemonlint-start-');
    for (const name of ['cli.js', 'cli-main.js', 'cli-main.cache']) cpSync(path.join('dist', name), path.join(folder, name));
    const source = readFileSync(main(), 'utf8');
    const changed = source.replace('"no findings"', '"no find1ngs"').replace("'no findings'", "'no find1ngs'");
    assert.notEqual(changed, source);
    writeFileSync(main(), changed);
  });

  function output(): string {
    const args = [path.join(folder, 'cli.js'), 'check', '--kind', 'crontab', '-'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', input: '5 4 * * * /bin/true\n' });
    assert.equal(stderr, '');
    assert.equal(status, 0);
    return stdout;
  }

  it('runs the compiled code of its build', () => assert.ok(output().startsWith(OURS)));

  it('runs the text where that is of another build than the compiled code', () => {
    writeFileSync(main(), `${readFileSync(main(), 'utf8')}1`);
    assert.ok(output().startsWith(OTHER));
  });

  it('runs the text where there is no compiled code', () => {
    rmSync(cache());
    assert.ok(output().startsWith(OTHER));
  });

  it('runs the text where the compiled code is nothing that Node takes', () => {
    const mark = readFileSync(main(), 'utf8').split('\n//').at(-1) ?? '';
    writeFileSync(cache(), `nonsense${mark}`);
    assert.ok(output().startsWith(OTHER));
  });
});
