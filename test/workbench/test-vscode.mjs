// `npm run test:vscode`: builds, then runs test/e2e in the extension host of VS Code, or of the stand-in where VS Code can't be had.
import { chmodSync, cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { prepare } from '../../scripts/prepare.mjs';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { installWorkbench } from './install.mjs';
import { root } from './places.mjs';

const PROBE_LIMIT_MS = 5_000;
const desktop = join(root, 'test', 'workbench', 'desktop.mjs');

/** Why VS Code itself can't run here, or undefined when it can. */
async function obstacle() {
  if (process.env.DAEMONLINT_WORKBENCH_ONLY === '1') return 'DAEMONLINT_WORKBENCH_ONLY is set';
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return 'there is no display (xvfb-run gives one)';
  try {
    const answer = await fetch('https://update.code.visualstudio.com/api/releases/stable', { signal: AbortSignal.timeout(PROBE_LIMIT_MS) });
    return answer.ok ? undefined : `the download site answers ${answer.status}`;
  } catch {
    return 'its download site is out of reach';
  }
}

/** The program to run the suite in. */
async function editor() {
  const reason = await obstacle();
  if (reason === undefined) return downloadAndUnzipVSCode();
  console.error(`Using the stand-in for VS Code: ${reason}.`);
  installWorkbench();
  // A checkout need not have kept the file's mode.
  chmodSync(desktop, 0o755);
  return desktop;
}

/** What the suite wrote about itself; the run counts as failed without it. */
function readTotals(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

prepare();
const temporary = temporaryFolder('daemonlint-e2e-');
const result = join(temporary, 'result.json');
const workspace = join(temporary, 'host');
cpSync(join(root, 'test', 'e2e', 'fixtures'), workspace, { recursive: true });
cpSync(join(root, 'samples', 'redhat-6.1'), join(workspace, 'redhat-6.1'), { recursive: true });
let code = 1;
try {
  code = await runTests({
    vscodeExecutablePath: await editor(),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'out', 'e2e', 'index.js'),
    extensionTestsEnv: { DAEMONLINT_E2E_RESULT: result },
    launchArgs: [workspace, '--disable-extensions'],
  });
} catch (error) {
  console.error(error.message);
}
const totals = readTotals(result);
if (totals === undefined) console.error('The suite did not report its totals: it never ran to its end.');
else
  console.log(`test:vscode: ${totals.passes} passed, ${totals.failures} failed, ${totals.pending} skipped, in VS Code ${totals.version}`);
process.exitCode = code === 0 && totals?.passes > 0 && totals.failures === 0 ? 0 : code || 1;
