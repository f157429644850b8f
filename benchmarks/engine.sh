#!/bin/sh
# Random weights of OPUS-MT's size (6 + 6 layers, 512, 2048, 58,101 ids): us, CTranslate2 and transformers run
# the same ones, from 30 ids to 30, in turn; then the memory of each process.
about='--rounds N (default 5); downloads about 4 GB of peers the first time'
. "$(dirname "$0")/lib.sh"
parse "$@"
python="$work/engine-venv/bin/python"
if [ ! -x "$python" ]; then
    python3 -m venv "$work/engine-venv"
    "$work/engine-venv/bin/pip" install -q -r "$here/engine.txt" >&2
fi
"$root/dragoman" --version >/dev/null
path="$root/target/quarkus-app/lib/boot/*:$root/target/quarkus-app/lib/main/*:$root/target/quarkus-app/app/*"
classes="$work/engine"
mkdir -p "$classes"
bin="${JAVA_HOME:+$JAVA_HOME/bin/}"
"${bin}javac" -nowarn -proc:none -d "$classes" -cp "$path" "$here/Engine.java"
export OMP_NUM_THREADS=1 MALLOC_ARENA_MAX=2
natives="${DRAGOMAN_HOME:-${XDG_DATA_HOME:-$HOME/.local/share}/dragoman}/natives"
export DJL_CACHE_DIR="$natives" ENGINE_CACHE_DIR="$natives"
# shellcheck disable=SC2086  # options of the script
exec "$python" "$here/engine.py" --work "$work" --java "${bin}java" --path "$classes:$path" ${minutes:+--minutes "$minutes"} $rest
