#!/bin/sh
# Takes bill-nextcloud out of a BILLmanager panel: exactly what install.sh has put there. Services,
# their params and the log stay.
set -eu
unset CDPATH

usage() {
  cat <<'TEXT'
Usage: dist/uninstall.sh [--prefix DIR]

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

lib=$prefix/lib/pmnextcloud
if [ ! -f "$lib/installed" ]; then
  echo "Nothing is installed in $prefix"
  exit 0
fi
list=$(cat "$lib/installed")

# The resident worker, if it was enabled from here (docs/warm.md).
unit=/etc/systemd/system/pmnextcloud.socket
if [ "$(readlink -f "$unit" || true)" = "$(readlink -f "$lib/pmnextcloud.socket")" ]; then
  systemctl disable --now pmnextcloud.socket pmnextcloud.service >/dev/null 2>&1 || true
  echo "The resident worker is disabled"
fi

echo "$list" | sed -n 's/^file //p' | while IFS= read -r file; do
  rm -f "$prefix/$file"
done
if [ -d "$lib/replaced" ]; then
  (cd "$lib/replaced" && find . ! -type d) | while IFS= read -r file; do
    mkdir -p "$prefix/$(dirname "$file")"
    mv "$lib/replaced/$file" "$prefix/$file"
    echo "Put back: $prefix/${file#./}"
  done
fi
rm -rf "$lib/replaced" "$lib/java" "$lib/installed"
# Folders that install.sh made go when nothing else has come into them.
echo "$list" | sed -n 's/^folder //p' | sort -r | while IFS= read -r folder; do
  rmdir "$prefix/$folder" 2>/dev/null || true
done
echo "Removed from $prefix"

if [ -x "$prefix/sbin/mgrctl" ]; then
  if ! "$prefix/sbin/mgrctl" -m billmgr -R >/dev/null 2>&1 </dev/null; then
    echo "The panel could not be restarted: run $prefix/sbin/mgrctl -m billmgr -R" >&2
  fi
fi
