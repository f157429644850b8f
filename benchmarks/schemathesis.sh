#!/bin/sh
# Runs requests made from the OpenAPI document against the service: every answer has to be one of those the
# document names, and none a 500. Fails when one is not.
about='--minutes N (default 2); other options go to schemathesis (st run)'
. "$(dirname "$0")/lib.sh"
parse "$@"
python=python3
tester="$work/schemathesis"
if [ ! -x "$tester/bin/st" ]; then
    python3 -m venv "$tester"
    "$tester/bin/pip" install -q -r "$here/schemathesis.txt" >&2
fi
service
cd "$work"
# shellcheck disable=SC2086 # a list of words
"$tester/bin/st" run "http://127.0.0.1:$port/openapi" --url "http://127.0.0.1:$port" --no-color \
    --checks not_a_server_error,status_code_conformance,content_type_conformance,response_headers_conformance,response_schema_conformance,unsupported_method \
    --max-examples 100000 --max-time $((${minutes:-2} * 60)) --seed 7 --warnings off $rest
