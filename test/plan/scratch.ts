// Scratch hosts on the disk, stand-ins for their commands, and the scripts run on them by real shells.
import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { diskFiles } from '../../workspace/src/node.js';
import { daemonlint, type Outcome } from '../cli/memory-io.js';

export type Item = string | { readonly text: string; readonly mode: number } | { readonly link: string };

/** By path under the root. */
export type Tree = Readonly<Record<string, Item>>;

const hasProgram = (name: string): boolean => spawnSync('sh', ['-c', `command -v ${name}`]).status === 0;

/** Where `sh` is dash itself, it is tried once. */
const isDash = spawnSync('sh', ['-c', 'readlink -f "$(command -v sh)"'], { encoding: 'utf8' }).stdout.trim().endsWith('/dash');

const wanted: Readonly<Record<string, readonly string[]>> = {
  ...(isDash ? {} : { sh: ['sh'] }),
  dash: ['dash'],
  bash: ['bash', '--posix'],
  busybox: ['busybox', 'sh'],
};

/** Shells that are here, each as the words that start it. Those that are not are named once. */
export const shells: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries(wanted).filter(([name]) => {
    const isHere = hasProgram(name);
    if (!isHere) console.warn(`NOT TRIED: plans by ${name}. It is not here.`);
    return isHere;
  }),
);

export const hasShellcheck = hasProgram('shellcheck');

export function write(root: string, tree: Tree): void {
  for (const [name, item] of Object.entries(tree)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    if (typeof item === 'object' && 'link' in item) symlinkSync(item.link, file);
    else {
      const { text, mode } = typeof item === 'string' ? { text: item, mode: 0o644 } : item;
      writeFileSync(file, text);
      chmodSync(file, mode);
    }
  }
}

/** All that is below `folder`: types, modes, contents and targets by name. Times are left out. */
export function stateOf(folder: string, prefix = ''): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(path.join(folder, prefix)).sort()) {
    const inside = path.join(prefix, name);
    const at = path.join(folder, inside);
    const stats = lstatSync(at);
    const mode = (stats.mode & 0o7777).toString(8);
    if (stats.isSymbolicLink()) found[inside] = `link ${readlinkSync(at)}`;
    else if (stats.isDirectory()) Object.assign(found, { [inside]: `folder ${mode}` }, stateOf(folder, inside));
    else found[inside] = `file ${mode} ${readFileSync(at, 'latin1')}`;
  }
  return found;
}

/** What differs between two states, as `name: before -> after`. */
export const changesOf = (before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): readonly string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .flatMap((name) => (before[name] === after[name] ? [] : [`${name}: ${before[name] ?? 'nothing'} -> ${after[name] ?? 'nothing'}`]));

export interface Scratch {
  readonly root: string;
  /** A folder beside the root, with what the scripts and their stand-ins need. */
  readonly beside: string;
}

/** Stand-ins are shell scripts by name; each call is written to a log. `name`: of the root's folder. */
export function scratch(tree: Tree, standIns: Readonly<Record<string, string>>, name = 'a host'): Scratch {
  const top = temporaryFolder('daemonlint plan-');
  const [root, beside] = [path.join(top, name), path.join(top, 'beside')];
  mkdirSync(root);
  mkdirSync(path.join(beside, 'commands'), { recursive: true });
  write(root, tree);
  for (const [command, body] of Object.entries(standIns)) {
    const text = `#!/bin/sh\nset -u\nR=$DAEMONLINT_ROOT\necho "${command} $*" >>"$CALLS"\n${body}\n`;
    writeFileSync(path.join(beside, 'commands', command), text, { mode: 0o755 });
  }
  return { root, beside };
}

const unwritten = () => assert.fail('nothing is written');

/** `daemonlint ARGS` on the real disk. */
export const daemonlintOnDisk = (args: readonly string[]): Promise<Outcome> =>
  daemonlint(args, {}, { files: { ...diskFiles, write: unwritten, put: unwritten, append: unwritten } });

export interface Scripts {
  readonly plan: string;
  readonly undo: string;
}

