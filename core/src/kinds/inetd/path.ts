/** Which paths hold an inetd.conf, and what their place says of their inetd. */
import type { PathMatch } from '../../model/kind.js';
import { baseName } from '../../text/base-name.js';

/** `inetd.conf` with what editors, packages, templates and sudoedit put before, between and behind; never `xinetd.conf`. */
const NAME = /(?:^|[^A-Za-z\d])inetd[\w@+-]*\.conf(?:[.~-][^/]*)?$/;

/** Manual pages, archives and programs that are called after the file. */
const OTHER = /\.(?:\d[a-z]?|gz|bz2|xz|zst|html?|md|rst|tex|py|pl|sh|rb|c|go|js|ts)$/;

/** Systems, and what build systems call a tree for one, that have the inetd of BusyBox. */
const WITH_BUSYBOX = /^(?:openwrt|buildroot|rootfs[-_]overlay)$/;

/** Where it lies once it is in force. */
const READ = /(?:^|\/)etc\/inetd\.conf$/;

/** A directory that names the system. */
const SYSTEM =
  /(?:^|\/)(freebsd|netbsd|openbsd-inetd|openbsd|busybox|openwrt|buildroot|rootfs[-_]overlay|inetutils|netkit)(?:[-_.\d][^/]*)?\//i;

export function matchPath(path: string): PathMatch | undefined {
  const name = baseName(path);
  if (!NAME.test(name) || OTHER.test(name)) return undefined;
  const system = SYSTEM.exec(path)?.[1]?.toLowerCase();
  return {
    ...(READ.test(path) && { isRead: true }),
    ...(system !== undefined && { dialects: [WITH_BUSYBOX.test(system) ? 'busybox' : system] }),
  };
}
