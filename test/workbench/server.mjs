// Starts a private, quiet code-server on this machine's loopback address and stops it again.
import { spawn } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { codeServerEntry, nodeBinary } from './places.mjs';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 5_000;

/** Settings under which nothing pops up, calls out or moves by itself. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'editor.accessibilitySupport': 'off',
  'extensions.autoCheckUpdates': false,
  // Not `false`: that is rewritten to this at startup, and the file's sudden editor upsets the extension host.
  'extensions.autoUpdate': 'off',
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
};

/**
 * Starts a code-server whose data live in a new temporary folder.
 * `settings`: user settings beside the quiet ones; `extensions`: folders of extensions to have installed;
 * `password`: what a visitor must enter (none: anyone on this machine may enter); `vscodeOptions`: flags for VS Code's own server.
 * Gives `url` (no slash at its end), `port`, `folderUrl(folder, payload)` and `stop()`. Throws, with the server's own words, if it does not start.
 */
/** @param {{ settings?: object; extensions?: readonly string[]; password?: string; vscodeOptions?: readonly string[] }} options */
export async function startWorkbench({ settings = {}, extensions = [], password, vscodeOptions = [] }) {
  const home = temporaryFolder('daemonlint-workbench-');
  prepareHome(home, settings, extensions);
  const args = [codeServerEntry, ...flags(home, password), ...vscodeOptions.flatMap((option) => ['--vscode-option', option])];
  const server = spawn(nodeBinary, args, { env: environment(home, password), stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const gone = new Promise((done) => server.once('exit', done));
  const end = () => killGroup(server.pid);
  // Before its folder is removed.
  process.prependOnceListener('exit', end);
  const stop = async () => {
    server.kill('SIGTERM');
    const killed = setTimeout(() => server.kill('SIGKILL'), STOP_LIMIT_MS);
    await gone;
    clearTimeout(killed);
    process.off('exit', end);
    end();
  };
  try {
    const url = await listening(server, gone);
    const { port } = new URL(url);
    return { url, port: Number(port), folderUrl: (folder, payload = []) => folderUrl(url, folder, payload), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ends the server with all that it started: an extension host that outlives it would go on writing into its folder. */
function killGroup(pid) {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** What the workbench calls a file of the machine that the server runs on; a `file:` URL is taken too. */
export function remoteUri(url, file) {
  const path = file.startsWith('file:') ? fileURLToPath(file) : resolve(file);
  return `vscode-remote://${new URL(url).host}${encodeURI(path)}`;
}

function folderUrl(url, folder, payload) {
  const where = folder === undefined ? 'ew=true' : `folder=${encodeURIComponent(resolve(folder))}`;
  const more = payload.length > 0 ? `&payload=${encodeURIComponent(JSON.stringify(payload))}` : '';
  return `${url}/?${where}${more}`;
}

function prepareHome(home, settings, extensions) {
  mkdirSync(join(home, 'data', 'User'), { recursive: true });
  mkdirSync(join(home, 'extensions'));
  writeFileSync(join(home, 'config.yaml'), '');
  writeFileSync(join(home, 'data', 'User', 'settings.json'), JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  for (const extension of extensions) symlinkSync(resolve(extension), join(home, 'extensions', basename(resolve(extension))));
}

function flags(home, password) {
  return [
    `--config=${join(home, 'config.yaml')}`,
    `--user-data-dir=${join(home, 'data')}`,
    `--extensions-dir=${join(home, 'extensions')}`,
    `--auth=${password === undefined ? 'none' : 'password'}`,
    '--bind-addr=127.0.0.1:0',
    '--disable-telemetry',
    '--disable-update-check',
    '--disable-workspace-trust',
    '--disable-getting-started-override',
    '--ignore-last-opened',
  ];
}

/** Ours, less what would tell the server that npm, a test runner or another VS Code started it; no extension gallery. */
function environment(home, password) {
  const foreign = /^(npm_|VSCODE_|ELECTRON_|NODE_OPTIONS$|PASSWORD$|HASHED_PASSWORD$|PORT$)/;
  const ours = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  const places = { XDG_CONFIG_HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, XDG_RUNTIME_DIR: home, TMPDIR: home };
  const secret = password === undefined ? {} : { PASSWORD: password };
  return { ...ours, ...places, ...secret, EXTENSIONS_GALLERY: '{"serviceUrl":""}' };
}

/** The address that the server says it listens on. */
function listening(server, gone) {
  return new Promise((found, failed) => {
    let said = '';
    const timer = setTimeout(() => failed(new Error(`code-server did not start within ${START_LIMIT_MS} ms:\n${said}`)), START_LIMIT_MS);
    const settle = (act) => {
      clearTimeout(timer);
      act();
    };
    const hear = (chunk) => {
      if (said.length < 100_000) said += chunk;
      const url = /listening on (http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (url) settle(() => found(url));
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.once('error', (error) => settle(() => failed(error)));
    gone.then((code) => settle(() => failed(new Error(`code-server ended with exit code ${code}:\n${said}`))));
  });
}
