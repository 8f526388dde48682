/** What both scripts begin with: where the host is, how they speak, how its commands are run. */

/** `state`: the folder for what the undo needs. */
export const common = (state: string): string => `
set -eu
umask 022
LC_ALL=C
export LC_ALL
# A trial: DAEMONLINT_ROOT is a scratch copy of the host, DAEMONLINT_COMMANDS a folder of stand-ins for its commands (service, kill and so on).
ROOT=\${DAEMONLINT_ROOT:-}
STANDINS=\${DAEMONLINT_COMMANDS:-}
left=0
doing='the first step'

say() {
  printf '%s\\n' "$*" | tr '\\000-\\010\\013-\\037\\177' '?'
}

fail() {
  say "daemonlint: $*" >&2
  exit 1
}

if [ -n "$ROOT" ]; then
  [ -d "$ROOT" ] || fail "DAEMONLINT_ROOT is no folder: $ROOT"
  ROOT=$(CDPATH='' cd -P -- "$ROOT" && pwd -P && echo .)
  ROOT=\${ROOT%??}
  [ "$ROOT" != / ] || fail 'DAEMONLINT_ROOT is the host itself: leave it out to mean that'
elif [ "$(id -u)" -ne 0 ]; then
  fail 'run this as root; or set DAEMONLINT_ROOT to a scratch copy of the host to try it'
else
  PATH=$PATH:/sbin:/usr/sbin:/usr/local/sbin
fi
STATE=\${DAEMONLINT_STATE:-$ROOT${state}}
case $STATE in /*) ;; *) fail "DAEMONLINT_STATE must begin with /: $STATE" ;; esac
for part in "$ROOT/var" "\${STATE%/*}" "$STATE"; do
  if [ -h "$part" ] && { [ -n "$ROOT" ] || [ "$part" = "$STATE" ]; }; then fail "$part is a link: nothing is kept there"; fi
done

# can_run: true unless this is a trial without stand-ins
can_run() {
  [ -z "$ROOT" ] || [ -n "$STANDINS" ]
}

# tool COMMAND...: a command of the host; in a trial its stand-in, never the command itself
tool() {
  if [ -z "$ROOT" ]; then
    "$@"
  else
    stand_in=$STANDINS/$1
    shift
    "$stand_in" "$@"
  fi
}

run() {
  say "+ $*"
  doing="$*"
  tool "$@"
}

# inside PATH: true unless a link leads its folder out of the scratch copy
inside() {
  [ -n "$ROOT" ] || return 0
  folder=$(CDPATH='' cd -P -- "\${1%/*}" 2>/dev/null && pwd -P && echo .) || return 1
  case \${folder%??}/ in "$ROOT"/*) return 0 ;; esac
  return 1
}

# on_host PATH: sets $file; false, with a word on it, where there is no such file or a link leads out of the scratch copy
on_host() {
  file=$ROOT$1
  if [ ! -f "$file" ]; then
    say "$1: not there"
    return 1
  fi
  if ! inside "$file" || { [ -n "$ROOT" ] && [ -h "$file" ]; }; then
    say "$1: a link may lead out of $ROOT; left alone"
    return 1
  fi
}
`;

/** For the plan: begins what the undo needs. The file `parents` tells how many folders had to be made for its own to lie in. */
export const stateMaking = `
# What is kept there is for nobody else to read.
if [ ! -d "$STATE" ]; then
  parents=0
  folder=\${STATE%/*}
  while [ -n "$folder" ] && [ ! -d "$folder" ]; do
    parents=$((parents + 1))
    folder=\${folder%/*}
  done
  [ "$parents" -eq 0 ] || mkdir -p "\${STATE%/*}"
  mkdir -m 700 "$STATE"
  [ "$parents" -eq 0 ] || echo "$parents" >"$STATE/parents"
fi
`;

/** How a script ends: it says where it stopped. `last` is done first, whatever has happened. */
export const ending = (last: string): string => `
# leave_state: where nothing is kept for the undo any more, the folders go that were made to keep it in
leave_state() {
  [ -f "$STATE/parents" ] && [ "$(ls -A "$STATE")" = parents ] || return 0
  read -r parents <"$STATE/parents" || :
  case $parents in '' | *[!0-9]*) parents=0 ;; esac
  rm -f "$STATE/parents"
  folder=$STATE
  while rmdir "$folder" 2>/dev/null && [ "$parents" -gt 0 ]; do
    parents=$((parents - 1))
    folder=\${folder%/*}
  done
}

at_exit() {
  status=$?
  trap - EXIT
${last}  rm -f "$STATE/work" "$STATE/text" "$STATE/now" "$STATE/copy"
  find "$STATE" -depth -type d -exec rmdir {} \\; 2>/dev/null || :
  leave_state
  case $status in
    0 | 3) ;;
    *) say "daemonlint: stopped at $doing. What comes before it is done, the rest is not: mend what failed, then run this again." >&2 ;;
  esac
  exit "$status"
}
`;

export const traps = `
trap at_exit EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
`;
