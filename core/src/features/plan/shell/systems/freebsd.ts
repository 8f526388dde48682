/** By sysrc and service of FreeBSD. */
import { byService, type SystemShell } from './system-shell.js';

export const freebsd: SystemShell = {
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

${byService}`,
  reload: 'run service xinetd reload',
};
