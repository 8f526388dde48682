// `npm run test:web`: builds, then runs the suites that need no disk in a worker of the browser, as vscode.dev would run the extension.
import { prepare } from '../../scripts/prepare.mjs';
import { openPage } from './browser.mjs';
import { installWorkbench } from './install.mjs';
import { root } from './places.mjs';
import { startServerless } from './serverless.mjs';
import { runSuite } from './suite.mjs';

const LIMIT_MS = Number(process.env.DAEMONLINT_LIMIT_MS ?? 300_000);

prepare();
let code = 1;
try {
  installWorkbench();
  const server = await startServerless({ extension: root, tests: 'out/web/index.js' });
  const { browser, page } = await openPage();
  try {
    code = await runSuite(page, server.url, LIMIT_MS);
  } finally {
    await browser.close();
    await server.stop();
  }
} catch (error) {
  console.error(error.message);
}
process.exitCode = code;
