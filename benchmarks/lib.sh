# Shared by the benchmarks: options, the peers' environment, a service of our own to measure.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(dirname "$here")
work=${BENCHMARK_WORK:-$root/target/benchmarks}
mkdir -p "$work"
port=${BENCHMARK_PORT:-18080}
data=""
minutes=""

usage() {
    printf 'usage: %s --data DIR [--minutes N] [option of the script …]\n%s\n' "$0" "$1" >&2
    exit 2
}

# Takes --data and --minutes out of the arguments; the rest goes to the measuring script.
rest=""
parse() {
    while [ $# -gt 0 ]; do
        case "$1" in
            --data) data=$2; shift 2 ;;
            --minutes) minutes=$2; shift 2 ;;
            -h | --help) usage "$about" ;;
            *) rest="$rest $1"; shift ;;
        esac
    done
}

environment() {
    if [ ! -x "$work/venv/bin/python" ]; then
        python3 -m venv "$work/venv"
        "$work/venv/bin/pip" install -q -r "$here/requirements.txt" >&2
    fi
    python="$work/venv/bin/python"
}

# Starts the service, without its cache, and waits until its canaries came out right; stops it when the
# script ends.
service() {
    export DRAGOMAN_INFERENCE_CACHE=0
    "$root/dragoman" --version >/dev/null
    started=$(date +%s%N)
    QUARKUS_HTTP_PORT=$port "$root/dragoman" serve >"$work/serve.log" 2>&1 &
    pid=$!
    pids="${pids:-} $pid"
    # shellcheck disable=SC2086 # a list of words
    trap 'kill $pids 2>/dev/null || true; wait $pids 2>/dev/null || true' EXIT INT TERM
    tries=0
    until "$python" -c "import urllib.request as u; u.urlopen('http://127.0.0.1:$port/q/health/ready')" 2>/dev/null; do
        tries=$((tries + 1))
        kill -0 "$pid" 2>/dev/null || { tail -n 5 "$work/serve.log" >&2; exit 1; }
        [ "$tries" -lt 600 ] || { echo "the service did not become ready" >&2; exit 1; }
        sleep 0.2
    done
    echo "start to ready: $((($(date +%s%N) - started) / 1000000)) ms (with the launcher's check and a poll each 200 ms)"
}

# Drives the service by a script of Python alone.
drive() {
    script=$1
    shift
    parse "$@"
    [ -n "$data" ] || data="$root/src/test/resources/articles"
    python=python3
    service
    # shellcheck disable=SC2086 # an option and its value, and a list of words
    "$python" "$here/$script" --url "http://127.0.0.1:$port" --pid "$pid" --data "$data" ${minutes:+--minutes "$minutes"} $rest
}
