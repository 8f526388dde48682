/** Systems by name, and whose runlevels each has. */
import { debianLike, redHatLike } from '../../knowledge/systems.js';
import type { DialectName } from '../../model/dialect-names.js';

export const dialectNames: readonly DialectName[] = [
  { names: redHatLike, dialect: 'redhat', source: 'chkconfig of Red Hat' },
  { names: debianLike, dialect: 'debian', source: 'update-rc.d and insserv of Debian' },
];
