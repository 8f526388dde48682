/** The hook as pre-commit itself installs and calls it, with nothing downloaded. */
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { root } from '../ci/support.js';
import { Repository } from '../cli/repository.js';

export const hasPreCommit = spawnSync('pre-commit', ['--version']).status === 0;

const TAG = 'v0.1.0';

/** A repository with what a release has for the hook: its description, the programs, and a manifest without anything to install. */
function released(): Repository {
  const { name, version, bin } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  const hooks = Repository.begin();
  for (const file of ['.pre-commit-hooks.yaml', '.npmignore']) cpSync(path.join(root, file), hooks.at(file));
  for (const program of readdirSync(path.join(root, 'dist')).filter((one) => one.endsWith('.js')))
    cpSync(path.join(root, 'dist', program), hooks.at(`dist/${program}`));
  hooks.commit({ 'package.json': JSON.stringify({ name, version, bin }) }).git('tag', TAG);
  return hooks;
}

export interface Hooked {
  /** The configuration that asks for hook `id`. */
  readonly config: (id: string, args?: readonly string[]) => string;
  /** Runs `pre-commit`, or git with its hooks, in the repository. */
  readonly run: (at: Repository, command: string, ...args: readonly string[]) => SpawnSyncReturns<string>;
}

export function hooked(): Hooked {
  const hooks = released();
  const cache = temporaryFolder('daemonlint-pre-commit-');
  const who = {
    GIT_AUTHOR_NAME: 'Ann',
    GIT_AUTHOR_EMAIL: 'ann@example.org',
    GIT_COMMITTER_NAME: 'Ann',
    GIT_COMMITTER_EMAIL: 'ann@example.org',
  };
  // Without what `npm test` says of this project, which would mislead the npm that pre-commit calls.
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  const env = { PATH, HOME, TMPDIR, PRE_COMMIT_HOME: cache, npm_config_offline: 'true', ...who };
  return {
    config: (id, args = []) =>
      `repos:\n  - repo: file://${hooks.folder}\n    rev: ${TAG}\n    hooks:\n      - id: ${id}\n        args: ${JSON.stringify(args)}\n`,
    run: ({ folder }, command, ...args) => spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' }),
  };
}
