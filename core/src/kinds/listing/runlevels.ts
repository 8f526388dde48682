/** The runlevels, and what entering each means. */

const meanings: Readonly<Record<string, string>> = {
  '0': 'the host is halted',
  '1': 'single user: repairs, without network',
  '2': 'several users: the usual one on Debian, without network services on Red Hat',
  '3': 'several users with network: the usual one of a Red Hat server',
  '4': 'left to the site; like 3 or 5 as it comes',
  '5': 'like 3 with a graphical login',
  '6': 'the host is rebooted',
  S: 'once at boot, before any other',
  B: 'once at boot',
};

export const meaningOfLevel = (level: string): string | undefined => (Object.hasOwn(meanings, level) ? meanings[level] : undefined);

/** False for runlevels 0 and 6: what is called there is called with `stop`. */
export const startsAt = (level: string): boolean => level !== '0' && level !== '6';

/** False for runlevels 0, 1 and 6: what is called there says nothing of services being on. Those unknown may be others. */
export const tellsOfServices = (level: string): boolean => !/^[016]$/.test(level);

/** Runlevels in which a host does its work, those unknown included. */
export const mayWorkAt = (level: string): boolean => /^(?:[2-5SB?]|default)$/.test(level);
