/** Shell functions that take permissions away and give them back. The mode is read from \`ls\`: systems of 2000 have no \`stat\`. */

export const modeReading = `
# mode_of FILE: sets $mode to its permissions in octal
mode_of() {
  read -r bits _ <<EOF
$(ls -ld "$1")
EOF
  bits=\${bits#?}
  special=0
  mode=
  for who in 4 2 1; do
    digit=0
    case $bits in r*) digit=4 ;; esac
    bits=\${bits#?}
    case $bits in w*) digit=$((digit + 2)) ;; esac
    bits=\${bits#?}
    case $bits in [xst]*) digit=$((digit + 1)) ;; esac
    case $bits in [sStT]*) special=$((special + who)) ;; esac
    bits=\${bits#?}
    mode=$mode$digit
  done
  mode=$special$mode
}
`;

export const withdrawing = `
# is_alone FILE: true for a program of one name; of BusyBox all programs are one
is_alone() {
  [ ! -h "$1" ] || return 1
  read -r _ names _ <<EOF
$(ls -ld "$1")
EOF
  [ "$names" -eq 1 ]
}

# withdraw PATH...: nobody but root may use the program any more; its mode is written down first
withdraw() {
  for path do
    doing="the permissions of $path"
    on_host "$path" || continue
    mode_of "$file"
    if ! is_alone "$file"; then
      say "$path: a link, or a program of several names; left alone"
    elif [ "$mode" = 0000 ]; then
      say "$path: has no permissions already"
    else
      mkdir -p "$STATE/modes\${path%/*}"
      printf '%s\\n' "$mode" >"$STATE/modes$path"
      say "+ chmod 000 $path (was $mode)"
      chmod 000 "$file"
    fi
  done
}
`;

export const allowing = `
# allow PATH...: the program has its permissions again, unless somebody has given it others
allow() {
  for path do
    doing="the permissions of $path"
    [ -f "$STATE/modes$path" ] || continue
    if on_host "$path"; then
      read -r old_mode <"$STATE/modes$path"
      mode_of "$file"
      if [ "$mode" = 0000 ]; then
        say "+ chmod $old_mode $path"
        chmod "$old_mode" "$file"
      elif [ "$mode" != "$old_mode" ]; then
        say "$path: somebody has given it other permissions since; left alone. They were $old_mode"
      fi
    fi
    rm -f "$STATE/modes$path"
  done
}
`;
