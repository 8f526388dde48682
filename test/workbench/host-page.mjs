// The page of `report --format html` in Chromium: it can be read in each look, and fits into a narrow view.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { fits, inEachLook } from './looks.mjs';
import { root } from './places.mjs';

/** Opens the report on a host of the samples in `page` and tries it; throws where it is not as it should be. */
export async function checkHostPage(page) {
  const args = [join(root, 'dist/cli.js'), 'report', '--format', 'html', join(root, 'samples/redhat-6.1')];
  const file = join(temporaryFolder('daemonlint-report-'), 'host.html');
  writeFileSync(file, execFileSync(process.execPath, args, { encoding: 'utf8' }));
  await page.goto(pathToFileURL(file).href);
  await page.getByRole('group').first().click();
  assert.ok((await page.locator('.boot svg').count()) > 0);
  await inEachLook(page);
  const size = page.viewportSize();
  for (const width of [320, 400, 600]) {
    await page.setViewportSize({ width, height: 700 });
    await fits(page);
  }
  await page.setViewportSize(size);
}
