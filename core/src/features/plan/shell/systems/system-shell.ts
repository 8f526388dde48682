/** How a system turns a service off, finds out whether it is on or running, and starts it again: shell functions of the same names on each. */

export interface SystemShell {
  /** Where its commands make and remove links, from the host's root on. */
  readonly links: readonly string[];
  /** Files that its commands write. */
  readonly files: readonly string[];
  /** One that is written when the service of that name is turned off. */
  readonly fileOf?: (name: string) => string;
  /** `there`, `is_on`, `off`, `runs`, `stop`, `start`: each is given a name. */
  readonly functions: string;
  /** Makes xinetd read its files anew. */
  readonly reload: string;
  /** What the init system has to be told after the links are back. */
  readonly afterLinks?: string;
}

/** The links of System V's init, where they lie on most systems. */
export const RC_LINKS = '/etc/rc[0-9S].d/*';

/** Where rc.conf says what is on, and the command `service` starts and stops. */
export const byService = `# What is on is a matter of rc.conf.
is_on() {
  return 1
}

off() {
  :
}

runs() {
  tool service "$1" onestatus >/dev/null 2>&1
}

stop() {
  run service "$1" onestop
}

start() {
  run service "$1" onestart
}
`;
