/** Git, asked for what it holds: the only program that daemonlint ever runs, by its arguments and never through a shell. */
import { fileError, resolve, textOfBytes } from '../../workspace/src/index.js';
import type { Io } from './io.js';

/** Nothing of a repository's settings may start a program, and names and colours are as git has them for programs. */
const QUIET = ['--no-pager', '--literal-pathspecs', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', '-c', 'color.ui=false'];

/** Rejects with a FileError where git cannot be run or says no. */
export async function git(io: Io, folder: string, args: readonly string[], input?: Uint8Array): Promise<Uint8Array> {
  const { status, stdout, stderr } = await io.git([...QUIET, ...args], folder, input);
  if (status === 0) return stdout;
  const [said = ''] = stderr.replace(/^(?:fatal|error): /, '').split('\n');
  throw fileError('other', /^not a git repository/.test(said) ? NO_REPOSITORY : `git says: ${said || `it ended with ${status}`}`);
}

const NO_REPOSITORY = 'no git repository holds the current folder: go into the one that is meant';

/**
 * Options that keep git from starting the filters which the settings name, as it would to compare files of the folder with a commit. Files
 * that a filter alters are then compared as they lie there. Rejects with a FileError where a filter cannot be kept from it.
 */
export async function withoutFilters(io: Io, folder: string): Promise<readonly string[]> {
  const { stdout } = await io.git(
    [...QUIET, 'config', '-z', '--name-only', '--get-regexp', '^filter\\..*\\.(clean|process|required)$'],
    folder,
  );
  const keys = [...new Set(textOfBytes(stdout).split('\0').filter(Boolean))];
  // The first = would end the key.
  if (keys.some((key) => key.includes('=')))
    throw fileError('other', 'the settings of git name a filter with = in it: take that out first');
  return keys.flatMap((key) => ['-c', `${key}=${key.endsWith('.required') ? 'false' : ''}`]);
}

/** What a command prints in one line. */
const lineOf = async (io: Io, folder: string, args: readonly string[]): Promise<string> =>
  textOfBytes(await git(io, folder, args)).replace(/\n$/, '');

export interface Repository {
  /** Its topmost folder: absolute, with `/`. A bare one has its files nowhere: then it is the current folder. */
  readonly top: string;
  readonly isBare: boolean;
}

/** The repository that `folder` lies in. Rejects with a FileError where there is none. */
export async function repositoryOf(io: Io, folder: string): Promise<Repository> {
  const [bare, up = ''] = (await lineOf(io, folder, ['rev-parse', '--is-bare-repository', '--show-cdup'])).split('\n');
  return { top: resolve(folder, up === '' ? '.' : up), isBare: bare === 'true' };
}

const isShallow = async (io: Io, folder: string): Promise<boolean> =>
  (await lineOf(io, folder, ['rev-parse', '--is-shallow-repository'])) === 'true';

const DEEPEN = 'this clone is shallow: fetch it whole (git fetch --unshallow; in GitHub Actions, checkout with fetch-depth: 0)';

/** What `A..B` and `A...B` say, as of git; undefined for the name of one commit. An end that is left out is empty. */
export function rangeIn(name: string): { readonly from: string; readonly to: string; readonly parted: boolean } | undefined {
  const [, from, dots, to] = /^(.*?[^/.])(\.{2,3})((?![/.]).*)$/s.exec(name) ?? [];
  return from === undefined || to === undefined ? undefined : { from, to, parted: dots === '...' };
}

/** The commit that `ref` names, as 40 digits or more. Rejects with a FileError that says what may be done. */
export async function commitOf(io: Io, folder: string, ref: string): Promise<string> {
  const { status, stdout, stderr } = ref.startsWith('-')
    ? { status: 1, stdout: new Uint8Array(), stderr: '' }
    : await io.git([...QUIET, 'rev-parse', '--verify', '--quiet', `${ref}^{commit}`], folder);
  if (status === 0) return textOfBytes(stdout).trim();
  if (/not a git repository/.test(stderr)) throw fileError('other', NO_REPOSITORY);
  const range = rangeIn(ref);
  if (range) throw fileError('other', `names a range of commits, where one is asked for: ${range.from} is where it begins`);
  const why = (await isShallow(io, folder))
    ? DEEPEN
    : 'git branch --all and git tag list those that there are; a branch of a remote is fetched first';
  throw fileError('missing', `git knows no such commit, branch or tag here; ${why}`);
}

/** Where `tip`, the work at hand when left out, parted from `ref`: what came to `ref` since is no change of ours. Rejects with a FileError. */
export async function baseOf(io: Io, folder: string, ref: string, tip?: string): Promise<string> {
  const commit = await commitOf(io, folder, ref);
  const other = tip === undefined ? 'HEAD' : await commitOf(io, folder, tip);
  const { status, stdout } = await io.git([...QUIET, 'merge-base', commit, other], folder);
  if (status === 0) return textOfBytes(stdout).trim();
  const why = (await isShallow(io, folder)) ? DEEPEN : 'the two have no history in common; --changed-in takes any diff';
  throw fileError('other', `where it parted from the work at hand cannot be told; ${why}`);
}
