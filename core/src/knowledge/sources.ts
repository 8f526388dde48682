/** The sources that facts are taken from. */
import type { SourceId } from './fact.js';

export interface Source {
  readonly title: string;
  /** Absent where no address is stable. */
  readonly url?: string;
  /** What was taken from it. */
  readonly note: string;
}

export const sources: Readonly<Record<SourceId, Source>> = {
  ART: {
    title: 'Jay Beale, "Killing Daemons!", SecurityPortal, 5 December 2000',
    note: 'The verdicts on the boot scripts of Red Hat 6.x.',
  },
  BAS: {
    title: 'Bastille Linux',
    url: 'https://github.com/discogestalt/bastille-linux',
    note: 'Its questions and the services it turns off.',
  },
  TIG: {
    title: 'tiger 3.2.4, as in Debian',
    url: 'https://sources.debian.org/src/tiger/',
    note: 'Its explanations of inetd and cron findings.',
  },
  LYN: { title: 'Lynis', url: 'https://cisofy.com/lynis/', note: 'Its tests of super-servers, mail, cron and others.' },
  CAC: {
    title: 'ComplianceAsCode content',
    url: 'https://github.com/ComplianceAsCode/content',
    note: 'Its rules, with the CIS and STIG numbers they name.',
  },
  CVE: { title: 'CVE', url: 'https://www.cve.org/', note: 'The record of each identifier.' },
  CERT: { title: 'CERT Coordination Center', url: 'https://www.kb.cert.org/vuls/', note: 'Advisories and vulnerability notes.' },
  NMAP: { title: 'nmap-services and nmap-rpc of Nmap 7.93', url: 'https://nmap.org/', note: 'Ports, service names, RPC programs.' },
  RH60: { title: 'A listing of rc3.d of Red Hat Linux 6.0', note: 'Start and kill numbers.' },
  RH7: { title: 'A listing of rc5.d of Red Hat Linux 7', note: 'Start and kill numbers; the copy breaks off at 14.' },
  RHEL: { title: 'A listing of rc5.d of Red Hat Enterprise Linux 5', note: 'Start numbers.' },
  RC0: {
    title: 'Listings of rc0.d and rc6.d of Red Hat systems from 6 to Enterprise Linux 6',
    note: 'Kill numbers, and start numbers beside them.',
  },
  AIX: { title: 'inetd.conf in the manual of AIX 7.3', note: 'What is off by default there.' },
  FIELD: { title: 'Field notes of daemonlint', note: 'Read in the source of the programs, in their manuals or in real files.' },
  OURS: { title: 'daemonlint', note: 'Our own judgement.' },
};
