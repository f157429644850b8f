#!/bin/sh
# BLEU and chrF of translations, ROUGE of summaries, through HTTP.
about='DIR holds flores-dev/en.txt, flores-dev/pt.txt and summ-dev/articles.jsonl; what is missing is left out'
. "$(dirname "$0")/lib.sh"
parse "$@"
[ -n "$data" ] || usage "$about"
environment
service
# shellcheck disable=SC2086
"$python" "$here/quality.py" --url "http://127.0.0.1:$port" --data "$data" $rest
