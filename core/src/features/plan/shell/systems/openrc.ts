/** By rc-update and rc-service of OpenRC. */
import type { SystemShell } from './system-shell.js';

export const openrc: SystemShell = {
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
