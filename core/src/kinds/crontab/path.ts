/** Which paths hold crontabs, and what their place says of their form and their cron. */
import type { PathMatch } from '../../model/kind.js';
import { bareName } from '../../text/template.js';
import { ANACRONTAB } from './reading/shape.js';

const DEBIAN_CRONIE = ['debian', 'cronie'] as const;

interface Place extends PathMatch {
  readonly path: RegExp;
  /** Those that read such a place besides, where a folder names one. */
  readonly ifNamed?: readonly string[];
}

/** Temporary files of `crontab -e` and sudoedit: their random letters may look like any ending. */
const TEMPORARY = /(?:^|\/)tmp\/crontab\.?[A-Za-z0-9]{6,10}$/;

/** Endings of programs, pages and data, which lie beside crontabs in many trees: no cron file has them, or none that its cron would read on Debian. */
const OTHER =
  /\.(?:[1-9][a-z]*|adoc|c|cc|cpp|css|csv|diff|go|h|html?|ini|java|gif|gz|jpe?g|js|json|log|lua|m4|md|mjs|patch|php|pl|pm|png|po|pot|pyi?|rb|rs|rst|sh|spec|sql|svg|swp|toml|ts|vim|xml|xsl|xz|ya?ml|zip)$/i;

/** What ends in .sh in cron.d is as often a crontab that Debian's cron passes over; a script says so in its first line. */
const DROPPED_IN = /(?:^|\/)etc\/cron\.d\/[^/]+\.sh$/;

/** Names that no cron reads, or that are known to be something else: notes, backups of editors and packages, completions of a shell, and what another scheduler runs. */
const NEVER =
  /(?:^|\/)(?:README|COPYING|LICENSE|CHANGELOG|Makefile)[^/]*$|~$|#$|\.(?:dpkg-\w+|rpm(?:new|save|orig)|(?:bak|orig|old|disabled)(?:[-_.]?\d[\w-]*)?)$|(?:^|\/)completions?\/[^/]*$|(?:^|\/)[^/]*supercronic[^/]*(?:\/[^/]*)?$/;

/** The name of a folder that is called after one of `names`, as those of images are: `alpine`, `debian-12`, `backup-alpine3.20`. */
const after = (names: string): RegExp => new RegExp(`(?:^|[-_.])(?:${names})(?:[-_.\\d]|$)`, 'i');

const SMALL = 'alpine|busybox|openwrt|buildroot|rootfs[-_]overlay';

/** What lies in such a folder is read by this cron. One that names its cron goes before one that names a system, which may have several. */
const folders: readonly { readonly name: RegExp; readonly dialect: string }[] = [
  { name: after('dcron|slackware(?:64)?'), dialect: 'dcron' },
  { name: after('cronie'), dialect: 'cronie' },
  { name: after(SMALL), dialect: 'busybox' },
  {
    name: after('rocky(?:linux)?|alma(?:linux)?|centos|fedora|rhel|oraclelinux|amazonlinux|opensuse|suse|sles|archlinux'),
    dialect: 'cronie',
  },
  { name: after('debian|ubuntu'), dialect: 'debian' },
];

/** What the nearest folder above `path` names that names any. A home is called after its user, not after a system. */
function namedAbove(path: string): string | undefined {
  const above = path.split('/').slice(0, -1);
  for (let at = above.length - 1; at >= 0; at--) {
    const found = folders.find(({ name }) => name.test(above[at] ?? ''));
    if (found && !/^(?:home|Users)$/.test(above[at - 1] ?? '')) return found.dialect;
  }
  return undefined;
}

/** Whose cron reads what lies at `path`, of those that read such a place. */
function dialectsAt({ dialects, ifNamed = [] }: Place, path: string): PathMatch['dialects'] {
  const named = dialects?.length === 1 ? undefined : namedAbove(path);
  const isOne = named !== undefined && (dialects?.includes(named) !== false || ifNamed.includes(named));
  return isOne ? [named] : dialects;
}

/** What people put behind `crontab` for whose it is, or for which of several hosts. */
const BEHIND =
  'root|user|system|local|daily|hourly|weekly|monthly|txt|in|dist|default|example|sample|new|save|tmp|prod(?:uction)?|stag(?:e|ing)|dev(?:el(?:opment)?)?|test(?:ing)?|qa|uat|live';

