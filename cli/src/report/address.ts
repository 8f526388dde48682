/** Where things are, for those who read a report elsewhere than on this machine. */
import { join, relativeTo } from '../../../workspace/src/index.js';
import type { Io } from '../io.js';
import type { Located } from './report.js';

const slashed = (path: string): string => (/^[A-Za-z]:/.test(path) ? path.replaceAll('\\', '/') : path);

/** The root of the repository, as far as a CI tells; else the current folder. */
function baseOf({ env, cwd }: Io): string {
  const told = [env.GITHUB_WORKSPACE, env.CI_PROJECT_DIR].map((path) => path && slashed(path));
  return told.find((path): path is string => path !== undefined && path !== '' && relativeTo(path, cwd) !== undefined) ?? cwd;
}

/** A half of a surrogate pair without the other one, of which no URI can be made. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A path as part of a URI: all but its slashes percent-encoded. */
export const encodedPath = (path: string): string => path.replace(LONE, '\ufffd').split('/').map(encodeURIComponent).join('/');

export const isAbsolute = (path: string): boolean => /^(?:\/|[A-Za-z]:\/)/.test(path);

/** How reports name a place: from the root of the repository where it is known, else from the current folder; absolute outside of it. */
export function addresser(io: Io): (place: Pick<Located, 'path' | 'absolute' | 'link'>) => string {
  const base = baseOf(io);
  return ({ path, absolute, link }) => {
    const file = absolute === '' ? path : relativeTo(base, absolute) || absolute;
    return link === undefined ? file : join(file, link);
  };
}

/** Where a line of the repository can be looked at on the web, as far as a CI tells. */
export function webFinder({ env }: Io): (address: string, line?: number) => string | undefined {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA, CI_PROJECT_URL, CI_COMMIT_SHA } = env;
  const root =
    GITHUB_SERVER_URL && GITHUB_REPOSITORY && GITHUB_SHA
      ? `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}`
      : CI_PROJECT_URL && CI_COMMIT_SHA
        ? `${CI_PROJECT_URL}/-/blob/${CI_COMMIT_SHA}`
        : undefined;
  return (address, line) =>
    root === undefined || isAbsolute(address) ? undefined : `${root}/${encodedPath(address)}${line === undefined ? '' : `#L${line}`}`;
}

/** The pages of the rules on the web, where `DAEMONLINT_DOCS` says that they are: without a slash at the end. */
export function rulePages({ env }: Io): string | undefined {
  const pages = env.DAEMONLINT_DOCS?.replace(/\/+$/, '');
  return pages !== undefined && /^https?:\/\/\S+$/.test(pages) ? pages : undefined;
}
