/** URIs as paths and back: only what the server needs, for any scheme. */
import { CONFIG_NAME } from '../../workspace/src/index.js';

/** Scheme with authority, and the rest up to a query or fragment. */
const PARTS = /^([\w+.-]+:(?:\/\/[^/?#]*)?)?([^?#]*)/s;

/** What stands before the path: scheme and authority, as in `file://` or `vscode-vfs://github`. */
export function prefixOf(uri: string): string {
  const prefix = PARTS.exec(uri)?.[1] ?? '';
  return prefix === 'file:' || prefix === 'file://localhost' ? 'file://' : prefix;
}

/** The decoded path of `uri`: `C:/x` for `/C:/x`; the part after the scheme where it has no authority (`untitled:Untitled-1`). */
export function pathOf(uri: string): string {
  const bare = PARTS.exec(uri)?.[2] ?? '';
  try {
    return decodeURIComponent(bare).replace(/^\/(?=[A-Za-z]:(?:\/|$))/, '');
  } catch {
    return bare;
  }
}

const encodePart = (part: string): string =>
  encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** The URI of `path` behind `prefix`, spelled as VS Code spells it. */
export const uriOf = (prefix: string, path: string): string =>
  `${prefix}${/^[A-Za-z]:(?:\/|$)/.test(path) ? '/' : ''}${path.split('/').map(encodePart).join('/')}`;

/** True for the file of a project's settings itself. */
export const isConfig = (uri: string): boolean => !isVersion(uri) && pathOf(uri).endsWith(`/${CONFIG_NAME}`);

/** True for another version of a file, such as editors show beside it in a diff: a query says which. */
export const isVersion = (uri: string): boolean => uri.includes('?');

/** One spelling for all that mean the same file: editors differ in what they encode. */
export const spelledAlike = (uri: string): string =>
  isVersion(uri) ? uri : uriOf(prefixOf(uri), pathOf(uri).replace(/(?<=[^/:])\/$/, ''));
