// Installs Debian's packages for tests, and says how where it cannot.
import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env, getuid } from 'node:process';

/** The full path of the first of `names` that can be run, or undefined. The system's own programs count, which the PATH of a user lacks. */
export function onPath(...names) {
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/sbin', '/sbin'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(canRun);
}

function canRun(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Installs `packages`; `run(words, environment)` runs a command and is true where it succeeded.
 * Throws an Error whose message says what is missing and how to get it.
 */
export function installPackages(packages, { run = quietly, log = console.error } = {}) {
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!onPath('apt-get'))
    throw new Error(`Missing: ${packages.join(', ')} (names as in Debian), and there is no apt-get here. Install them your system's way.`);
  if (getuid?.() !== 0) throw new Error(`Missing: ${packages.join(', ')}. Install them with: sudo ${command}`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run(command.split(' '), quiet);
  if (install()) return;
  log('The package lists may be old: apt-get update, then once more.');
  if (!run(['apt-get', 'update'], quiet) || !install()) throw new Error(`"${command}" failed; its output is above.`);
}

/** @param {readonly string[]} words */
function quietly([command = '', ...args], environment) {
  const result = spawnSync(command, args, { env: { ...env, ...environment }, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (result.status !== 0) console.error([result.error?.message, result.stdout, result.stderr].filter(Boolean).join('\n'));
  return result.status === 0;
}
