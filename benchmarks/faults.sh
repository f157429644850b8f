#!/bin/sh
# Faults of each kind made in aligned sentences (src/test/java/…/quality/segment/Injector), and how
# many of them the segment guard catches; how often it speaks of untouched pairs.
about='DIR holds flores-dev/<language>.txt, aligned, a sentence a line; --odd: the lines rules were tuned on;
--pairs en-pt,pt-en; --show REGEX: missed faults of these kinds'
. "$(dirname "$0")/lib.sh"
parse "$@"
[ -n "$data" ] || usage "$about"
"$root/dragoman" --version >/dev/null
path="$root/target/quarkus-app/lib/main/*:$root/target/quarkus-app/app/*"
classes="$work/faults"
tests="$root/src/test/java/org/dragoman/quality/segment"
mkdir -p "$classes"
bin="${JAVA_HOME:+$JAVA_HOME/bin/}"
"${bin}javac" -nowarn -proc:none -d "$classes" -cp "$path" "$here/Faults.java" "$tests/AlignedPair.java" \
    "$tests/Damage.java" "$tests/Fault.java" "$tests/FaultTable.java" "$tests/Injector.java" \
    "$tests/NegatingWords.java"
# shellcheck disable=SC2086  # options of the script
exec "${bin}java" -cp "$classes:$path" org.dragoman.quality.segment.Faults "$data/flores-dev" $rest
