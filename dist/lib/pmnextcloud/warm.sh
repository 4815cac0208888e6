# shellcheck shell=sh disable=SC2154
# Sourced by the launcher where the resident worker's socket is (docs/handbook/worker.md): hands the event to
# the worker, prints its answer and exits. Whatever is not as it should be returns to the launcher,
# which runs the command by itself; every command may be run again. It knows the launcher's root.

# True when one of the arguments is the option $1.
pmnextcloud_has() {
  pmnextcloud_option=$1
  shift
  for pmnextcloud_word do
    case $pmnextcloud_word in "$pmnextcloud_option" | "$pmnextcloud_option"=*) return 0 ;; esac
  done
  return 1
}

[ -z "${PMNEXTCLOUD_COLD-}" ] && [ "${1-}" = --command ] || return 0
# The worker has an environment of its own, which may know of no proxy or of another.
[ -z "${https_proxy-}${HTTPS_PROXY-}${http_proxy-}${all_proxy-}${ALL_PROXY-}" ] ||
  return 0
# Only what BILLmanager asks, and of that only what it asks often.
case ${2-} in
  open | reopen | setparam | suspend | resume | close | prolong | changepassword | sync_item | \
    transition_controlpanel)
    pmnextcloud_has --item "$@" && reads=no || reads=yes
    ;;
  check_param)
    pmnextcloud_has --item "$@" || pmnextcloud_has --module "$@" && reads=no || reads=yes
    ;;
  get_server_config) reads=no ;;
  check_connection | tune_connection | pricelist_dynamic_settings_tune | get_suitable_module)
    reads=yes
    ;;
  *) return 0 ;;
esac

# A document ends where its root does: who has written it may keep the pipe open. No programs are
# started to look at it, which would take longer than the worker does.
pmnextcloud_whole() {
  end=${text%"${text##*[![:space:]]}"}
  first=${text#"${text%%[![:space:]]*}"}
  case $first in '<?xml'*'?>'*) first=${first#*'?>'} && first=${first#"${first%%[![:space:]]*}"} ;; esac
  name=${first#<}
  name=${name%%[!ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-]*}
  case $name in '') return 1 ;; esac
  case ${first#<} in
    *'<'*) ;;
    *'/>'*) return 0 ;;
    *) return 1 ;;
  esac
  # One of the same name may be within it.
  case $first in "<$name"[\ \>]*"<$name"[\ \>]*) return 1 ;; "<$name"[\ \>]*) ;; *) return 1 ;; esac
  case $end in *"</$name>") ;; *) return 1 ;; esac
}

# A form comes in a few reads, each as much as the pipe holds; of what is longer the end of the pipe is
# waited for. More than 16 MiB are not for the worker. Kept in letters that every shell can hold.
pmnextcloud_read() {
  stdin=
  text=
  for _ in 1 2 3 4 5 6 7 8; do
    part=$(dd bs=65536 count=1 2>/dev/null | base64 -w 0)
    # Bash tells of bytes that no variable can hold.
    { text=$text$(printf %s "$part" | base64 -d); } 2>/dev/null
    if [ -z "$stdin" ]; then
      stdin=$part
    else
      stdin=$({ printf %s "$stdin" | base64 -d; printf %s "$part" | base64 -d; } | base64 -w 0)
    fi
    if [ -z "$part" ] || pmnextcloud_whole; then
      return
    fi
  done
  stdin=$({ printf %s "$stdin" | base64 -d; head -c 16777217; } | base64 -w 0)
}

# What stdin holds is kept, byte for byte, for running the command by ourselves.
stdin=
if [ "$reads" = yes ]; then
  [ -e /proc/self/fd/0 ] && [ -x "$root/processing/pmnextcloud" ] || return 0
  pmnextcloud_read
  # curl leaves out a field whose file is empty.
  passed=@-
  [ -n "$stdin" ] || passed='='
fi

# Seconds since the host has started, without starting a program.
pmnextcloud_uptime() {
  read -r uptime _ </proc/uptime && uptime=${uptime%.*} || uptime=0
}

# A worker that was silent for so long is frozen, and keeps its services locked. Its file names it; one
# that has taken its place meanwhile is another.
pmnextcloud_end_frozen() {
  pmnextcloud_uptime
  [ "$((uptime - began))" -ge 14 ] && read -r worker <"$root/var/pmnextcloud.pid" || return 0
  case $worker in '' | *[!0123456789]*) return 0 ;; esac
  [ "$worker" = "$asked_worker" ] || return 0
  grep -q -- --resident "/proc/$worker/cmdline" && kill -9 "$worker"
}

# No bytes for 15 seconds: the worker hangs, or has died.
pmnextcloud_ask() {
  asked=$#
  for word do set -- "$@" --data-urlencode "arg=$word"; done
  shift "$asked"
  [ "$reads" = yes ] && set -- "$@" --data-urlencode "stdin$passed"
  exec curl -q -s -f --noproxy '*' --unix-socket "$root/var/pmnextcloud.sock" \
    --connect-timeout 2 --speed-limit 1 --speed-time 15 -H 'Expect:' \
    --data-urlencode "process=$$" "$@" http://pmnextcloud/2 2>/dev/null
}

# When nothing has to be written in another way, socat can ask as well; it starts in half the time. No
# ranges of letters: what lies in them depends on the locale.
pmnextcloud_plainly() {
  form=
  for word do
    case $word in '' | *[!abcdefghijklmnopqrstuvwxyz0123456789_-]*) return 1 ;; esac
    form="${form}arg=$word&"
  done
  form="${form}process=$$"
  [ "$reads" = no ] || form="$form&stdin=$stdin"
  command -v socat >/dev/null
}

pmnextcloud_uptime
began=$uptime
asked_worker=
[ ! -r "$root/var/pmnextcloud.pid" ] || read -r asked_worker <"$root/var/pmnextcloud.pid" || :
if pmnextcloud_plainly "$@"; then
  # The socket is named from the panel's folder, where we are.
  answer=$(
    printf 'POST /2 HTTP/1.1\nContent-Length: %s\n\n%s' "${#form}" "$form" |
      exec socat -t 15 -T 15 - UNIX-CONNECT:var/pmnextcloud.sock,connect-timeout=2 2>/dev/null
  )
elif [ "$reads" = yes ]; then
  answer=$(printf %s "$stdin" | pmnextcloud_ask "$@")
else
  answer=$(pmnextcloud_ask "$@" </dev/null)
fi

code=
case $answer in
  *'
pmnextcloud exit 0') code=0 ;;
  *'
pmnextcloud exit 1') code=1 ;;
esac
if [ -n "$code" ]; then
  # Signs of life come first, and end with a colon.
  answer=${answer#*:}
  # As the program itself: an answer that does not arrive has not been given, unless BILLmanager
  # runs us in the background, where nobody waits for it.
  trap '' PIPE
  printf %s "${answer%?pmnextcloud exit ?}" 2>/dev/null ||
    pmnextcloud_has --runningoperation "$@" || code=1
  exit "$code"
fi

case $answer in
  *'
pmnextcloud left') ;;
  *) pmnextcloud_end_frozen 2>/dev/null ;;
esac
[ "$reads" = no ] && return 0
printf %s "$stdin" | base64 -d | PMNEXTCLOUD_COLD=yes "$root/processing/pmnextcloud" "$@"
exit $?
