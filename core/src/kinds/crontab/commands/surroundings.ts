/** What surrounds a job where each cron is at home: its PATH, and the shell behind /bin/sh. A dialect without a row is one of which nothing is said. */

/** What `sh` is: dash, bash that was called as sh, the shells of FreeBSD and OpenBSD, or BusyBox's. */
export type Sh = 'dash' | 'bash' | 'freebsd' | 'openbsd' | 'ash';

export interface Surroundings {
  /** The PATH of a job when the crontab sets none; absent where the daemon hands on its own. */
  readonly path?: string;
  /** The release since which that PATH has the directories of the administrator as well. */
  readonly sbinSince?: string;
  readonly sh: Sh;
  /** Where bash is, as far as it belongs to the system or its ports. */
  readonly bash?: string;
  /** Expands `~/` at the beginning of a part of PATH, and nothing else. */
  readonly expandsTilde?: true;
  /** Expands `$NAME` in MAILTO and MAILFROM, by the environment of its daemon alone: nothing that a crontab sets is in it. */
  readonly expandsMail?: true;
  /** Its jobs have LOGNAME and no USER. */
  readonly noUser?: true;
  /** Whose list of programs outside that PATH holds; see sbin.ts. */
  readonly system?: 'debian' | 'redhat';
  readonly source: string;
}

const SURROUNDINGS: Readonly<Record<string, Surroundings>> = {
  debian: {
    path: '/usr/bin:/bin',
    sh: 'dash',
    bash: '/bin/bash',
    system: 'debian',
    noUser: true,
    source: "Debian's crontab(5) and pathnames.h; dash 0.5.12 of Debian 12, run; `env` as a job of cron 3.0pl1-162 of Debian 12",
  },
  cronie: {
    path: '/usr/bin:/bin',
    sbinSince: '1.7',
    sh: 'bash',
    bash: '/bin/bash',
    system: 'redhat',
    expandsMail: true,
    source:
      'cronie 1.7.2, run: its PATH is /usr/bin:/bin:/usr/sbin:/sbin, since August 2022 by its ChangeLog; entry.c, pathnames.h and expand_envvar of do_command.c; bash 5.2 in its posix mode, run, as sh is on Red Hat, Fedora, SUSE and Arch',
  },
  freebsd: {
    path: '/sbin:/bin:/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin',
    sh: 'freebsd',
    bash: '/usr/local/bin/bash',
    source: "FreeBSD's crontab(5) and paths.h since January 2016; sh(1), builtins.def",
  },
  openbsd: {
    path: '/usr/bin:/bin:/usr/sbin:/sbin:/usr/X11R6/bin:/usr/local/bin:/usr/local/sbin',
    sh: 'openbsd',
    bash: '/usr/local/bin/bash',
    source: "OpenBSD's paths.h; ksh(1), c_ksh.c and c_sh.c",
  },
  busybox: { sh: 'ash', source: 'BusyBox 1.35, crond.c and ash.c with the usual options of its shell' },
  'systemd-cron': { sh: 'dash', bash: '/bin/bash', expandsTilde: true, source: 'systemd-cron, crontab(5); packaged for Debian' },
};

export const surroundingsOf = (dialect: string): Surroundings | undefined =>
  Object.hasOwn(SURROUNDINGS, dialect) ? SURROUNDINGS[dialect] : undefined;
