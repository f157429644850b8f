#!/bin/sh
# Twice the sustainable load by 200 clients, without the cache: no answer wrong, lost or crossed, refusals
# only as 429, goodput, memory, and short requests beside a long article. Fails when one of these is missed.
about='DIR holds articles as .txt files. --minutes N (default 10) --clients N (default 200) --calibration SECONDS (default 10) --alone SECONDS (default 20)'
. "$(dirname "$0")/lib.sh"
parse "$@"
[ -n "$data" ] || data="$root/src/test/resources/articles"
python=python3
export DRAGOMAN_INFERENCE_CACHE=0
service
# shellcheck disable=SC2086
"$python" "$here/load.py" --url "http://127.0.0.1:$port" --pid "$pid" --data "$data" ${minutes:+--minutes "$minutes"} $rest
