#!/bin/bash
# Every default command without a network: each is run in a network namespace that has the loopback
# device alone, and again where the network is, while every connect and every datagram is recorded.
# Prints what each tried to reach beyond this machine; fails when that is anything, or a command fails.
#   benchmarks/offline.sh
# Needs strace and unshare (util-linux), and the right to make a namespace (root, or user namespaces).
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
export DRAGOMAN_MODELS_DIRECTORY="${DRAGOMAN_MODELS_DIRECTORY:-$root/target/models}"
port=${BENCHMARK_PORT:-18080}
sample="$root/src/test/resources/articles/harbour-strike.txt"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0

# Lines of a trace that speak to another machine: any family but local sockets and the kernel's own,
# and no address of the loopback.
beyond() {
    grep -hE '(connect|sendto|sendmsg)\(' "$1" | grep -E 'AF_INET6?' \
        | grep -vE 'inet_addr\("127\.|"::1"|"::ffff:127\.' || true
}

report() { # name, status, trace
    tried=$(beyond "$3" | wc -l)
    printf '%-44s status %s, %s connections beyond this machine\n' "$1" "$2" "$tried"
    if [ "$2" != 0 ] || [ "$tried" != 0 ]; then
        failed=1
        beyond "$3" | head -5
        tail -5 "$work/err"
    fi
}

traced() { # trace, then a command
    trace=$1
    shift
    strace -f -qq -e trace=connect,sendto,sendmsg,sendmmsg -o "$trace" "$@"
}

commands() { # label
    for arguments in "digest $sample --to pt" "summarize $sample" "translate $sample --to pt" languages \
        "models list" "models verify"; do
        for fetch in true false; do
            status=0
            # shellcheck disable=SC2086 # a list of words
            DRAGOMAN_MODELS_FETCH=$fetch traced "$work/trace" "$root/dragoman" $arguments \
                >"$work/out" 2>"$work/err" || status=$?
            [ -s "$work/out" ] || status="$status, no answer"
            report "$1, fetch $fetch: ${arguments%% /*}" "$status" "$work/trace"
        done
    done
    serve "$1"
}

serve() { # label
    status=0
    # The tracer stands aside (-D), so that the job is the server itself.
    QUARKUS_HTTP_PORT=$port traced "$work/trace" -D "$root/dragoman" serve >"$work/err" 2>&1 &
    server=$!
    for _ in $(seq 240); do
        if ! kill -0 $server 2>/dev/null || grep -q 'Ready:' "$work/err"; then break; fi
        sleep 0.5
    done
    python3 - "$port" "$sample" <<'PYTHON' || status=$?
import json, sys, urllib.request
body = json.dumps({"text": open(sys.argv[2]).read(), "targets": ["pt"]}).encode()
call = urllib.request.Request(f"http://127.0.0.1:{sys.argv[1]}/v1/digests", body, {"Content-Type": "application/json"})
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
answer = json.load(opener.open(call, timeout=60))
assert answer["versions"][0]["status"] == "translated"
PYTHON
    kill -TERM $server
    wait $server || true
    sleep 1 # for the tracer's last lines
    report "$1: serve, a digest over HTTP" "$status" "$work/trace"
}

if [ "${1:-}" = inside ]; then
    ip link set lo up 2>/dev/null || true
    commands "no network"
    exit $failed
fi
"$root/dragoman" --version >/dev/null
unshare --net --map-root-user "$0" inside || failed=1
commands "with a network"
exit $failed
