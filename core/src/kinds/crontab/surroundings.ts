/** What a command finds around it: the programs it can call by name, and the shell that reads it. */

export interface Surroundings {
  /** PATH where the crontab sets none; absent where it is that of whatever started the daemon. */
  readonly path?: string;
  readonly pathSource?: string;
  /** What /bin/sh is, in words; absent where it differs too much from host to host to say. */
  readonly shell?: string;
  /** Bash's own words and signs that this shell does not know. */
  readonly lacks: readonly Bashism[];
}

/** `[[ … ]]`, `source FILE`, `&>FILE`, `<(command)`. */
export type Bashism = '[[' | 'source' | '&>' | '<(';

/** By dialect. What is not listed is not known: nothing is said of it. */
export const surroundings: Readonly<Record<string, Surroundings>> = {
  debian: {
    path: '/usr/bin:/bin',
    pathSource: 'crontab(5) of Debian cron 3.0pl1',
    shell: "dash, Debian's /bin/sh",
    lacks: ['[[', 'source', '&>', '<('],
  },
  // Red Hat's /bin/sh is bash, which keeps most of its own signs under that name.
  cronie: { path: '/usr/bin:/bin', pathSource: '_PATH_DEFPATH of glibc', lacks: [] },
  // sbin is in the default PATH of both BSDs: FreeBSD since 2016, OpenBSD since its paths.h has it.
  freebsd: { shell: "FreeBSD's /bin/sh", lacks: ['[[', 'source', '&>', '<('] },
  openbsd: { shell: "OpenBSD's /bin/sh", lacks: ['&>', '<('] },
  busybox: { shell: "BusyBox's ash", lacks: ['<('] },
};
