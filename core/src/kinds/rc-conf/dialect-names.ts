/** Systems by name, and whose rc.conf each has. */
import type { DialectName } from '../../model/dialect-names.js';

export const dialectNames: readonly DialectName[] = [
  { names: ['dragonfly', 'ghostbsd', 'opnsense', 'truenas'], dialect: 'freebsd', source: 'rc.subr, taken over from FreeBSD' },
  { names: ['minix'], dialect: 'netbsd', source: 'its userland, taken over from NetBSD' },
];
