#!/usr/bin/env bash
# check_connection and suspend by bash and curl, measured beside ours: the same requests and
# call-backs, cookies kept. It reads no database: it is told the module and assumes that the user is
# user_<item>. It checks less, and would not survive a panel that restarts. Started in the panel's folder.
set -eu

while [ $# -gt 0 ]; do
  case $1 in
    --command) command=$2 ;;
    --item) item=$2 ;;
    --module) module=$2 ;;
  esac
  shift 2
done

say() { printf '%(%F %T)T [%s] %s\n' -1 $$ "$*" >>var/peer.log; }

mgrctl() {
  SSH_CONNECTION=peer sbin/mgrctl -m billmgr -o xml "$@"
}

# field NAME DOCUMENT: the text of its first element of that name, with & and the like.
field() {
  [[ $2 =~ \<$1\>([^\<]*)\</$1\> ]] || return 1
  text=${BASH_REMATCH[1]}
  text=${text//&lt;/<} text=${text//&gt;/>} text=${text//&quot;/\"} text=${text//&amp;/&}
  printf %s "$text"
}

cookies=$(mktemp)
trap 'rm -f "$cookies"' EXIT

# ask CODES METHOD PATH: the password goes by stdin, which no list of processes shows.
ask() {
  answer=$(curl -q -sS -K - -b "$cookies" -c "$cookies" -X "$2" -H 'OCS-APIRequest: true' \
    -H 'Accept: application/json' "$base/ocs/v1.php/cloud/$3" <<<"user = \"$user:$password\"")
  [[ $answer =~ \"statuscode\":([0-9]+) ]]
  say "$2 $3: ${BASH_REMATCH[1]}"
  [[ ${BASH_REMATCH[1]} =~ ^($1)$ ]]
}

connect() {
  base=$(field base_url "$1")
  base=${base%/}
  user=$(field nc_username "$1")
  password=$(field nc_password "$1")
}

say "asked: $command"
case $command in
  check_connection)
    connect "$(cat)"
    ask 100 GET 'user?format=json'
    ask 100 GET 'capabilities?format=json'
    ask 100 GET "users?search=$user&limit=1&format=json"
    ask '100|101' PUT "users/$user/enable?format=json"
    ;;
  suspend)
    mgrctl paramlist >/dev/null
    connect "$(mgrctl processing.edit "elid=$module")"
    ask 100 GET "users/user_$item?format=json"
    [[ $answer == *'"enabled":true'* ]]
    ask 100 PUT "users/user_$item/disable?format=json"
    mgrctl service.postsuspend "elid=$item" sok=ok >/dev/null
    ;;
  *) exit 2 ;;
esac
printf '%s\n' '<?xml version="1.0" encoding="UTF-8"?>' '<doc><ok/></doc>'
