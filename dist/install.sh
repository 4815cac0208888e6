#!/bin/sh
# Puts bill-nextcloud into a BILLmanager panel. May be repeated: then it upgrades.
set -eu
unset CDPATH

usage() {
  cat <<'TEXT'
Usage: install.sh [--prefix DIR] [--system DIR] [--no-restart] [--without-archive]

  --prefix DIR        the panel's folder (default /usr/local/mgr5)
  --system DIR        where the command pmnextcloud, its manual and the licences go
                      (default /usr/local with the default panel's folder, otherwise nowhere)
  --no-restart        leaves the panel running as it is
  --without-archive   makes no archive of class data, now or later: starts take twice as long

Puts the module in place, looks for Java, and restarts the panel. Needs Java 17 or newer.
uninstall.sh takes back exactly that.
TEXT
}

fail() {
  echo "install.sh: $*" >&2
  exit 1
}

prefix=/usr/local/mgr5
system=
options=
while [ $# -gt 0 ]; do
  case $1 in
    --prefix) [ $# -ge 2 ] || fail "--prefix needs a folder"; prefix=$2; shift 2 ;;
    --prefix=*) prefix=${1#--prefix=}; shift ;;
    --system) [ $# -ge 2 ] || fail "--system needs a folder"; system=$2; shift 2 ;;
    --system=*) system=${1#--system=}; shift ;;
    --no-restart | --without-archive) options="$options $1"; shift ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; fail "unknown option: $1" ;;
  esac
done

dist=$(cd -P "$(dirname "$0")" && pwd)
project=$(dirname "$dist")
# A release carries it along; in the sources the build lays it out by dist/payload.xml.
payload=$dist/payload
[ -d "$payload" ] || payload=$project/target/payload
[ -n "$prefix" ] || fail "--prefix needs a folder"
[ -x "$prefix/sbin/mgrctl" ] ||
  echo "There is no BILLmanager in $prefix (no sbin/mgrctl): --prefix names the panel's folder" >&2
mkdir -p "$prefix" || fail "$prefix cannot be made"
prefix=$(cd -P "$prefix" && pwd)
[ -w "$prefix" ] || fail "$prefix cannot be written: run this as root"
[ "$prefix" != /usr/local/mgr5 ] || system=${system:-/usr/local}
# shellcheck source=dist/lib/pmnextcloud/own-files.sh
. "$dist/lib/pmnextcloud/own-files.sh"
# shellcheck source=dist/lib/pmnextcloud/safe-path.sh
. "$dist/lib/pmnextcloud/safe-path.sh"
# refuse_shared FOLDER: others could put a link where we write, there or where it will be made.
refuse_shared() {
  folder=$1
  until [ -e "$folder" ] || [ -L "$folder" ]; do
    case $folder in
      */*) folder=${folder%/*} folder=${folder:-/} ;;
      *) folder=. ;;
    esac
  done
  # A folder that is made is ours alone, also below one like /tmp.
  { if [ "$folder" = "$1" ]; then is_safe_folder "$folder"; else is_safe_path "$folder"; fi; } ||
    fail "others than root can change $unsafe: give it to root, and run chmod go-w on it"
}
refuse_shared "$prefix"
[ ! -e "$lib/packaged" ] || fail "$(cat "$lib/packaged") Upgrade the package, or remove it first"
java=$("$dist/lib/pmnextcloud/find-java" "$lib/java")

if [ ! -f "$payload/644/mgr5/lib/pmnextcloud/pmnextcloud.jar" ]; then
  echo "Building $payload"
  (cd "$project" && ./mvnw -q -DskipTests package) || fail "the build failed"
fi

# Noted before it is put there: an interrupted run must not take our own file for another's.
note() {
  is_ours "$1" || echo "file $1" >>"$list"
}

# put MODE SOURCE TARGET
put() {
  make_folder "${3%/*}"
  install -T -m "$1" "$2" "$3.new"
  mv -f "$3.new" "$3"
}

# There, src/pmnextcloud is this project.
in_source_layout=false
[ "$(cd -P "$prefix/src/pmnextcloud" 2>/dev/null && pwd)" != "$project" ] || in_source_layout=true

put_into_panel() {
  case $2 in src/*) ! $in_source_layout || return 0 ;; esac
  make_folder "${prefix%/}/${2%/*}"
  keep "$2"
  note "$2"
  put "$1" "$payload/$1/mgr5/$2" "$prefix/$2"
  # Units of systemd name the panel's folder.
  case $2 in *.service | *.socket | *.timer) sed -i "s|/usr/local/mgr5|$prefix|g" "$prefix/$2" ;; esac
}

# is_free TARGET: nothing is there, or what we have put there.
is_free() {
  is_ours "$1" || { [ ! -e "$1" ] && [ ! -L "$1" ]; } || {
    echo "Left alone, it is not ours: $1" >&2
    return 1
  }
}

put_into_system() {
  is_free "$system/$2" || return 0
  note "$system/$2"
  put "$1" "$payload/$1/system/$2" "$system/$2"
}

# files MODE SIDE
files() {
  [ ! -d "$payload/$1/$2" ] || (cd "$payload/$1/$2" && find . -type f | sed 's|^\./||' | sort)
}

target_folders() {
  for mode in 644 755; do
    files "$mode" mgr5 | while IFS= read -r file; do echo "$prefix/${file%/*}"; done
    [ -n "$system" ] || continue
    files "$mode" system | while IFS= read -r file; do echo "$system/${file%/*}"; done
  done | sort -u
}

target_folders | while IFS= read -r folder; do refuse_shared "$folder"; done
refuse_shared "$prefix/var"
make_folder "$lib"
# The launcher comes last: BILLmanager must not find one that has nothing to start.
for mode in 644 755; do
  files "$mode" mgr5 | while IFS= read -r file; do put_into_panel "$mode" "$file"; done
  [ -n "$system" ] || continue
  files "$mode" system | while IFS= read -r file; do put_into_system "$mode" "$file"; done
done
command=$system/sbin/pmnextcloud
if [ -n "$system" ] && is_free "$command"; then
  note "$command"
  make_folder "$system/sbin"
  ln -sfn "$prefix/processing/pmnextcloud" "$command"
fi

# shellcheck disable=SC2086 # They are several.
"$lib/after-install" "--java=$java" $options
