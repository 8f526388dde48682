/** The folders whose files run-parts runs. */
import type { PathMatch } from '../../model/kind.js';

/** Endings that configuration management adds to the name of the file it makes. */
export const TEMPLATE = /\.(?:j2|erb|epp|tmpl|tpl|jinja2?)$/;

/** What lies there on purpose and is not to be run: files of packages, editors and version control, lists of jobs. */
const PASSED_OVER =
  /^\.|~$|,v$|\.(?:dpkg-\w+|rpm(?:save|orig|new)|swp|bak|orig|old|disabled|cfsaved|md)$|^(?:README.*|jobs\.(?:allow|deny)|whitelist|Makefile)$/i;

const PLACE = /(?:^|\/)cron\.(?:hourly|daily|weekly|monthly)\/([^/]+)$/;

/** The name that the file at `path` will have where it is put; undefined outside of the folders. */
export const nameIn = (path: string): string | undefined => PLACE.exec(path.replace(TEMPLATE, ''))?.[1];

export function matchPath(path: string): PathMatch | undefined {
  const name = nameIn(path);
  return name === undefined || PASSED_OVER.test(name) ? undefined : { dialects: ['debian', 'cronie'] };
}
