// `npm run editor [-- FOLDER]`: opens an editor with the extension loaded on FOLDER (samples/ if none is named); where there is none, the browser workbench.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { calledFrom, fail, prepare, root, run } from './prepare.mjs';

/** Editors of VS Code's family, the first one found is opened. */
const EDITORS = ['code', 'codium', 'vscodium', 'code-oss', 'code-insiders', 'codium-insiders', 'cursor', 'windsurf', 'positron'];

const windows = process.platform === 'win32';

/** The full path of the first editor on PATH, or undefined. */
function findEditor() {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const names = EDITORS.map((name) => (windows ? `${name}.cmd` : name));
  return names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
}

function open(editor, folder) {
  process.stdout.write(`Opening ${folder} with ${editor}, daemonlint loaded from ${root}\n`);
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder];
  // a .cmd file can only be run by the shell, which wants its words quoted
  const quoted = windows ? args.map((arg) => `"${arg}"`) : args;
  const { status, error } = spawnSync(windows ? `"${editor}"` : editor, quoted, { stdio: 'inherit', shell: windows });
  if (status !== 0) fail(`${editor} could not be opened${error ? `: ${error.message}` : ''}.`);
}

const [named] = process.argv.slice(2);
const folder = named === undefined ? path.join(root, 'samples') : path.resolve(calledFrom, named);
if (!existsSync(folder)) fail(`there is no folder ${folder}.`);
prepare();

const editor = findEditor();
if (editor !== undefined) open(editor, folder);
else {
  process.stdout.write(`None of ${EDITORS.join(', ')} is on PATH: opening the browser workbench instead.\n`);
  process.exitCode = run(['test/workbench/serve.mjs', folder]) ?? 1;
}
