/** URIs as paths and back: only what the server needs, for any scheme. */

/** What stands before the path: scheme and authority, as in `file://` or `vscode-vfs://github`. */
export const prefixOf = (uri: string): string => /^[\w+.-]+:(?:\/\/[^/?#]*)?/.exec(uri)?.[0] ?? '';

/** The decoded path of `uri`; the part after the scheme where it has no authority (`untitled:Untitled-1`). */
export function pathOf(uri: string): string {
  const bare = uri.slice(prefixOf(uri).length).replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

/** The URI of `path` behind `prefix`. */
export const uriOf = (prefix: string, path: string): string => `${prefix}${path.split('/').map(encodeURIComponent).join('/')}`;
