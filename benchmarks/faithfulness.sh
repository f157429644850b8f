#!/bin/sh
# What the checks of summaries find, against people's judgement, through HTTP.
about='DIR holds faith-dev/faith-dev.jsonl and summ-dev/articles.jsonl; what is missing is left out'
. "$(dirname "$0")/lib.sh"
parse "$@"
[ -n "$data" ] || usage "$about"
environment
service
# shellcheck disable=SC2086
"$python" "$here/faithfulness.py" --url "http://127.0.0.1:$port" --data "$data" $rest
