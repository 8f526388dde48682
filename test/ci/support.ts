// A real git repository with a pull request's worth of changes, and the steps of CI run over it as CI runs them.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { FINGER, SSH, TELNET } from '../cli/memory-io.js';

export const root = process.cwd();

export interface Workspace {
  readonly folder: string;
  readonly at: (name: string) => string;
  readonly text: (name: string) => string;
  readonly git: (...args: string[]) => string;
}

/** `main` has a finding of old; the change adds telnet, and a file in which nothing is wrong. */
export function workspace(): Workspace {
  const folder = temporaryFolder('daemonlint ci-');
  const at = (name: string): string => path.join(folder, name);
  const identity = {
    GIT_AUTHOR_NAME: 'a',
    GIT_AUTHOR_EMAIL: 'a@example.org',
    GIT_COMMITTER_NAME: 'a',
    GIT_COMMITTER_EMAIL: 'a@example.org',
  };
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...identity }, stdio: ['ignore', 'pipe', 'pipe'] });
  const put = (name: string, text: string): void => {
    mkdirSync(path.dirname(at(name)), { recursive: true });
    writeFileSync(at(name), text);
  };
  git('init', '--quiet', '--initial-branch=main');
  put('etc/inetd.conf', SSH + FINGER);
  put('README.md', '# A host\n');
  git('add', '.');
  git('commit', '--quiet', '-m', 'The host as it was');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  git('checkout', '--quiet', '-b', 'change');
  put('etc/inetd.conf', SSH + TELNET + FINGER);
  put('etc/cron.d/my backup', '# nothing yet\n');
  git('add', '.');
  git('commit', '--quiet', '-m', 'Telnet for the old printer');
  return {
    folder,
    at,
    text: (name) => readFileSync(at(name), 'utf8'),
    git,
  };
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script as CI's shell does: bash that ends at the first failure. */
export function bash(script: string, cwd: string, env: Readonly<Record<string, string>>): Ran {
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], {
    cwd,
    encoding: 'utf8',
    env: { PATH, HOME, TMPDIR, ...env },
  });
}
