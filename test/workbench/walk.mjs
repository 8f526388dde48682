// `npm run walk [-- SCENE… --accept]`: walks through the extension in the stand-in editor by keyboard and takes the README's pictures.
// They go to out/walk/; with --accept also to docs/images/, where the README shows them. Without a SCENE all are walked.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { prepare } from '../../scripts/prepare.mjs';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { openPage } from './browser.mjs';
import { checkHostPage } from './host-page.mjs';
import { installWorkbench } from './install.mjs';
import { person } from './person.mjs';
import { root } from './places.mjs';
import { scenes } from './scenes.mjs';
import { startWorkbench } from './server.mjs';
import { checkWeekPage } from './week-page.mjs';

const STILL_MS = 400;
const SAVE_LIMIT_MS = 10_000;
const POLL_MS = 50;
const looks = {
  'editor.cursorBlinking': 'solid',
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'explorer.compactFolders': true,
  'outline.collapseItems': 'alwaysCollapse',
  'window.commandCenter': false,
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the editor fills it in
  'window.title': '${activeEditorShort} - ${rootName}',
  'workbench.colorTheme': 'Default Dark Modern',
  'workbench.preferredDarkColorTheme': 'Default Dark Modern',
};
const pictures = join(root, 'out', 'walk');
const accepted = join(root, 'docs', 'images');
const chosen = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const host = join(root, 'samples', 'redhat-6.1');
const files = { inetd: 'etc/inetd.conf', crontab: 'etc/crontab', listing: 'etc/rc.d/rc3.d.txt', site: 'etc/cron.d/site' };

/** Saves what is on the screen, once it has stopped moving. */
async function takePicture(page, name) {
  await page.waitForTimeout(STILL_MS);
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: 'disabled' });
}

/** Waits until each file on disk is, byte by byte, the text that is wanted of it. */
async function settle(folder, wanted) {
  for (const [file, text] of Object.entries(wanted)) {
    const same = () => readFileSync(join(folder, file)).equals(Buffer.from(text, 'latin1'));
    for (const end = Date.now() + SAVE_LIMIT_MS; !same() && Date.now() < end; ) await sleep(POLL_MS);
    assert.equal(readFileSync(join(folder, file), 'latin1'), text);
  }
}

async function walk(page, url, folder) {
  const me = person(page);
  // Latin-1 maps bytes to characters one to one, so nothing that a save does to a file goes unseen.
  const read = (file) => readFileSync(join(folder, file), 'latin1');
  const settled = (wanted) => settle(folder, wanted);
  await me.enter(url);
  for (const [name, scene] of Object.entries(scenes)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue;
    const start = Date.now();
    await scene({ me, read, settled, files, shot: (picture) => takePicture(page, picture) });
    await me.command('View: Close All Editors');
    await me.command('Notifications: Clear All Notifications');
    console.log(`walk: ${name} is as it should be (${((Date.now() - start) / 1000).toFixed(1)} s)`);
  }
}

/** Tries the pages that the command line writes. */
async function tryPages() {
  const { browser, page } = await openPage();
  try {
    await checkWeekPage(page);
    console.log('walk: the page of a week is as it should be');
    await checkHostPage(page);
    console.log('walk: the report on a host is as it should be');
  } finally {
    await browser.close();
  }
}

/** Walks in a fresh workbench; on failure leaves a picture of the last thing that was to be seen. */
async function walkOnce(folder) {
  const server = await startWorkbench({ extensions: [root], settings: looks });
  const { browser, page } = await openPage();
  try {
    await walk(page, server.folderUrl(folder), folder);
  } catch (error) {
    await takePicture(page, 'failed').catch(() => {});
    throw error;
  } finally {
    await browser.close();
    await server.stop();
  }
}

prepare();
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });
const temporary = temporaryFolder('daemonlint-walk-');
const folder = join(temporary, 'redhat-6.1');
cpSync(host, folder, { recursive: true });
try {
  installWorkbench();
  await tryPages();
  await walkOnce(folder);
  if (process.argv.includes('--accept')) cpSync(pictures, accepted, { recursive: true });
} catch (error) {
  console.error(`walk: ${error.message}\nPictures so far: ${pictures}`);
  process.exitCode = 1;
}
