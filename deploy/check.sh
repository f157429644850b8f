#!/bin/sh
# Renders the manifests and holds them against the schemas of Kubernetes, which the validator brings
# along: nothing is asked of a cluster or a network once it is installed.
#   deploy/check.sh [VERSION]     of Kubernetes; the newest known by default
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
venv="$here/../target/deploy/venv"
[ -x "$venv/bin/kubernetes-validate" ] || {
    python3 -m venv "$venv"
    "$venv/bin/pip" install -q -r "$here/requirements.txt"
}
version=${1:+--kubernetes-version $1}
for directory in "$here/kubernetes/base" "$here/kubernetes/air-gapped"; do
    rendered="$here/../target/deploy/$(basename "$directory").yaml"
    if command -v kubectl >/dev/null 2>&1; then
        kubectl kustomize "$directory" >"$rendered"
    elif command -v kustomize >/dev/null 2>&1; then
        kustomize build "$directory" >"$rendered"
    else
        echo "needs kubectl or kustomize" >&2
        exit 2
    fi
    # shellcheck disable=SC2086 # an option and its value
    "$venv/bin/kubernetes-validate" --strict --quiet $version "$rendered"
    echo "$directory: $(grep -c '^kind:' "$rendered") objects are as the schemas say"
done
