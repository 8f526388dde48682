// What scratch hosts of several families hold.
import type { Item, Tree } from '../scratch.js';

export const INETD = [
  '# servers',
  'ftp\tstream\ttcp\tnowait\troot\t/usr/sbin/tcpd\tin.ftpd -l -a',
  'telnet\tstream\ttcp\tnowait\troot\t/usr/sbin/tcpd\tin.telnetd',
  '#finger stream tcp nowait nobody /usr/sbin/tcpd in.fingerd',
  'finger stream tcp nowait nobody /usr/sbin/tcpd in.fingerd',
  '',
].join('\n');

export const CRONTAB = 'SHELL=/bin/sh\n01 * * * * root run-parts /etc/cron.hourly\n30 6 * * 1 root /etc/rc.d/init.d/snmpd restart';

export const script: Item = { text: '#!/bin/sh\n', mode: 0o755 };

export const KILL = ':';

/** `service NAME oneCOMMAND` of FreeBSD and NetBSD. */
export const RC_SERVICE = `
case $2 in
  onestatus) [ -e "$R/run/$1" ] ;;
  onestart) touch "$R/run/$1" ;;
  onestop) rm "$R/run/$1" ;;
esac`;

/** S and K links in the runlevels of `folder`: the number in the levels where it is on, else a K link. */
export const rcLinks = (
  folder: string,
  target: string,
  services: Readonly<Record<string, readonly [number: string, levels: string]>>,
): Tree =>
  Object.fromEntries(
    Object.entries(services).flatMap(([name, [number, on]]) =>
      [...'2345'].map((level): [string, Item] => [
        `${folder}/rc${level}.d/${on.includes(level) ? 'S' : 'K'}${number}${name}`,
        { link: `${target}/${name}` },
      ]),
    ),
  );

export const scripts = (folder: string, names: readonly string[]): Tree =>
  Object.fromEntries(names.map((name) => [`${folder}/${name}`, script]));
