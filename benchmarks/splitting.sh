#!/bin/sh
# Sentence splitting per language: lines of one sentence each are glued into paragraphs and split.
# Prints for each DIR/flores-dev/<language>.txt the seams found (recall), the ends that are seams (precision; a
# line may hold two sentences), texts that do not come back exactly and pieces over 60 characters.
about='DIR holds flores-dev/<language>.txt, a sentence a line'
. "$(dirname "$0")/lib.sh"
parse "$@"
[ -n "$data" ] || usage "$about"
"$root/dragoman" --version >/dev/null
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$root/target/quarkus-app/lib/main/*:$root/target/quarkus-app/app/*" \
    "$here/Splitting.java" "$data/flores-dev"
