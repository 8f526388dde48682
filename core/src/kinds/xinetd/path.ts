/** Which paths hold xinetd's configuration, and what a name in xinetd.d means. */
import type { PathMatch } from '../../model/kind.js';
import { baseName } from '../../text/base-name.js';
import { bareName } from '../../text/template.js';
import { encode } from './carry.js';

const MAIN = /(?:^|[^A-Za-z\d])xinetd[\w@+-]*\.conf(?:[.~-][^/]*)?$/;

/** Where the main file lies once it is in force. */
const READ = /(?:^|\/)etc\/xinetd\.conf$/;

/** Manual pages, archives and programs that are called after the file. */
const OTHER = /\.(?:\d[a-z]?|gz|bz2|xz|zst|html?|md|rst|tex|py|pl|sh|rb|c|go|js|ts)$/;

/** As packages keep what goes into xinetd.d: `tftp.xinetd`. */
const PACKAGED = /[^/][._-]xinetd(?:\.in)?$/;

const FOLDER = /(?:^|\/)xinetd\.d\/([^/]+)$/;

/** What lies there on purpose and is not to be read: files of packages, editors and version control. */
const PASSED_OVER =
  /^\.|~$|,v$|^#.*#$|\.(?:dpkg-\w+|rpm(?:save|orig|new)|swp|bak|orig|old|disabled|off|cfsaved|md)$|^(?:README.*|Makefile.*)$/i;

/** The name in xinetd.d that the file at `path` will have where it is put; undefined elsewhere. */
export const nameIn = (path: string): string | undefined => FOLDER.exec(bareName(path))?.[1];

/** True for a name that includedir passes over. */
export const isUnread = (name: string): boolean => name.includes('.') || name.endsWith('~');

export function matchPath(path: string): PathMatch | undefined {
  const name = nameIn(path);
  if (name !== undefined) {
    if (PASSED_OVER.test(name) || OTHER.test(name)) return undefined;
    return isUnread(name) ? { carry: encode({ unread: true }) } : { isRead: true };
  }
  const base = baseName(path);
  if (!(MAIN.test(base) && !OTHER.test(base)) && !PACKAGED.test(bareName(base))) return undefined;
  return READ.test(path) ? { isRead: true } : {};
}
