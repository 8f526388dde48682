/** Commands that a fix gives to be copied, as seen from where the person is: rules know files by their absolute paths, which on the machine of a CI mean nothing to whoever reads the report. */
import type { Fix } from '../../../core/src/index.js';
import type { Located } from './report.js';

const escaped = (text: string): string => text.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&');

/** `fix` with the folder of the finding's file as reports name it, where that is another way to write it. */
export function fixHere<T extends Fix>(fix: T, { path, absolute }: Pick<Located, 'path' | 'absolute'>): T {
  if (fix.copy === undefined || path.startsWith('/') || !absolute.endsWith(`/${path}`)) return fix;
  const [from, to] = [absolute, path].map((one) => one.slice(0, one.lastIndexOf('/') + 1));
  const places = new RegExp(`(^|[ '])${escaped(from ?? '')}`, 'g');
  const here = to === '' || to?.startsWith('-') ? `./${to}` : to;
  const seen = (text: string) => text.replace(places, (_, before: string) => `${before}${here}`);
  return { ...fix, title: seen(fix.title), copy: seen(fix.copy) };
}
