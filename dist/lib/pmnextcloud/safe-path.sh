# shellcheck shell=sh
# Who could put something else in the place of a file that root runs. Read by install.sh, uninstall.sh,
# find-java, make-archive and after-install.

safe_user=$(id -u)
safe_group=$(id -g)

# What this run has found unshared, each between two slashes, of which no path has two: most ways begin
# alike, and each look starts a program.
safe_seen=//

# True when only root and whoever runs this can change what is in a place. In a folder with the
# sticky bit others can make files of their own, and touch nobody's.
is_unshared() {
  # shellcheck disable=SC2046 # They are several words.
  set -- "$1" $(stat -c '%u %g %a %G' -- "$1" 2>/dev/null)
  [ $# -ge 5 ] || return 1
  [ "$2" = 0 ] || [ "$2" = "$safe_user" ] || return 1
  [ ! -L "$1" ] || return 0
  case $4 in
    [1357]???) [ ! -d "$1" ] || return 0 ;;
  esac
  case $4 in
    *[2367]) return 1 ;;
    # The group staff of Debian may write /usr/local, and is as good as root.
    *[2367]?) [ "$3" = 0 ] || [ "$3" = "$safe_group" ] || [ "$5" = staff ] ;;
  esac
}

# is_safe_path PATH: nobody else can change it or the way to it, link by link. Otherwise $unsafe is
# the part that others can change.
is_safe_path() {
  case $1 in /*) unsafe_rest=$1 ;; *) unsafe_rest=$PWD/$1 ;; esac
  unsafe_at=
  unsafe_links=0
  while [ -n "$unsafe_rest" ]; do
    unsafe_name=${unsafe_rest%%/*}
    case $unsafe_rest in */*) unsafe_rest=${unsafe_rest#*/} ;; *) unsafe_rest= ;; esac
    case $unsafe_name in
      '' | .) continue ;;
      ..)
        unsafe_at=${unsafe_at%/*}
        continue
        ;;
    esac
    unsafe=$unsafe_at/$unsafe_name
    case $safe_seen in
      *"//$unsafe//"*) ;;
      *)
        is_unshared "$unsafe" || return 1
        safe_seen=$safe_seen$unsafe//
        ;;
    esac
    if [ -L "$unsafe" ]; then
      unsafe_links=$((unsafe_links + 1))
      [ "$unsafe_links" -lt 40 ] || return 1
      unsafe_link=$(readlink -- "$unsafe")
      case $unsafe_link in /*) unsafe_at= ;; esac
      unsafe_rest=$unsafe_link/$unsafe_rest
    else
      unsafe_at=$unsafe
    fi
  done
}

# is_safe_folder FOLDER: likewise, and nobody else can make files in it, sticky or not.
is_safe_folder() {
  is_safe_path "$1" || return 1
  unsafe=$1
  case $(stat -L -c %a -- "$1" 2>/dev/null) in *[2367]) return 1 ;; esac
}

# is_safe_java HOME: likewise what a Java loads from there, or $unsafe is it.
is_safe_java() {
  for part in lib conf lib/server lib/server/libjvm.so lib/modules lib/jvm.cfg; do
    [ ! -e "$1/$part" ] || is_safe_path "$1/$part" || return 1
  done
  # A program outside of a JDK has no such folder of its own: it would be /usr/lib.
  [ -e "$1/lib/server" ] || return 0
  unsafe=$(find -L "$1/lib" "$1/conf" ! -type l \( ! -user 0 ! -user "$safe_user" -o -perm -002 -o \
    -perm -020 ! -group 0 ! -group "$safe_group" \) -print 2>/dev/null | head -n 1)
  [ -z "$unsafe" ]
}
