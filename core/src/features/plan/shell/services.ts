/** How each system turns a service off, finds out whether it is on or running, and starts it again: shell functions of the same names. */
import type { PlanSystem } from '../model.js';

interface SystemShell {
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

const RC_LINKS = '/etc/rc[0-9S].d/*';

const redhat: SystemShell = {
  links: ['"$RC"/rc[0-9S].d/*'],
  files: [],
  fileOf: (name) => `/etc/xinetd.d/${name}`,
  functions: `
RC=/etc
if [ -d "$ROOT/etc/rc.d/init.d" ]; then RC=/etc/rc.d; fi

there() {
  [ -f "$ROOT$RC/init.d/$1" ] || [ -f "$ROOT/etc/xinetd.d/$1" ]
}

is_on() {
  for link in "$ROOT$RC"/rc[2-5].d/S[0-9][0-9]"$1"; do
    if [ -h "$link" ]; then return 0; fi
  done
  [ ! -f "$ROOT$RC/init.d/$1" ] && ! grep -q '^[[:space:]]*disable[[:space:]]*=[[:space:]]*yes' "$ROOT/etc/xinetd.d/$1"
}

# chkconfig writes to the file of a service of xinetd.
off() {
  if [ -f "$ROOT$RC/init.d/$1" ]; then
    run chkconfig "$1" off
  else
    keep "/etc/xinetd.d/$1"
    run chkconfig "$1" off
    note "/etc/xinetd.d/$1"
  fi
}

# The rc scripts themselves go by this file.
runs() {
  [ -e "$ROOT/var/lock/subsys/$1" ]
}

stop() {
  if [ -n "$ROOT" ] || [ -x /sbin/service ]; then run service "$1" stop; else run "$RC/init.d/$1" stop; fi
}

start() {
  if [ -n "$ROOT" ] || [ -x /sbin/service ]; then run service "$1" start; else run "$RC/init.d/$1" start; fi
}
`,
  reload: 'run service xinetd reload',
};

const debian: SystemShell = {
  links: [RC_LINKS],
  // insserv writes down the order that it has worked out.
  files: ['/etc/init.d/.depend.boot', '/etc/init.d/.depend.start', '/etc/init.d/.depend.stop'],
  functions: `
there() {
  [ -f "$ROOT/etc/init.d/$1" ]
}

is_on() {
  for link in "$ROOT"/etc/rc[2-5S].d/S[0-9][0-9]"$1"; do
    if [ -h "$link" ]; then return 0; fi
  done
  return 1
}

off() {
  run update-rc.d "$1" disable
}

runs() {
  tool invoke-rc.d "$1" status >/dev/null 2>&1
}

stop() {
  run invoke-rc.d "$1" stop
}

start() {
  run invoke-rc.d "$1" start
}
`,
  reload: 'run invoke-rc.d xinetd reload',
};

const systemd: SystemShell = {
  links: ['/etc/systemd/system/*', '/etc/systemd/system/*/*', RC_LINKS],
  files: [],
  functions: `
# state_of UNIT: sets $state to what systemctl says of it; false where it knows none
state_of() {
  state=$(tool systemctl is-enabled "$1" 2>/dev/null) || :
  case $state in '' | not-found) return 1 ;; esac
}

there() {
  state_of "$1"
}

is_on() {
  state_of "$1" || return 1
  case $state in enabled* | linked* | alias | indirect) return 0 ;; esac
  return 1
}

off() {
  run systemctl disable "$1"
}

runs() {
  tool systemctl is-active --quiet "$1"
}

stop() {
  run systemctl stop "$1"
}

start() {
  run systemctl start "$1"
}
`,
  reload: 'run systemctl reload xinetd.service',
  afterLinks: 'if can_run; then run systemctl daemon-reload; fi',
};

const openrc: SystemShell = {
  links: ['/etc/runlevels/*/*'],
  files: [],
  functions: `
there() {
  [ -f "$ROOT/etc/init.d/$1" ]
}

is_on() {
  for link in "$ROOT"/etc/runlevels/*/"$1"; do
    if [ -h "$link" ]; then return 0; fi
  done
  return 1
}

off() {
  run rc-update -a del "$1"
}

runs() {
  tool rc-service "$1" status >/dev/null 2>&1
}

stop() {
  run rc-service "$1" stop
}

start() {
  run rc-service "$1" start
}
`,
  reload: 'run rc-service xinetd reload',
};

const freebsd: SystemShell = {
  links: [],
  files: ['/etc/rc.conf', '/etc/rc.conf.local'],
  functions: `
# set_rc FILE VARIABLE=VALUE...: in the file of rc.conf.d, or where sysrc finds the variable when FILE is empty, unless it has that value
set_rc() {
  rc_file=$1
  shift
  for setting do
    doing="setting $setting"
    if ! can_run; then
      say "$setting: not set, this is a trial without DAEMONLINT_COMMANDS"
      continue
    fi
    if [ -z "$rc_file" ]; then
      value=$(tool sysrc -n "\${setting%%=*}" 2>/dev/null) || value=
    else
      value=$(tool sysrc -f "$ROOT$rc_file" -n "\${setting%%=*}" 2>/dev/null) || value=
    fi
    if [ "$value" = "\${setting#*=}" ]; then
      say "$setting: is so already"
    elif [ -z "$rc_file" ]; then
      run sysrc "$setting"
    else
      run sysrc -f "$ROOT$rc_file" "$setting"
    fi
  done
}

there() {
  [ -f "$ROOT/etc/rc.d/$1" ] || [ -f "$ROOT/usr/local/etc/rc.d/$1" ]
}

# What is on is a matter of rc.conf: see set_rc.
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
`,
  reload: 'run service xinetd reload',
};

const openbsd: SystemShell = {
  links: [],
  files: ['/etc/rc.conf.local'],
  functions: `
there() {
  [ -f "$ROOT/etc/rc.d/$1" ]
}

is_on() {
  tool rcctl get "$1" status >/dev/null 2>&1
}

off() {
  run rcctl disable "$1"
}

runs() {
  tool rcctl check "$1" >/dev/null 2>&1
}

stop() {
  run rcctl stop "$1"
}

start() {
  run rcctl start "$1"
}
`,
  reload: 'run rcctl reload xinetd',
};

export const systemShells: Readonly<Record<PlanSystem, SystemShell>> = { redhat, debian, systemd, openrc, freebsd, openbsd };

export const turningOff = `
# turn_off NAME...: not at the next boot, and not now
turn_off() {
  for name do
    doing="turning $name off"
    if ! can_run; then
      say "$name: not turned off, this is a trial without DAEMONLINT_COMMANDS"
    elif ! there "$name"; then
      say "$name: not there"
    else
      quiet=yes
      if is_on "$name"; then
        quiet=
        off "$name"
      fi
      if runs "$name"; then
        quiet=
        mkdir -p "$STATE/stopped"
        : >"$STATE/stopped/$name"
        stop "$name"
      fi
      [ -z "$quiet" ] || say "$name: is off already"
    fi
  done
}
`;

export const startingAgain = `
# start_again NAME...: those that the plan has stopped
start_again() {
  for name do
    doing="starting $name again"
    [ -f "$STATE/stopped/$name" ] || continue
    if ! can_run; then
      say "$name: not started, this is a trial without DAEMONLINT_COMMANDS"
      continue
    fi
    if there "$name" && ! runs "$name"; then start "$name"; fi
    rm -f "$STATE/stopped/$name"
  done
}
`;
