// `npm run pictures [-- --accept]`: takes the pictures of the README's chapter on reviews, of a pull request as the tests have it.
// They go to out/pictures/; with --accept also to docs/images/, where the README shows them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { prepare } from '../../scripts/prepare.mjs';
import { runAction } from '../ci/action.ts';
import { openPage } from '../workbench/browser.mjs';
import { installWorkbench } from '../workbench/install.mjs';
import { root } from '../workbench/places.mjs';
import { editorViews } from './editor-views.mjs';
import { hasPreCommit, hooked } from './hook.ts';
import { pullRequest } from './pull-request.ts';
import { runPage, terminalPage } from './shown.ts';

const pictures = join(root, 'out', 'pictures');
const BEGIN = '2026-03-02';

/** What the built program prints on a terminal in the repository, with exit code `wanted`. */
function printed(repository, args, wanted) {
  const env = { ...process.env, FORCE_COLOR: '1', NO_COLOR: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist', 'cli.js'), ...args], {
    cwd: repository.folder,
    encoding: 'utf8',
    env,
  });
  assert.deepEqual([status, stderr], [wanted, '']);
  return stdout;
}

/** Each picture that a page of its own makes, by its name. */
const pages = {
  'review-check': (repository) =>
    terminalPage('daemonlint check --changed-since main', printed(repository, ['check', '--changed-since', 'main'], 1)),
  'review-compare': (repository) =>
    terminalPage('daemonlint compare main change', printed(repository, ['compare', '--zone', 'UTC', '--from', BEGIN, 'main', 'change'], 0)),
  'review-action': (repository) => {
    const { status, stdout, summary } = runAction(repository.folder, { 'changed-since': 'auto' }, { GITHUB_BASE_REF: 'main' });
    assert.equal(status, 1);
    return runPage(stdout, summary);
  },
  'review-precommit': () => {
    const hooks = hooked();
    const repository = pullRequest({ staged: true });
    repository.write({ '.pre-commit-config.yaml': hooks.config('daemonlint', ['--changed-since=HEAD']) }).git('add', '-A');
    hooks.run(repository, 'pre-commit', 'install', '--install-hooks');
    const { status, stderr } = hooks.run(repository, 'git', 'commit', '-m', 'Telnet for the old printer');
    assert.equal(status, 1);
    return terminalPage('git commit -m "Telnet for the old printer"', stderr);
  },
};

async function takePages() {
  const repository = pullRequest();
  const { browser, page } = await openPage();
  try {
    for (const [name, make] of Object.entries(pages)) {
      await page.setContent(make(repository));
      await page.locator('#picture').screenshot({ path: join(pictures, `${name}.png`) });
      console.log(`pictures: ${name}`);
    }
  } finally {
    await browser.close();
  }
}

prepare();
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
try {
  assert.ok(hasPreCommit, 'there is no pre-commit here: scripts/programs.mjs installs it');
  installWorkbench();
  await takePages();
  await editorViews(pictures);
  if (process.argv.includes('--accept')) cpSync(pictures, join(root, 'docs', 'images'), { recursive: true });
} catch (error) {
  console.error(`pictures: ${error.message}\nPictures so far: ${pictures}`);
  process.exitCode = 1;
}
