/** Which paths hold listings. Narrow on purpose: a listing has no place of its own, and a wrong guess cries wolf. */
import type { PathMatch } from '../../model/kind.js';
import { decode, encode, type Section } from './carry.js';
import { familyNamedIn, levelGiven } from './paths.js';
import { rcctlSection } from './tables/rcctl.js';
import { runlevelSection } from './tables/runlevel-links.js';
import { wantsSection } from './tables/wants.js';

interface Place {
  readonly path: RegExp;
  readonly form?: string;
}

/** A file that says which command wrote it: `web1-systemctl-list-unit-files.txt`, and as support tools name theirs, `systemctl_list-units_--all`. */
const named = (command: string): RegExp =>
  new RegExp(`(?:^|[^A-Za-z0-9.])(?:${command})(?:[-_.][^/]*)?\\.(?:txt|list|lst|out)$|/systemctl_${command}(?:_[-\\w]*)?$`);

/** `service-e.txt`, `service_-e.txt`. */
const ENABLED = 'service[-_]+e(?:nabled)?';

/** First match wins. */
const places: readonly Place[] = [
  { path: /(?:^|[^A-Za-z0-9.])chkconfig(?:[-_.][^/]*)?(?:\.(?:txt|list|lst|out)|[-_]list)$/, form: 'chkconfig' },
  { path: /(?:^|[^A-Za-z0-9.])rc[0-9S]\.d\.(?:txt|listing|list|lst|ls|out|gitlinks)$/, form: 'links' },
  // A directory of links, read as one text.
  { path: /(?:^|\/)rc[0-9S]\.d\/?$/, form: 'links' },
  { path: /(?:^|\/)[\w@.:-]+\.wants\/?$/, form: 'wants' },
  { path: /(?:^|\/)etc\/runlevels\/[\w.-]+\/?$/, form: 'openrc' },
  { path: named('list-unit-?files'), form: 'unit-files' },
  { path: named('list-units'), form: 'units' },
  { path: named('(?:service[-_]+)?status-all'), form: 'status' },
  { path: named('rc-update'), form: 'openrc' },
  { path: named('rcctl-ls'), form: 'rcctl' },
  { path: named('svcs|inetadm'), form: 'smf' },
  { path: named(ENABLED), form: 'rc-scripts' },
  { path: /\.rclist$/ },
  { path: /(?:^|\/)rc-?links(?:[-_][^/.]*)?(?:\.(?:txt|list|lst|out))?$/, form: 'links' },
];

/** Which host's command is offered first. */
function dialectsOf(form: string | undefined, path: string): readonly string[] | undefined {
  const family = form === 'chkconfig' ? 'redhat' : familyNamedIn(path);
  if (family === undefined) return undefined;
  return family === 'redhat' ? ['redhat', 'debian'] : ['debian', 'redhat'];
}

/** What the file's name tells of its lines: `rcctl-ls-on.txt` holds what is on, and `multi-user.target.wants` what that target wants. */
const sectionGiven = (path: string): Section =>
  wantsSection(path) ??
  runlevelSection(path) ??
  rcctlSection(/rcctl-ls-(on|off|started)\b/.exec(path)?.[1]) ??
  (named(ENABLED).test(path) ? 'service-e' : '');

export function matchPath(path: string): PathMatch | undefined {
  const place = places.find((candidate) => candidate.path.test(path));
  if (place === undefined) return undefined;
  const dialects = dialectsOf(place.form, path);
  const level = levelGiven('?', path);
  const section = sectionGiven(path);
  return {
    ...(place.form && { form: place.form }),
    ...(dialects && { dialects }),
    ...((level !== '?' || section !== '') && { carry: encode({ ...decode(''), level, section }) }),
  };
}
