#!/bin/sh
# From start to ready with the weights installed, and resident memory then and after digests.
about='--rounds N (default 5) --digests N (default 100); DIR holds articles as .txt files'
. "$(dirname "$0")/lib.sh"
parse "$@"
[ -n "$data" ] || data="$root/src/test/resources/articles"
"$root/dragoman" --version >/dev/null
export DRAGOMAN_INFERENCE_CACHE=0 QUARKUS_HTTP_PORT="$port"
# shellcheck disable=SC2086 # a list of words
exec python3 "$here/start.py" --root "$root" --work "$work" --url "http://127.0.0.1:$port" --data "$data" $rest
