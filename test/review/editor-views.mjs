// The pull request in an editor that has git: the diff view with findings on both sides, and lenses above what the change switches.
import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import { openPage } from '../workbench/browser.mjs';
import { person } from '../workbench/person.mjs';
import { root } from '../workbench/places.mjs';
import { startWorkbench } from '../workbench/server.mjs';
import { pullRequest } from './pull-request.ts';

const LIMIT_MS = 60_000;
const STILL_MS = 500;
const FILE = 'etc/inetd.conf';
const settings = {
  'diffEditor.renderSideBySide': true,
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'git.autofetch': false,
  'git.enabled': true,
  'window.commandCenter': false,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the editor fills it in
  'window.title': '${activeEditorShort}',
  'workbench.colorTheme': 'Default Dark Modern',
};

/** Opens what changed in a file as the source control view does, and waits for the findings of both sides. */
async function diff(page, me) {
  await me.press('Control+Shift+G');
  await page.locator('.scm-view .monaco-list-row', { hasText: basename(FILE) }).click({ timeout: LIMIT_MS });
  await page.locator('.monaco-diff-editor').waitFor({ timeout: LIMIT_MS });
  await me.press('Control+B');
  const side = (name) => page.locator(`.monaco-diff-editor .editor.${name}`);
  for (const name of ['original', 'modified']) await side(name).locator('.squiggly-warning').first().waitFor({ timeout: LIMIT_MS });
  await side('modified').locator('.squiggly-warning').nth(1).waitFor({ timeout: LIMIT_MS });
  assert.equal(await side('original').locator('.squiggly-warning').count(), 1, 'telnet is off on the side before');
  await me.problems(/telnet/);
}

/** Opens two files that changed, one below the other, and waits for the lenses above the entries that run otherwise than at the last commit. */
async function lenses(page, me) {
  await me.closeProblems();
  await me.command('View: Close All Editors');
  const lens = (text) => page.locator('.codelens-decoration', { hasText: text }).first().waitFor({ timeout: LIMIT_MS });
  await me.open(FILE);
  await lens(/Newly enabled in this change: telnet/);
  await me.command('View: Split Editor Down');
  await me.open('etc/crontab');
  await lens(/Rescheduled in this change: /);
  await lens(/runs as www-data → root/);
}

/** Takes both pictures, by their names, into `folder`. */
export async function editorViews(folder) {
  const repository = pullRequest({ staged: true });
  // Staged changes are compared with the last commit, others with the index: a person who has yet to add them sees the same.
  repository.git('reset', '-q');
  const server = await startWorkbench({ extensions: [root], settings });
  const { browser, page } = await openPage();
  try {
    const me = person(page);
    await me.enter(server.folderUrl(repository.folder));
    for (const [name, view] of Object.entries({ 'review-diff': diff, 'review-lenses': lenses })) {
      await view(page, me);
      await page.waitForTimeout(STILL_MS);
      await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
      console.log(`pictures: ${name}`);
    }
  } finally {
    await browser.close();
    await server.stop();
  }
}
