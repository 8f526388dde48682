/** Which paths hold listings. Narrow on purpose: a listing has no place of its own, and a wrong guess cries wolf. */
import type { PathMatch } from '../../model/kind.js';
import { decode, encode } from './carry.js';
import { familyNamedIn, levelGiven } from './paths.js';

interface Place {
  readonly path: RegExp;
  readonly form?: string;
}

/** First match wins. */
const places: readonly Place[] = [
  { path: /(?:^|[^A-Za-z0-9.])chkconfig(?:[-_.][^/]*)?(?:\.(?:txt|list|lst|out)|[-_]list)$/, form: 'chkconfig' },
  { path: /(?:^|[^A-Za-z0-9.])rc[0-9S]\.d\.(?:txt|listing|list|lst|ls|out|gitlinks)$/, form: 'links' },
  // A directory of links, read as one text.
  { path: /(?:^|\/)rc[0-9S]\.d\/?$/, form: 'links' },
  { path: /\.rclist$/ },
  { path: /(?:^|\/)rc-?links(?:[-_][^/.]*)?(?:\.(?:txt|list|lst|out))?$/, form: 'links' },
];

/** Which host's command is offered first. */
function dialectsOf(form: string | undefined, path: string): readonly string[] | undefined {
  const family = form === 'chkconfig' ? 'redhat' : familyNamedIn(path);
  if (family === undefined) return undefined;
  return family === 'redhat' ? ['redhat', 'debian'] : ['debian', 'redhat'];
}

export function matchPath(path: string): PathMatch | undefined {
  const place = places.find((candidate) => candidate.path.test(path));
  if (place === undefined) return undefined;
  const dialects = dialectsOf(place.form, path);
  const level = levelGiven('?', path);
  return {
    ...(place.form && { form: place.form }),
    ...(dialects && { dialects }),
    ...(level !== '?' && { carry: encode({ ...decode(''), level }) }),
  };
}
