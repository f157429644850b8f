#!/bin/sh
# What is left of English after a way through another language and back, through HTTP.
about='DIR holds en.txt, a sentence a line (FLORES). --through LANG,… (default pt)'
. "$(dirname "$0")/lib.sh"
parse "$@"
[ -n "$data" ] || usage "$about"
environment
service
# shellcheck disable=SC2086
"$python" "$here/roundtrip.py" --url "http://127.0.0.1:$port" --data "$data" $rest
