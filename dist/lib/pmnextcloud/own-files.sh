# shellcheck shell=sh
# Which files are ours, and what was in their places before. Read by install.sh, uninstall.sh and
# after-install, and part of the packages' scripts. $prefix is the panel's folder; the list is
# lib/pmnextcloud/installed in it, with "folder PATH" for what was made and "file PATH" for what was
# put there. Paths begin at $prefix, or at / outside the panel's folder.
: "${prefix:?}"
umask 022
lib=$prefix/lib/pmnextcloud
list=$lib/installed
made=

# Makes a folder and notes each part of it that was not there; what is noted stays noted.
make_folder() {
  [ -d "${1:-/}" ] && return 0
  case $1 in
    */)
      make_folder "${1%/}"
      return 0
      ;;
    */*) make_folder "${1%/*}" ;;
  esac
  mkdir "$1"
  made="${made}folder ${1#"$prefix"/}
"
  note_folders
}

# The list lies in one of them, so it comes when that is there.
note_folders() {
  [ -d "$lib" ] || return 0
  printf '%s' "$made" >>"$list"
  made=
}

# Asked for each file: starting a program for it would take as long as all else.
is_ours() {
  [ -f "$list" ] || return 1
  while IFS= read -r line; do
    [ "$line" != "file $1" ] || return 0
  done <"$list"
  return 1
}

# keep PATH: what is there and not ours goes to lib/pmnextcloud/replaced, from where it comes back.
keep() {
  { [ -e "$prefix/$1" ] || [ -L "$prefix/$1" ]; } || return 0
  is_ours "$1" && return 0
  make_folder "$lib/replaced/${1%/*}"
  mv "$prefix/$1" "$lib/replaced/$1"
  echo "Kept what was there: $lib/replaced/$1"
}

# Gives back what was kept, and takes away what the list names.
take_back() {
  ours=
  [ ! -f "$list" ] || ours=$(cat "$list")
  printf '%s\n' "$ours" | sed -n 's/^file //p' | while IFS= read -r file; do
    case $file in /*) rm -f "$file" ;; *) rm -f "$prefix/$file" ;; esac
  done
  if [ -d "$lib/replaced" ]; then
    (cd "$lib/replaced" && find . ! -type d) | while IFS= read -r file; do
      mkdir -p "$prefix/$(dirname "$file")"
      mv "$lib/replaced/$file" "$prefix/$file"
      echo "Put back: $prefix/${file#./}"
    done
  fi
  rm -rf "$lib/replaced" "$list"
  # Folders that were made go when nothing else has come into them.
  printf '%s\n' "$ours" | sed -n 's/^folder //p' | sort -r | while IFS= read -r folder; do
    case $folder in /*) ;; *) folder=$prefix/$folder ;; esac
    rmdir "$folder" 2>/dev/null || true
  done
}

restart_panel() {
  [ -x "$prefix/sbin/mgrctl" ] || return 0
  if "$prefix/sbin/mgrctl" -m billmgr -R >/dev/null 2>&1 </dev/null; then
    echo "The panel restarts, and then knows of it"
  else
    echo "The panel could not be restarted: run $prefix/sbin/mgrctl -m billmgr -R" >&2
  fi
}
