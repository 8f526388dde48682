// The page of `schedule --format html` in Chromium: by keyboard, by mouse, by ear, in each look.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { fits, inEachLook } from './looks.mjs';
import { root } from './places.mjs';

// Sunday March 29 skips the hour from 2 in Berlin; it is the third row.
const FROM = '2026-03-27';
const TEXT = [
  '0 4 * * * root /bin/first </script><b id="evil">',
  ...Array.from({ length: 5 }, (_, index) => `0 4 * * * root /bin/clash-${index}`),
  '*/20 9 * * * root /bin/alone',
  '@reboot root /bin/boot',
  '',
].join('\n');

/** What the browser makes of the cells: place of the focus, the one that is shown, what is heard. */
const look = (page) =>
  page.evaluate(() => {
    const cells = [...document.querySelectorAll('[role=gridcell]')];
    return {
      focus: cells.indexOf(/** @type {Element} */ (document.activeElement)),
      shown: cells.findIndex((cell) => cell.classList.contains('shown')),
      tab: cells.filter((cell) => cell.getAttribute('tabindex') === '0').length,
      heard: document.querySelector('[aria-live]')?.textContent,
      jobs: [...document.querySelectorAll('#jobs li code')].map((code) => code.textContent),
      line: location.hash,
    };
  });

async function byKeyboard(page) {
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
    return await look(page);
  };
  // The first of the busiest hours: six runs at four.
  assert.equal((await press('Tab')).focus, 4);
  assert.match((await look(page)).heard, /^04:00 \/bin\/first <\/script>.*; and 1 more$/);
  /** @type {[string[], number][]} */
  const steps = [
    [['ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft'], 0],
    [['ArrowRight'], 1],
    [['ArrowDown', 'ArrowDown'], 49],
    [['ArrowUp'], 25],
    [['End'], 47],
    [['ArrowRight'], 47],
    [['Home'], 24],
    [['Control+End'], 167],
    [['ArrowDown'], 167],
    [['Control+Home'], 0],
    [['ArrowUp'], 0],
  ];
  for (const [keys, at] of steps) {
    const seen = await press(...keys);
    assert.deepEqual([seen.focus, seen.shown, seen.tab], [at, at, 1], keys.join());
  }
  assert.equal((await look(page)).heard, '', 'an hour without jobs');
  const nine = await press(...Array.from({ length: 9 }, () => 'ArrowRight'));
  assert.equal(nine.heard, '3 × 09:00 to 09:40 /bin/alone');
  assert.equal((await press('Enter')).line, '#line-7', 'Enter goes to the only job');
  await page.locator('[role=gridcell]').nth(4).focus();
  await press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('href')), '#line-1', 'or into the list');
  assert.equal((await press('Escape')).focus, 4, 'and Escape back');
}

async function byMouse(page) {
  const cell = (at) => page.locator('[role=gridcell]').nth(at);
  await cell(4).focus();
  await cell(9).hover();
  assert.deepEqual([(await look(page)).jobs, (await look(page)).focus], [['/bin/alone'], 4]);
  await page.locator('h1').hover();
  assert.equal((await look(page)).jobs.length, 6, 'back to the hour that was chosen');
  await cell(28).click();
  assert.deepEqual([(await look(page)).focus, (await look(page)).jobs.length], [28, 6]);
  await page.locator('#jobs a').nth(2).click();
  assert.equal((await look(page)).line, '#line-3');
}

/** What a screen reader is told, from the browser's own accessibility tree. */
async function byEar(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const named = (role) => nodes.filter((node) => !node.ignored && node.role?.value === role).map((node) => node.name?.value ?? '');
  assert.equal(named('grid').length, 1);
  assert.match(named('grid')[0], /^Runs in each hour/);
  assert.equal(named('gridcell').length, 168);
  assert.ok(named('gridcell').includes('Sunday 29 March, 02:00 to 02:59: the wall clock skips this hour.'));
  assert.ok(named('gridcell').includes('Friday 27 March, 04:00 to 04:59: 6 runs of 6 jobs. 6 jobs start together at 04:00.'));
  assert.deepEqual(named('rowheader').slice(1, 3), ['Sat 28 Mar', 'Sunday 29 March, 23 hours']);
  assert.ok(named('columnheader').includes('09:00'));
  await session.detach();
}

/** How the grid fits: the least gap in pixels between two hours of the head, and whether a day covers the cell in focus. */
const gridOf = (page) =>
  page.evaluate(() => {
    const words = (selector) =>
      [...document.querySelectorAll(selector)].map((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        return range.getBoundingClientRect();
      });
    const hours = words('.grid thead th:not(:first-child)');
    const focus = document.activeElement?.getBoundingClientRect();
    const day = document.activeElement?.parentElement?.firstElementChild?.getBoundingClientRect();
    return {
      gap: Math.min(...hours.slice(1).map(({ left }, index) => left - (hours[index]?.right ?? 0))),
      covered: (day?.right ?? 0) > (focus?.left ?? 0),
      day: day?.left ?? -1,
    };
  });

async function inNarrowViews(page) {
  const size = page.viewportSize();
  for (const width of [300, 400, 600]) {
    await page.setViewportSize({ width, height: 700 });
    await page.locator('[role=gridcell]').nth(23).focus();
    for (let at = 23; at > 5; at--) await page.keyboard.press('ArrowLeft');
    await fits(page);
    const { gap, covered, day } = await gridOf(page);
    assert.ok(gap >= 2, `${width}: hours of the head stand ${gap} apart`);
    assert.ok(!covered && day >= 0, `${width}: the name of the day is in sight and hides no cell in focus`);
  }
  await page.setViewportSize(size);
}

/** Opens the page of a crontab in `page` and tries it; throws where it is not as it should be. */
export async function checkWeekPage(page) {
  const folder = temporaryFolder('daemonlint-week-');
  writeFileSync(join(folder, 'crontab'), TEXT);
  const args = ['schedule', '--format', 'html', '--form', 'system', '--zone', 'Europe/Berlin', '--from', FROM, 'crontab'];
  const html = execFileSync(process.execPath, [join(root, 'dist/cli.js'), ...args], { cwd: folder, encoding: 'utf8' });
  const file = join(folder, 'week.html');
  writeFileSync(file, html);
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(error.message));
  page.on('console', (message) => wrong.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith('file:')) wrong.push(`asks for ${request.url()}`);
  });
  await page.goto(pathToFileURL(file).href);
  assert.equal(await page.locator('#evil').count(), 0);
  await byKeyboard(page);
  await byMouse(page);
  await byEar(page);
  await inEachLook(page);
  await inNarrowViews(page);
  assert.deepEqual(wrong, []);
}
