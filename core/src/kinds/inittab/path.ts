/** Which paths hold an inittab, and what their place says of their init. */
import type { PathMatch } from '../../model/kind.js';
import { baseName } from '../../text/base-name.js';

/** `inittab` with what packages, templates and boards put before and behind; the files of inittab.d. */
const NAME = /(?:^|[^A-Za-z\d])inittab(?:[.~_-][^/]*)?$/;
const FOLDER = /(?:^|\/)inittab\.d\/[^/]+\.tab$/;

/** Where it lies once it is in force. */
const READ = /(?:^|\/)etc\/inittab$/;

/** Manual pages, archives, programs and style sheets that are called after the file. */
const OTHER = /\.(?:\d[a-z]?|gz|bz2|xz|zst|html?|md|rst|tex|py|pl|sh|rb|c|go|js|ts|xsl|xml|json|ya?ml)$/;

/** Files of this name that no init reads: Solaris lists DHCP options in one, and poeigl has terminals in its own. */
const FOREIGN = /(?:^|\/)(?:dhcp|poeigl)\/[^/]*$/;

const BUSYBOX = /(?:^|\/|[-_])(?:busybox|buildroot|openwrt|initramfs|rootfs[-_]overlay)(?:[-_.\d/]|$)/i;

export function matchPath(path: string): PathMatch | undefined {
  const name = baseName(path);
  if (!(NAME.test(name) || FOLDER.test(path)) || OTHER.test(name) || FOREIGN.test(path)) return undefined;
  return { ...(READ.test(path) && { isRead: true }), ...(BUSYBOX.test(path) && { dialects: ['busybox'] }) };
}
