// What every command does first: looks at Node's version, installs when the lock file asks for it, builds. Plain Node: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the person called from: npm itself moves to the root of the project. */
export const calledFrom = process.env.INIT_CWD || process.cwd();

const OLDEST_NODE = 20;
const stamp = path.join(root, 'node_modules', '.daemonlint-installed');

/** Ends the command with a message that says what went wrong and what to do. */
export function fail(message) {
  process.stderr.write(`daemonlint: ${message}\n`);
  process.exit(1);
}

function checkNode() {
  const major = Number.parseInt(process.versions.node, 10);
  if (major < OLDEST_NODE)
    fail(
      `Node ${process.versions.node} is too old; this project needs Node ${OLDEST_NODE} or later. Install one and run the command again.`,
    );
}

/** Runs a program in silence; what it printed is shown only when it fails. */
function quietly(program, args, options, advice) {
  const result = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, ...options });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}${result.error ? `${result.error.message}\n` : ''}`);
  fail(advice);
}

/** What the installed packages depend on: the lock file, and the platform that native packages were chosen for. */
function wantedStamp() {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json')));
  return hash.update(`${process.platform} ${process.arch}`).digest('hex');
}

function install() {
  const wanted = wantedStamp();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('daemonlint: installing the packages of package-lock.json; this happens once and takes a minute...\n');
  // Everything is bundled, so all packages are development packages; none of them needs its install script.
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const advice = 'the packages could not be installed. Look at the messages above; is the package registry within reach?';
  const npm = process.env.npm_execpath ?? '';
  if (/npm-cli\.[cm]?js$/.test(npm)) quietly(process.execPath, [npm, ...args], {}, advice);
  else quietly('npm', args, { shell: process.platform === 'win32' }, advice);
  writeFileSync(stamp, wanted);
}

/** Bundles into dist/. */
export function build(...flags) {
  quietly(process.execPath, ['build.mjs', ...flags], {}, 'the build failed; the messages above say where.');
}

/** Installs and builds, or ends the command with a message. */
export function prepare() {
  checkNode();
  install();
  build();
}

/** Runs a Node program in the foreground and gives its exit code (null when a signal ended it). */
export function run(args, options = {}) {
  return spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', ...options }).status;
}
