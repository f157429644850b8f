#!/bin/sh
# What more workers, more clients and longer articles do: two services, with one worker and with two, are asked in
# turn, without their caches.
about='DIR holds en.txt, a sentence a line (FLORES). --rounds N (default 5)'
. "$(dirname "$0")/lib.sh"
parse "$@"
[ -n "$data" ] || usage "$about"
python=python3
export DRAGOMAN_INFERENCE_WORKERS=1
service
one=$port
port=$((port + 1))
export DRAGOMAN_INFERENCE_WORKERS=2
service
# shellcheck disable=SC2086
"$python" "$here/scaling.py" --one "http://127.0.0.1:$one" --two "http://127.0.0.1:$port" --data "$data" ${minutes:+--minutes "$minutes"} $rest
