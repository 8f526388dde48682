/** URIs as paths and back: only what the server needs, for any scheme. */
import { CONFIG_NAME, isImageFile } from '../../workspace/src/index.js';
import { Recent } from './recent.js';

/** Scheme with authority, and the rest up to a query or fragment. */
const PARTS = /^([\w+.-]+:(?:\/\/[^/?#]*)?)?([^?#]*)/s;

interface Parts {
  readonly prefix: string;
  readonly path: string;
  readonly alike: string;
}

function partsOf(uri: string): Parts {
  const [, before = '', bare = ''] = PARTS.exec(uri) ?? [];
  const prefix = before === 'file:' || before === 'file://localhost' ? 'file://' : before;
  const path = decoded(bare);
  return { prefix, path, alike: isVersion(uri) ? uri : uriOf(prefix, path.replace(/(?<=[^/:])\/$/, '')) };
}

function decoded(bare: string): string {
  try {
    return decodeURIComponent(bare).replace(/^\/(?=[A-Za-z]:(?:\/|$))/, '');
  } catch {
    return bare;
  }
}

const parts = new Recent(partsOf);

/** What stands before the path: scheme and authority, as in `file://` or `vscode-vfs://github`. */
export const prefixOf = (uri: string): string => parts.of(uri).prefix;

/** The decoded path of `uri`: `C:/x` for `/C:/x`; the part after the scheme where it has no authority (`untitled:Untitled-1`). */
export const pathOf = (uri: string): string => parts.of(uri).path;

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

/** True for a file that tells what others are: the config, and a Dockerfile that takes them. */
export const tellsOfOthers = (uri: string): boolean => isConfig(uri) || (!isVersion(uri) && isImageFile(pathOf(uri)));

/** True for a document that is only in the editor. */
export const isUnsaved = (uri: string): boolean => uri.startsWith('untitled:');

/** True for another version of a file, such as editors show beside it in a diff: a query says which. */
export const isVersion = (uri: string): boolean => uri.includes('?');

/** One spelling for all that mean the same file: editors differ in what they encode. */
export const spelledAlike = (uri: string): string => parts.of(uri).alike;
