#!/usr/bin/env bash
# verapdf.sh PDF|DIR...: veraPDF for PDF/UA-1 and PDF/A-2a, one JVM for each over all files. A line for each
# file and flavour that does not pass, with the rules broken; status 1 when there is any.
# The jar is fetched once (pom.xml); after that no network is needed.
set -eu
HERE=$(cd "$(dirname "$0")" && pwd)
BUILD=${BUILD:-$(cd "$HERE/../.." && pwd)/build}
case $BUILD in */san) BUILD=${BUILD%/san} ;; esac
lib=$BUILD/verapdf

fetch() {
  mkdir -p "$lib"
  mvn -q -B -f "$HERE/pom.xml" dependency:copy-dependencies -DoutputDirectory="$lib.new" >"$lib/log" 2>&1 ||
    { echo "veraPDF could not be fetched from Maven Central:" >&2; tail -5 "$lib/log" >&2; exit 4; }
  mv "$lib.new"/*.jar "$lib/"
  rm -rf "$lib.new"
}
jar=$(ls "$lib"/cli-*.jar 2>/dev/null || true)
[ -n "$jar" ] || { fetch; jar=$(ls "$lib"/cli-*.jar); }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for arg in "$@"; do
  if [ -d "$arg" ]; then find "$arg" -name '*.pdf'; else echo "$arg"; fi
done | while read -r f; do realpath -- "$f"; done | sort -u >"$work/list"
n=$(wc -l <"$work/list")
[ "$n" -gt 0 ] || { echo "no PDF given" >&2; exit 3; }

validate() { # validate FLAVOUR: its lines go into a file
  tr '\n' '\0' <"$work/list" |
    xargs -0 java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "$jar" org.verapdf.apps.GreenfieldCliWrapper \
      --flavour "$1" --format text --verbose >"$work/$1" 2>"$work/$1.err" || true
}
validate ua1 &
validate 2a &
wait

bad=0
for flavour in ua1 2a; do
  passed=$(grep -c '^PASS ' "$work/$flavour" || true)
  [ "$passed" -eq "$n" ] && continue
  bad=1
  echo "veraPDF $flavour: $passed of $n files pass"
  grep -v '^PASS ' "$work/$flavour" | head -200 || true
  grep -v -e '^$' -e 'WARNING' "$work/$flavour.err" | head -20 || true
done
exit $bad
