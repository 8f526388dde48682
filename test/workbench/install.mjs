// Installs the stand-in editor (code-server, the Node it wants, Chromium to show it) for machines that can't download VS Code.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { arch, argv, env, platform } from 'node:process';
import { pathToFileURL } from 'node:url';
import { installPackages, onPath } from '../../scripts/debian.mjs';
import { browserBinary, codeServerEntry, codeServerHome, nodeBinary, nodeHome, stamp, versions, workbench } from './places.mjs';

/**
 * Makes the stand-in ready and returns when it is; does nothing when it is there already.
 * `browser: false` leaves Chromium out, for people who look at the workbench with a browser of their own.
 * Throws an Error whose message says what is missing and how to get it.
 */
export function installWorkbench({ browser = true, log = console.error } = {}) {
  const server = !serverReady();
  const packages = missingPackages({ server, browser });
  if (!server && packages.length === 0) return;
  if (server) refuseOtherMachines();
  announce({ server, packages, log });
  if (packages.length > 0) installPackages(packages, { run: (words, extra) => run(words, { env: extra, log }), log });
  if (server) installServer(log);
  log('The stand-in editor is ready.');
}

function serverReady() {
  if (!existsSync(stamp) || !existsSync(nodeBinary) || !existsSync(codeServerEntry)) return false;
  return readFileSync(stamp, 'utf8') === JSON.stringify(versions);
}

function refuseOtherMachines() {
  if (platform === 'linux' && (arch === 'x64' || arch === 'arm64')) return;
  throw new Error(
    `The stand-in editor runs on Linux (x64, arm64) only; this is ${platform} on ${arch}. Install VS Code from https://code.visualstudio.com/ instead.`,
  );
}

/** The Debian packages that are wanted and not here: judged by what they bring, so that other systems may bring it their own way. */
function missingPackages({ server, browser }) {
  const wanted = [];
  if (browser && !browserBinary()) wanted.push('chromium', 'fonts-dejavu-core');
  if (!server) return wanted;
  if (!onPath('make') || !onPath('c++', 'g++')) wanted.push('build-essential');
  if (!onPath('python3')) wanted.push('python3');
  if (!onPath('pkg-config')) wanted.push('pkg-config');
  if (!onPath('krb5-config')) wanted.push('libkrb5-dev');
  return wanted;
}

function announce({ server, packages, log }) {
  log('VS Code itself is not at hand, so a stand-in is set up. This downloads, once:');
  if (packages.length > 0) {
    const size = packages.includes('chromium') ? ' (about 110 MB, 400 MB unpacked)' : '';
    log(`  from Debian: ${packages.join(', ')}${size}`);
  }
  if (!server) return;
  log(`  from npm: Node ${versions.node} (about 50 MB) and code-server ${versions.codeServer} (about 190 MB)`);
  log(`  into ${workbench} (800 MB; set DAEMONLINT_WORKBENCH to choose another folder). It takes some 2 minutes.`);
}

function installServer(log) {
  rmSync(stamp, { force: true });
  fetchNode(log);
  rmSync(codeServerHome, { recursive: true, force: true });
  mkdirSync(codeServerHome, { recursive: true });
  writeFileSync(join(codeServerHome, 'package.json'), '{"name":"daemonlint-stand-in","private":true}\n');
  // nodedir: the native parts are compiled against the headers in the Node package, so none need be downloaded.
  const path = `${join(nodeHome, 'bin')}:${env.PATH}`;
  const wanted = ['npm', 'install', `code-server@${versions.codeServer}`, `--nodedir=${nodeHome}`, '--no-audit', '--no-fund'];
  if (!run(wanted, { cwd: codeServerHome, env: { PATH: path }, log }))
    throw new Error('npm could not install code-server; its output is above.');
  writeFileSync(stamp, JSON.stringify(versions));
}

function fetchNode(log) {
  const name = `node-linux-${arch}`;
  rmSync(nodeHome, { recursive: true, force: true });
  mkdirSync(nodeHome, { recursive: true });
  const tarball = join(nodeHome, `${name}-${versions.node}.tgz`);
  const fetched = run(['npm', 'pack', '--silent', `${name}@${versions.node}`], { cwd: nodeHome, log });
  if (!fetched || !run(['tar', 'xzf', tarball, '-C', nodeHome, '--strip-components=1'], { log })) {
    throw new Error(`npm could not fetch ${name}@${versions.node}; its output is above.`);
  }
  rmSync(tarball);
}

/** Runs a command, its output on ours only when it fails; true if it succeeded. */
/** @param {readonly string[]} words @param {{ cwd?: string; env?: object; log: (text: string) => void }} options */
function run([command = '', ...args], { cwd, env: extra = {}, log }) {
  const result = spawnSync(command, args, { cwd, env: { ...cleanEnvironment(), ...extra }, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.status !== 0)
    log([`${command} ${args.join(' ')}`, result.error?.message, result.stdout, result.stderr].filter(Boolean).join('\n'));
  return result.status === 0;
}

/** The environment without what `npm run` says about this project and the Node that it runs on, which would mislead an npm that works in another folder on another Node. */
function cleanEnvironment() {
  const ours = /^npm_(package|lifecycle|node_execpath|config_user_agent|config_local_prefix|config_prefix|config_global_prefix)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)));
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  try {
    installWorkbench({ browser: !argv.includes('--no-browser') });
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
