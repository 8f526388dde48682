/** Systems by name, and the cron that each has. */
import { busyboxLike, debianLike, redHatLike } from '../../../knowledge/systems.js';
import type { DialectName } from '../../../model/dialect-names.js';

export const dialectNames: readonly DialectName[] = [
  { names: debianLike, dialect: 'debian', source: 'the package cron, taken over from Debian' },
  {
    names: redHatLike,
    dialect: 'cronie',
    source: 'the package cronie; Red Hat Enterprise Linux up to 5 had vixie-cron, which nobody measured for this table',
  },
  { names: ['suse', 'sles', 'opensuse'], dialect: 'cronie', source: 'the package cronie' },
  { names: ['arch', 'manjaro'], dialect: 'cronie', source: 'cronie is the cron of the core repository' },
  { names: ['gentoo'], dialect: 'cronie', source: 'cronie is the first that virtual/cron asks for' },
  {
    names: ['slackware'],
    dialect: 'dcron',
    source: 'the package dcron of its series a: 4.5, with patches that leave alone what a line means',
  },
  { names: busyboxLike, dialect: 'busybox', source: 'crond is an applet of the BusyBox that the system is made of' },
  {
    names: ['macos', 'darwin'],
    dialect: 'freebsd',
    source: "Apple's cron is made of FreeBSD's: cron(8) has its -s and -o. What Apple added, as @AppleNotOnBattery, is not known here",
  },
  {
    names: ['solaris', 'aix', 'hpux', 'hp-ux'],
    dialect: 'posix',
    source:
      'a cron of System V, without steps, names, `@` words and assignments: crontab.c of AIX, read; HP-UX and Solaris up to 10 from memory. What later ones take besides is not known here',
  },
];
