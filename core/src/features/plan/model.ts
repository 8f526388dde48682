/** What a plan holds: the steps that turn off what the findings of one host say, before any of them is written as shell. */

/** How the host starts its services; each has its own commands to turn one off. */
export const planSystems = ['redhat', 'debian', 'systemd', 'openrc', 'freebsd', 'openbsd', 'netbsd'] as const;
export type PlanSystem = (typeof planSystems)[number];

/** Those with an rc.conf; each has other variables in it. */
export const bsds = ['freebsd', 'openbsd', 'netbsd'] as const satisfies readonly PlanSystem[];

export const isBsd = (system: PlanSystem | undefined): boolean => bsds.some((one) => one === system);

export const systemTitles: Readonly<Record<PlanSystem, string>> = {
  redhat: 'Red Hat with SysV init (chkconfig)',
  debian: 'Debian with SysV init (update-rc.d)',
  systemd: 'systemd',
  openrc: 'OpenRC',
  freebsd: 'FreeBSD',
  openbsd: 'OpenBSD',
  netbsd: 'NetBSD',
};

/** Who has to be told that a file is another now. `spool`: a cron that looks at the folder's time. */
export type Reader = 'inetd' | 'xinetd' | 'init' | 'spool';

/** Lines of a file, to be replaced wherever they stand in it as they were read. */
export interface LinesStep {
  /** On the host: begins with `/`. */
  readonly path: string;
  /** Whole lines without the last line feed. */
  readonly before: string;
  readonly after: string;
  readonly reader?: Reader;
  readonly reason: string;
}

/** Variables of FreeBSD's rc.conf. */
export interface Settings {
  /** The file of rc.conf.d that has them, on the host; absent where sysrc finds the file. */
  readonly file?: string;
  /** `sendmail_enable=NONE`. */
  readonly values: readonly string[];
}

/** A service that the host's own commands turn off and stop. */
export interface ServiceStep {
  /** Plain words, none of them an option. */
  readonly names: readonly string[];
  /** Of FreeBSD's rc.conf. */
  readonly settings?: readonly Settings[];
  /** Those of the names that may be services of xinetd. */
  readonly xinetd?: readonly string[];
  readonly reason: string;
}

/** Programs whose permissions are taken away. */
export interface ModeStep {
  readonly paths: readonly string[];
  readonly reason: string;
}

/** The line that runs the mail queue once sendmail's daemon is off. */
export interface QueueStep {
  /** Of the crontab. */
  readonly path: string;
  /** For sendmail before 8.12, and for 8.12 and later. */
  readonly lines: { readonly old: string; readonly submission: string };
  readonly reader?: Reader;
  readonly reason: string;
}

export interface Plan {
  /** Undefined where nothing tells, and nothing needs to. */
  readonly system: PlanSystem | undefined;
  /** The files that were read, by their paths on the host, or under the folder where they tell of no host. */
  readonly sources: readonly string[];
  readonly lines: readonly LinesStep[];
  /** In the order in which they are to be stopped. */
  readonly services: readonly ServiceStep[];
  readonly modes: readonly ModeStep[];
  readonly queue: QueueStep | undefined;
  /** What findings speak of and the plan leaves alone, and why: sentences. */
  readonly left: readonly string[];
}
