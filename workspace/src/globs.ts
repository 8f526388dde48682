/** Globs as people write them in settings, matched against paths relative to a folder. */
import picomatch from 'picomatch';
import type { Wish } from '../../core/src/index.js';

const compiled = new Map<string, (path: string) => boolean>();

/** True when `glob` fits `path`. One without `/` fits the name of a file in any folder; `*` takes hidden files too. */
export function matches(glob: string, path: string): boolean {
  let test = compiled.get(glob);
  if (test === undefined) {
    const bare = glob.replace(/^\.?\/+/, '').replace(/\/+$/, '');
    compiled.set(glob, (test = picomatch(bare, { dot: true, basename: !glob.includes('/') || bare === glob.slice(0, -1) })));
  }
  return test(path);
}

/** False for a glob that nothing can be made of. */
export function isGlob(glob: string): boolean {
  try {
    matches(glob, '');
    return true;
  } catch {
    return false;
  }
}

/** True when one of `globs` fits `path` or a folder that it lies in. */
export function excluded(globs: readonly string[], path: string): boolean {
  if (globs.length === 0) return false;
  const parts = path.split('/');
  return parts.some((_, index) => globs.some((glob) => matches(glob, parts.slice(0, index + 1).join('/'))));
}

/** True for a glob that means the folder itself. */
const isSelf = (glob: string): boolean => /^\.?\/*$/.test(glob);

/** `folder`, or the first of those that it lies in, that one of `globs` fits; '' is where paths begin, which `.` stands for. */
export function outermost(globs: readonly string[], folder: string): string | undefined {
  if (globs.some(isSelf)) return '';
  const parts = folder === '' ? [] : folder.split('/');
  const count = parts.findIndex((_, index) => globs.some((glob) => matches(glob, parts.slice(0, index + 1).join('/'))));
  return count === -1 ? undefined : parts.slice(0, count + 1).join('/');
}

/** What `files` (glob to wish) say of `path`; of two that fit, the later one wins, part by part. */
export const wishFor = (files: Readonly<Record<string, Wish>>, path: string): Wish =>
  Object.assign({}, ...Object.entries(files).flatMap(([glob, wish]) => (matches(glob, path) ? [wish] : [])));

/** The folder that all paths which `glob` fits lie in, or the only one that it fits; '' where they may lie anywhere. */
export function baseOf(glob: string): string {
  const bare = glob.replace(/^\.?\/+/, '').replace(/\/+$/, '');
  return bare.includes('/') ? picomatch.scan(bare).base : '';
}
