/** By systemctl of systemd. */
import { RC_LINKS, type SystemShell } from './system-shell.js';

export const systemd: SystemShell = {
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
