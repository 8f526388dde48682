/** Folders in which systems and their packages keep programs: elsewhere a program of a known name may be anything. */

const FOLDER = new RegExp(
  `^(?:${[
    '/(?:usr/|usr/local/|usr/pkg/|opt/|system/)?s?bin',
    '/(?:usr/|usr/local/|usr/pkg/|opt/)?libexec(?:/.*)?',
    // Many daemons lie in a folder of their own there: /usr/lib/postfix, /usr/lib/nfs.
    '/(?:usr/)?lib(?:x?32|64)?(?:/.*)?',
    '/usr/local/lib(?:/.*)?',
    '/usr/X11[^/]*/bin',
    '/usr/(?:etc|ucb|lbin|xpg4/bin|sfw/s?bin|contrib/bin|dt/bin|freeware/bin)',
    '/usr/openwin(?:/.*)?',
    // Of the oldest systems; the scripts of init.d are no programs.
    '/etc',
    '/var/qmail/bin',
    // Where these are installed unless told otherwise.
    '/usr/local/(?:apache2?|mysql|pgsql|samba)/(?:s?bin|libexec)',
  ].join('|')})$`,
);

/** The folder that was asked for last: neighbours ask for the same. */
let last = { folder: '', isOne: false };

/** True for a word without a path, and for a path into one of those folders. */
export function isSystemProgram(path: string): boolean {
  const slash = path.lastIndexOf('/');
  if (slash === -1) return true;
  if (slash !== last.folder.length || !path.startsWith(last.folder)) {
    const folder = path.slice(0, slash);
    last = { folder, isOne: FOLDER.test(folder) };
  }
  return last.isOne;
}

/** What stands behind the last `/`. */
export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
