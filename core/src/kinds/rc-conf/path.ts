/** Which paths hold an rc.conf. OpenRC, Arch and a file manager have files of that name too: nothing in them is taken for a service. */
import type { PathMatch } from '../../model/kind.js';
import { bareName } from '../../text/template.js';

const PLACES = [/(?:^|\/)etc\/rc\.conf\.d\/[^/.][^/]*(?:\/[^/.][^/]*)?$/, /(?:^|\/)rc\.conf(?:\.local)?$/, /\.rc\.conf$/];

/** Where they lie once they are in force. */
const READ = /(?:^|\/)etc\/rc\.conf(?:\.local|\.d\/[^.][^/]*)?$/;

/** The file manager ranger keeps its keys in one. */
const OTHERS = /(?:^|\/)ranger\//;

export function matchPath(path: string): PathMatch | undefined {
  const bare = bareName(path);
  if (OTHERS.test(bare) || !PLACES.some((place) => place.test(bare))) return undefined;
  return { ...(READ.test(path) && { isRead: true }), ...(bare.endsWith('.local') && { dialects: ['openbsd', 'freebsd'] }) };
}

/** How sysrc is told which file to change: it is /etc/rc.conf unless one says so, and what stands in another would outvote that. */
export function sysrcFile(path: string): string {
  const file = /(?:^|\/)((?:usr\/local\/)?etc\/rc\.conf(?:\.local|\.d\/[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)?))$/.exec(path)?.[1];
  return file === undefined ? '' : ` -f /${file}`;
}

/** True for the file of what FreeBSD sets where nobody says otherwise: it is the system's own, and a new version replaces it. */
export const isDefaults = (path: string): boolean => /(?:^|\/)etc\/defaults\/rc\.conf$/.test(path);
