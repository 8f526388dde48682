/** Turning services off and starting them again, by the functions of whichever system it is. */

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
