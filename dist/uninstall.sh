#!/bin/sh
# Takes bill-nextcloud out of a BILLmanager panel: exactly what install.sh has put there. Services,
# their params and the log stay.
set -eu
unset CDPATH

usage() {
  cat <<'TEXT'
Usage: uninstall.sh [--prefix DIR]

  --prefix DIR   the panel's folder (default /usr/local/mgr5)
TEXT
}

fail() {
  echo "uninstall.sh: $*" >&2
  exit 1
}

prefix=/usr/local/mgr5
while [ $# -gt 0 ]; do
  case $1 in
    --prefix) [ $# -ge 2 ] || fail "--prefix needs a folder"; prefix=$2; shift 2 ;;
    --prefix=*) prefix=${1#--prefix=}; shift ;;
    -h | --help) usage; exit 0 ;;
    *) usage >&2; fail "unknown option: $1" ;;
  esac
done

# shellcheck source=dist/lib/pmnextcloud/own-files.sh
. "$(cd -P "$(dirname "$0")" && pwd)/lib/pmnextcloud/own-files.sh"
# shellcheck source=dist/lib/pmnextcloud/safe-path.sh
. "$(cd -P "$(dirname "$0")" && pwd)/lib/pmnextcloud/safe-path.sh"
# What is run, and what says which files are to go.
for place in "$lib" "$lib/before-removal" "$list" "$prefix/sbin/mgrctl"; do
  [ ! -e "$place" ] || is_safe_path "$place" ||
    fail "others than root can change $unsafe: nothing of it is run or removed"
done
[ ! -e "$lib/packaged" ] || fail "$(cat "$lib/packaged") Remove the package"
if [ ! -f "$list" ]; then
  echo "Nothing is installed in $prefix"
  exit 0
fi
[ ! -x "$lib/before-removal" ] || "$lib/before-removal"
# Left by an older install.sh.
rm -f "$lib/java" "$lib/java.time"
take_back
echo "Removed from $prefix"
restart_panel