export async function scriptsFor(root: string, ...options: string[]): Promise<Scripts> {
  const plan = await daemonlintOnDisk(['plan', ...options, root]);
  const undo = await daemonlintOnDisk(['plan', '--undo', ...options, root]);
  assert.deepEqual([plan.status, plan.stderr, undo.status, undo.stderr], [0, '', 0, '']);
  return { plan: plan.stdout, undo: undo.stdout };
}

/** Puts BusyBox's own tools before those of the system: its shell has its own awk, ls and find. */
function useBusyBox(beside: string): void {
  const tools = path.join(beside, 'tools');
  if (existsSync(tools)) return;
  mkdirSync(tools);
  const { stdout } = spawnSync('sh', ['-c', 'command -v busybox'], { encoding: 'utf8' });
  for (const name of 'awk cat chmod cmp cp find grep id ln ls mkdir mv printf readlink rm rmdir sed tail touch tr'.split(' '))
    symlinkSync(stdout.trim(), path.join(tools, name));
}

/** Runs a script on the scratch host, with its stand-ins unless `bare`. */
export function runScript(
  { root, beside }: Scratch,
  script: string,
  shell: readonly string[],
  { bare = false }: { readonly bare?: boolean } = {},
): SpawnSyncReturns<string> {
  const file = path.join(beside, 'script.sh');
  writeFileSync(file, script);
  const [program = 'sh', ...words] = shell;
  if (program === 'busybox') useBusyBox(beside);
  const commands = bare ? {} : { DAEMONLINT_COMMANDS: path.join(beside, 'commands') };
  return spawnSync(program, [...words, file], {
    cwd: beside,
    encoding: 'utf8',
    timeout: 60_000,
    env: {
      PATH: `${path.join(beside, 'tools')}:${process.env.PATH ?? ''}`,
      TMPDIR: process.env.TMPDIR,
      CALLS: path.join(beside, 'calls'),
      DAEMONLINT_ROOT: root,
      ...commands,
    },
  });
}

/** The commands that were called since the last look, without the scratch root in their words. */
export function callsOf({ root, beside }: Scratch): readonly string[] {
  const file = path.join(beside, 'calls');
  const text = spawnSync('cat', [file], { encoding: 'utf8' }).stdout;
  writeFileSync(file, '');
  return text
    .replaceAll(root, '')
    .split('\n')
    .filter((line) => line !== '');
}

/** Carries the plan out twice and takes it back twice, looking at everything in between. Gives what the plan changed. */
export async function thereAndBack(
  host: Scratch,
  shell: readonly string[],
  { status = 0, options = [] as readonly string[] } = {},
): Promise<{ readonly changes: readonly string[]; readonly calls: readonly string[]; readonly said: string }> {
  const { plan, undo } = await scriptsFor(host.root, ...options);
  const before = stateOf(host.root);
  const first = runScript(host, plan, shell);
  assert.equal(first.status, status, `${first.stdout}${first.stderr}`);
  const calls = callsOf(host).filter(isChange);
  const after = stateOf(host.root);
  const again = runScript(host, plan, shell);
  assert.equal(again.status, status, `${again.stdout}${again.stderr}`);
  assert.deepEqual(changesOf(after, stateOf(host.root)), [], 'the second run changes nothing');
  assert.deepEqual(callsOf(host).filter(isChange), [], 'the second run asks, and does nothing');
  const back = runScript(host, undo, shell);
  assert.equal(back.status, 0, `${back.stdout}${back.stderr}`);
  assert.deepEqual(changesOf(before, stateOf(host.root)), [], 'the undo gives the first state back');
  callsOf(host);
  const backAgain = runScript(host, undo, shell);
  assert.equal(backAgain.status, 0, backAgain.stderr);
  assert.match(backAgain.stdout, /^Nothing to undo/);
  assert.deepEqual(changesOf(before, stateOf(host.root)), []);
  assert.deepEqual(callsOf(host), []);
  const isOurs = (change: string): boolean => /^var\/(?:lib|db)\/daemonlint/.test(change);
  return { changes: changesOf(before, after).filter((change) => !isOurs(change)), calls, said: first.stdout };
}

/** False for a command that only asks. */
const isChange = (call: string): boolean =>
  !/ (?:is-enabled|is-active|status|onestatus|check|get)(?: |$)|^sysrc (?:-f .* )?-n |^rcctl (?:get|check) /.test(call);
