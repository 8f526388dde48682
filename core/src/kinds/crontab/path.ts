/** Which paths hold crontabs, and what their place says of their form and their cron. */
import type { PathMatch } from '../../model/kind.js';
import { bareName } from '../../text/template.js';
import { ANACRONTAB } from './reading/shape.js';

const DEBIAN_CRONIE = ['debian', 'cronie'] as const;

interface Place extends PathMatch {
  readonly path: RegExp;
}

/** Temporary files of `crontab -e` and sudoedit: their random letters may look like any ending. */
const TEMPORARY = /(?:^|\/)tmp\/crontab\.?[A-Za-z0-9]{6,10}$/;

/** Endings of programs, pages and data, which lie beside crontabs in many trees: no cron file has them, or none that its cron would read on Debian. */
const OTHER =
  /\.(?:[1-9][a-z]*|adoc|c|cc|cpp|css|csv|diff|go|h|html?|ini|java|gif|gz|jpe?g|js|json|log|lua|m4|md|mjs|patch|php|pl|pm|png|po|pot|pyi?|rb|rs|rst|sh|spec|sql|svg|swp|toml|ts|vim|xml|xsl|xz|ya?ml|zip)$/i;

/** What ends in .sh in cron.d is as often a crontab that Debian's cron passes over; a script says so in its first line. */
const DROPPED_IN = /(?:^|\/)etc\/cron\.d\/[^/]+\.sh$/;

/** Names that no cron reads, or that are known to be something else: notes, backups of editors and packages, completions of a shell. */
const NEVER =
  /(?:^|\/)(?:README|COPYING|LICENSE|CHANGELOG|Makefile)[^/]*$|~$|#$|\.(?:dpkg-\w+|rpm(?:new|save|orig)|(?:bak|orig|old|disabled)(?:[-_.]?\d[\w-]*)?)$|(?:^|\/)completions?\/[^/]*$/;

/** Folders that name a system whose crond is BusyBox's, as those of images do: what lies there otherwise than in a place of its own is read by it. */
const BUSYBOX = /(?:^|\/)(?:alpine|busybox|openwrt|buildroot|rootfs[-_]overlay)(?:[-_.\d][^/]*)?\//i;

/** The same for the one whose cron is dcron. */
const SLACKWARE = /(?:^|\/)slackware(?:64)?(?:[-_.\d][^/]*)?\//i;

/** Whose cron reads what lies at `path`, by a folder that names the system. */
const dialectsAbove = (path: string): PathMatch['dialects'] =>
  BUSYBOX.test(path) ? ['busybox'] : SLACKWARE.test(path) ? ['dcron'] : undefined;

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
  { path: /(?:^|\/)cron\.d\/[^/]+$/, form: 'system', dialects: DEBIAN_CRONIE, isRead: true },
  { path: /(?:^|\/)var\/cron\/tabs\/[^/]+$/, form: 'user', dialects: ['freebsd', 'openbsd'], isRead: true },
  // macOS, whose cron is FreeBSD's.
  { path: /(?:^|\/)(?:var\/at|usr\/lib\/cron)\/tabs\/[^/]+$/, form: 'user', dialects: ['freebsd'], isRead: true },
  { path: new RegExp(`${BUSYBOX.source}(?:.*/)?spool/cron/[^/]+$`, 'i'), form: 'user', isRead: true },
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
  const dialects = place.dialects ?? dialectsAbove(bare);
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
