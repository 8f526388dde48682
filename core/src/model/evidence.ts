/** How sure one may be of what only the place of a file tells. */
import type { Context } from './context.js';

/** True where the file is read by Debian's programs: they are named, or other files of the host say so. */
export const isDebian = ({ dialects, host }: Pick<Context, 'dialects' | 'host'>): boolean =>
  dialects.includes('debian') && (dialects.length === 1 || host.system === 'debian');

/** True for the file that the daemon itself reads, not one in a tree of files that are put in place later. */
export const isLive = ({ path }: Pick<Context, 'path'>): boolean => /^\/(?:etc|var|usr\/local\/etc)\//.test(path);

/** Permission bits that file systems without any give to all files. */
const NO_BITS = 0o777;

/**
 * The permission bits that are known. Of a file in a tree Git keeps none but the one to execute, and those to write come from whoever
 * checked it out: there a file counts as 0644 or 0755. Undefined where nobody knows them, or the disk has none.
 */
export function bitsOf(context: Pick<Context, 'path' | 'mode'>): number | undefined {
  const { mode } = context;
  if (mode === undefined || isLive(context)) return mode;
  if ((mode & 0o777) === NO_BITS) return undefined;
  return (mode & 0o7111) | 0o644;
}
