#!/bin/sh
# What the guards take of a digest's time, through HTTP.
about='DIR holds .txt articles in English; the test samples when absent'
. "$(dirname "$0")/lib.sh"
parse "$@"
environment
service
# shellcheck disable=SC2086
"$python" "$here/guards.py" --url "http://127.0.0.1:$port" \
    --data "${data:-$root/src/test/resources/articles}" $rest
