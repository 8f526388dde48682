// Builds a small copy of the project with files planted in it, and runs one of `npm run check`'s checks there.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { temporaryFolder } from '../../scripts/temporary.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What `npm run check` needs besides the files that it judges. */
const TOOLS = [
  'package.json',
  'tsconfig.json',
  'tsconfig.scripts.json',
  'biome.json',
  '.dependency-cruiser.cjs',
  'core/tsconfig.json',
  'scripts/check.mjs',
  'scripts/prepare.mjs',
];

export interface Verdict {
  readonly status: number | null;
  /** Standard output and standard error, without colours. */
  readonly output: string;
}

/** Runs `npm run check -- name` in the project at `folder`; all checks if `name` is ''. */
export function check(name: string, folder = root): Verdict {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/check.mjs', ...(name === '' ? [] : [name])], {
    cwd: folder,
    encoding: 'utf8',
    env,
  });
  return { status, output: `${stdout}${stderr}` };
}

/** Runs one check over a copy of the project that holds `files` (path to text) and no other source. */
export function checkPlanted(name: string, files: Readonly<Record<string, string>>): Verdict {
  const folder = temporaryFolder('daemonlint-planted-');
  for (const file of TOOLS) cpSync(path.join(root, file), path.join(folder, file));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return check(name, folder);
}
