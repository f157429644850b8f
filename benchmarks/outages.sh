#!/bin/sh
# What breaks while clients ask: the service is killed while it installs models, weights are damaged and deleted,
# the disk is full, callers stall, leave and come by thousands, the clock jumps, the service is told to stop. After
# each a digest has to be right. Fetches the default weights anew. Fails when something was wrong.
about='--only NAME[,NAME] of killed, damaged, deleted, full, stalling, leaving, crowd, clock, stopped; DIR holds articles as .txt files'
. "$(dirname "$0")/lib.sh"
parse "$@"
[ -n "$data" ] || data="$root/src/test/resources/articles"
"$root/dragoman" --version >/dev/null
export DRAGOMAN_INFERENCE_CACHE=0 DRAGOMAN_HTTP_BODY_TIMEOUT=5s QUARKUS_HTTP_PORT="$port"
# shellcheck disable=SC2086 # a list of words
python3 "$here/outages.py" --root "$root" --work "$work/outages" --url "http://127.0.0.1:$port" --data "$data" $rest
