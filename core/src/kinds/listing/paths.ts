/** What a directory's path tells: the runlevel, and whose host it is. */
import type { Family } from './carry.js';

const RUNLEVEL_DIRECTORY = /(?:^|[^A-Za-z0-9_.-])rc([0-9S])\.d(?![A-Za-z0-9_.-])/g;

/** The runlevels of all rcN.d directories that `text` names, in order. */
export const levelsNamedIn = (text: string): string[] => [...text.matchAll(RUNLEVEL_DIRECTORY)].map(([, level = '?']) => level);

/** The runlevel of the directory at `path` (with or without a slash at its end); undefined when its name is not rcN.d. */
export const levelOfDirectory = (path: string): string | undefined => /(?:^|\/)rc([0-9S])\.d\/?$/.exec(path)?.[1];

/** The runlevel that the name of a file tells, as in `rc3.d.txt`, where the listing itself does not; `?` where neither does. */
export const levelGiven = (level: string, path: string): string =>
  level === '?' ? (/(?:^|[^A-Za-z0-9.])rc([0-9S])\.d(?:\.[a-z]+|\/)?$/.exec(path)?.[1] ?? level) : level;

/** Red Hat keeps its rcN.d in rc.d; on Debian runlevel 2 is the usual one, and rcS.d exists. Undefined when `text` names neither. */
export function familyNamedIn(text: string): Family | undefined {
  if (/(?:^|[^\w.])rc\.d(?![\w.])/.test(text)) return 'redhat';
  return /(?:^|[^\w.])etc\/rc[2S]\.d(?![\w])/.test(text) ? 'debian' : undefined;
}
