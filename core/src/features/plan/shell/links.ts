/** Shell functions that write down which links the host's commands make and remove: the undo makes and removes exactly those. */

/** `globs`: where the links are, from the host's root on. */
export const links = (globs: readonly string[]): string => `
# read_link LINK: sets $target to what it says
read_link() {
  if command -v readlink >/dev/null 2>&1; then
    target=$(readlink "$1" && echo .)
    target=\${target%??}
  else
    target=$(ls -ld "$1" && echo .)
    target=\${target%??}
    target=\${target#*"$1 -> "}
  fi
}

same_link() {
  [ -h "$1" ] && [ -h "$2" ] || return 1
  read_link "$1"
  first=$target
  read_link "$2"
  [ "$first" = "$target" ]
}

# copy_link LINK COPY
copy_link() {
  mkdir -p "\${2%/*}"
  read_link "$1"
  rm -f "$2"
  ln -s -- "$target" "$2"
}

# each_link FOLDER STEP: takes STEP for each link of the host, as FOLDER has them
each_link() {
  for link in ${globs.map((glob) => `"$1"${glob}`).join(' ')}; do
    [ -h "$link" ] || continue
    path=\${link#"$1"}
    case $2 in
      picture) copy_link "$link" "$STATE/picture.new$path" ;;
      gone) link_gone "$path" ;;
      made) link_made "$path" ;;
      take_away) take_away_link "$path" ;;
      bring_back) bring_back_link "$path" ;;
    esac
  done
}

# link_gone PATH: was there before the commands
link_gone() {
  if same_link "$STATE/picture$1" "$ROOT$1"; then return 0; fi
  if [ -h "$STATE/made$1" ]; then
    rm -f "$STATE/made$1"
  elif [ ! -h "$STATE/gone$1" ]; then
    copy_link "$STATE/picture$1" "$STATE/gone$1"
  fi
}

# link_made PATH: is there after them
link_made() {
  if same_link "$STATE/picture$1" "$ROOT$1"; then return 0; fi
  if same_link "$STATE/gone$1" "$ROOT$1"; then
    rm -f "$STATE/gone$1"
  else
    copy_link "$ROOT$1" "$STATE/made$1"
  fi
}

# settle_links: compares the links with the picture that was taken before the commands
settle_links() {
  rm -rf "$STATE/picture.new"
  [ -d "$STATE/picture" ] || return 0
  each_link "$STATE/picture" gone
  each_link "$ROOT" made
  rm -rf "$STATE/picture"
}

# picture_links: before the first command
picture_links() {
  settle_links
  mkdir -p "$STATE/picture.new"
  each_link "$ROOT" picture
  mv "$STATE/picture.new" "$STATE/picture"
}

take_away_link() {
  if inside "$ROOT$1" && same_link "$STATE/made$1" "$ROOT$1"; then
    say "$1: taken away"
    rm -f "$ROOT$1"
  fi
  rm -f "$STATE/made$1"
}

bring_back_link() {
  if [ ! -h "$ROOT$1" ] && [ ! -e "$ROOT$1" ]; then
    mkdir -p "$ROOT\${1%/*}"
    if inside "$ROOT$1"; then
      copy_link "$STATE/gone$1" "$ROOT$1"
      say "$1: there again"
    fi
  elif ! same_link "$STATE/gone$1" "$ROOT$1"; then
    left=$((left + 1))
    say "$1: somebody has put something else there since; left alone"
    return 0
  fi
  rm -f "$STATE/gone$1"
}
`;

export const givingLinksBack = `
# give_back_links: the links as they were
give_back_links() {
  doing='giving the links back'
  settle_links
  each_link "$STATE/made" take_away
  each_link "$STATE/gone" bring_back
}
`;
