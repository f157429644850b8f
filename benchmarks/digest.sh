#!/bin/sh
# Whole digests over HTTP: latency, throughput, the service's memory over time, and that every answer
# is the one its request gets alone.
about='DIR holds articles as .txt files. --count N (default 2000) --burst N (default 200) --clients N (default 4)'
. "$(dirname "$0")/lib.sh"
parse "$@"
[ -n "$data" ] || data="$root/src/test/resources/articles"
environment
service
# shellcheck disable=SC2086
"$python" "$here/digest.py" --url "http://127.0.0.1:$port" --pid "$pid" --data "$data" ${minutes:+--minutes "$minutes"} $rest
