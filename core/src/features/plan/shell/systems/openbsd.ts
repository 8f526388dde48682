/** By rcctl of OpenBSD. */
import type { SystemShell } from './system-shell.js';

export const openbsd: SystemShell = {
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
