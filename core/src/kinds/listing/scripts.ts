/** From links to the scripts of init.d, as far as the host tells of them. */
import type { Host, InitScript } from '../../model/host.js';
import type { Link } from './model.js';

/** The script in init.d that the link leads to; undefined where it leads elsewhere, as S99local does, or the listing does not tell. */
export function scriptOf({ target }: Link): string | undefined {
  return target && /(?:^|\/)init\.d\/([^/]+?)\*?$/.exec(target.text)?.[1];
}

/** The script that the link is for: by its target, else by its own name. */
export const scriptNameOf = (link: Link): string => scriptOf(link) ?? link.name.text;

/** What the header of the link's script says; undefined where nobody knows. */
export const headerOf = (link: Link, { scripts }: Host): InitScript | undefined => scripts?.byName.get(scriptNameOf(link));
