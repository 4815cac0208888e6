#!/bin/sh
# Puts bill-nextcloud into a BILLmanager panel. May be repeated: then it upgrades.
set -eu
unset CDPATH

usage() {
  cat <<'TEXT'
Usage: dist/install.sh [--prefix DIR]

  --prefix DIR   the panel's folder (default /usr/local/mgr5)

Puts in place: processing/pmnextcloud, lib/pmnextcloud/, etc/xml/billmgr_mod_pmnextcloud.xml and
the logo; then restarts the panel. dist/uninstall.sh takes back exactly that.
TEXT
}

fail() {
  echo "install.sh: $*" >&2
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

dist=$(cd -P "$(dirname "$0")" && pwd)
project=$(dirname "$dist")
jar=$project/target/pmnextcloud.jar
[ -n "$prefix" ] || fail "--prefix needs a folder"
mkdir -p "$prefix" || fail "$prefix cannot be made"
prefix=$(cd -P "$prefix" && pwd)
[ -w "$prefix" ] || fail "$prefix cannot be written: run this as root"

is_new_enough() {
  [ -x "$1" ] || return 1
  version=$("$1" -XshowSettings:properties -version 2>&1 |
    sed -n 's/^ *java\.specification\.version = \([0-9][0-9]*\).*/\1/p')
  [ "${version:-0}" -ge 17 ]
}

find_java() {
  for java in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)" \
    /usr/bin/java /usr/lib/jvm/*/bin/java /usr/java/*/bin/java /opt/*/bin/java; do
    if is_new_enough "$java"; then
      echo "$java"
      return 0
    fi
  done
  return 1
}

java=$(find_java) || fail "there is no Java 17 or newer. Debian, Ubuntu, Astra: apt install \
openjdk-17-jre-headless. AlmaLinux, RHEL: dnf install java-17-openjdk-headless"

if [ ! -f "$jar" ]; then
  echo "Building $jar"
  (cd "$project" && ./mvnw -q -DskipTests package) || fail "the build failed"
fi

lib=$prefix/lib/pmnextcloud
list=$lib/installed

# Makes a folder and notes each part of it that was not there; what is noted stays noted.
make_folder() {
  [ -d "$1" ] && return 0
  make_folder "$(dirname "$1")"
  mkdir "$1"
  made="$made${1#"$prefix"/}
"
  note_folders
}

# The list lies in one of them, so it comes when that is there.
note_folders() {
  [ -d "$lib" ] || return 0
  printf '%s' "$made" | sed 's/^/folder /' >>"$list"
  made=
}

# put SOURCE TARGET MODE: what was at TARGET and is not ours is kept, for uninstall.sh to put back.
put() {
  make_folder "$(dirname "$prefix/$2")"
  if { [ -e "$prefix/$2" ] || [ -L "$prefix/$2" ]; } && ! grep -qxF "file $2" "$list" 2>/dev/null; then
    make_folder "$lib/replaced/$(dirname "$2")"
    mv "$prefix/$2" "$lib/replaced/$2"
    echo "Kept what was there: $lib/replaced/$2"
  fi
  # Noted before it is put there: an interrupted run must not take our own file for another's.
  grep -qxF "file $2" "$list" 2>/dev/null || echo "file $2" >>"$list"
  cp "$1" "$prefix/$2.new"
  chmod "$3" "$prefix/$2.new"
  mv -f "$prefix/$2.new" "$prefix/$2"
}

made=
make_folder "$lib"
put "$jar" lib/pmnextcloud/pmnextcloud.jar 644
put "$project/etc/xml/billmgr_mod_pmnextcloud.xml" etc/xml/billmgr_mod_pmnextcloud.xml 644
logo=skins/common/plugin-logo/billmanager-plugin-pmnextcloud.png
put "$dist/$logo" "$logo" 644
put "$dist/processing/pmnextcloud" processing/pmnextcloud 755
put "$dist/lib/warm.sh" lib/pmnextcloud/warm.sh 644
put "$dist/lib/resident.sh" lib/pmnextcloud/resident.sh 644
put "$project/docs/warm.md" lib/pmnextcloud/warm.md 644
# Units of the resident worker, which the administrator may enable (docs/warm.md).
for unit in pmnextcloud.socket pmnextcloud.service; do
  sed "s|@ROOT@|$prefix|g" "$dist/systemd/$unit" >"$lib/unit"
  put "$lib/unit" "lib/pmnextcloud/$unit" 644
done
rm -f "$lib/unit"
ln -sfn "$java" "$lib/java"

answer=$("$prefix/processing/pmnextcloud" --command features) ||
  fail "the installed module does not answer: $answer"
case $answer in
  *'<feature name="open"/>'*) ;;
  *) fail "the installed module answers strangely: $answer" ;;
esac
echo "Installed into $prefix, with Java at $java"

if [ -x "$prefix/sbin/mgrctl" ]; then
  if "$prefix/sbin/mgrctl" -m billmgr -R >/dev/null 2>&1 </dev/null; then
    echo "The panel restarts, and then knows the module"
  else
    echo "The panel could not be restarted: run $prefix/sbin/mgrctl -m billmgr -R" >&2
  fi
fi
