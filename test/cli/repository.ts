// A real git repository, and the command line in it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { nodeIo } from '../../cli/src/node-io.js';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { caught, type Outcome, type Setting } from './memory-io.js';

/** Nothing of this machine's settings may have a say. */
const ENVIRONMENT = {
  ...process.env,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
};
const WHO = [
  '-c',
  'user.name=Ann',
  '-c',
  'user.email=ann@example.org',
  '-c',
  'init.defaultBranch=main',
  '-c',
  'protocol.file.allow=always',
];

export class Repository {
  readonly folder = temporaryFolder('daemonlint git ');

  /** `made` by another program, such as `git clone`, where it is not this one's to begin. */
  static begin(): Repository {
    const repository = new Repository();
    repository.git('init', '-q');
    return repository;
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', [...WHO, ...args], { cwd: this.folder, env: ENVIRONMENT, stdio: ['ignore', 'pipe', 'pipe'] }).toString();
  }

  at(name: string): string {
    return path.join(this.folder, name);
  }

  write(files: Readonly<Record<string, string | Uint8Array>>): this {
    for (const [name, content] of Object.entries(files)) {
      mkdirSync(path.dirname(this.at(name)), { recursive: true });
      writeFileSync(this.at(name), content);
    }
    return this;
  }

  commit(files: Readonly<Record<string, string | Uint8Array>> = {}): this {
    this.write(files).git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', 'as it says');
    return this;
  }

  /** Runs `daemonlint ARGS` in a folder of the repository. */
  daemonlint(args: readonly string[], setting: Setting = {}, folder = ''): Promise<Outcome> {
    return caught(args, { ...nodeIo(), cwd: folder === '' ? this.folder : this.at(folder) }, setting);
  }
}

/** `path:line rule` of each finding in the text. */
export const told = (stdout: string): string[] =>
  [...stdout.matchAll(/^(\S.*?):(?:(\d+):\d+:)? (?:error|warning|info|hint|accepted): .* \[(.*)\]$/gm)].map(
    ([, path, line = '', rule]) => `${path}:${line} ${rule}`,
  );