/** First match wins. */
const places: readonly Place[] = [
  { path: /(?:^|\/)cron\.(?:hourly|daily|weekly|monthly)\/[^/]+$/, form: 'none' },
  { path: /(?:^|\/)cron\.d\/\.placeholder$/, form: 'none' },
  { path: /(?:^|\/)anacrontab$/, form: ANACRONTAB, formIsSure: true, dialects: DEBIAN_CRONIE },
  { path: /(?:^|\/)(?:openwrt|busybox)[^/]*\/.*\/?crontabs\/[^/]+$/i, form: 'user', dialects: ['busybox'] },
  { path: /(?:^|\/)etc\/crontabs\/[^/]+$/, form: 'user', dialects: ['busybox'], isRead: true },
  { path: /(?:^|\/)etc\/crontab$/, form: 'system', dialects: DEBIAN_CRONIE, isRead: true },
  { path: /(?:^|\/)usr\/local\/etc\/cron\.d\/[^/]+$/, form: 'system', dialects: ['freebsd'], isRead: true },
  // A folder for `crond -c` of BusyBox, as in modules of Android: there the file is called after its user.
  { path: /(?<!(?:^|\/)etc\/)cron\.d\/root$/, form: 'user' },
  { path: /(?:^|\/)cron\.d\/[^/]+$/, form: 'system', dialects: DEBIAN_CRONIE, ifNamed: ['dcron'], isRead: true },
  { path: /(?:^|\/)var\/cron\/tabs\/[^/]+$/, form: 'user', dialects: ['freebsd', 'openbsd'], isRead: true },
  // macOS, whose cron is FreeBSD's.
  { path: /(?:^|\/)(?:var\/at|usr\/lib\/cron)\/tabs\/[^/]+$/, form: 'user', dialects: ['freebsd'], isRead: true },
  {
    path: new RegExp(`(?:^|/)(?:${SMALL})(?:[-_.\\d][^/]*)?/(?:.*/)?spool/cron/[^/]+$`, 'i'),
    form: 'user',
    dialects: ['busybox'],
    isRead: true,
  },
  // Red Hat and Arch, and SUSE: no other cron has its tabs there.
  { path: /(?:^|\/)spool\/cron\/(?:tabs\/)?[^/]+$/, form: 'user', dialects: ['cronie'], isRead: true },
  { path: /(?:^|\/)spool\/cron\/crontabs\/[^/]+$/, form: 'user', isRead: true },
  { path: /(?:^|\/)crontabs\/[^/]+$/, form: 'user', isRead: true },
  { path: /(?:^|\/)var\/tmp\/crontab\.?[A-Za-z0-9]{8}$/, form: 'system' },
  { path: /(?:^|\/)tmp\/crontab\.[A-Za-z0-9]{6,10}(?:\/crontab)?$/, form: 'user' },
  // Where Debian's packages keep what dh_installcron puts into cron.d, and others after them.
  { path: /(?:^|\/)debian\/(?:[^/]+\.)?cron\.d(?:\.in)?$/, form: 'system', dialects: ['debian'] },
  { path: /(?:^|\/)[^/]+\.cron\.d(?:\.in)?$/, form: 'system', dialects: DEBIAN_CRONIE },
  { path: new RegExp(`(?:^|/)\\.?crontab(?:[._-](?:${BEHIND}))?$`), form: 'user' },
  { path: /(?:^|\/)[^/]+\.(?:crontab|cron)(?:\.in)?$/, form: 'user' },
  { path: /(?:^|\/)(?:[\w.-]+[._-])?(?:crontabs?|cron[._-]?jobs?)$/, form: 'user', isGuess: true },
  {
    path: /(?:^|\/)(?:crontab[._-][\w.-]+|(?:[\w.-]+[._-])?cron(?:tabs?|jobs?|s)?\.(?:txt|conf|cfg|list|tab))$/,
    form: 'user',
    isGuess: true,
  },
];

export function matchPath(path: string): PathMatch | undefined {
  const bare = bareName(path);
  if (((OTHER.test(bare) && !DROPPED_IN.test(bare)) || NEVER.test(bare)) && !TEMPORARY.test(bare)) return undefined;
  const place = places.find((candidate) => candidate.path.test(bare));
  if (place === undefined || place.form === 'none') return undefined;
  const dialects = dialectsAt(place, bare);
  return {
    ...(place.form && { form: place.form }),
    ...(place.formIsSure && { formIsSure: true }),
    ...(place.isGuess && { isGuess: true }),
    ...(place.isRead && { isRead: true }),
    ...(dialects && { dialects }),
  };
}

/** Who owns the crontab at `path`, by its name in the spool; undefined where that does not say. */
export const ownerIn = (path: string): string | undefined => /(?:^|\/)(?:crontabs|tabs|spool\/cron)\/([a-z_][\w.-]*\$?)$/i.exec(path)?.[1];
