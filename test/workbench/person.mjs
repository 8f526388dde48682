// What a person does in the workbench with the keyboard, each step waiting until the workbench shows that it is done.
import { basename } from 'node:path';

const LIMIT_MS = 30_000;
/** A menu that was asked for is there by then, or nothing was offered. */
const LOOK_MS = 3000;
const SIDE_BAR_WIDTH = 210;
/** Where the mouse covers nothing. */
const REST = [640, 790];

/** Wraps a page that is to show a workbench; every method ends when its effect can be seen, or throws. */
export function person(page) {
  const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  const editorOf = (file) => page.locator(`.editor-instance .monaco-editor[data-uri$="/${basename(file)}"]`);
  const widget = page.locator('.quick-input-widget input');
  const rows = page.locator('.action-widget .monaco-list-row.action');
  const hovers = page.locator('.monaco-hover:visible');
  const treeRow = (text) => page.locator('.part.sidebar .pane-body .monaco-list-row', { hasText: text }).first();

  /** Runs a command by name from the command palette. */
  async function command(name) {
    await press('F1');
    await widget.waitFor();
    await page.keyboard.type(name);
    await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor({ timeout: LIMIT_MS });
    await press('Enter');
    await widget.waitFor({ state: 'hidden' });
  }

  /** Draws the edge of the side bar until it is `width` points wide. */
  async function widen(width) {
    const edge = await page.locator('.part.sidebar').boundingBox();
    const bar = await page.locator('.part.activitybar').boundingBox();
    await page.mouse.move(edge.x + edge.width, 300);
    await page.mouse.down();
    await page.mouse.move(bar.x + bar.width + width, 300, { steps: 5 });
    await page.mouse.up();
    await page.mouse.move(...REST);
  }

  async function moveTo(title) {
    const focused = page.locator('.action-widget .monaco-list-row.focused', { hasText: title });
    for (let left = await rows.count(); left > 0 && (await focused.count()) === 0; left--) await press('ArrowDown');
    await focused.waitFor();
  }

  return {
    press,
    command,

    /** Opens the workbench and makes its side bar narrow. */
    async enter(url) {
      await page.goto(url);
      await page.locator('.monaco-workbench').waitFor({ timeout: 2 * LIMIT_MS });
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: LIMIT_MS });
      await widen(SIDE_BAR_WIDTH);
    },

    /** Opens a file by its path in the folder, as Ctrl+P does. */
    async open(file) {
      await press('Control+P');
      await widget.waitFor();
      await page.keyboard.type(file);
      await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: basename(file) }).waitFor({ timeout: LIMIT_MS });
      await press('Enter');
      await editorOf(file).waitFor({ timeout: LIMIT_MS });
      await editorOf(file).locator('.cursor').first().waitFor({ state: 'attached' });
    },

    /** Opens the view of hosts in the side bar, `width` points wide, and waits for the row of a service. */
    async hosts(service, width = SIDE_BAR_WIDTH) {
      await page.locator('.part.activitybar').getByRole('tab', { name: 'daemonlint' }).click();
      await treeRow(service).waitFor({ timeout: LIMIT_MS });
      await widen(width);
    },

    /** Shows the files in the side bar again. */
    async explorer() {
      await press('Control+Shift+E');
      await page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: LIMIT_MS });
      await widen(SIDE_BAR_WIDTH);
    },

    /** The first row of the tree in the side bar that has `text`. */
    treeRow,

    /** Opens a row of the tree in the side bar by keyboard, and waits until it is open. */
    async unfold(text) {
      await treeRow(text).locator('.monaco-icon-label').click();
      if ((await treeRow(text).getAttribute('aria-expanded')) === 'false') await press('ArrowRight');
      await page.locator('.part.sidebar [aria-expanded="true"]', { hasText: text }).waitFor({ timeout: LIMIT_MS });
    },

    /** Takes an action that stands at the right of a row of the tree. */
    async rowAction(text, name) {
      await treeRow(text).hover();
      await treeRow(text).getByRole('button', { name }).click();
      await page.mouse.move(...REST);
    },

    /** Waits until a new document with a line of this text is in front. */
    async script(text) {
      await page
        .locator('.editor-instance .monaco-editor.focused[data-uri^="untitled:"] .view-line', { hasText: text })
        .first()
        .waitFor({ timeout: LIMIT_MS });
    },

    /** Waits for a squiggle of this severity (`error`, `warning`, `info`) in the file shown. */
    async squiggle(file, severity) {
      await editorOf(file).locator(`.squiggly-${severity}`).first().waitFor({ timeout: LIMIT_MS });
    },

    /** Puts the caret on a line and column, both counted from 1. */
    async goTo({ line, column }) {
      await press('Control+G');
      await widget.waitFor();
      await page.keyboard.type(`${line},${column}`);
      await press('Enter');
      await widget.waitFor({ state: 'hidden' });
      await page.locator('.editor-instance .monaco-editor.focused').waitFor();
      await page.locator('.statusbar-item', { hasText: `Ln ${line}, Col ${column}` }).waitFor();
    },

    /** Opens the Problems panel and waits for a row that contains `text`; `closeProblems` puts it away. */
    async problems(text) {
      await press('Control+Shift+M');
      await page.locator('.markers-panel .monaco-list-row', { hasText: text }).first().waitFor({ timeout: LIMIT_MS });
    },

    async closeProblems() {
      await press('Control+Shift+M');
      await page.locator('.markers-panel').waitFor({ state: 'hidden' });
    },

    /** Shows the hover at the caret, waits until `text` is in it (its parts come one by one); `closeHover` puts it away. */
    async hover(text) {
      await press('Control+K', 'Control+I');
      await hovers.filter({ hasText: text }).first().waitFor({ timeout: LIMIT_MS });
    },

    /** Follows the link of this name in the hover. */
    async link(name) {
      await hovers.getByRole('link', { name, exact: true }).first().click();
    },

    /** Waits until a hint that the editor shows in the text reads so. */
    async hint(text) {
      await page.locator('.view-line span').filter({ hasText: text }).first().waitFor({ timeout: LIMIT_MS });
    },

    async closeHover() {
      await press('Escape');
      // The menu of fixes must not open before: the Escape would close it.
      await hovers.first().waitFor({ state: 'hidden' });
    },

    /** Opens the menu of fixes at the caret and moves to the one whose title matches; `accept` takes it. */
    async fixes(title) {
      const wanted = rows.filter({ hasText: title }).first();
      // What is offered may depend on what the server has yet to hear or to say, and where nothing is, no menu opens: look again, as a person would.
      for (const end = Date.now() + LIMIT_MS; Date.now() < end; ) {
        await press('Control+Period');
        await wanted.waitFor({ timeout: LOOK_MS }).catch(() => undefined);
        if (await wanted.isVisible()) break;
        await press('Escape');
        await rows.first().waitFor({ state: 'detached' });
      }
      await wanted.waitFor({ timeout: 1000 });
      await moveTo(title);
    },

    /** Waits for the menu of fixes that something else has opened, and moves to the one whose title matches. */
    async menu(title) {
      await rows.filter({ hasText: title }).first().waitFor({ timeout: LIMIT_MS });
      await moveTo(title);
    },

    async accept() {
      await press('Enter');
      await rows.first().waitFor({ state: 'detached' });
    },

    /** Waits until this many tabs have unsaved changes. */
    async dirty(count) {
      await page.waitForFunction((wanted) => document.querySelectorAll('.tab.dirty').length === wanted, count, { timeout: LIMIT_MS });
    },

    /** Waits until the status bar shows `text`. */
    async status(text) {
      await page.locator('.statusbar-item', { hasText: text }).first().waitFor({ timeout: LIMIT_MS });
    },

    /** Waits until the active editor's caret is on this line, counted from 1. */
    async isAt(line) {
      await page.locator('.statusbar-item', { hasText: `Ln ${line},` }).waitFor({ timeout: LIMIT_MS });
    },

    /** The page in the view beside the editor, once `selector` is in it. */
    async view(selector) {
      const inside = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
      await inside.locator(selector).first().waitFor({ timeout: LIMIT_MS });
      return inside;
    },

    /** Waits until a notification shows `text`. */
    async notice(text) {
      await page.locator('.notifications-toasts', { hasText: text }).waitFor({ timeout: LIMIT_MS });
    },
  };
}
