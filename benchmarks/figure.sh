#!/bin/sh
# How well the quality figure of translations foretells chrF, through HTTP.
about='DIR holds flores-dev/en.txt and flores-dev/pt.txt, a sentence a line'
. "$(dirname "$0")/lib.sh"
parse "$@"
[ -n "$data" ] || usage "$about"
environment
service
# shellcheck disable=SC2086
"$python" "$here/figure.py" --url "http://127.0.0.1:$port" --data "$data" $rest
