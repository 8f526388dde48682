/** By Debian's update-rc.d and invoke-rc.d. */
import { RC_LINKS, type SystemShell } from './system-shell.js';

export const debian: SystemShell = {
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
