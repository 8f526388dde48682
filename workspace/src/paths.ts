/** Paths as strings with `/`: absolute ones begin with `/` or a drive (`C:/`). */

export const isAbsolute = (path: string): boolean => /^(?:\/|[A-Za-z]:\/)/.test(path);

export const join = (folder: string, name: string): string =>
  folder === '' || folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;

/** `path` seen from the folder `from`, without `.`, `..` and doubled slashes. `from` is absolute. */
export function resolve(from: string, path: string): string {
  const whole = isAbsolute(path) ? path : join(from, path);
  const root = /^(?:[A-Za-z]:)?\//.exec(whole)?.[0] ?? '';
  const parts: string[] = [];
  for (const part of whole.slice(root.length).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return root + parts.join('/');
}

/** The folder that holds `path`; undefined at the top. */
export function parentOf(path: string): string | undefined {
  const at = path.lastIndexOf('/');
  if (at === -1 || at === path.length - 1) return undefined;
  const parent = path.slice(0, at);
  return parent === '' || /^[A-Za-z]:$/.test(parent) ? `${parent}/` : parent;
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** `path` as seen from `folder`; undefined when it does not lie in it. The folder itself is ''. */
export function relativeTo(folder: string, path: string): string | undefined {
  if (path === folder) return '';
  const lead = join(folder, '');
  const inside = lead.endsWith('/') ? lead : `${lead}/`;
  return path.startsWith(inside) ? path.slice(inside.length) : undefined;
}
