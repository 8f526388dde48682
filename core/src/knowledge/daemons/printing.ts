/** Daemons that print. */
import { bastille, cac, cert, cve, freebsd, lynis, offUnless, say, tcp, unmentioned } from '../build.js';
import type { Fact } from '../fact.js';

export const printers: readonly Fact[] = [
  {
    id: 'lpd',
    name: 'lpd',
    type: 'daemon',
    article: offUnless('this host prints'),
    level: 'info',
    what: say('The line printer daemon of BSD, which holds print jobs and takes them from other hosts.', 'ART'),
    risk: say(
      'LPRng, one of its kinds, let strangers run code as root in 2000; lpr, lpq and lprm are privileged too.',
      'CVE',
      'CERT',
      'ART',
    ),
    today: say('CUPS listening on this host alone, or no print server.', 'CAC', 'OURS'),
    aliases: { scripts: ['lpd', 'lprng', 'lpr'], units: ['lpd', 'lprng'], programs: ['lpd'] },
    names: {
      redhat: ['lpd'],
      debian: ['lprng'],
      openrc: ['lprng'],
      freebsd: freebsd('lpd'),
      openbsd: ['lpd'],
      notes: { redhat: 'The article also takes all permissions from lpq, lpr and lprm in /usr/bin (`chmod 000`): note their modes first.' },
    },
    ports: [tcp(515)],
    links: [{ system: 'Red Hat 6.0', start: 60, sources: ['RH60'] }],
    references: [
      cert('CA-2000-22: input validation in LPRng'),
      cve('CVE-2000-0917'),
      cac('service_cups_disabled', 'CIS SLE, 2.2.4'),
      lynis('PRNT-2314'),
      lynis('PRNT-2304'),
      bastille('Printing', 'printing'),
    ],
    same: ['printer'],
  },
  {
    id: 'cups',
    name: 'cups',
    type: 'daemon',
    article: unmentioned,
    level: 'none',
    what: say('The print server of today, which speaks IPP; it is no lpd.', 'OURS'),
    risk: say('Where it listens on all interfaces, anyone may send it jobs.', 'LYN', 'CAC'),
    today: say('CUPS itself with `Listen localhost:631`, or none where nobody prints.', 'LYN', 'CAC'),
    aliases: { scripts: ['cups', 'cupsd', 'cupsys'], units: ['cups', 'cups.socket', 'cups.path'], programs: ['cupsd'] },
    names: {
      redhat: ['cups'],
      debian: ['cups'],
      systemd: ['cups.service', 'cups.socket', 'cups.path'],
      openrc: ['cupsd'],
      freebsd: freebsd('cupsd'),
      openbsd: ['cupsd'],
    },
    ports: [tcp(631)],
    links: [{ system: 'RHEL 5', kill: 10, sources: ['RC0'] }],
    references: [cac('service_cups_disabled', 'CIS SLE, 2.2.4')],
  },
];
