/** How a daemon or service is turned off, and on again, on each system. */
import type { Fact, FreeBsdName, SystemNames } from './fact.js';

/** `inetd` is any system whose inetd reads /etc/inetd.conf. */
export type System = 'Red Hat' | 'Debian' | 'systemd' | 'OpenRC' | 'FreeBSD' | 'OpenBSD' | 'inetd';

export interface Commands {
  readonly system: System;
  /** Commands to run one after the other as root. */
  readonly off: readonly string[];
  readonly on: readonly string[];
  /** A sentence or two on what else to do or to know. */
  readonly note?: string;
}

const advice = (system: System, off: readonly string[], on: readonly string[], note?: string): Commands => ({
  system,
  off,
  on,
  ...(note !== undefined && { note }),
});

const each = (names: readonly string[], ...commands: readonly ((name: string) => string)[]): string[] =>
  commands.flatMap((command) => names.map(command));

const redHat = (names: readonly string[], note?: string): Commands =>
  advice(
    'Red Hat',
    each(
      names,
      (name) => `chkconfig ${name} off`,
      (name) => `/etc/rc.d/init.d/${name} stop`,
    ),
    each(
      names,
      (name) => `chkconfig ${name} on`,
      (name) => `/etc/rc.d/init.d/${name} start`,
    ),
    note,
  );

const xinetd = (names: readonly string[]): Commands =>
  advice(
    'Red Hat',
    each(names, (name) => `chkconfig ${name} off`),
    each(names, (name) => `chkconfig ${name} on`),
    'With xinetd, that is Red Hat 7 and later; before, as with inetd.',
  );

const debian = (names: readonly string[], note?: string): Commands =>
  advice(
    'Debian',
    each(
      names,
      (name) => `update-rc.d ${name} disable`,
      (name) => `invoke-rc.d ${name} stop`,
    ),
    each(
      names,
      (name) => `update-rc.d ${name} enable`,
      (name) => `invoke-rc.d ${name} start`,
    ),
    note,
  );

const updateInetd = (name: string): Commands =>
  advice(
    'Debian',
    [`update-inetd --disable ${name}`],
    [`update-inetd --enable ${name}`],
    'It marks the line with #<off># and signals inetd; a package may turn such a line on again.',
  );

const systemd = (units: readonly string[], note?: string): Commands =>
  advice('systemd', [`systemctl disable --now ${units.join(' ')}`], [`systemctl enable --now ${units.join(' ')}`], note);

const openRc = (names: readonly string[]): Commands =>
  advice(
    'OpenRC',
    each(
      names,
      (name) => `rc-update -a del ${name}`,
      (name) => `rc-service ${name} stop`,
    ),
    each(
      names,
      (name) => `rc-update add ${name} default`,
      (name) => `rc-service ${name} start`,
    ),
  );

const freeBsd = ({ services, off, on }: FreeBsdName, note?: string): Commands =>
  advice(
    'FreeBSD',
    [`sysrc ${off.join(' ')}`, ...services.map((name) => `service ${name} onestop`)],
    [`sysrc ${on.join(' ')}`, ...services.map((name) => `service ${name} start`)],
    note,
  );

const openBsd = (names: readonly string[]): Commands =>
  advice(
    'OpenBSD',
    [`rcctl disable ${names.join(' ')}`, `rcctl stop ${names.join(' ')}`],
    [`rcctl enable ${names.join(' ')}`, `rcctl start ${names.join(' ')}`],
  );

const HANG_UP = 'kill -HUP $(cat /var/run/inetd.pid)';

const inetd = (name: string): Commands =>
  advice(
    'inetd',
    [HANG_UP],
    [HANG_UP],
    `First put # in column 1 of every line of ${name} in /etc/inetd.conf, or take it away to turn ${name} on again.`,
  );

const ofDaemon = ({ redhat, debian: scripts, systemd: units, openrc, freebsd, openbsd, notes }: SystemNames): Commands[] => [
  ...(redhat ? [redHat(redhat, notes?.redhat)] : []),
  ...(scripts ? [debian(scripts, notes?.debian)] : []),
  ...(units ? [systemd(units, notes?.systemd)] : []),
  ...(openrc ? [openRc(openrc)] : []),
  ...(freebsd ? [freeBsd(freebsd, notes?.freebsd)] : []),
  ...(openbsd ? [openBsd(openbsd)] : []),
];

/** The commands for each system that has it; none for what is protected. A service that inetd starts has inetd first. */
export function commandsFor(fact: Fact): readonly Commands[] {
  if (fact.traits?.includes('protected')) return [];
  const names = fact.names ?? {};
  const started = fact.type === 'service';
  return [
    ...(started ? [inetd(fact.name)] : []),
    ...(names.xinetd ? [xinetd(names.xinetd)] : []),
    ...(names.updateInetd !== undefined ? [updateInetd(names.updateInetd)] : []),
    ...ofDaemon(names),
  ];
}
