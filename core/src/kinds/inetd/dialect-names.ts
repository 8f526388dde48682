/** Systems by name, and the inetd that each has. */
import { busyboxLike, debianLike } from '../../knowledge/systems.js';
import type { DialectName } from '../../model/dialect-names.js';

export const dialectNames: readonly DialectName[] = [
  {
    names: ['debian', ...debianLike],
    dialect: 'openbsd-inetd',
    source: 'the package openbsd-inetd is what inet-superserver asks for first',
  },
  { names: busyboxLike, dialect: 'busybox', source: 'inetd is an applet of the BusyBox that the system is made of' },
  { names: ['gnu', 'hurd', 'guix'], dialect: 'inetutils', source: 'GNU inetutils is the inetd of the GNU system' },
  { names: ['solaris', 'aix', 'hpux', 'hp-ux'], dialect: 'sysv', source: 'inetd.conf of the System V family: its types and protocols' },
];
