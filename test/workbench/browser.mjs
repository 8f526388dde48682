// Opens the headless Chromium in which the stand-in editor is shown, cut off from everything but this machine.
import { chromium } from 'playwright-core';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { browserBinary } from './places.mjs';

const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
];

/** A page of 1280 x 800 points in a fresh browser; `scale` is pixels per point. Close `browser` when done. */
export async function openPage({ scale = 1 } = {}) {
  // Ended in the middle, it leaves what it had there.
  const env = { ...process.env, TMPDIR: temporaryFolder('daemonlint-browser-') };
  const executablePath = browserBinary();
  // Told of a signal itself, it would go and leave us waiting; so it goes when the signal has ended us.
  const signals = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await chromium.launch({ ...(executablePath && { executablePath }), headless: true, args, env, ...signals });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: scale, locale: 'en-US' });
  await context.route(
    (url) => url.protocol.startsWith('http') && url.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  return { browser, page: await context.newPage() };
}
