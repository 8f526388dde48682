/** Shell functions that change files so that the undo can put every byte back. */

/** For both scripts: what is set aside, and how a file gets another content. */
export const keeping = `
# keep PATH: sets the file aside as it is before its first change, or notes that there is none
keep() {
  if [ -f "$STATE/old$1" ] || [ -f "$STATE/none$1" ]; then return 0; fi
  if [ -f "$ROOT$1" ]; then
    mkdir -p "$STATE/old\${1%/*}"
    cp -p "$ROOT$1" "$STATE/copy"
    mv -f "$STATE/copy" "$STATE/old$1"
  else
    mkdir -p "$STATE/none\${1%/*}"
    : >"$STATE/none$1"
  fi
}

# note PATH: how the file reads after its change, so that the undo knows whether somebody else has changed it since
note() {
  if [ -f "$STATE/old$1" ] && cmp -s "$STATE/old$1" "$ROOT$1"; then
    rm -f "$STATE/old$1" "$STATE/new$1"
  elif [ -f "$STATE/none$1" ] && [ ! -f "$ROOT$1" ]; then
    rm -f "$STATE/none$1" "$STATE/new$1"
  elif [ -f "$ROOT$1" ]; then
    mkdir -p "$STATE/new\${1%/*}"
    cp -p "$ROOT$1" "$STATE/copy"
    mv -f "$STATE/copy" "$STATE/new$1"
  fi
}

# put CONTENT PATH: the file gets the content of another; its mode, owner and other names stay
put() {
  cat "$ROOT$2" >"$STATE/now"
  if cat "$1" >"$ROOT$2" && cmp -s "$1" "$ROOT$2"; then return 0; fi
  cat "$STATE/now" >"$ROOT$2"
  fail "$2 could not be written, and is as it was"
}

# changed PATH READER: READER is to be told
changed() {
  case $2 in
    '') ;;
    spool) touch "$ROOT\${1%/*}" ;;
    *) : >"$STATE/tell-$2" ;;
  esac
}
`;

/** For the plan: lines replaced and added. */
export const editing = `
# change_lines OLD NEW: prints $STATE/text, whose last line ends with a dot that is not its own, with the lines OLD replaced by the lines NEW;
# 3 where there are none but NEW is there, 4 where neither is
change_lines() {
  OLD=$1 NEW=$2 awk '
    function at(first, wanted, count,   i) {
      for (i = 1; i <= count; i++) if (first + i - 1 > last || line[first + i - 1] "" != wanted[i] "") return 0
      return 1
    }
    { line[NR] = $0 }
    END {
      line[NR] = substr(line[NR], 1, length(line[NR]) - 1)
      last = line[NR] == "" ? NR - 1 : NR
      olds = split(ENVIRON["OLD"], old, "\\n")
      news = split(ENVIRON["NEW"], new, "\\n")
      for (i = 1; i <= last;) {
        if (at(i, old, olds)) {
          text = ENVIRON["NEW"]
          i += olds
          found = 1
        } else text = line[i++]
        printf "%s%s", between, text
        between = "\\n"
      }
      if (last < NR) printf "%s", between
      if (found) exit 0
      for (i = 1; i <= last; i++) if (at(i, new, news)) exit 3
      exit 4
    }
  ' "$STATE/text"
}

# replace PATH OLD NEW READER: the lines OLD of the file become NEW, if it has them exactly as they were reviewed
replace() {
  doing="the lines of $1"
  if ! on_host "$1"; then
    left=$((left + 1))
    return 0
  fi
  status=0
  tr -d '\\000' <"$file" >"$STATE/text"
  if cmp -s "$STATE/text" "$file"; then
    echo . >>"$STATE/text"
    change_lines "$2" "$3" >"$STATE/work" || status=$?
  else
    status=4
  fi
  case $status in
    0)
      keep "$1"
      put "$STATE/work" "$1"
      note "$1"
      changed "$1" "$4"
      say "$1: changed"
      ;;
    3) say "$1: is so already" ;;
    4)
      left=$((left + 1))
      say "$1: not as it was reviewed, left alone; these lines are not there:"
      say "$2"
      ;;
    *) fail "awk could not change $1" ;;
  esac
}
`;

export const appending = `
# append PATH LINE READER: adds the line to the file, unless it is there
append() {
  doing="a line of $1"
  if ! on_host "$1"; then
    left=$((left + 1))
    say "Add this line yourself, with crontab -u root -e: $2"
    return 0
  fi
  if grep -Fqx -e "$2" "$file"; then
    say "$1: is so already"
    return 0
  fi
  keep "$1"
  cat "$file" >"$STATE/text"
  [ -z "$(tail -c 1 "$file")" ] || echo >>"$STATE/text"
  printf '%s\\n' "$2" >>"$STATE/text"
  put "$STATE/text" "$1"
  note "$1"
  changed "$1" "$3"
  say "$1: a line added"
}
`;

/** For the undo. */
export const restoring = `
# give_back PATH READER: the file as it was, unless somebody has changed it since
give_back() {
  doing="giving back $1"
  if [ -f "$STATE/old$1" ]; then
    if [ ! -e "$ROOT$1" ]; then
      inside "$ROOT$1" || fail "a link leads $1 out of $ROOT"
      cp -p "$STATE/old$1" "$ROOT$1"
    elif ! on_host "$1"; then
      left=$((left + 1))
      return 0
    elif cmp -s "$STATE/old$1" "$file"; then
      :
    elif [ ! -f "$STATE/new$1" ] || cmp -s "$STATE/new$1" "$file"; then
      put "$STATE/old$1" "$1"
    else
      left=$((left + 1))
      say "$1: somebody has changed it since; left alone. As it was before the plan: $STATE/old$1"
      return 0
    fi
    changed "$1" "$2"
    say "$1: as it was"
  elif [ -f "$STATE/none$1" ]; then
    if [ -f "$ROOT$1" ] && on_host "$1"; then
      if [ -f "$STATE/new$1" ] && ! cmp -s "$STATE/new$1" "$file"; then
        left=$((left + 1))
        say "$1: somebody has changed it since; left alone. There was none before the plan"
        return 0
      fi
      rm -f "$file"
      say "$1: gone, as it was"
    fi
  fi
  rm -f "$STATE/old$1" "$STATE/new$1" "$STATE/none$1"
}
`;

/** `reload`: shell that makes the service $1 read its files anew. */
export const telling = (reload: string): string => `
# tell READER: says that its files are others now, once for all of them
tell() {
  [ -f "$STATE/tell-$1" ] || return 0
  doing="telling $1 of its new files"
  pid=
  if [ "$1" = init ]; then
    pid=1
  elif [ -s "$ROOT/var/run/$1.pid" ]; then
    read -r pid <"$ROOT/var/run/$1.pid" || :
  fi
  case $pid in *[!0-9]*) pid= ;; esac
  if ! can_run; then
    say "$1: not told, this is a trial without DAEMONLINT_COMMANDS"
  elif [ -z "$pid" ]; then
    say "$1: does not run as far as /var/run/$1.pid tells; it reads its files when it starts"
  elif [ "$1" = xinetd ]; then
    ${reload}
  else
    run kill -HUP "$pid"
  fi
  rm -f "$STATE/tell-$1"
}
`;
