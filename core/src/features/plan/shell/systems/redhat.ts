/** By Red Hat's chkconfig and service. */
import type { SystemShell } from './system-shell.js';

export const redhat: SystemShell = {
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
